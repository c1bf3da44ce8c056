"""What a page adds to its text: marks of emphasis, page numbers, running heads, form feeds."""

from __future__ import annotations

import re
from collections import Counter

# **地区生产总值**, ## 一、, > and comments of Markdown and HTML; * between numbers is arithmetic.
_MARKS = re.compile(
    r"\*{1,3}(?![0-9])|(?<![0-9])\*{1,3}|(?<![A-Za-z0-9])_{2}(?=[^A-Za-z0-9_])"
    r"|(?:(?<=\n)|\A)[ \t]*(?:#{1,6}[ \t]+|>[ \t]?)"
    r"|<!--[^<>]{0,200}-->|</?(?:b|i|p|br|strong|em|span) ?/?>"
)
_PAGE_NUMBER = re.compile(
    r"[ \t\u3000]*(?:[-—–－·][ \t]*[0-9]{1,3}[ \t]*[-—–－·]"
    r"|第[ ]?[0-9]{1,3}[ ]?页(?:[ ，,/]{0,2}共[ ]?[0-9]{1,3}[ ]?页)?"
    r"|[0-9]{1,3}[ ]?/[ ]?[0-9]{1,3}|(?P<bare>[0-9]{1,3}))[ \t\u3000]*"
)
_LINE = re.compile(r"[^\n\f]*(?:\n|\f|\Z)")
_STOPS = "。；！？：:;!?”》）)"
_LONGEST_HEAD = 40
_SHORTEST_LINE = 12
_FEWEST = 2


def furniture(text: str) -> list[tuple[int, int]]:
    """The spans that a reader would not read, in order; the line breaks around them go along."""
    marks = [match.span() for match in _MARKS.finditer(text)] if _is_marked(text) else []
    return sorted(marks + _page_breaks(text))


def _is_marked(text: str) -> bool:
    return any(mark in text for mark in ("*", "#", "__", ">", "<"))


def _page_breaks(text: str) -> list[tuple[int, int]]:
    """Page numbers, and the running heads and form feeds beside them."""
    lines = [match.span() for match in _LINE.finditer(text) if match.group()]
    words = [text[start:end].strip(" \t\u3000\n\f") for start, end in lines]
    breaks = {n for n in range(len(lines)) if _is_number(words, n)}
    feeds = {n for n, (_, end) in enumerate(lines) if text[end - 1 : end] == "\f"}
    if not breaks and not feeds:
        return []
    heads = _running_heads(words, breaks, feeds)
    gone = sorted(breaks | heads)
    spans = [_around(text, lines, words, n) for n in gone]
    return spans + [(lines[n][1] - 1, lines[n][1]) for n in feeds if _goes_on(words[n])]


def _around(text: str, lines: list[tuple[int, int]], words: list[str], at: int) -> tuple[int, int]:
    """A line with its break; within a sentence with the empty lines around it too."""
    start, end = lines[at]
    before, after = _near(words, at, -1), _near(words, at, 1)
    if before is None or after is None or not _goes_on(words[before]):
        return start, end
    return lines[before][0] + len(text[slice(*lines[before])].rstrip()), lines[after][0] - 1


def _goes_on(line: str) -> bool:
    return line[-1:] not in _STOPS


def _is_number(words: list[str], at: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(words[at])
    if match is None:
        return False
    if not match["bare"]:
        return True
    before, after = _near(words, at, -1), _near(words, at, 1)
    if before is None or after is None or not _goes_on(words[before]):
        return False
    return len(words[before]) >= _SHORTEST_LINE and not _PAGE_NUMBER.fullmatch(words[after])


def _near(words: list[str], at: int, step: int) -> int | None:
    """The next line that holds anything, before or behind."""
    at += step
    while 0 <= at < len(words):
        if words[at]:
            return at
        at += step
    return None


def _running_heads(words: list[str], breaks: set[int], feeds: set[int]) -> set[int]:
    """Short lines beside page breaks that come again there, or say the title once more."""
    near = {_near(words, n, step) for n in breaks | feeds for step in (-1, 1)} | feeds
    beside = {n for n in near if n and 0 < len(words[n]) <= _LONGEST_HEAD}
    again = Counter(words[n] for n in beside - breaks)
    title = next(filter(None, words), "")
    return {n for n in beside - breaks if again[words[n]] >= _FEWEST or words[n] == title}

"""Lines, sentences and statements of a compact text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A sentence without a stop is cut here, so that no work grows with its length.
LONGEST = 1200

_SENTENCE = re.compile(rf"[^。！？\n]{{1,{LONGEST}}}[。！？]?")
_STATEMENT = re.compile(r"[^；;]+")
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、[^，。；0-9]{0,12}(?:[0-9]{4}年)?[^。；]{0,50}$"
    r"|[^，。；：、0-9]{0,8}(?:(?:19|20)[0-9]{2}年)?[^，。；：、0-9]{0,12}"
    r"(?:回顾|总结|安排|部署|打算|目标任务|主要任务|主要目标|工作重点|重点工作)$"
    r"|第[一二三四五六七八九十]{1,3}[章节篇部][^。；]{0,50}$"
)


# 各位代表！2021年是…: the sentence behind a salutation still begins its line.
_SALUTATION = re.compile(r"(?:\A|\n)[^，。；：！？\n]{2,8}！$")
_CALLED = 10


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `start:end`; `opens` when it begins a line, `heading` for a section's title."""

    start: int
    end: int
    opens: bool
    heading: bool


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in order."""
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        opens = start == 0 or text[start - 1] == "\n" or _is_called(text, start)
        ends_line = end == len(text) or text[end] == "\n"
        heading = opens and ends_line and bool(_HEADING.match(match.group()))
        yield Sentence(start, end, opens, heading)


def statements(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The spans between semicolons: what is said in one breath."""
    for match in _STATEMENT.finditer(text, sentence.start, sentence.end):
        yield match.span()


def _is_called(text: str, start: int) -> bool:
    return text[start - 1] == "！" and bool(
        _SALUTATION.search(text, max(0, start - _CALLED), start)
    )

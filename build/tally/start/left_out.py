"""Numbers of a report that are plainly no figures, so that a curator sees only the others.

Two things say so: the phrases of `left_out.yml`, which hold numbers by custom, and the reader,
which judges each number by what stands around it (`tally.extract.noise`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

from tally.extract import Extraction, scan_numbers, unread
from tally.records.spans import Spans, occurrences
from tally.terms import LeftOutReason

_COUNT = "[一二三四五六七八九十百]+"
_NUMBER = f"(?:{_COUNT}|[0-9]+)"
# The words that make a number plain: what it counts, and a little of what stands before.
_QUOTED, _QUOTED_REASON = 16, LeftOutReason.POLICY_NAME
_QUOTATION = re.compile(f"“[^“”\n]{{1,{_QUOTED}}}”")
_PLAIN = re.compile("[一-鿿A-Za-z0-9.+×]")
_DIGIT = re.compile("[0-9]")
_BEFORE, _BEHIND = 2, 3
_MOST = 12  # of characters more, where the same words hold a figure elsewhere
_SENTENCE = re.compile("[^。；！？\n]")


def plainly_left_out(
    text: str, found: Extraction, units: frozenset[str] = frozenset()
) -> dict[str, LeftOutReason]:
    """The words of a reading text whose numbers are no figures, with the reason to leave each
    out, in the order of the text.

    `found` is what the machine reads in it, `units` the names of the vocabulary's. An entry
    applies wherever its words stand, so that a phrase of the table which holds a figure of a
    known indicator somewhere is none, nor are words that hold any number the machine has read or
    leaves to the curator.
    """
    known = Spans.of(claim.number_span for claim in found.claims if claim.indicator)
    phrases = _phrases(text, known)
    done = Spans.of(span for words in phrases for span in occurrences(words, text))
    tokens = [(one.start, one.end) for one in scan_numbers(text, unread(units))]
    aside = _aside(text, found, tokens, done)
    gone = Spans.of(span for span, _ in aside)
    kept = [one for one in tokens if not (gone.touch(*one) or done.touch(*one))]
    others = Spans.of([*kept, *(claim.number_span for claim in found.claims)])
    reach = 0
    for span, reason in aside:
        around = _around(text, span, others) if span[1] > reach else None
        if around:
            reach, words = around[1], text[slice(*around)]
            why = _QUOTED_REASON if words.startswith("“") else reason
            phrases.setdefault(words, (span[0], why))
    return {words: reason for words, (_, reason) in sorted(phrases.items(), key=lambda x: x[1])}


def _aside(
    text: str, found: Extraction, tokens: Iterable[tuple[int, int]], done: Spans
) -> list[tuple[tuple[int, int], LeftOutReason]]:
    """What the reader sets aside beyond doubt, of the numbers that a curator would be asked."""
    asked = Spans.of(tokens)
    doubtful = Spans.of(match.span() for match in _rules().doubtful.finditer(text))
    return [
        (span, reason)
        for span, reason in found.aside
        if asked.touch(*span) and not (done.touch(*span) or doubtful.touch(*span))
    ]


def _phrases(text: str, known: Spans) -> dict[str, tuple[int, LeftOutReason]]:
    """The phrases of the table that touch none of the known figures, wherever they stand, each
    with the place where it is found first and its reason."""
    found: dict[str, tuple[int, LeftOutReason]] = {}
    rules = _rules()
    for match in rules.pattern.finditer(text):
        words, reason = match.group().strip(), rules.reasons[str(match.lastgroup)]
        if words not in found and not any(known.touch(*s) for s in occurrences(words, text)):
            found[words] = match.start(), reason
    return found


def _around(text: str, span: tuple[int, int], others: Spans) -> tuple[int, int] | None:
    """The place of the number at `span` with the words around it, as many as it takes to hold
    none of the `others` wherever those words stand; None where no words of its sentence do."""
    start, end = _quotation(text, span)
    if (start, end) == span or others.touch(start, end):
        start = _back(text, span[0], others, _PLAIN, _BEFORE)
        end = _on(text, span[1], others, _PLAIN, _BEHIND)
        if text[start].isdigit():
            start = _back(text, start, others, _DIGIT, _MOST)
    for _ in range(_MOST):
        if not any(others.touch(*one) for one in occurrences(text[start:end].strip(), text)):
            return _trimmed(text, start, end)
        further = _on(text, end, others, _SENTENCE, 1)
        start = start if further > end else _back(text, start, others, _SENTENCE, 1)
        end = further
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _quotation(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The quoted words of a line that hold the span, the span where none do."""
    start = text.rfind("“", max(0, span[0] - _QUOTED), span[0])
    quoted = _QUOTATION.match(text, start) if start >= 0 else None
    return quoted.span() if quoted and quoted.end() >= span[1] else span


def _back(text: str, at: int, others: Spans, allowed: re.Pattern[str], most: int) -> int:
    """`most` characters before `at` at the most, as far as they are allowed and touch no other."""
    start = at
    while start > max(0, at - most) and allowed.match(text, start - 1):
        if others.touch(start - 1, start):
            break
        start -= 1
    return start


def _on(text: str, at: int, others: Spans, allowed: re.Pattern[str], most: int) -> int:
    """The same behind `at`."""
    end = at
    while end < at + most and allowed.match(text, end) and not others.touch(end, end + 1):
        end += 1
    return end


class _Rules(NamedTuple):
    """The table: the pattern of all its phrases, the reason of each group of it, and what finds
    the numbers that a curator judges, whatever the reader says."""

    pattern: re.Pattern[str]
    reasons: Mapping[str, LeftOutReason]
    doubtful: re.Pattern[str]


@cache
def _rules() -> _Rules:
    file = resources.files(__package__).joinpath("left_out.yml")
    table = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    phrases = [
        (LeftOutReason(reason), pattern)
        for reason, patterns in table["phrases"].items()
        for pattern in patterns
    ]
    reasons = {f"rule{place}": reason for place, (reason, _) in enumerate(phrases)}
    whole = (f"(?P<rule{place}>{_filled(rule)})" for place, (_, rule) in enumerate(phrases))
    doubtful = "|".join(map(_filled, table["doubtful"]))
    return _Rules(re.compile("|".join(whole)), reasons, re.compile(doubtful))


def _filled(pattern: str) -> str:
    return pattern.format(count=_COUNT, number=_NUMBER)

"""Numbers of a report that are plainly no figures, so that a curator sees only the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

import yaml

from tally.records.spans import Spans, occurrences
from tally.terms import LeftOutReason

_COUNT = "[一二三四五六七八九十百]+"
_DIGITS = "一二两三四五六七八九十"
_SMALL = f"(?<![{_DIGITS}百千万亿0-9.第])[{_DIGITS}](?![{_DIGITS}百千万亿0-9.])"
_NUMBER = f"(?:{_COUNT}|[0-9]+)"


def plainly_left_out(
    text: str, known: Iterable[tuple[int, int]] = (), read: Iterable[tuple[int, int]] = ()
) -> dict[str, str]:
    """The standing phrases with numbers that a reading text holds, with the reason to leave each
    out, in the order of the text; those of `left_out.yml`.

    An entry applies wherever its words stand, so that words which hold one of the `known`
    figures somewhere, spans of the numbers that indicators are known of, are none; nor are those
    of its part `unread` which hold one of all that were `read`.
    """
    figures = tuple(known)
    found = _free("always", text, figures, ())
    done = [span for words in found for span in occurrences(words, text)]
    found = {**_free("unread", text, (*figures, *read), done), **found}
    return {words: reason for words, (_, reason) in sorted(found.items(), key=lambda one: one[1])}


def _free(
    part: str, text: str, kept: Iterable[tuple[int, int]], done: Iterable[tuple[int, int]]
) -> dict[str, tuple[int, LeftOutReason]]:
    """The phrases of a part of the table that touch none of the spans `kept`, wherever they
    stand, each with the place where it is found first and its reason; within `done` none is."""
    figures, gone = Spans.of(kept), Spans.of(done)
    found: dict[str, tuple[int, LeftOutReason]] = {}
    reasons, pattern = _rules()[part]
    for match in pattern.finditer(text):
        words, reason = match.group().strip(), reasons[str(match.lastgroup)]
        held = (figures.touch(*span) for span in occurrences(words, text))
        if words not in found and not gone.touch(*match.span()) and not any(held):
            found[words] = match.start(), reason
    return found


@cache
def _rules() -> Mapping[str, tuple[Mapping[str, LeftOutReason], re.Pattern[str]]]:
    """Of each part of the table the reason of each group, and the pattern of all of them."""
    file = resources.files(__package__).joinpath("left_out.yml")
    table = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return {part: _part(rules) for part, rules in table.items()}


def _part(
    table: Mapping[str, Iterable[str]],
) -> tuple[Mapping[str, LeftOutReason], re.Pattern[str]]:
    rules = [
        (LeftOutReason(reason), pattern.format(count=_COUNT, number=_NUMBER, small=_SMALL))
        for reason, patterns in table.items()
        for pattern in patterns
    ]
    groups = {f"rule{place}": reason for place, (reason, _) in enumerate(rules)}
    whole = "|".join(f"(?P<rule{place}>{rule})" for place, (_, rule) in enumerate(rules))
    return groups, re.compile(whole)

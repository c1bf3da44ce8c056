"""Numbers of a report that are plainly no figures, so that a curator sees only the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

import yaml

from tally.records.spans import Spans, occurrences
from tally.terms import LeftOutReason

_COUNT = "[一二三四五六七八九十百]+"
_NUMBER = f"(?:{_COUNT}|[0-9]+)"


def plainly_left_out(text: str, figures: Iterable[tuple[int, int]] = ()) -> dict[str, str]:
    """The standing phrases with numbers that a reading text holds, with the reason to leave each
    out, in the order of the text; those of `left_out.yml`.

    An entry applies wherever its words stand, so that words which hold one of the `figures`
    somewhere, spans of the numbers that indicators are known of, are none.
    """
    kept = Spans.of(figures)
    found = dict(_phrases(text))
    return {
        words: reason
        for words, reason in found.items()
        if not any(kept.touch(*span) for span in occurrences(words, text))
    }


def _phrases(text: str) -> Iterator[tuple[str, str]]:
    reasons, pattern = _rules()
    for match in pattern.finditer(text):
        yield match.group().strip(), reasons[str(match.lastgroup)]


@cache
def _rules() -> tuple[dict[str, LeftOutReason], re.Pattern[str]]:
    """The reason of each group, and the pattern of all of them."""
    file = resources.files(__package__).joinpath("left_out.yml")
    table = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    rules = [
        (LeftOutReason(reason), pattern.format(count=_COUNT, number=_NUMBER))
        for reason, patterns in table.items()
        for pattern in patterns
    ]
    groups = {f"rule{place}": reason for place, (reason, _) in enumerate(rules)}
    whole = "|".join(f"(?P<rule{place}>{rule})" for place, (_, rule) in enumerate(rules))
    return groups, re.compile(whole)

"""A year before that was revised: the verdict uses what stood when the outcome came out."""

from __future__ import annotations

import pytest

from tally.derive import Outlook, judge
from tally.derive.interval import point
from tally.records.model import Observation, Source, Target
from tally.terms import Comparator
from tally.words.sentences import said
from tests.support.records import (
    LATER,
    dataset,
    indicator,
    ledger_of,
    observation,
    relation,
    source,
    target,
    vocabulary,
)

WORDS = vocabulary(indicator("x"))
IN_TIME, TOO_LATE = source("in-time", "2021-03-01", "bulletin"), source("too-late", "2024-03-01")


def look(promise: Target, rows: list[Observation], *sources: Source) -> Outlook:
    return judge(ledger_of(dataset(rows, [promise], sources), WORDS))[promise.id]


def levels(before: str, revised: str, by: Source, now: str) -> list[Observation]:
    """The level of the year before, its revision by a later source, and that of the year."""
    return [
        observation("x", "2020", f"level {before}"),
        observation("x", "2020", f"level {revised}", by.id),
        observation("x", "2021", f"level {now}", LATER),
    ]


# fmt: off
REVISED = [
    # promise, who revised 100 to 110, level of the year, verdict
    (target("x", "growth ≥10%"), IN_TIME, "112家", "missed"),
    (target("x", "growth ≥10%"), IN_TIME, "122家", "met"),
    (target("x", "growth ≥10%"), TOO_LATE, "112家", "met"),
    (relation("x", "previous", "level"), IN_TIME, "100家", "missed"),
    (relation("x", "previous", "level"), IN_TIME, "106家", "met"),
    (relation("x", "previous", "level"), TOO_LATE, "100家", "met"),
    (target("x", "growth 10% since 2020"), IN_TIME, "112家", "missed"),
]
# fmt: on


@pytest.mark.parametrize(("promise", "by", "now", "verdict"), REVISED)
def test_the_year_before_is_what_was_known_with_the_outcome(
    promise: Target, by: Source, now: str, verdict: str
) -> None:
    assert look(promise, levels("100家", "110家", by, now), by).verdict.code == verdict


def test_the_reason_shows_both_figures() -> None:
    found = look(target("x", "growth ≥10%"), levels("100家", "110家", IN_TIME, "122家"), IN_TIME)
    assert said(found.verdict.reason, WORDS).zh == (
        "122家比上年的110家（当初公布100家）增长10.9%；承诺增长10%以上"
    )
    assert "on 110 (first put at 100) is +10.9%" in said(found.verdict.reason, WORDS).en


def test_the_baseline_stays_that_of_the_promise_beside_what_stands_now() -> None:
    rows = levels("100家", "110家", TOO_LATE, "112家")
    found = look(target("x", "level 112家"), rows, TOO_LATE)
    assert (found.baseline, found.revised) == (rows[0], rows[1])


def test_a_figure_that_only_rounds_another_is_no_revision() -> None:
    rows = levels("100亿元", "100.3亿元", IN_TIME, "112亿元")
    assert look(target("x", "level 112亿元"), rows, IN_TIME).revised is None


def test_what_is_accepted_before_an_outcome_is_known_follows_from_what_stands_now() -> None:
    rows = levels("100家", "110家", TOO_LATE, "112家")[:2]
    found = look(relation("x", "previous", "level", Comparator.GE), rows, TOO_LATE)
    assert found.accepted is not None
    assert found.accepted.interval.low == point(110).low

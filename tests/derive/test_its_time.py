"""A promise is judged by the figure of its time; what was published later is told beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tally.derive import Outlook, judge_all, open_ledgers
from tally.records.model import Area, Datasets, Observation
from tally.terms import GrowthBasis, VerdictCode
from tally.words.sentences import said
from tests.support.records import (
    LATER,
    PLACE,
    both,
    dataset,
    indicator,
    ledger_of,
    observation,
    source,
    target,
    vocabulary,
)

REAL = indicator("x", growth_basis=GrowthBasis.REAL)
WORDS = vocabulary(REAL)
BULLETIN = source("bulletin", "2022-03-01", "bulletin")
EARLY, REVISED = (
    source("early", "2023-02-01", "statistics"),
    source("revised", "2026", "statistics"),
)
SOURCES = (BULLETIN, EARLY, REVISED)


def look(rows: list[Observation], promised: str = "growth ≥6%") -> Outlook:
    ledger = ledger_of(dataset(rows, [target("x", promised)], SOURCES), WORDS)
    return judge_all([ledger])[target("x", promised).id]


def said_by(source_id: str, stated: str, status: str | None = None) -> Observation:
    return observation("x", "2021", stated, source_id, status)


ABOUT = said_by(LATER, "growth ≈6.1%")
# fmt: off
OF_ITS_TIME = [
    # what is published of 2021, the verdict on at least 6%, that by the newest figure
    ([said_by(LATER, "growth 6.1%")], "met", None),
    ([said_by(LATER, "growth 6.1%"), said_by("bulletin", "growth 5.9%")], "met", "missed"),
    ([said_by(LATER, "growth 6.1%"), said_by("bulletin", "growth 6.2%")], "met", "met"),
    ([said_by(LATER, "growth 6.1%"), said_by("bulletin", "growth 5.9%", "final")], "missed", None),
    ([said_by(LATER, "growth 6.1%"), said_by("revised", "growth 5.9%", "final")], "met", "missed"),
    ([said_by(LATER, "growth 5.9%"), said_by("revised", "index 106.3点")], "missed", "met"),
    ([said_by(LATER, "growth >5%"), said_by("bulletin", "growth 5.9%")], "missed", None),
    ([said_by("early", "index 106.1点"), said_by("revised", "index 105.8点")], "met", "missed"),
    ([said_by("revised", "index 105.8点")], "missed", None),
    # what is only about so much is that index, or was revised
    ([ABOUT, said_by("revised", "index 105.9点")], "missed", None),
    ([ABOUT, said_by("revised", "index 104.3点")], "undecidable", "missed"),
    ([ABOUT, said_by("early", "index 104.3点")], "undecidable", "missed"),
]
# fmt: on


@pytest.mark.parametrize(("rows", "verdict", "newest"), OF_ITS_TIME)
def test_a_promise_is_judged_by_the_figure_of_its_time(
    rows: list[Observation], verdict: str, newest: str | None
) -> None:
    found = look(rows).verdict
    assert (found.code, found.revised) == (verdict, newest)
    assert look(rows[::-1]).verdict == found


def test_the_reason_says_what_a_later_figure_would_turn() -> None:
    reason = said(look(OF_ITS_TIME[5][0]).verdict.reason, WORDS)
    assert reason.zh == (
        "2021年公布增长5.9%；承诺增长6%以上。"
        "后来公布的数（2026年公布的指数为106.3（上年=100），即增长6.3%）则已达成"
    )
    assert "By what was published later (the index published in 2026 is 106.3" in reason.en


def test_the_reason_is_silent_where_a_later_figure_turns_nothing() -> None:
    assert "后来" not in said(look(OF_ITS_TIME[2][0]).verdict.reason, WORDS).zh


# --- a gap to the area above ---------------------------------------------------------------------

HERE = Area("kunshan", both("here"), "320583", "above", PLACE)
ABOVE = Area("above", both("above"), "320000", None, PLACE)


def above(stated: str, source_id: str = LATER) -> Observation:
    row = observation("x", "2021", stated, source_id, area="above")
    return replace(row, id=row.id.replace("kunshan", "above"))


# fmt: off
GAPS = [
    # promised points above the other, what is published of both, the verdict
    ("gap 2个百分点", [said_by(LATER, "growth 8%"), above("growth 6%")], "met"),
    ("gap 2个百分点", [said_by(LATER, "growth 7.4%"), above("growth 6%")], "missed"),
    ("gap ≥1个百分点", [said_by("revised", "index 107.5点"), above("growth 6%")], "met"),
    ("gap ≥2个百分点", [said_by(LATER, "growth 8%")], "undecidable"),
    ("gap ≥2个百分点", [said_by(LATER, "gap 2.1个百分点"), above("growth 8%")], "met"),
    ("gap ≥2个百分点", [], "pending"),
]
# fmt: on


@pytest.mark.parametrize(("promised", "rows", "verdict"), GAPS)
def test_points_above_another_area_follow_from_the_growth_of_both(
    promised: str, rows: list[Observation], verdict: str
) -> None:
    words = replace(WORDS, areas={"above": ABOVE, "kunshan": HERE})
    held = replace(dataset(rows, [target("x", promised)], SOURCES), areas=("above", "kunshan"))
    found = judge_all(open_ledgers(Datasets(words, {held.id: held})).values())[
        target("x", promised).id
    ].verdict
    assert found.code == VerdictCode(verdict)

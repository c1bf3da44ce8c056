"""What a promise accepts is drawn as the verdict has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.charts.facts import Fact, promised
from tally.derive import Ledger, Outlook, judge, open_ledgers
from tally.records.load import load
from tally.terms import Direction
from tests.charts.made import setting
from tests.support.records import LATER, indicator, observation, target

ROOT = Path(__file__).parents[2]


def drawn_promise(outlook: Outlook, ledger: Ledger) -> Fact:
    return next(fact for _, fact in promised(outlook, ledger) if fact.is_target)


def test_every_promise_of_the_real_data_is_drawn_with_the_ends_of_its_verdict() -> None:
    records = load(ROOT / "datasets").datasets
    told = []
    for ledger in open_ledgers(records).values():
        for outlook in judge(ledger).values():
            if outlook.target.figure is not None:
                fact = drawn_promise(outlook, ledger)
                told.append((outlook, (fact.low, fact.high)))
    assert told
    for outlook, ends in told:
        assert outlook.accepted is not None
        assert ends == (outlook.accepted.interval.low, outlook.accepted.interval.high)


# fmt: off
ABOUT = [
    # promise of growth, direction, reported, whether the dot stands within the band, verdict
    ("growth ≈6%", "up", "growth 9.1%", True, "met"),
    ("growth ≈6%", "up", "growth 5.4%", False, "missed"),
    ("growth ≈3%", "down", "growth 2.1%", True, "met"),
    ("growth ≈3%", "none", "growth 3.6%", False, "missed"),
    ("growth 5~6%", "up", "growth 7%", True, "met"),
    ("growth 6%", "up", "growth 5.8%", True, "met"),
]
# fmt: on


@pytest.mark.parametrize(("promise", "direction", "reported", "within", "verdict"), ABOUT)
def test_the_dot_of_an_outcome_stands_within_the_band_of_a_promise_that_is_met(
    promise: str, direction: Direction, reported: str, within: bool, verdict: str
) -> None:
    rows = [observation("x", "2021", reported, LATER)]
    ledger, (outlook,) = setting(rows, [target("x", promise)], indicator("x", direction))
    band = drawn_promise(outlook, ledger)
    value = rows[0].figure.value
    inside = (band.low is None or band.low <= value) and (band.high is None or value <= band.high)
    assert (inside, outlook.verdict.code) == (within, verdict)

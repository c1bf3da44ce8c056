"""What the State Council's reports promised for their own year, and what is known of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.derive import Ledger, Outlook, judge_all, open_ledgers
from tally.records.load import load

DATASETS = Path(__file__).parents[3] / "datasets"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return open_ledgers(load(DATASETS, ("nation",)).datasets)["china"]


@pytest.fixture(scope="module")
def promises(ledger: Ledger) -> list[Outlook]:
    """Of each report until 2025 its numbers for its own year."""
    known = judge_all([ledger])
    return [
        known[target.id]
        for target in ledger.promises
        if target.figure is not None
        and target.due <= "2025"
        and target.evidence.source == f"gwr-{target.due}-china"
    ]


def told_by_the_next_report(outlook: Outlook, ledger: Ledger) -> bool:
    figure = outlook.target.figure
    return figure is not None and any(
        ledger.source(row).kind == "work-report" and row.figure.measure == figure.measure
        for row in outlook.outcomes
    )


def test_of_194_promises_85_are_told_by_the_next_report_and_116_with_the_bulletins(
    promises: list[Outlook], ledger: Ledger
) -> None:
    assert len(promises) == 194
    assert sum(told_by_the_next_report(one, ledger) for one in promises) == 85
    assert sum(bool(one.outcomes) for one in promises) == 116


def test_no_later_revision_turns_a_verdict_on_growth(promises: list[Outlook]) -> None:
    growth = [one.verdict for one in promises if one.target.indicator == "gdp"]
    assert len(growth) == 17  # 2020 has no target
    assert [one.code for one in growth if one.revised not in (None, one.code)] == []


def test_prices_that_stayed_as_they_were_are_a_rise_of_nought(ledger: Ledger) -> None:
    [row] = ledger.find("consumer-prices", "2025", "growth")
    assert (row.figure.value, row.figure.stated) == (0, "全年居民消费价格与上年持平")

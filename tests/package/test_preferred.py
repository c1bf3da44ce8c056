"""The one figure of several to use."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tally.package.preferred import preferred_ids
from tally.package.tables import observation_rows
from tally.records.model import Observation
from tally.terms import Basis
from tests.package.samples import sample_dataset, sample_edition, sample_vocabulary
from tests.support import records as made
from tests.support.records import ledger_of

FIRST, LATER = made.REPORT, made.LATER


def level(
    figure: str, source: str = FIRST, status: str | None = None, confidence: float | None = None
) -> Observation:
    """A figure of the GDP of 2019; one with a confidence only the machine has read."""
    row = made.observation("gdp", "2019", f"level {figure}", source, status=status)
    return replace(row, confidence=confidence, review="extracted") if confidence else row


@pytest.mark.parametrize(
    ("better", "other"),
    [
        (level("4045亿元", LATER, "final"), level("4000亿元", FIRST, "preliminary")),
        (level("4045亿元", FIRST, "final"), level("4045亿元", LATER)),
        (level("4045亿元", LATER, "preliminary"), level(">4000亿元", FIRST, "final")),
        (level("≈4000亿元", LATER), level("≥4000亿元", FIRST)),
        (level(">4000亿元", LATER, "preliminary"), level("4045亿元", FIRST, "final", 0.99)),
        (level("4045亿元", LATER, None, 0.9), level("4000亿元", FIRST, None, 0.8)),
        (level("4045亿元", FIRST, None, 0.8), level("4000亿元", LATER, None, 0.8)),
    ],
    ids=[
        "final before preliminary",
        "final before one that does not say",
        "an exact figure before a bound",
        "about before a bound",
        "reviewed before read by the machine",
        "what the machine is surer of",
        "of two it is as sure of the first",
    ],
)
def test_of_two_sources_the_better_is_preferred(better: Observation, other: Observation) -> None:
    rows = (better, other) if better.evidence.source == FIRST else (other, better)
    dataset = replace(sample_dataset(), observations=rows)
    assert preferred_ids([ledger_of(dataset, sample_vocabulary())]) == {better.id}


def test_two_growths_that_are_counted_differently_are_both_to_use() -> None:
    said = {Basis.LIKE_FOR_LIKE: "growth 6.2%", Basis.AS_COLLECTED: "growth -4.8%"}
    rows = [
        replace(row, id=f"{row.id}/{basis}", figure=replace(row.figure, basis=basis))
        for basis, figure in said.items()
        for row in (made.observation("gdp", "2019", figure),)
    ]
    dataset = replace(sample_dataset(), observations=tuple(rows))
    assert preferred_ids([ledger_of(dataset, sample_vocabulary())]) == {row.id for row in rows}


def test_exactly_one_row_is_preferred_of_each_indicator_period_and_measure() -> None:
    sample = sample_dataset()
    twice = [level("4045亿元", LATER, "final"), level("4000亿元", FIRST, "preliminary")]
    edition = sample_edition(dataset=replace(sample, observations=(*sample.observations, *twice)))
    counts: Counter[tuple[object, ...]] = Counter()
    for row in observation_rows(edition):
        key = (row["area"], row["indicator"], row["period"], row["measure"])
        counts[key] += row["preferred"] is True
    assert set(counts.values()) == {1}

"""Different values for one thing: revisions and disagreements."""

from __future__ import annotations

import pytest

from tally.derive import conflicts
from tally.records.model import (
    Observation,
)
from tally.terms import Status
from tests.support.records import (
    LATER,
    both,
    dataset,
    indicator,
    ledger_of,
    observation,
    source,
    vocabulary,
)

Said = tuple[str, str, Status | None]
OTHER = source("other", "2022-01-10", "news", publisher=both("a newspaper"))


def kinds(*figures: Said) -> list[str]:
    rows = [observation("x", "2020", said, by, status) for said, by, status in figures]
    found = conflicts(ledger_of(dataset(rows, sources=[OTHER]), vocabulary(indicator("x"))))
    return [one.kind for one in found]


# fmt: off
GROUPS: list[tuple[list[Said], list[str]]] = [
    ([("level 4250亿元", "gwr-2021", "preliminary"), ("level 4276.76亿元", LATER, "final")],
     ["revision"]),
    ([("level 4250亿元", "gwr-2021", "preliminary"), ("level 4276.76亿元", "other", None)],
     ["disagreement"]),
    ([("level 4250亿元", "gwr-2021", "preliminary"), ("level 4260亿元", "other", "preliminary"),
      ("level 4276.76亿元", LATER, "final")], ["revision"]),
    ([("level 4250亿元", "gwr-2021", None), ("level 4276.76亿元", LATER, None)], ["revision"]),
    ([("level 4250亿元", "gwr-2021", None), ("level 4276.76亿元", "other", None)],
     ["disagreement"]),
    ([("level 4250亿元", "gwr-2021", "final"), ("level 4276亿元", "other", "preliminary")],
     ["revision"]),
    ([("level 4250亿元", "gwr-2021", "final"), ("level 4276亿元", "other", "final")],
     ["disagreement"]),
    ([("level 4276.8亿元", "gwr-2021", None), ("level 4276.76亿元", "other", None)], []),
    ([("level 5140亿元", "gwr-2021", None), ("level 5140.6亿元", "other", None)], []),
    ([("level 5140亿元", "gwr-2021", None), ("level 5141亿元", "other", None)], ["disagreement"]),
    ([("level 5140家", "gwr-2021", None), ("level 5141家", "other", None)], ["disagreement"]),
    ([("level >4000亿元", "gwr-2021", None), ("level 4276.76亿元", "other", None)], []),
    ([("level 100亿元", "gwr-2021", None), ("level 15亿美元", "other", None)], []),
    ([("level 100亿元", "gwr-2021", None)], []),
]
# fmt: on


@pytest.mark.parametrize(("figures", "expected"), GROUPS)
def test_figures_conflict_where_they_cannot_all_hold(
    figures: list[Said], expected: list[str]
) -> None:
    assert kinds(*figures) == expected


def test_a_conflict_lists_its_figures_in_the_order_of_publication() -> None:
    rows: list[Observation] = [
        observation("x", "2020", "level 9亿元", LATER),
        observation("x", "2020", "level 8亿元"),
    ]
    (found,) = conflicts(ledger_of(dataset(rows), vocabulary(indicator("x"))))
    assert found.observations == (rows[1], rows[0])
    assert (found.indicator, found.period, found.measure) == ("x", "2020", "level")

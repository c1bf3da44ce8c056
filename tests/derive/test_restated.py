"""What is said twice counts once: one document in two datasets, a promise that others repeat."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tally.derive import judge_all, open_ledgers
from tally.derive.ledger import Ledger
from tally.records.model import Area, Datasets, Observation, Source, Target
from tally.terms import Strength
from tests.support.records import (
    AREA,
    LATER,
    PLACE,
    REPORT,
    both,
    dataset,
    figure,
    indicator,
    observation,
    source,
    target,
    vocabulary,
)

WORDS = replace(
    vocabulary(indicator("x")), areas={AREA: Area(AREA, both("here"), "999999", None, PLACE)}
)
PANEL = source("gwr-2021-here")
NEWS = (source("news", "2021-02-01", "news"), source("other-news", "2021-03-01", "news"))


def told(source_id: str, stated: str = "growth ≥6%", strength: str = "expected") -> Target:
    said = replace(figure(stated), strength=Strength(strength))
    path = f"x/2021/growth/target/{strength}/{source_id}"
    promise = target("x", stated, source_id=source_id)
    return replace(promise, id=f"{AREA}/{path}", figure=said, provenance="cited")


def opened(
    targets: list[Target], observations: list[Observation] | None = None, *more: Source
) -> Ledger:
    held = dataset(observations or [], targets, (PANEL, *NEWS, *more))
    return open_ledgers(Datasets(WORDS, {held.id: held}))[AREA]


OWN, FIRM = told(REPORT), told(REPORT, "growth ≥7%", "ambition")

# fmt: off
TOLD = [
    # the promises, which of them are one again, and of which
    ([OWN, told("news")], {1: 0}),
    ([told("news"), OWN], {0: 1}),
    ([OWN, told("news", "growth 6%")], {1: 0}),
    ([OWN, told("news", "growth 5%")], {1: 0}),
    ([OWN, FIRM, told("news", "growth 7%")], {2: 1}),
    ([OWN, FIRM], {}),
    ([told("other-news"), told("news")], {0: 1}),
    ([told("news"), told("other-news", "growth 5%")], {}),
    ([OWN, told("gwr-2021-here")], {1: 0}),
    ([OWN, told("gwr-2021-here", "growth ≥5%")], {}),
    ([OWN, told(LATER)], {}),
]
# fmt: on


@pytest.mark.parametrize(("targets", "again"), TOLD)
def test_a_promise_that_is_told_again_is_one(targets: list[Target], again: dict[int, int]) -> None:
    expected = {targets[at].id: targets[first].id for at, first in again.items()}
    ledger = opened(targets)
    assert ledger.restated == expected
    assert [one.id for one in ledger.promises] == [
        one.id for one in targets if one.id not in expected
    ]


def test_each_keeps_its_verdict_and_says_what_it_is_again() -> None:
    found = judge_all([opened([OWN, told("news")], [observation("x", "2021", "growth 7%", LATER)])])
    assert [(one.verdict.code, one.restates) for one in found.values()] == [
        ("met", None),
        ("met", OWN.id),
    ]


# fmt: off
SAME_DOCUMENT = [
    # where the number stands, what it is, how many figures that makes
    ("gwr-2021-here", "level 5亿元", 1),
    ("gwr-2021-here", "level 6亿元", 2),
    ("news", "level 5亿元", 2),
]
# fmt: on


@pytest.mark.parametrize(("source_id", "stated", "figures"), SAME_DOCUMENT)
@pytest.mark.parametrize("verified_first", [True, False])
def test_a_number_of_one_document_in_two_datasets_is_one_figure(
    source_id: str, stated: str, figures: int, verified_first: bool
) -> None:
    verified = observation("x", "2020", "level 5亿元")
    rows = [verified, observation("x", "2020", stated, source_id, provenance="cited")]
    found = opened([], rows if verified_first else rows[::-1])
    standing = found.find("x", "2020", "level")
    assert len(standing) == figures
    assert verified in standing


def test_documents_are_one_by_their_address_where_none_comes_out_once_a_year() -> None:
    here, there = (source(id_, kind="news", url="https://example.gov/1") for id_ in ("a", "b"))
    rows = [observation("x", "2020", "level 5亿元", name) for name in ("a", "b")]
    assert opened([], rows, here, there).restated == {rows[1].id: rows[0].id}

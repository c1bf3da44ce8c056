"""Areas side by side: what may share an axis, and which of two is certainly more."""

from __future__ import annotations

import pytest

from tally.derive.across import Across, against, places
from tally.derive.interval import Interval, around, point
from tally.records.model import Indicator
from tally.terms import Direction
from tests.support.areas import Told, told_in
from tests.support.records import LATER, figure, indicator, observation, relation, target, wish

GDP = indicator("gdp", growth_basis="real")
FIVE, MORE = point(5), Interval(point(5).low, None)
LESS = Interval(None, point(5).low)


def faces(told: Told, one: Indicator = GDP, **codes: str) -> tuple[Across, ...]:
    library = told_in(one, told, codes)
    return library.across(one)


def promises(**stated: str) -> Told:
    return {area: [target("gdp", words)] for area, words in stated.items()}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ((point(6), FIVE, point(4)), ((1, 1), (2, 2), (3, 3))),
        ((FIVE, FIVE), ((1, 2), (1, 2))),
        ((MORE, point(6)), ((1, 2), (1, 2))),
        ((MORE, point(4)), ((1, 1), (2, 2))),
        ((MORE, point(6), point(4)), ((1, 2), (1, 2), (3, 3))),
        ((around(point(5).low or 0, 1), FIVE, point(7)), ((2, 3), (2, 3), (1, 1))),
        ((LESS, point(6)), ((2, 2), (1, 1))),
        ((LESS, point(4)), ((1, 2), (1, 2))),
    ],
)  # fmt: skip
def test_what_a_bound_leaves_in_no_order_shares_its_places(
    stated: tuple[Interval, ...], expected: tuple[tuple[int, int], ...]
) -> None:
    assert places(stated) == expected


def test_where_less_is_better_the_order_begins_with_the_lowest() -> None:
    assert places((point(6), FIVE), falling=True) == ((2, 2), (1, 1))


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        ("growth 6%", "growth 5%", ("higher", True)),
        ("growth ≥5%", "growth ≥6%", ("lower", True)),
        ("growth ≈5%", "growth ≈5%", ("same", True)),
        ("growth 5~5.5%", "growth 5~6%", ("lower", True)),
        ("growth ≈5%", "growth ≥5%", ("same", False)),
        ("growth 4.5~5%", "growth ≈5%", ("lower", False)),
        ("growth 5~5.5%", "growth ≈5%", ("higher", False)),
        ("growth 3%", "growth ≥5%", ("lower", True)),
        ("growth ≥7%", "growth 5%", ("higher", True)),
        ("growth -1%", "growth 1%", ("lower", True)),
    ],
)
def test_a_promise_stands_to_the_one_before_as_their_wordings_allow(
    new: str, old: str, expected: str
) -> None:
    ledger = told_in(GDP, promises(kunshan="growth 5%")).ledgers["kunshan"]
    assert against(figure(new), figure(old), ledger) == expected


def test_measures_bases_and_units_of_another_family_stand_apart() -> None:
    told = {
        area: [
            *(target("gdp", "growth 6%"), target("gdp", "level 900亿元", due="2022")),
            target("gdp", "growth 5% on nominal", due="2023"),
            target("gdp", "growth 5% on real", due="2024"),
            target("gdp", "level 9亿美元", due="2025"),
        ]
        for area in ("kunshan", "taicang")
    }
    found = {one.face.name: one.years for one in faces(told)}
    assert found == {
        "growth": ("2021", "2024"),
        "level": ("2022",),
        "growth-nominal": ("2023",),
        "level-money-usd": ("2025",),
    }


def test_a_year_of_which_one_area_speaks_is_no_comparison() -> None:
    told = {"kunshan": [target("gdp", "growth 6%"), target("gdp", "growth 7%", due="2022")],
            "taicang": [target("gdp", "growth 6%")]}  # fmt: skip
    assert [one.years for one in faces(told)] == [("2021",)]
    assert faces({"kunshan": [target("gdp", "growth 6%")]}) == ()


def test_areas_stand_by_their_numbers_and_the_nation_before_them() -> None:
    told = promises(
        kunshan="growth ≥5%", taicang="growth 6%", china="growth 5%", qidong="growth 7%"
    )
    told = {**told, "rugao": [wish("gdp", "保持合理增长")]}
    (only,) = faces(told, china="000000")
    assert only.ordered("2021") == ("china", "qidong", "taicang", "kunshan", "rugao")
    assert only.places("2021") == {"qidong": (1, 2), "taicang": (2, 3), "kunshan": (1, 3)}


def test_the_lowest_stands_first_where_less_is_better() -> None:
    fewer = indicator("gdp", Direction.DOWN)
    (only,) = faces(promises(kunshan="level 5%", taicang="level ≤4%"), fewer)
    assert only.ordered("2021") == ("taicang", "kunshan")
    assert only.places("2021") == {"taicang": (1, 1), "kunshan": (2, 2)}


def test_a_promise_without_a_number_stands_among_those_of_its_measure() -> None:
    told = promises(kunshan="growth 5%", taicang="growth 6%")
    (only,) = faces({**told, "qidong": [relation("gdp", "previous")]})
    assert only.of("qidong", "2021").promise is not None
    assert only.places("2021").keys() == {"kunshan", "taicang"}


def test_what_came_of_a_promise_is_the_figure_that_it_was_judged_by() -> None:
    told = {
        "kunshan": [target("gdp", "growth 6%"), observation("gdp", "2021", "growth 7%", LATER)],
        "taicang": [target("gdp", "growth 6%"), observation("gdp", "2021", "index 105.1点", LATER)],
    }
    only = faces(told)[0]
    reported, derived = only.of("kunshan", "2021"), only.of("taicang", "2021")
    assert reported.result is not None
    assert derived.result is None
    assert derived.derived is not None
    assert only.judged("2021")


def test_where_nothing_is_promised_results_stand_in_their_order() -> None:
    told = {area: [observation("gdp", "2021", f"level {n}亿元", LATER)]
            for area, n in {"kunshan": 4, "taicang": 9}.items()}  # fmt: skip
    (only,) = faces(told)
    assert not only.asks("2021")
    assert only.ordered("2021") == ("taicang", "kunshan")

"""Values that a figure of its kind can hardly have."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tally.check.measures import families
from tally.check.plausible import plausible_problems
from tally.records.model import (
    Figure,
    Indicator,
    Localized,
    Place,
    Unit,
)
from tally.terms import Measure

PLACE = Place("f.yml", 1, 1)
FIELD = Place("f.yml", 1, 9)
NAME = Localized("名", "Name")


def figure(measure: Measure, value: str, **more: Any) -> Figure:
    given: dict[str, Any] = {
        "comparator": "eq",
        "value_high": None,
        "direction": None,
        "unit": "u",
        "occurrence": 1,
        "place": PLACE,
        "places": {"value_high": FIELD},
    }
    return Figure(measure=measure, value=Decimal(value), **(given | more))


def unit(family: str, factor: str = "1") -> Unit:
    return Unit("u", NAME, family, Decimal(factor), "u", (), PLACE)


@pytest.mark.parametrize(
    ("odd", "family", "words"),
    [
        (figure("growth", "1000.1"), "percent", "growth of more than 1000 %"),
        (figure("growth", "101", direction="down"), "percent", "decline of more than 100 %"),
        (figure("share", "100.5"), "percent", "share of more than 100 %"),
        (figure("level", "201"), "percent", "rate of more than 200 %"),
        (figure("rank", "0"), "rank", "no place in an order"),
        (figure("rank", "2.5"), "rank", "no place in an order"),
        (figure("level", "2.5"), "persons", "not whole"),
        (figure("growth", "-3"), "percent", "direction: down"),
        (figure("growth", "6", value_high=Decimal(6)), "percent", "not above the lower"),
    ],
)
def test_an_odd_value_is_a_warning(odd: Figure, family: str, words: str) -> None:
    [problem] = plausible_problems(odd, unit(family))
    assert problem.severity == "warning"
    assert words in problem.message
    assert problem.place == (FIELD if odd.value_high is not None else PLACE)


@pytest.mark.parametrize(
    ("usual", "of"),
    [
        (figure("growth", "1000"), unit("percent")),
        (figure("share", "100"), unit("percent")),
        (figure("level", "99.5"), unit("percent")),
        (figure("rank", "1"), unit("rank")),
        (figure("level", "0.5"), unit("persons", "10000")),
        (figure("level", "0"), unit("count")),
        (figure("growth", "6", value_high=Decimal("6.5")), unit("percent")),
        (figure("level", "99999999999"), unit("money-cny")),
    ],
)
def test_a_usual_value_is_not(usual: Figure, of: Unit) -> None:
    assert list(plausible_problems(usual, of)) == []


@pytest.mark.parametrize(
    ("measure", "allowed"),
    [
        ("level", {"money-cny"}),
        ("cumulative", {"money-cny"}),
        ("growth", {"percent", "ratio", "doublings"}),
        ("change", {"money-cny", "percent"}),
        ("share", {"percent"}),
        ("ratio", {"ratio"}),
        ("rank", {"rank"}),
        ("index", {"index", "percent"}),
        ("gap", {"percent"}),
    ],
)
def test_each_measure_has_its_unit_families(measure: Measure, allowed: set[str]) -> None:
    indicator = Indicator("gdp", NAME, NAME, "economy", ("money-cny",), "up", (), (), {}, (), PLACE)
    assert set(families(measure, indicator)) == allowed

"""The outcomes that a promise accepts: made once, by the rule that judges it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tally.derive import Outlook, judge, open_ledgers
from tally.derive.interval import Interval
from tally.records.load import load
from tally.records.model import (
    Observation,
    Target,
)
from tally.terms import Direction
from tests.support.records import (
    LATER,
    dataset,
    indicator,
    ledger_of,
    milestone,
    observation,
    relation,
    target,
    vocabulary,
)

ROOT = Path(__file__).parents[2]
DIRECTIONS: tuple[Direction, ...] = ("up", "down", "none")


def look(promise: Target, rows: list[Observation], direction: Direction = "up") -> Outlook:
    known = vocabulary(indicator("x", direction), indicator("gdp"))
    return judge(ledger_of(dataset(rows, [promise]), known))[promise.id]


# fmt: off
ACCEPTED = [
    # promise, direction, what it accepts in its base unit
    ("growth ≥6%", "none", "[6, ∞)"),
    ("level >400家", "up", "(400, ∞)"),
    ("level ≤2.5%", "down", "(-∞, 2.5]"),
    ("level <2.5%", "down", "(-∞, 2.5)"),
    ("growth -≥10%", "down", "(-∞, -10]"),
    ("level 30亿元", "up", "[2950000000, ∞)"),
    ("level 30亿元", "down", "(-∞, 3050000000)"),
    ("level 30亿元", "none", "[2950000000, 3050000000)"),
    ("level 30座", "none", "[30, 30]"),
    ("growth -10%", "none", "(-10.5, -9.5]"),
    ("growth ≈6%", "up", "[5.5, ∞)"),
    ("level ≈40%", "none", "[38, 42]"),
    ("level 70~80%", "none", "[70, 80]"),
    ("level 70~80%", "up", "[70, ∞)"),
    ("rank 3位", "up", "(-∞, 3]"),
]
# fmt: on


def written(interval: Interval) -> str:
    """As mathematics writes it: [6, ∞)."""
    low = "(-∞" if interval.low is None else f"{'[('[interval.low_open]}{float(interval.low):.12g}"
    high = (
        "∞)" if interval.high is None else f"{float(interval.high):.12g}{'])'[interval.high_open]}"
    )
    return f"{low}, {high}"


@pytest.mark.parametrize(("promised", "direction", "accepted"), ACCEPTED)
def test_what_a_wording_accepts_is_known_before_any_outcome(
    promised: str, direction: Direction, accepted: str
) -> None:
    sign = promised.replace("-≥", "≥-")
    found = look(target("x", sign), [], direction)
    assert found.accepted is not None
    assert written(found.accepted.interval) == accepted
    assert (found.verdict.code, found.weighed) == ("pending", None)


# fmt: off
RELATIONS = [
    # measure, comparator and the other; what is known of that; what the promise accepts
    ("growth approx gdp", observation("gdp", "2021", "growth 7.8%", LATER), "[6.8, ∞)"),
    ("growth gt gdp", observation("gdp", "2021", "growth 7.8%", LATER), "(7.8, ∞)"),
    ("growth gt gdp", observation("gdp", "2021", "growth >8%", LATER), None),
    ("growth approx gdp", observation("gdp", "2020", "growth 5%"), None),
    ("level approx previous", observation("x", "2020", "level 200家"), "[190, ∞)"),
    ("level le previous", observation("x", "2020", "level 200家"), "(-∞, 200]"),
]
# fmt: on


@pytest.mark.parametrize(("said", "row", "accepted"), RELATIONS)
def test_a_relation_accepts_something_once_its_other_number_is_known(
    said: str, row: Observation, accepted: str | None
) -> None:
    measure, comparator, to = said.split()
    found = look(relation("x", to, measure, comparator), [row]).accepted
    assert (found and written(found.interval)) == accepted


def test_a_promise_that_is_not_reviewed_shows_what_it_accepts_but_is_not_judged() -> None:
    promise = target("x", "growth ≥6%", review="extracted")
    found = look(promise, [observation("x", "2021", "growth 7%", LATER)])
    assert found.accepted is not None
    assert (found.verdict.code, found.verdict.inference) == ("pending", None)


def test_a_milestone_accepts_no_numbers() -> None:
    assert look(milestone("stadium"), []).accepted is None


def agree(outlook: Outlook) -> bool:
    """Whether the verdict is what the drawing shows: the outcome within what is accepted, or
    out of it."""
    if outlook.weighed is None or outlook.accepted is None or not outlook.verdict.inference:
        return True
    if outlook.weighed.unit != outlook.accepted.unit:
        return False
    outcome, accepted = outlook.weighed.interval, outlook.accepted.interval
    within = all(holds(accepted, end) for end in edges(outcome))
    return within == (outlook.verdict.code == "met") or clashes(outlook)


def clashes(outlook: Outlook) -> bool:
    """Whether two sources, or two ways to reckon, led to opposite verdicts."""
    return outlook.verdict.reason.key in ("reason.clash", "reason.opposed")


def holds(interval: Interval, value: Fraction) -> bool:
    above = interval.low is None or value > interval.low or (
        value == interval.low and not interval.low_open
    )  # fmt: skip
    below = interval.high is None or value < interval.high or (
        value == interval.high and not interval.high_open
    )  # fmt: skip
    return above and below


def edges(interval: Interval) -> list[Fraction]:
    """The least and the greatest value in an interval, all but."""
    hair, far = Fraction(1, 10**12), Fraction(10**30)
    low = -far if interval.low is None else interval.low
    high = far if interval.high is None else interval.high
    return [low + hair * interval.low_open, high - hair * interval.high_open]


def test_no_verdict_on_the_real_data_disagrees_with_what_is_accepted() -> None:
    records = load(ROOT / "datasets").datasets
    ledgers = open_ledgers(records).values()
    outlooks = [outlook for one in ledgers for outlook in judge(one).values()]
    assert [one.target.id for one in outlooks if not agree(one)] == []
    numbered = [one for one in outlooks if one.target.figure]
    assert numbered
    assert [one.target.id for one in numbered if one.accepted is None] == []


NUMBERS = st.decimals(0, 20, places=1, allow_nan=False).map(lambda number: f"{number}")
SIGNS = st.sampled_from(["", "≈", "≥", ">", "≤", "<"])
MINUS = st.sampled_from(["", "-"])
GROWTHS = st.builds("growth {}{}{}%".format, SIGNS, MINUS, NUMBERS)
LEVELS = st.builds("level {}{}亿元".format, SIGNS, NUMBERS)


@settings(deadline=None)
@given(st.sampled_from(DIRECTIONS), st.one_of(GROWTHS, LEVELS), st.lists(GROWTHS | LEVELS))
def test_no_verdict_on_any_figure_disagrees_with_what_is_accepted(
    direction: Direction, promised: str, outcomes: list[str]
) -> None:
    rows = [
        observation("x", period, said, LATER, id=f"{index}/{period}")
        for index, said in enumerate(outcomes)
        for period in ("2020", "2021", "2022")[index % 3 :]
    ]
    assert agree(look(target("x", promised), rows, direction))


@settings(deadline=None)
@given(
    st.sampled_from(DIRECTIONS),
    st.sampled_from(["approx", "eq", "ge", "gt", "le", "lt"]),
    st.lists(GROWTHS, max_size=2),
    st.lists(GROWTHS, max_size=2),
)
def test_no_verdict_on_a_relation_disagrees_with_what_is_accepted(
    direction: Direction, comparator: str, own: list[str], other: list[str]
) -> None:
    rows = [
        observation(name, "2021", said, LATER, id=f"{name}/{index}")
        for name, told in (("x", own), ("gdp", other))
        for index, said in enumerate(told)
    ]
    promise = relation("x", "gdp", "growth", comparator)
    assert agree(look(promise, rows, direction))


@settings(deadline=None)
@given(st.sampled_from(DIRECTIONS), st.sampled_from(["approx", "eq", "ge", "gt"]), LEVELS, LEVELS)
def test_no_verdict_on_the_year_before_disagrees_with_what_is_accepted(
    direction: Direction, comparator: str, before: str, now: str
) -> None:
    rows = [
        observation("x", "2020", before),
        observation("x", "2021", now, LATER),
    ]
    promise = relation("x", "previous", "level", comparator)
    assert agree(look(promise, rows, direction))


RATES = st.lists(GROWTHS, min_size=2, max_size=3)
AIMS = st.one_of(GROWTHS, LEVELS.map(lambda said: said.replace("level", "cumulative")))


@settings(deadline=None)
@given(st.sampled_from(DIRECTIONS), AIMS, RATES, st.lists(LEVELS, min_size=2, max_size=4))
def test_no_verdict_on_an_aim_over_years_disagrees_with_what_is_accepted(
    direction: Direction, promised: str, rates: list[str], levels: list[str]
) -> None:
    rows = [
        observation("x", str(first + index), said, LATER, id=f"{first}/{index}")
        for first, told in ((2020, rates), (2019, levels))
        for index, said in enumerate(told)
    ]
    assert agree(look(target("x", promised, "2020-2021"), rows, direction))


@settings(deadline=None)
@given(
    st.sampled_from(DIRECTIONS),
    st.builds("growth {}{}{} since 2019".format, SIGNS, st.integers(1, 4), st.sampled_from("倍番")),
    st.lists(LEVELS, min_size=3, max_size=3),
)
def test_no_verdict_on_a_doubling_disagrees_with_what_is_accepted(
    direction: Direction, promised: str, levels: list[str]
) -> None:
    rows = [
        observation("x", str(2019 + index), said, LATER, id=str(index))
        for index, said in enumerate(levels)
    ]
    assert agree(look(target("x", promised), rows, direction))

"""Intervals: arithmetic that never loses a possible value, and comparison that never guesses."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.derive.interval import Interval, around, below, inside, meet, point

amounts = st.fractions(min_value=Fraction(1, 100), max_value=1000, max_denominator=100)


@st.composite
def holding(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """A positive interval and a value in it."""
    value, under, over = draw(amounts), draw(amounts), draw(amounts)
    return Interval(value - value * under / 1001, value + over), value


@given(holding(), holding())
def test_arithmetic_on_intervals_holds_the_arithmetic_on_their_values(
    first: tuple[Interval, Fraction], second: tuple[Interval, Fraction]
) -> None:
    (a, x), (b, y) = first, second
    for result, value in ((a + b, x + y), (a - b, x - y), (a * b, x * y), (a / b, x / y)):
        assert inside(point(value), result) == "yes"


@given(holding(), holding())
def test_certainty_holds_for_every_value(
    first: tuple[Interval, Fraction], second: tuple[Interval, Fraction]
) -> None:
    (a, x), (b, _) = first, second
    if inside(a, b) == "yes":
        assert inside(point(x), b) == "yes"
    if inside(a, b) == "no":
        assert inside(point(x), b) == "no"


def bounds(low: int | None, high: int | None, opened: str = "") -> Interval:
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Interval(ends[0], ends[1], "(" in opened, ")" in opened)


# fmt: off
INSIDE = [
    (bounds(7, 7), bounds(6, None), "yes"),
    (bounds(6, 6), bounds(6, None), "yes"),
    (bounds(6, 6), bounds(6, None, "("), "no"),
    (bounds(6, None, "("), bounds(6, None, "("), "yes"),
    (bounds(6, None), bounds(6, None, "("), "unknown"),
    (bounds(5, 7), bounds(6, None), "unknown"),
    (bounds(5, None), bounds(6, None), "unknown"),
    (bounds(3, 5), bounds(6, None), "no"),
    (bounds(None, 6, ")"), bounds(6, None), "no"),
    (bounds(None, 6), bounds(6, None), "unknown"),
    (bounds(None, None), bounds(6, None), "unknown"),
    (bounds(None, 2), bounds(None, 3), "yes"),
    (bounds(2, 4), bounds(2, 4), "yes"),
    (bounds(2, 4), bounds(2, 4, "()"), "unknown"),
]
# fmt: on


@pytest.mark.parametrize(("value", "accepted", "certainty"), INSIDE)
def test_inside_is_certain_only_where_all_or_none_of_it_is(
    value: Interval, accepted: Interval, certainty: str
) -> None:
    assert inside(value, accepted) == certainty


def test_touching_intervals_are_below_only_where_an_end_is_open() -> None:
    assert below(bounds(1, 2, ")"), bounds(2, 3))
    assert not below(bounds(1, 2), bounds(2, 3))
    assert meet(bounds(1, 2), bounds(2, 3))


def test_unbounded_intervals_stay_unbounded() -> None:
    assert bounds(1, None, "(") + bounds(2, 3) == bounds(3, None, "(")
    assert -bounds(1, None, "(") == bounds(None, -1, ")")
    assert bounds(6, 6) / bounds(2, None) == bounds(0, 3, "(")


@pytest.mark.parametrize("other", [bounds(-1, 1), bounds(0, 1), bounds(None, 1)])
def test_only_positive_intervals_are_divided(other: Interval) -> None:
    with pytest.raises(ValueError, match="positive"):
        bounds(1, 2) / other


def test_an_interval_runs_upward() -> None:
    with pytest.raises(ValueError, match="cannot run"):
        bounds(2, 1)


def test_around_reaches_equally_far_either_way() -> None:
    assert around(Fraction(6), Fraction(1, 2)) == Interval(Fraction(11, 2), Fraction(13, 2))

"""Stated figures as intervals: what a number written in a report can be.

A report rounds: 4250亿元 is anything that rounds to it, half a unit of the last written digit
either way (halves go up). 左右 (about) is wider: 5 % of the number, or that half unit if it is
more. Bounds (超, 以上, 以内) have one end. Whole counts (家, 人 …) are not rounded.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

from tally.derive.interval import Interval, around
from tally.derive.rulebook import ABOUT_SHARE
from tally.records.model import Figure, Unit
from tally.terms import Comparator

PERCENT_PER_TIME = 100  # growth of 1.5 倍 is 150 %
COUNTED_FAMILIES = frozenset({"count", "persons", "person-times", "households", "rank"})


def base_unit(figure: Figure, unit: Unit) -> str:
    """The unit that `value_of` and `stated` speak in: the base, or % for growth in 倍."""
    return "%" if _growth_in_times(figure, unit) else unit.base


def factor_of(figure: Figure, unit: Unit) -> Fraction:
    """What a value is multiplied by to be in the base unit."""
    factor = _exactly(unit.factor)
    return factor * PERCENT_PER_TIME if _growth_in_times(figure, unit) else factor


def value_of(figure: Figure, unit: Unit) -> Fraction:
    """The stated value in the base unit, negative where the text states a decline."""
    return _signed(figure, Fraction(figure.value) * factor_of(figure, unit))


def high_value_of(figure: Figure, unit: Unit) -> Fraction:
    """The upper value of a range (else the value) in the base unit."""
    high = figure.value if figure.value_high is None else figure.value_high
    return _signed(figure, Fraction(high) * factor_of(figure, unit))


def half_unit(figure: Figure, unit: Unit) -> Fraction:
    """Half a unit of the last written digit, in the base unit; 0 for a whole count."""
    digit = last_digit(figure.value)
    if unit.family in COUNTED_FAMILIES and digit * _exactly(unit.factor) == 1:
        return Fraction(0)
    return digit * factor_of(figure, unit) / 2


def last_digit(value: Decimal) -> Fraction:
    """The worth of the last written digit: 1/10 for 5.1, 1 for 4250."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{value} is not a number")
    return _power_of_ten(min(exponent, 0))


def about(figure: Figure, unit: Unit) -> Fraction:
    """How far 左右 reaches either way, in the base unit."""
    return max(half_unit(figure, unit), abs(value_of(figure, unit)) * ABOUT_SHARE)


def stated(figure: Figure, unit: Unit) -> Interval:
    """What a stated figure can be, in the base unit; declines are negative."""
    size = _size(figure, unit)
    return -size if figure.direction == "down" else size


def _size(figure: Figure, unit: Unit) -> Interval:
    value = abs(value_of(figure, unit)) if figure.direction == "down" else value_of(figure, unit)
    half = half_unit(figure, unit)
    match figure.comparator:
        case Comparator.EQ:
            return Interval(value - half, value + half, high_open=half > 0)
        case Comparator.APPROX:
            return around(value, about(figure, unit))
        case Comparator.RANGE:
            return Interval(value - half, abs(high_value_of(figure, unit)) + half)
        case Comparator.GT | Comparator.GE:
            return Interval(value, None, low_open=figure.comparator == Comparator.GT)
        case Comparator.LT | Comparator.LE:
            return Interval(None, value, high_open=figure.comparator == Comparator.LT)


def _signed(figure: Figure, size: Fraction) -> Fraction:
    return -size if figure.direction == "down" else size


@cache
def _exactly(factor: Decimal) -> Fraction:
    """A unit's factor, of which there are few, as thousands of figures ask for it."""
    return Fraction(factor)


@cache
def _power_of_ten(exponent: int) -> Fraction:
    return Fraction(10) ** exponent


def _growth_in_times(figure: Figure, unit: Unit) -> bool:
    return figure.measure == "growth" and unit.family == "ratio"

"""Stated figures as intervals: what a number written in a report can be.

A report rounds: 4250亿元 is anything that rounds to it, half a unit of the last written digit
either way (halves go up). 左右 (about) is wider: 5 % of the number, or that half unit if it is
more. Bounds (超, 以上, 以内) have one end. Whole counts (家, 人 …) are not rounded, nor is 翻一番.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import log2

from tally.derive.interval import Interval, around, point
from tally.derive.rulebook import ABOUT_SHARE
from tally.records.model import Figure, Unit
from tally.terms import Comparator, Measure

PERCENT_PER_TIME = 100  # growth of 1.5 倍 is 150 %
_MOST_DOUBLINGS = Decimal(100)  # a slip of the pen must not cost hours
TIMES, DOUBLINGS = "ratio", "doublings"
COUNTED_FAMILIES = frozenset({"count", "persons", "person-times", "households", "rank"})


def base_unit(figure: Figure, unit: Unit) -> str:
    """The unit that `value_of` and `stated` speak in: the base, or % for growth in 倍 or 番."""
    return "%" if in_times(figure, unit) else unit.base


def in_times(figure: Figure, unit: Unit) -> bool:
    """Whether growth is told in 倍 or 番: 增长1.5倍, 翻两番."""
    return figure.measure == Measure.GROWTH and unit.family in (TIMES, DOUBLINGS)


def in_words(figure: Figure, unit: Unit) -> bool:
    """Whether growth is told without digits to round to: 翻一番, 增长一倍."""
    return in_times(figure, unit) and figure.value == figure.value.to_integral_value()


def value_of(figure: Figure, unit: Unit) -> Fraction:
    """The stated value in the base unit, negative where the text states a decline."""
    return _signed(figure, _in_base(figure.value, figure, unit))


def high_value_of(figure: Figure, unit: Unit) -> Fraction:
    """The upper value of a range (else the value) in the base unit."""
    high = figure.value if figure.value_high is None else figure.value_high
    return _signed(figure, _in_base(high, figure, unit))


def half_unit(figure: Figure, unit: Unit) -> Fraction:
    """Half a unit of the last written digit, in the base unit; 0 for a whole count or 翻一番."""
    digit = last_digit(figure.value)
    if unit.family == DOUBLINGS:
        return Fraction(0)
    if unit.family in COUNTED_FAMILIES and digit * _exactly(unit.factor) == 1:
        return Fraction(0)
    return digit * _factor(figure, unit) / 2


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


def in_unit_base(value: Fraction, figure: Figure, unit: Unit) -> Fraction:
    """A value in the unit that verdicts are made in, in the base of the figure's own unit: 100 %
    of growth are 1 倍 or 1 番."""
    if unit.family == DOUBLINGS and in_times(figure, unit):
        return Fraction(log2(1 + value / PERCENT_PER_TIME)) if value > -100 else value
    return value / PERCENT_PER_TIME if in_times(figure, unit) else value


def as_written(figure: Figure, unit: Unit, half: Fraction | None) -> Interval:
    """What a figure is beside one written to `half` a unit of its last digit, or in words (None):
    if it is written as finely it stands as it is written, else it is what it can be."""
    finely = half is None or half_unit(figure, unit) <= half
    if figure.comparator == Comparator.EQ and finely:
        return point(value_of(figure, unit))
    return stated(figure, unit)


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


def _factor(figure: Figure, unit: Unit) -> Fraction:
    factor = _exactly(unit.factor)
    return factor * PERCENT_PER_TIME if in_times(figure, unit) else factor


def _in_base(number: Decimal, figure: Figure, unit: Unit) -> Fraction:
    """A written number in the base unit; n 番 are 2 to the n times as much."""
    if unit.family == DOUBLINGS and in_times(figure, unit):
        return (Fraction(2 ** min(number, _MOST_DOUBLINGS)) - 1) * PERCENT_PER_TIME
    return Fraction(number) * _factor(figure, unit)

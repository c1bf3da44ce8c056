"""Intervals: what a rounded or bounded number can be, with exact arithmetic.

An end that is None is unbounded; an open end is not itself a possible value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from operator import add, mul
from typing import Literal

Certainty = Literal["yes", "no", "unknown"]
End = Fraction | None
Combine = Callable[[Fraction, Fraction], Fraction]
_FINE = 10**12  # roots are taken to one part of this


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`."""

    low: End
    high: End
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval cannot run from {self.low} down to {self.high}")

    @property
    def positive(self) -> bool:
        """Whether every value is above zero."""
        return self.low is not None and (self.low > 0 or (self.low == 0 and self.low_open))

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high

    def __neg__(self) -> Interval:
        return Interval(_minus(self.high), _minus(self.low), self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            _end(add, self.low, other.low),
            _end(add, self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """The product of two positive intervals; ValueError for others."""
        _need_positive(self, other)
        return Interval(
            _end(mul, self.low, other.low),
            _end(mul, self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient of two positive intervals; ValueError for others."""
        return self * other._reciprocal()

    def scaled(self, factor: Fraction) -> Interval:
        """Every value times a number above zero."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)

    def _reciprocal(self) -> Interval:
        _need_positive(self)
        return Interval(
            Fraction(0) if self.high is None else 1 / self.high,
            1 / self.low if self.low else None,
            self.high_open or self.high is None,
            self.low_open,
        )


EVERYTHING = Interval(None, None)


def point(value: Fraction | int) -> Interval:
    """The interval that holds one value."""
    return Interval(Fraction(value), Fraction(value))


def around(value: Fraction, tolerance: Fraction) -> Interval:
    """All values at most `tolerance` away."""
    return Interval(value - tolerance, value + tolerance)


def inside(value: Interval, bounds: Interval) -> Certainty:
    """Whether what lies in `value` lies in `bounds`: certainly, certainly not, or unknown."""
    if _starts_within(value, bounds) and _starts_within(-value, -bounds):
        return "yes"
    return "no" if below(value, bounds) or below(bounds, value) else "unknown"


def counted_from(bounds: Interval, other: Interval, combine: Combine) -> Interval | None:
    """Bounds that are relative to another value (`combine` makes an end from theirs and its),
    as what lies within them whatever that value is; None where nothing certainly does."""
    if (bounds.low is not None and other.high is None) or (
        bounds.high is not None and other.low is None
    ):
        return None
    low, high = _end(combine, bounds.low, other.high), _end(combine, bounds.high, other.low)
    if low is not None and high is not None and low > high:
        return None
    low_open = bounds.low_open and not other.high_open
    return Interval(low, high, low_open, bounds.high_open and not other.low_open)


def below(lower: Interval, upper: Interval) -> bool:
    """Whether every value of `lower` is certainly under every value of `upper`."""
    if lower.high is None or upper.low is None:
        return False
    touching_open = lower.high_open or upper.low_open
    return lower.high < upper.low or (lower.high == upper.low and touching_open)


def meet(first: Interval, second: Interval) -> bool:
    """Whether both can hold the same value."""
    return not below(first, second) and not below(second, first)


def _starts_within(value: Interval, bounds: Interval) -> bool:
    if bounds.low is None:
        return True
    if value.low is None:
        return False
    return value.low > bounds.low or (
        value.low == bounds.low and (value.low_open or not bounds.low_open)
    )


def _need_positive(*intervals: Interval) -> None:
    if not all(interval.positive for interval in intervals):
        raise ValueError("only positive intervals are multiplied and divided")


def _minus(end: End) -> End:
    return None if end is None else -end


def _end(combine: Combine, first: End, second: End) -> End:
    return None if first is None or second is None else combine(first, second)


def root(interval: Interval, degree: int) -> Interval:
    """The n-th root of a positive interval, an end that is not exact rounded outward."""
    _need_positive(interval)
    low = None if interval.low is None else _root(interval.low, degree, up=False)
    high = None if interval.high is None else _root(interval.high, degree, up=True)
    return Interval(low, high, interval.low_open, interval.high_open)


def _root(value: Fraction, degree: int, *, up: bool) -> Fraction:
    """To the next multiple of 1/_FINE below or above."""
    scaled = value * _FINE**degree
    whole = _whole_root(scaled.numerator // scaled.denominator, degree)
    return Fraction(whole + (up and whole**degree != scaled), _FINE)


def _whole_root(value: int, degree: int) -> int:
    """The greatest whole number whose power is not above the value."""
    low, high = 0, 1 << (value.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= value else (low, middle - 1)
    return low

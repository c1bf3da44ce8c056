"""Axes: which numbers stand at the gridlines, and in which unit of each language."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tally.charts.words import SAY
from tally.derive.stated import COUNTED_FAMILIES
from tally.records.model import (
    Figure,
    Localized,
    Unit,
)
from tally.terms import Measure

_ENGLISH_SIZES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_CURRENCIES = {"money-cny": "RMB", "money-usd": "USD"}
_AIR = 0.17  # room for a label beyond the outermost values, as a share of their range
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Axis:
    """How the values of a panel read.

    Values stand in a unit worth `size` base units, named `zh`; times `english_factor` they are
    in the unit that English names `en`.
    """

    unit: Unit
    size: Fraction
    zh: str
    english_factor: Decimal
    en: str

    @property
    def whole(self) -> bool:
        """Whether its unit is counted one by one."""
        return self.unit.family in COUNTED_FAMILIES and self.unit.factor == 1

    def tick(self, value: float) -> Localized:
        """A round number of the axis in both languages."""
        exact = Decimal(repr(value))
        return Localized(_plain(exact), _plain(exact * self.english_factor, grouped=True))

    def place(self, value: Fraction) -> float:
        """A value of the base unit in the unit of the axis."""
        return round(float(value) / float(self.size), 6)

    def number(self, figure: Figure) -> Localized:
        """A stated number of this unit without it, with the digits it was written with."""
        value, sign = figure.value, "−" if figure.direction == "down" else ""
        english = value * self.english_factor
        if english == english.to_integral_value() and value == value.to_integral_value():
            english = _no_coarser(english, value, self.english_factor)
        return Localized(f"{sign}{value:f}", f"{sign}{english:,f}")


def axis_for(unit: Unit, base: Unit, largest: Fraction, measure: Measure) -> Axis:
    """The axis of a panel whose largest value, in the base unit, is `largest`."""
    if unit.family == "percent" or measure == "growth":
        return Axis(unit, Fraction(1), "%", Decimal(1), "%")
    divisor, word = _english_size(largest)
    factor = unit.factor / divisor
    currency = _CURRENCIES.get(unit.family)
    named = unit if unit.factor == 1 else base
    noun = "" if currency or unit.family == "count" else named.name.en
    parts = [part for part in (currency, word, noun) if part]
    zh = unit.name.zh if unit.family == "ratio" else unit.id
    return Axis(unit, Fraction(unit.factor), zh, factor, " ".join(parts) or SAY["no-unit"].en)


def domain(values: list[float], *, from_zero: bool = False) -> tuple[float, float]:
    """The values at the edges of an axis that shows all values with some air around them."""
    low, high = min(values), max(values)
    if from_zero or 0 <= low < high - low:
        low = min(low, 0.0)
    air = (high - low or abs(high) or 1.0) * _AIR
    return (low - air if low else low), high + air


def ticks(low: float, high: float, *, whole: bool = False, most: int = 4) -> list[float]:
    """Round numbers inside an axis, `most` of them or fewer; `whole`: no halves of a company."""
    rough = max((high - low) / most, 1.0 if whole else 0.0)
    power = 10.0 ** math.floor(math.log10(rough))
    steps = (step * power for step in _STEPS if step * power >= rough)
    step = next(step for step in steps if not whole or step == int(step))
    first, last = math.ceil(low / step), math.floor(high / step)
    digits = max(0, 2 - math.floor(math.log10(step)))
    return [round(n * step, digits) for n in range(first, last + 1)]


def _english_size(largest: Fraction) -> tuple[Decimal, str]:
    for size, word in _ENGLISH_SIZES:
        if abs(largest) >= Fraction(size):
            return size, word
    return Decimal(1), ""


def _no_coarser(english: Decimal, value: Decimal, factor: Decimal) -> Decimal:
    """A whole number keeps the digits that were written: 4250 of 亿 is 425.0 billion."""
    exponent = value.as_tuple().exponent
    worth = (int(exponent) if isinstance(exponent, int) else 0) + factor.adjusted()
    return english.quantize(Decimal(1).scaleb(min(worth, 0)))


def _plain(value: Decimal, *, grouped: bool = False) -> str:
    whole = value == value.to_integral_value()
    exact = value.quantize(Decimal(1)) if whole else value.normalize()
    text = f"{exact:,f}" if grouped else f"{exact:f}"
    return text.replace("-", "−")

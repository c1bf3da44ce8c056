"""Axes: in which unit of each language the values of a panel stand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tally.charts.groups import Group
from tally.derive.ledger import Ledger
from tally.records.model import (
    Figure,
    Localized,
    Unit,
)
from tally.terms import Measure
from tally.words import say, table

_POWERS = (12, 9, 6)  # of ten, that English counts large amounts in


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
    def name(self) -> Localized:
        return Localized(self.zh, self.en)

    def place(self, value: Fraction, lang: str) -> float:
        """A value of the base unit in the unit that the language names."""
        own = value / self.size
        return round(float(own if lang == "zh" else own * Fraction(self.english_factor)), 6)

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
    currency = _english(f"amount.currency.{unit.family}")
    named = unit if unit.factor == 1 else base
    noun = "" if currency or unit.family == "count" else named.name.en
    parts = [part for part in (currency, word, noun) if part]
    zh = unit.name.zh if unit.family == "ratio" else unit.id
    en = " ".join(parts) or say("chart.no_unit", "en")
    return Axis(unit, Fraction(unit.factor), zh, factor, en)


def _english_size(largest: Fraction) -> tuple[Decimal, str]:
    for power in _POWERS:
        if abs(largest) >= 10**power:
            return Decimal(10) ** power, _english(f"amount.scale.{power}")
    return Decimal(1), ""


def _english(key: str) -> str:
    """The word of an amount by itself: billion, RMB."""
    return say(key, "en", number="").strip() if key in table("en") else ""


def _no_coarser(english: Decimal, value: Decimal, factor: Decimal) -> Decimal:
    """A whole number keeps the digits that were written: 4250 of 亿 is 425.0 billion."""
    exponent = value.as_tuple().exponent
    worth = (int(exponent) if isinstance(exponent, int) else 0) + factor.adjusted()
    return english.quantize(Decimal(1).scaleb(min(worth, 0)))


def axis_of(group: Group, ledger: Ledger) -> Axis:
    """The axis in the unit of the latest stated figure."""
    stated = [fact.figure for fact in group.facts if fact.figure is not None]
    units = ledger.vocabulary.units
    unit = units[stated[-1].unit] if stated else units[group.base]
    largest = max((abs(fact.value) for fact in group.facts), default=Fraction(1))
    return axis_for(unit, units.get(unit.base, unit), largest, group.measure)

"""How figures read: as stated, in plain English, with the words of their bounds.

Chinese keeps the digits and the unit of the report (4250亿元). English converts the unit without
inventing precision (RMB 425.0 billion): the number keeps as many significant digits as stated.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from tally.records.model import Figure, Relation, Unit
from tally.site.routes import Lang
from tally.site.words import say

Units = Mapping[str, Unit]

_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_CURRENCIES = {"money-cny": "RMB", "money-usd": "USD"}
_PER = {"money-cny-per-month": "a month", "money-cny-per-year": "a year"}
_SIGNED = ("growth", "change")


def digits(value: Decimal, *, grouped: bool = False) -> str:
    """The number with the digits it was written with, never in scientific notation."""
    return f"{value:,f}" if grouped else f"{value:f}"


def scaled(value: Decimal, factor: Decimal) -> Decimal:
    """`value × factor` with the significant digits of `value`."""
    product = (value * factor).normalize()
    stated = len(value.as_tuple().digits)
    exponent = product.adjusted() - stated + 1
    return product.quantize(Decimal(1).scaleb(exponent)) if product else Decimal(0)


def stated(figure: Figure) -> str:
    """The figure as its report writes it: 4250亿元, 6%—6.5%."""
    low = digits(figure.value)
    if figure.value_high is None:
        return f"{low}{figure.unit}"
    shared = figure.unit if figure.unit in ("%", "‰") else ""
    return f"{low}{shared}—{digits(figure.value_high)}{figure.unit}"


def number(figure: Figure, units: Units, lang: Lang) -> str:
    """The number with its unit, without bounds or sign."""
    if lang == "zh" or figure.unit not in units:
        return stated(figure)
    unit = units[figure.unit]
    if figure.value_high is None:
        return _english(figure.value, unit, units)
    low, high = (_english(value, unit, units) for value in (figure.value, figure.value_high))
    return f"{_without_unit(low, high)} to {high}"


def _without_unit(low: str, high: str) -> str:
    return low.removesuffix("%") if low.endswith("%") and high.endswith("%") else low


def _english(value: Decimal, unit: Unit, units: Units) -> str:
    if unit.family == "percent":
        return _percent(value, unit)
    if unit.family == "ratio" and unit.id == "倍":
        return f"{digits(value)} times"
    if unit.family == "rank":
        return f"rank {digits(value)}"
    amount = _in_words(scaled(value, unit.factor))
    if unit.family in _CURRENCIES:
        return f"{_CURRENCIES[unit.family]} {amount}"
    if unit.family in _PER:
        return f"RMB {amount} {_PER[unit.family]}"
    base = units.get(unit.base, unit)
    return f"{amount} {base.name.en}"


def _percent(value: Decimal, unit: Unit) -> str:
    if unit.id == "个百分点":
        return f"{digits(value)} percentage points"
    return f"{digits(value)}{unit.id}"


def _in_words(value: Decimal) -> str:
    """1,000,000 and more in millions, billions, trillions; below, all digits."""
    for size, word in _SCALES:
        if value >= size:
            return f"{digits(value.scaleb(-size.adjusted()), grouped=True)} {word}"
    whole = value.quantize(Decimal(1)) if value.as_tuple().exponent > 0 else value  # type: ignore[operator]
    return digits(whole, grouped=True)


def signed(figure: Figure, text: str) -> str:
    """A growth or change with its sign: +5%, −3.2%."""
    if figure.measure not in _SIGNED:
        return text
    return f"−{text}" if figure.direction == "down" else f"+{text}"


def worded(figure: Figure, units: Units, lang: Lang) -> str:
    """The figure with the words of its bound: 2.5%以内, +5%, 增长6%以上, growth of at least 6%."""
    text = number(figure, units, lang)
    if figure.comparator == "eq":
        return signed(figure, text)
    bounded = say(f"comparator.{figure.comparator}", lang, value=text)
    if figure.measure not in _SIGNED:
        return bounded
    return say(f"moved.{figure.direction or 'up'}.{figure.measure}", lang, value=bounded)


def restated(figure: Figure, units: Units, lang: Lang) -> str | None:
    """The other way to read it: English shows the report's own form where it differs."""
    if lang == "zh" or figure.unit not in units:
        return None
    own = stated(figure)
    return None if own == number(figure, units, lang) else own


def relation(relation: Relation, other: str, lang: Lang) -> str:
    """A promise relative to something else: 与地区生产总值的增长大致同步."""
    if relation.to == "previous":
        return say(f"relation.previous.{relation.comparator}", lang)
    measure = say(f"measure.{relation.measure}", lang)
    return say(f"relation.{relation.comparator}", lang, measure=measure, other=other)

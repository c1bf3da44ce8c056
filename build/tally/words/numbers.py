"""Amounts in words, by the way in which a language writes them (its figures.yml)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from tally.derive.interval import Interval
from tally.derive.stated import COUNTED_FAMILIES, last_digit
from tally.records.model import Figure, Localized, Place, Unit
from tally.terms import Comparator
from tally.words.tables import everywhere, say, table

Units = Mapping[str, Unit]

_POWERS = (12, 9, 6)  # of ten, that a spelled amount may be counted in
_NARROW_SHARE = Fraction(1, 200)  # of an amount
_WIDEST = 5  # units of the last digit shown
_MYRIAD = Decimal(10_000)
_RATES = ("%", "‰")
_PERCENT = Unit("%", Localized("%", "%"), "percent", Decimal(1), "%", (), Place("units"))


def number(figure: Figure, units: Units, lang: str) -> str:
    """The number or range with its unit, without bound or sign: 4250亿元; RMB 425.0 billion."""
    unit = units[figure.unit]
    if figure.measure == "rank":
        return say("amount.place", lang, number=f"{figure.value:f}", unit=unit.id)
    ends = (figure.value,) if figure.value_high is None else (figure.value, figure.value_high)
    return _stated(tuple(map(str, ends)), unit, units.get(unit.base, unit), lang)


def bounded(text: str, comparator: Comparator, lang: str) -> str:
    """A number within the words of its bound: 6%以上, at least 6%."""
    return say(f"bound.{comparator}", lang, value=text, word=say(f"comparator.{comparator}", lang))


def plain_amount(value: Decimal, lang: str) -> str:
    """A number by itself, in tens of thousands where the language counts in them."""
    if table(lang)["amount.myriad"] and value >= _MYRIAD:
        return say("amount.myriad", lang, number=_grouped((value / _MYRIAD).normalize(), lang))
    exponent = value.as_tuple().exponent
    whole = isinstance(exponent, int) and exponent > 0
    return _grouped(Decimal(int(value)) if whole else value, lang)


def amount(interval: Interval, unit: Unit, units: Units, lang: str) -> str:
    """An interval of amounts, in the base unit, said in the given unit or spelled out."""
    if _keeps_units(lang):
        size = Fraction(unit.factor)
        return _interval(interval, _Scale(lang, size, unit, _decimals(unit, size)))
    end = interval.low if interval.high is None else interval.high
    return _interval(interval, _scale(end or Fraction(0), unit, units.get(unit.base, unit), lang))


def amount_words(interval: Interval, unit: Unit, units: Units) -> Localized:
    """The same in every language."""
    return everywhere(lambda lang: amount(interval, unit, units, lang))


def percent(interval: Interval, lang: str) -> str:
    """An interval in percent, without a sign: 9.1%, 7至10%, 超过11%."""
    return _interval(interval, _Scale(lang, Fraction(1), _PERCENT))


def rounded(value: Fraction, places: int) -> Decimal:
    """To so many places, halves up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class _Scale:
    """How a language shows a value of the base unit: divided, then with the words of a power of
    ten, its unit (none, where what is counted has no word) and its currency."""

    lang: str
    divisor: Fraction
    unit: Unit | None
    decimals: int = 2
    power: int = 0
    currency: str = ""

    def shown(self, number: str) -> str:
        text = say(f"amount.scale.{self.power}", self.lang, number=number) if self.power else number
        if self.unit is not None:
            text = _with_unit(text, self.unit, self.lang)
        if self.currency:
            text = say(f"amount.currency.{self.currency}", self.lang, number=text)
        return text


def _with_unit(number: str, unit: Unit, lang: str) -> str:
    """A number with its unit, in a way of the unit's own if it has any: 1.93∶1, 1.93 to 1."""
    own = f"amount.own.{unit.id}"
    if own in table(lang):
        return say(own, lang, number=number)
    return say("amount.unit", lang, number=number, unit=_unit_name(number, unit, lang))


def _unit_name(number: str, unit: Unit, lang: str) -> str:
    if _keeps_units(lang):
        return unit.id
    single = number == "1" and unit.one and unit.name.spoken(lang) == "en"
    return unit.one if single else unit.name[lang]


def _keeps_units(lang: str) -> bool:
    return say("amount.units", lang) == "stated"


def _grouped(number: Decimal, lang: str) -> str:
    """Plain digits with the language's signs: 9,000.8; never in scientific notation."""
    group, decimal = say("amount.group", lang), say("amount.decimal", lang)
    whole, _, part = f"{number:,f}".partition(".")
    return whole.replace(",", group) + (decimal + part if part else "")


@lru_cache(maxsize=65536)
def _stated(ends: tuple[str, ...], unit: Unit, base: Unit, lang: str) -> str:
    """Kept by the written digits, as 5.10 and 5.1 are equal numbers but not the same words."""
    values = [Decimal(end) for end in ends]
    if _keeps_units(lang):
        return _joined([_grouped(value, lang) for value in values], _Scale(lang, Fraction(1), unit))
    scale = _scale(Fraction(values[-1]) * Fraction(unit.factor), unit, base, lang)
    ratio = Fraction(unit.factor) / scale.divisor
    return _joined([_grouped(_rescaled(value, ratio), lang) for value in values], scale)


def _joined(numbers: list[str], scale: _Scale) -> str:
    """A number or both ends of a range, with the unit."""
    if len(numbers) == 1:
        return scale.shown(numbers[0])
    low, high = numbers
    rate = scale.unit is not None and scale.unit.id in _RATES
    if rate and say("amount.repeated", scale.lang) == "yes":
        return say("amount.ends", scale.lang, low=scale.shown(low), high=scale.shown(high))
    return scale.shown(say("amount.ends", scale.lang, low=low, high=high))


def _rescaled(value: Decimal, ratio: Fraction) -> Decimal:
    """`value × ratio` to the digit that was written: 4250 of 亿 is 425.0 of a billion."""
    worth = last_digit(value) * ratio
    places = 0
    while worth * 10**places < 1:
        places += 1
    return rounded(Fraction(value) * ratio, places)


def _scale(size: Fraction, unit: Unit, base: Unit, lang: str) -> _Scale:
    """Spelled out: in the largest power that the size reaches, money in its currency, what is
    counted without a word."""
    if unit.family == "percent":
        return _Scale(lang, Fraction(unit.factor), unit)
    currency = unit.family if f"amount.currency.{unit.family}" in table(lang) else ""
    named = None if currency or unit.family == "count" else unit if unit.factor == 1 else base
    for power in _POWERS:
        if abs(size) >= 10**power:
            return _Scale(lang, Fraction(10**power), named, 2, power, currency)
    return _Scale(lang, Fraction(1), named, _decimals(unit, Fraction(1)), 0, currency)


def _decimals(unit: Unit, divisor: Fraction) -> int:
    return 0 if unit.family in COUNTED_FAMILIES and divisor == 1 else 2


def _interval(interval: Interval, scale: _Scale) -> str:
    low, high = (None if e is None else e / scale.divisor for e in (interval.low, interval.high))
    if low is not None and high is not None:
        return scale.shown(_between(low, high, scale))
    end, toward = (high or Fraction(0), math.ceil) if low is None else (low, math.floor)
    number = _outward(end, min(scale.decimals, 1), toward)
    beyond = interval.low_open or interval.high_open or Fraction(number) != end
    plain, strict = ("le", "lt") if low is None else ("ge", "gt")
    text = scale.shown(_trimmed(number, scale))
    return bounded(text, Comparator(strict if beyond else plain), scale.lang)


def _between(low: Fraction, high: Fraction, scale: _Scale) -> str:
    """The middle of a narrow interval, to a digit no finer than it; else both ends, rounded
    outward."""
    middle, width = (low + high) / 2, high - low
    if width <= abs(middle) * _NARROW_SHARE:
        fitting = [places for places in range(scale.decimals + 1) if width * 10**places <= _WIDEST]
        return _trimmed(rounded(middle, max(fitting, default=0)), scale)
    places = 0 if width >= 1 else scale.decimals
    least, most = (
        _trimmed(_outward(end, places, toward), scale)
        for end, toward in ((low, math.floor), (high, math.ceil))
    )
    return say("amount.interval", scale.lang, low=least, high=most)


def _outward(value: Fraction, places: int, toward: Callable[[Fraction], int]) -> Decimal:
    return Decimal(toward(value * 10**places)).scaleb(-places)


def _trimmed(number: Decimal, scale: _Scale) -> str:
    """Without the zeros that nobody wrote."""
    plain = f"{number:f}"
    short = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return _grouped(Decimal(short), scale.lang)

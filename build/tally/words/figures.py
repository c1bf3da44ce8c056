"""Numbers in words: stated figures with their bounds, and intervals nobody stated.

Chinese keeps the unit of the report (4250亿元); English spells the amount out (RMB 425.0 billion)
with the digits that were written.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter

from tally.derive.interval import Interval, point
from tally.derive.stated import COUNTED_FAMILIES, last_digit
from tally.records.model import (
    Figure,
    Localized,
    Unit,
    Vocabulary,
)
from tally.terms import Comparator, Measure

Units = Mapping[str, Unit]

_BOUNDS: Mapping[Comparator, Localized] = {
    Comparator.EQ: Localized("{}", "{}"),
    Comparator.RANGE: Localized("{}", "{}"),
    Comparator.APPROX: Localized("{}左右", "about {}"),
    Comparator.GE: Localized("{}以上", "at least {}"),
    Comparator.GT: Localized("超{}", "more than {}"),
    Comparator.LE: Localized("{}以内", "at most {}"),
    Comparator.LT: Localized("不到{}", "less than {}"),
}
_CHANGE_ZH = {False: "增长{}", True: "下降{}"}
_PLACES = {False: Localized("上升{}", "up {}"), True: Localized("下降{}", "down {}")}
_SIGN = {False: "+{}", True: "−{}"}
_PROMISED_FALL = "a fall of {}"
_CURRENCIES = {"money-cny": "RMB ", "money-usd": "USD "}
_SCALES = (
    (Fraction(10**12), " trillion"),
    (Fraction(10**9), " billion"),
    (Fraction(10**6), " million"),
)
_NARROW = Fraction(1, 2)  # percentage points of growth
_NARROW_SHARE = Fraction(1, 200)  # of an amount
_WIDEST = 5  # units of the last digit shown
_ZH_FORMS = {"比": "∶1"}
_BOTH_ENDS = ("%", "‰")
SIGNED: tuple[Measure, ...] = (Measure.GROWTH, Measure.CHANGE)


@dataclass(frozen=True, slots=True)
class _Scale:
    """How a value in the base unit is shown: divided, between a prefix and a suffix (`one`
    after the number 1, where that differs); in English with its thousands grouped."""

    divisor: Fraction
    prefix: str
    suffix: str
    decimals: int = 2
    grouped: bool = True
    one: str = ""

    def shown(self, number: str) -> str:
        suffix = self.one if self.one and number == "1" else self.suffix
        return f"{self.prefix}{number}{suffix}"


_TO = Localized("至", " to ")
_In = Callable[[Localized], str]
_ZH: _In = attrgetter("zh")
_EN: _In = attrgetter("en")


def figure_words(figure: Figure, units: Units) -> Localized:
    """A reported figure as stated: 增长7.8%, 超9000亿元; +7.8%, more than RMB 900 billion."""
    bound, plain = _BOUNDS[figure.comparator], number_words(figure, units)
    if figure.measure not in SIGNED:
        return filled(bound, plain)
    down = figure.direction == "down"
    if moves_places(figure, units):
        return filled(_PLACES[down], filled(bound, plain))
    return Localized(
        _CHANGE_ZH[down].format(bound.zh.format(plain.zh)),
        bound.en.format(_SIGN[down].format(plain.en)),
    )


def promise_words(figure: Figure, units: Units) -> Localized:
    """A promised figure: 增长6%左右, 2.5%以内; about 6%, at most 2.5%."""
    words = filled(_BOUNDS[figure.comparator], number_words(figure, units))
    if figure.measure not in SIGNED:
        return words
    down = figure.direction == "down"
    if moves_places(figure, units):
        return filled(_PLACES[down], words)
    english = _PROMISED_FALL.format(words.en) if down else words.en
    return Localized(_CHANGE_ZH[down].format(words.zh), english)


def moves_places(figure: Figure, units: Units) -> bool:
    """Whether the figure is a change of rank, which goes up or down by places: 上升1位."""
    return figure.measure == "change" and units[figure.unit].family == "rank"


def in_a_sentence(name: Localized, vocabulary: Vocabulary) -> Localized:
    """A name within running text: in English without its capital, unless it is an abbreviation
    (R&D spending), begins with an area's name, or has a proper name in it (Super League matches).
    """
    first, *others = name.en.split() or [""]
    areas = {word for area in vocabulary.areas.values() for word in area.name.en.split()}
    if not first[1:2].islower() or first in areas or any(word[0].isupper() for word in others):
        return name
    return Localized(name.zh, name.en[0].lower() + name.en[1:])


def amount_words(interval: Interval, unit: Unit, units: Units) -> Localized:
    """An interval of amounts (in the base unit), in Chinese in the given unit."""
    zh = _Scale(
        Fraction(unit.factor), "", unit.id, _decimals(unit, Fraction(unit.factor)), grouped=False
    )
    end = interval.low if interval.high is None else interval.high
    en = _english_scale(end or Fraction(0), unit, units.get(unit.base, unit))
    return Localized(_interval(interval, zh, _ZH), _interval(interval, en, _EN))


def percent_words(interval: Interval) -> Localized:
    """An interval of growth in percent: 增长9.1%, 增长超11.1%; +9.1%, more than +11.1%.

    A narrow one reads as its middle: 466.9 on 428 is +9.1%, though rounding leaves 9.0 to 9.2.
    """
    interval = _middle_if_narrow(interval)
    fall = interval.high is not None and interval.high < 0
    size = -interval if fall else interval
    zh, en = ("下降", "−") if fall else ("增长", "+")
    return Localized(
        zh + _interval(size, _Scale(Fraction(1), "", "%"), _ZH),
        _interval(size, _Scale(Fraction(1), en, "%"), _EN),
    )


def filled(template: Localized, *values: Localized) -> Localized:
    """A template with `{}` places filled, language by language."""
    return Localized(
        template.zh.format(*(value.zh for value in values)),
        template.en.format(*(value.en for value in values)),
    )


def number_words(figure: Figure, units: Units) -> Localized:
    """The number or range with its unit, without bound or sign: 4250亿元; RMB 425.0 billion.

    What is counted has no unit word in English: 2000座 is 2,000.
    """
    unit = units[figure.unit]
    if figure.measure == "rank":
        return Localized(f"第{figure.value:f}{unit.id}", f"rank {figure.value:f}")
    ends = (figure.value,) if figure.value_high is None else (figure.value, figure.value_high)
    return _ends_with_unit(tuple(map(str, ends)), unit, units.get(unit.base, unit))


@lru_cache(maxsize=65536)
def _ends_with_unit(ends: tuple[str, ...], unit: Unit, base: Unit) -> Localized:
    """Kept by the written digits, as 5.10 and 5.1 are equal numbers but not the same words."""
    values = [Decimal(end) for end in ends]
    scale = _english_scale(Fraction(values[-1]) * Fraction(unit.factor), unit, base)
    ratio = Fraction(unit.factor) / scale.divisor
    english = " to ".join(f"{_rescaled(value, ratio):,f}" for value in values)
    between = f"{unit.id}—" if unit.id in _BOTH_ENDS else "—"
    zh = between.join(f"{value:f}" for value in values) + _ZH_FORMS.get(unit.id, unit.id)
    return Localized(zh, scale.shown(english))


def _rescaled(value: Decimal, ratio: Fraction) -> Decimal:
    """`value × ratio` to the digit that was written: 4250 of 亿 is 425.0 of a billion."""
    worth = last_digit(value) * ratio
    places = 0
    while worth * 10**places < 1:
        places += 1
    return _rounded(Fraction(value) * ratio, places)


def _english_scale(size: Fraction, unit: Unit, base: Unit) -> _Scale:
    if unit.family == "percent":
        if unit.id in _BOTH_ENDS:
            return _Scale(Fraction(unit.factor), "", unit.id)
        return _Scale(Fraction(unit.factor), "", f" {unit.name.en}", one=_singular(unit))
    prefix = _CURRENCIES.get(unit.family, "")
    named = unit if unit.factor == 1 else base
    name = "" if prefix or unit.family == "count" else f" {named.name.en}"
    for scale, word in _SCALES:
        if abs(size) >= scale:
            return _Scale(scale, prefix, f"{word}{name}")
    one = _singular(named) if name else ""
    return _Scale(Fraction(1), prefix, name, _decimals(unit, Fraction(1)), one=one)


def _singular(unit: Unit) -> str:
    return f" {unit.one}" if unit.one else ""


def _decimals(unit: Unit, divisor: Fraction) -> int:
    return 0 if unit.family in COUNTED_FAMILIES and divisor == 1 else 2


def _middle_if_narrow(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    if low is None or high is None or high - low > _NARROW:
        return interval
    return point(Fraction(_rounded((low + high) / 2, 1)))


def _interval(interval: Interval, scale: _Scale, said: _In) -> str:
    low, high = (None if e is None else e / scale.divisor for e in (interval.low, interval.high))
    if low is not None and high is not None:
        return scale.shown(_between(low, high, scale, said(_TO)))
    end, toward = (high or Fraction(0), math.ceil) if low is None else (low, math.floor)
    number = _outward(end, min(scale.decimals, 1), toward)
    beyond = interval.low_open or interval.high_open or Fraction(number) != end
    bounds: tuple[Comparator, Comparator] = (
        (Comparator.LT, Comparator.LE) if low is None else (Comparator.GT, Comparator.GE)
    )
    return said(_BOUNDS[bounds[not beyond]]).format(scale.shown(_trimmed(number, scale)))


def _between(low: Fraction, high: Fraction, scale: _Scale, to: str) -> str:
    """The middle of a narrow interval, to a digit no finer than it; else both ends, rounded
    outward."""
    middle, width = (low + high) / 2, high - low
    if width <= abs(middle) * _NARROW_SHARE:
        fitting = [places for places in range(scale.decimals + 1) if width * 10**places <= _WIDEST]
        return _trimmed(_rounded(middle, max(fitting, default=0)), scale)
    places = 0 if width >= 1 else scale.decimals
    return to.join(
        _trimmed(_outward(end, places, toward), scale)
        for end, toward in ((low, math.floor), (high, math.ceil))
    )


def _outward(value: Fraction, places: int, toward: Callable[[Fraction], int]) -> Decimal:
    return Decimal(toward(value * 10**places)).scaleb(-places)


def _trimmed(number: Decimal, scale: _Scale) -> str:
    text = f"{number:,f}" if scale.grouped else f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(value: Fraction, places: int) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)

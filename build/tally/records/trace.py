"""Where a figure stands in its source: the quote in the reading text, the number in the quote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib import resources
from itertools import pairwise

import yaml

from tally.extract.compact import Compact, compact
from tally.extract.quantities import Form, Quantity, quantities, unread
from tally.records.model import Figure, Unit
from tally.records.spans import Spans

_DIGITS = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_NUMERAL = "[一二三四五六七八九十百千万亿点0-9]"
_ZERO = re.compile(rf"(?<!{_NUMERAL})零(?!{_NUMERAL})")
_RATES = {"持平": 0, "正增长": 0, "两位数": 10}
# What may stand between two numbers of which only the second carries the unit.
_LIST_MARK = re.compile(r"\s*(?:[、，,和与及至到~～—–-]|以及)+\s*")


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as a reading text states it, at `start:end`, its unit included.

    `digits` are its Arabic digits as written, where these alone are the value; `units` are
    the ways its unit may be named, the one that stands behind it first.
    """

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    digits: str | None
    units: tuple[str, ...]
    form: Form

    @property
    def number(self) -> str:
        """The value for a message."""
        low = self.digits or f"{self.value:f}"
        return low if self.high is None else f"{low} to {self.high:f}"

    @property
    def amount(self) -> str:
        """Value and unit for a message."""
        return self.number + (self.units[0] if self.units else "")


def stated_numbers(text: str, units: frozenset[str] = frozenset()) -> tuple[Stated, ...]:
    """Every number of a reading text with its unit, in order; `units` are a vocabulary's names."""
    dense = compact(text)
    found = [stated for q in quantities(dense.text, unread(units)) for stated in _stated(q, dense)]
    counted = [*_with_shared_units(found, text), *_zeros(text)]
    words = Spans.of(match.span() for match in _words().finditer(text))
    numbers = (stated for stated in counted if not words.hold(stated.start, stated.end))
    return tuple(sorted(numbers, key=lambda stated: stated.start))


@cache
def _words() -> re.Pattern[str]:
    """The words whose numerals count nothing."""
    text = resources.files(__package__).joinpath("numerals_in_words.yml").read_text("utf-8")
    table = yaml.load(text, Loader=yaml.CSafeLoader)
    return re.compile("|".join(re.escape(word) for words in table.values() for word in words))


def worded_numbers(text: str) -> Iterator[Stated]:
    """Rates that a cited source says in words, without a number: 与上年持平 is 0%."""
    for words, value in _RATES.items():
        for match in re.finditer(words, text):
            yield Stated(*match.span(), Decimal(value), None, None, ("%",), "bare")


def _zeros(text: str) -> Iterator[Stated]:
    """零感染, 零增长: a nought that stands alone, without a unit."""
    for match in _ZERO.finditer(text):
        yield Stated(*match.span(), Decimal(0), None, None, (), "bare")


def _stated(quantity: Quantity, dense: Compact) -> Iterator[Stated]:
    units = (quantity.unit,) if quantity.unit else ()
    spans: Sequence[tuple[int, int, Decimal]] = quantity.parts
    if len(spans) <= 2:
        spans = ((quantity.start, quantity.end, quantity.value),)
    for begin, end, value in spans:
        digits = _DIGITS.match(dense.text, begin, end)
        written = digits.group().replace(",", "") if digits else None
        exact = written if written is not None and Decimal(written) == value else None
        start, stop = dense.span_before(begin, end)
        yield Stated(start, stop, value, quantity.high, exact, units, quantity.form)


def _with_shared_units(found: Sequence[Stated], text: str) -> Iterator[Stated]:
    """Numbers of a list whose unit stands only behind the last: 高0.3个、0.8个百分点."""
    shared: list[Stated] = list(found)
    for i in range(len(shared) - 2, -1, -1):
        this, following = shared[i], shared[i + 1]
        own = this.units[0] if this.units else ""
        if following.units and _LIST_MARK.fullmatch(text, this.end, following.start):
            more = tuple(unit for unit in following.units if unit != own and unit.startswith(own))
            shared[i] = replace(this, units=this.units + more)
    return iter(shared)


def numbers_within(numbers: Sequence[Stated], start: int, end: int) -> Sequence[Stated]:
    """The numbers that stand within a span of the text."""
    first = bisect_left(numbers, start, key=lambda number: number.start)
    last = bisect_left(numbers, end, key=lambda number: number.start)
    return [number for number in numbers[first:last] if number.end <= end]


def find_figure(
    figure: Figure, numbers: Sequence[Stated], units: Mapping[str, Unit]
) -> Stated | None:
    """The number of a quote that a figure states: value, range and unit agree as written."""
    found = [number for number in numbers if agrees(figure, number, units)]
    if figure.comparator == "range":
        found += _split_ranges(figure, numbers, units)
    return found[figure.occurrence - 1] if figure.occurrence <= len(found) else None


def agrees(figure: Figure, number: Stated, units: Mapping[str, Unit]) -> bool:
    """Whether a stated number is the figure's: the same digits in the same unit.

    A number in Chinese figures, or one such as 2万3千, may be entered at another scale.
    """
    if number.high != figure.value_high:
        return False
    if number.digits is not None or number.high is not None:
        same = number.value == figure.value
        if number.digits is not None:
            same = number.digits == f"{figure.value:f}"
        return same and unit_agrees(figure.unit, number, units)
    return (number.value == figure.value and unit_agrees(figure.unit, number, units)) or (
        _in_base(number, figure, units)
    )


def unit_agrees(unit_id: str, number: Stated, units: Mapping[str, Unit]) -> bool:
    """Whether the unit entered is the one that stands behind the number."""
    unit = units.get(unit_id)
    forms = (unit_id, *unit.forms) if unit else (unit_id,)
    if number.digits is None and number.value == 0:
        return True
    if number.form == "ratio":
        return unit is None or unit.family in ("ratio", "percent")
    if not number.units and unit is not None and unit.family == "ratio":
        return True  # 收入比降至2.2
    return any(form in number.units for form in forms)


def _in_base(number: Stated, figure: Figure, units: Mapping[str, Unit]) -> bool:
    own = units.get(figure.unit)
    stated = next((units[name] for name in number.units if name in units), None)
    if own is None or stated is None or own.base != stated.base:
        return False
    return number.value * stated.factor == figure.value * own.factor


def _split_ranges(
    figure: Figure, numbers: Sequence[Stated], units: Mapping[str, Unit]
) -> Iterator[Stated]:
    """Ranges whose two ends stand apart: 高于6%、低于7%."""
    high = replace(figure, value=figure.value_high or figure.value, value_high=None)
    low = replace(figure, value_high=None)
    for first, second in pairwise(numbers):
        if agrees(low, first, units) and agrees(high, second, units):
            yield replace(first, end=second.end, high=second.value)

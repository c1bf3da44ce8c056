"""How figures read on a page: with their sign, with the words of their bounds."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from tally.records.model import Figure
from tally.site.routes import Lang
from tally.words import pick, say
from tally.words.figures import SIGNED, Units, moves_places, number_words

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def digits(value: Decimal, *, grouped: bool = False) -> str:
    """The number with the digits it was written with, never in scientific notation."""
    return f"{value:,f}" if grouped else f"{value:f}"


def scaled(value: Decimal, factor: Decimal) -> Decimal:
    """`value × factor` with the significant digits of `value`."""
    product = (value * factor).normalize()
    stated = len(value.as_tuple().digits)
    exponent = product.adjusted() - stated + 1
    return product.quantize(Decimal(1).scaleb(exponent)) if product else Decimal(0)


def number(figure: Figure, units: Units, lang: Lang) -> str:
    """The number with its unit, without bounds or sign."""
    return pick(number_words(figure, units), lang)


def stated(figure: Figure, units: Units) -> str:
    """The figure as its report writes it: 4250亿元, 6%—6.5%."""
    return number(figure, units, "zh")


def signed(figure: Figure, text: str) -> str:
    """A growth or change with its sign: +5%, −3.2%."""
    if figure.measure not in SIGNED:
        return text
    return f"−{text}" if figure.direction == "down" else f"+{text}"


def worded(figure: Figure, units: Units, lang: Lang) -> str:
    """The figure with the words of its bound: 2.5%以内, +5%, 增长6%以上, 上升1位."""
    text = number(figure, units, lang)
    bounded = say(f"comparator.{figure.comparator}", lang, value=text)
    if moves_places(figure, units):
        return say(f"moved.{figure.direction or 'up'}.rank", lang, value=bounded)
    if figure.comparator == "eq":
        return signed(figure, text)
    if figure.measure not in SIGNED:
        return bounded
    return say(f"moved.{figure.direction or 'up'}.{figure.measure}", lang, value=bounded)


def restated(figure: Figure, units: Units, lang: Lang) -> str | None:
    """The other way to read it: English shows the report's own form where it differs."""
    if lang == "zh":
        return None
    own = stated(figure, units)
    return None if own == number(figure, units, lang) else own


def reread(text: str, like: Figure, units: Units, lang: Lang) -> str:
    """A former value (4250亿元) in words of the language; other text stays as it is.

    Number and unit must read as a figure like the one that took its place would be stated.
    """
    value = _NUMBER.match(text)
    if value is None:
        return text
    former = replace(like, value=Decimal(value[0]), value_high=None)
    return number(former, units, lang) if stated(former, units) == text else text

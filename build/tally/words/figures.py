"""Numbers in words: stated figures with their bounds, and intervals nobody stated.

How a language says them stands in its figures.yml: with the units of the report (4250亿元), or
the amount spelled out (RMB 425.0 billion); always with the digits that were written.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from tally.derive.interval import Interval, point
from tally.records.model import Figure, Localized, Vocabulary
from tally.terms import Measure, Strength
from tally.words.numbers import (
    Units,
    amount_words,
    bounded,
    number,
    percent,
    rounded,
)
from tally.words.tables import everywhere, say, word

__all__ = [
    "SIGNED",
    "Style",
    "Units",
    "amount_words",
    "figure_words",
    "growth",
    "growth_words",
    "in_a_sentence",
    "movement",
    "number",
    "worded",
]

Style = Literal["full", "cell", "chart"]
"""In a sentence, in a cell of a table, in a chart whose panel says what it measures."""

SIGNED: tuple[Measure, ...] = (Measure.GROWTH, Measure.CHANGE)
_MOVED_BY = {"rank": "rank", "doublings": "doubling"}
_NARROW = Fraction(1, 2)  # percentage points of growth


def worded(figure: Figure, units: Units, lang: str, style: Style = "full") -> str:
    """A figure with its bound and its movement, its basis and its strength: 增长6%以上, 力争增长7%,
    同口径下降4.8%, 2.5%以内; growth of at least 6%."""
    text = bounded(number(figure, units, lang), figure.comparator, lang)
    exact = figure.comparator == "eq"
    down = figure.direction == "down"
    return _qualified(moved(text, movement(figure, units), down, exact, lang, style), figure, lang)


def _qualified(text: str, figure: Figure, lang: str) -> str:
    if figure.basis:
        text = say("qualified.basis", lang, value=text, basis=word(figure.basis, lang))
    if figure.strength != Strength.EXPECTED:
        text = say(f"qualified.{figure.strength}", lang, value=text)
    return text


def figure_words(figure: Figure, units: Units, style: Style = "full") -> Localized:
    """The same in every language."""
    return everywhere(lambda lang: worded(figure, units, lang, style))


def moved(text: str, movement: str | None, down: bool, exact: bool, lang: str, style: Style) -> str:
    """A number that went up or down, as a style says it; what is no movement stays as it is."""
    if movement is None:
        return text
    way, form = "down" if down else "up", "exact" if exact else "bounded"
    return say(f"moved.{style}.{movement}.{way}.{form}", lang, value=text)


def movement(figure: Figure, units: Units) -> str | None:
    """How a figure moves: by growth, by doublings, by a change, or by places in an order; None
    for a state."""
    if figure.measure not in SIGNED:
        return None
    return _MOVED_BY.get(units[figure.unit].family, figure.measure)


def in_a_sentence(name: Localized, vocabulary: Vocabulary) -> Localized:
    """A name within running text: in English without its capital, unless it is an abbreviation
    (R&D spending), begins with an area's name, or has a proper name in it (Super League matches).
    """
    first, *others = name.en.split() or [""]
    areas = {word for area in vocabulary.areas.values() for word in area.name.en.split()}
    if not first[1:2].islower() or first in areas or any(word[0].isupper() for word in others):
        return name
    return Localized(name.zh, name.en[0].lower() + name.en[1:], name.more)


def growth(interval: Interval, lang: str, style: Style = "full") -> str:
    """An interval of growth in percent: 增长9.1%, 增长超过11%; +9.1%, growth of more than 11%.

    A narrow one reads as its middle: 466.9 on 428 is +9.1%, though rounding leaves 9.0 to 9.2.
    """
    interval = _middle_if_narrow(interval)
    fall = interval.high is not None and interval.high < 0
    text = percent(-interval if fall else interval, lang)
    return moved(text, "growth", fall, interval.exact, lang, style)


def growth_words(interval: Interval, style: Style = "full") -> Localized:
    """The same in every language."""
    return everywhere(lambda lang: growth(interval, lang, style))


def _middle_if_narrow(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    if low is None or high is None or high - low > _NARROW:
        return interval
    return point(Fraction(rounded((low + high) / 2, 1)))

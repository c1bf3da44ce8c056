"""What is to be said, before it is said in any language: a sentence's key and its parts.

The room `words` has a wording for each key in each language, with a `{name}` for each part.
"""

from __future__ import annotations

from dataclasses import dataclass

from tally.derive.interval import Interval
from tally.records.model import Figure, Localized
from tally.terms import Period


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure as its report states it, wherever it stands there: 增长7.8%, +7.8%."""

    figure: Figure

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reported) and _said(self.figure) == _said(other.figure)

    def __hash__(self) -> int:
        return hash(_said(self.figure))


@dataclass(frozen=True, slots=True)
class Promised:
    """A figure as a promise states it: 增长6%左右, about 6%."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class Amount:
    """An interval in the base unit, said in the given unit."""

    interval: Interval
    unit: str


@dataclass(frozen=True, slots=True)
class Growth:
    """An interval of growth, in percent."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator by its name, within running text."""

    indicator: str


@dataclass(frozen=True, slots=True)
class NamedArea:
    """An area by its name."""

    area: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Parts one after another, each wording once unless `each` is to be said."""

    parts: tuple[Part, ...]
    each: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a part of one: a key of the words' tables, and what fills its places."""

    key: str
    parts: tuple[tuple[str, Part], ...] = ()


Part = (
    Sentence
    | Reported
    | Promised
    | Amount
    | Growth
    | Named
    | NamedArea
    | Listed
    | Period
    | Localized
    | str
    | tuple["Part", ...]
)
"""A tuple is said part after part."""


def _said(figure: Figure) -> tuple[object, ...]:
    """What the words of a figure depend on: 5.10 is not said as 5.1 is."""
    number = str(figure.value), str(figure.value_high), figure.unit
    said = figure.measure, figure.comparator, figure.direction, figure.basis, figure.strength
    return *number, *said


def sentence(key: str, **parts: Part) -> Sentence:
    """A sentence from its key and its parts by name."""
    return Sentence(key, tuple(parts.items()))

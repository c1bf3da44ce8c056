"""What is to be said, before it is said in any language: a sentence's key and its parts.

The room `words` has a wording for each key in each language, with a `{name}` for each part.
"""

from __future__ import annotations

from dataclasses import dataclass

from tally.derive.interval import Interval
from tally.records.model import Figure, Localized
from tally.records.periods import Period


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure as its report states it: 增长7.8%, +7.8%."""

    figure: Figure


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
class Listed:
    """Parts one after another, each wording once."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a part of one: a key of the words' tables, and what fills its places."""

    key: str
    parts: tuple[tuple[str, Part], ...] = ()


Part = Sentence | Reported | Promised | Amount | Growth | Named | Listed | Period | Localized | str


def sentence(key: str, **parts: Part) -> Sentence:
    """A sentence from its key and its parts by name."""
    return Sentence(key, tuple(parts.items()))

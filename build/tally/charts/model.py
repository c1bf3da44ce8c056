"""What a chart is, before and after it is drawn.

A `Sketch` is pure and cheap: facts, words and places. Drawing it (see `drawing`) gives a `Chart`.
No text of a dataset reaches the drawing engine: a sketch's pictures hold tokens, which are
replaced by escaped text afterwards; so one drawing serves both languages, and its layout depends
on no font.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tally.records.model import Localized
from tally.words import LANGS as LANGS

Lang = str
Row = Mapping[str, float | str]
Spec = dict[str, Any]  # of a chart, in the terms of the drawing engine
Sizes = tuple[tuple[float, float], ...]  # the width and height of each panel, the upper first


@dataclass(frozen=True, slots=True)
class Frame:
    """One panel: its place and size in pixels, and the values at its edges."""

    top: float
    width: float
    height: float
    x: tuple[float, float]
    y: tuple[float, float]

    def left_of(self, x: float) -> float:
        """Pixels from the panel's left edge."""
        low, high = self.x
        return (x - low) / (high - low) * self.width

    def top_of(self, y: float) -> float:
        """Pixels from the panel's upper edge."""
        low, high = self.y
        return (high - y) / (high - low) * self.height


@dataclass(frozen=True, slots=True)
class Panel:
    """A frame with the rows of its four layers, in the order they are painted."""

    frame: Frame
    tints: tuple[Row, ...] = ()
    lines: tuple[Row, ...] = ()
    shapes: tuple[Row, ...] = ()
    labels: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing to be made: `texts[i]` replaces token i; margins are left, top, right, bottom."""

    panels: tuple[Panel, ...]
    texts: tuple[Localized, ...]
    margins: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def width(self) -> float:
        return self.panels[0].frame.width + self.margins[0] + self.margins[2]

    @property
    def height(self) -> float:
        last = self.panels[-1].frame
        return last.top + last.height + self.margins[1] + self.margins[3]


@dataclass(frozen=True, slots=True)
class Sketch:
    """A chart to be drawn, for wide and for narrow screens, with all that is said about it.

    `title` states the finding, `description` is what a screen reader speaks; `rows` under
    `columns` are the same numbers as a table.
    """

    kind: str
    title: Localized
    description: Localized
    columns: tuple[Localized, ...]
    rows: tuple[tuple[Localized, ...], ...]
    wide: Picture
    narrow: Picture | None = None
    source: Localized = field(default=Localized("", ""))


def pick(text: Localized, lang: Lang) -> str:
    """The text in one language."""
    return text[lang]


def same(text: str) -> Localized:
    """A text that is the same in both languages."""
    return Localized(text, text)

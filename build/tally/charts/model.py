"""What a chart is, before and after it is drawn.

A `Sketch` is pure and cheap: facts, words and rows of data. Drawing it (see `drawing`) gives a
`Chart`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tally.charts.design import Design, Picture
from tally.records.model import Localized


@dataclass(frozen=True, slots=True)
class Sketch:
    """A chart to be drawn, with all that is said about it.

    `title` states the finding, `description` is what a screen reader speaks; `rows` under
    `columns` are the same numbers as a table. `picture` fills the chart in one language; `figures`
    is how many marks it has.
    """

    kind: str
    title: Localized
    description: Localized
    columns: tuple[Localized, ...]
    rows: tuple[tuple[Localized, ...], ...]
    picture: Callable[[str], Picture]
    figures: int = 0
    panels: tuple[Localized, ...] = ()
    source: Localized = field(default=Localized("", ""))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart in one language: a whole SVG file, the Vega-Lite specification it was drawn from,
    as JSON, and the design that a reader can have it answer in."""

    svg: str
    spec: str
    answering: Design


@dataclass(frozen=True, slots=True)
class Chart:
    """A sketch with its drawings by language."""

    sketch: Sketch
    drawn: Mapping[str, Drawn]


def same(text: str) -> Localized:
    """A text that is the same in every language."""
    return Localized(text, text)

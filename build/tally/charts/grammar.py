"""The grammar of a chart: which mark stands for which fact.

One table for shapes and one for lines; every chart, and the legend that explains them, is drawn
from these. Position and shape carry the meaning, colour repeats it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tally.charts.palette import colour

CIRCLE = "circle"
_OUTLINE = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z"
_HATCH = "M-.94,.34L.34,-.94M-.6,.8L.8,-.6M-.2,.98L.98,-.2"
_SQUARE = "M-1,-1H1V1H-1Z"
_SQUARE_HATCH = "M-1,0L0,-1M-1,1L1,-1M0,1L1,0"


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark in a box from -1 to 1, where up is more; `radius` is half its width in pixels."""

    path: str
    radius: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.6
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """How a line between two places looks."""

    stroke: str
    width: float
    dash: tuple[float, float] | None = None


SHAPES: Mapping[str, Shape] = {
    "reported": Shape(CIRCLE, 4.4, "reported"),
    "preliminary": Shape(CIRCLE, 3.6, "paper", "reported"),
    "extracted": Shape(_OUTLINE + _HATCH, 4.4, "paper", "reported", 1.1),
    "derived": Shape(CIRCLE, 3.8, "paper", "derived", 1.3, (2, 1.6)),
    "point": Shape(CIRCLE, 2, "reported"),
    "over": Shape("M-.8,-1.1L0,-2.1L.8,-1.1", 5, None, "reported"),
    "under": Shape("M-.8,1.1L0,2.1L.8,1.1", 5, None, "reported"),
    "target": Shape("M-1,0H1", 9, None, "target", 2.2),
    "target-extracted": Shape("M-1,0H1", 9, None, "target", 2.2, (2.5, 1.5)),
    "at-least": Shape("M-.62,-.4L0,-1.15L.62,-.4", 9, None, "target"),
    "at-most": Shape("M-.62,.4L0,1.15L.62,.4", 9, None, "target"),
    "other": Shape(CIRCLE, 2.7, "other"),
    "met": Shape(_SQUARE, 5.5, "met", "met", 1.3),
    "missed": Shape(_SQUARE, 5.5, "paper", "missed", 1.8),
    "undecidable": Shape(_SQUARE + _SQUARE_HATCH, 5.5, "paper", "muted", 1.1),
    "pending": Shape(CIRCLE, 5, "paper", "muted", 1.1),
}

# In the order in which they are painted.
LINES: Mapping[str, Line] = {
    "grid": Line("grid", 1),
    "zero": Line("muted", 1),
    "bracket": Line("muted", 1),
    "distance": Line("muted", 1),
    "other": Line("other", 1.2, (5, 2)),
    "promise": Line("target", 1.6, (4, 3)),
    "range": Line("target", 4),
    "whisker": Line("derived", 1.2),
    "gap": Line("reported", 1.2, (1.5, 3)),
    "series": Line("reported", 1.6),
    "span": Line("reported", 2),
    "tick": Line("target", 2.2),
}

TINT = "target"
TINT_OPACITY = 0.16
FONT_SIZE = 12  # pixels
# What a panel is drawn of, the lowest first, and the values that its scales end at.
LAYERS = ("tints", "lines", "shapes", "labels")
EDGES = ("left", "right", "bottom", "top")


def paint(role: str | None) -> str:
    """The colour of a role, or none."""
    return "none" if role is None else colour(role)

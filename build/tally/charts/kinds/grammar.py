"""The grammar of a chart: which mark stands for which fact.

One table for marks and one for rules; every chart, and the legend that explains them, is drawn
from these. Position and shape carry the meaning, colour repeats it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt

from tally.charts.palette import colour

_ROUND = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z"
_HATCH = "M-.94,.34L.34,-.94M-.6,.8L.8,-.6M-.2,.98L.98,-.2"
_SQUARE = "M-1,-1H1V1H-1Z"
_SQUARE_HATCH = "M-1,0L0,-1M-1,1L1,-1M0,1L1,0"
_UP, _DOWN = "M-.8,.35L0,-.75L.8,.35", "M-.8,-.35L0,.75L.8,-.35"
_TICK = "M-1,0H1"
_LEAST, _MOST = f"{_TICK}M-.6,-.45L0,-1.15L.6,-.45", f"{_TICK}M-.6,.45L0,1.15L.6,.45"
_DOTS = (2.5, 1.5)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a box from -1 to 1, where up is more; `radius` is half its width in pixels."""

    path: str
    radius: float
    stroke: str
    fill: str | None = None
    width: float = 1.6
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """How a line between two places looks."""

    stroke: str
    width: float
    dash: tuple[float, ...] = ()


MARKS: Mapping[str, Mark] = {
    "reported": Mark("circle", 4.4, "reported", "reported"),
    "preliminary": Mark("circle", 3.8, "reported", "paper"),
    "extracted": Mark(_ROUND + _HATCH, 4.4, "reported", "paper", 1.1),
    "derived": Mark("circle", 3.8, "derived", "paper", 1.3, (2, 1.6)),
    "more": Mark(_UP, 7, "reported"),
    "less": Mark(_DOWN, 7, "reported"),
    "more-extracted": Mark(_UP, 7, "reported", None, 1.6, _DOTS),
    "less-extracted": Mark(_DOWN, 7, "reported", None, 1.6, _DOTS),
    "more-derived": Mark(_UP, 7, "derived", None, 1.3, _DOTS),
    "less-derived": Mark(_DOWN, 7, "derived", None, 1.3, _DOTS),
    "target": Mark(_TICK, 9, "target", None, 2.2),
    "at-least": Mark(_LEAST, 9, "target", None, 2.2),
    "at-most": Mark(_MOST, 9, "target", None, 2.2),
    "target-extracted": Mark(_TICK, 9, "target", None, 2.2, _DOTS),
    "at-least-extracted": Mark(_LEAST, 9, "target", None, 2.2, _DOTS),
    "at-most-extracted": Mark(_MOST, 9, "target", None, 2.2, _DOTS),
    "other": Mark("circle", 2.7, "other", "other", 1),
    "point": Mark("circle", 2, "reported", "reported", 1),
    "met": Mark(_SQUARE, 5.5, "met", "met", 1.3),
    "missed": Mark(_SQUARE, 5.2, "missed", "paper", 1.8),
    "met-derived": Mark(_SQUARE, 5.5, "derived", "met", 1.3, (2, 1.6)),
    "missed-derived": Mark(_SQUARE, 5.2, "missed", "paper", 1.3, _DOTS),
    "undecidable": Mark(_SQUARE + _SQUARE_HATCH, 5.5, "muted", "paper", 1.1),
    "pending": Mark("circle", 5, "muted", "paper", 1.1),
}

RULES: Mapping[str, Rule] = {
    "span": Rule("reported", 2),
    "within": Rule("reported", 1.6),
    "target-span": Rule("target", 3),
    "range": Rule("target", 4),
    "whisker": Rule("derived", 1.2),
    "bracket": Rule("muted", 1),
    "distance": Rule("muted", 1),
    "due": Rule("grid", 1),
    "alongside": Rule("other", 1.2, (5, 2)),
    "carried": Rule("target", 1.6, (4, 3)),
}

BAND: Mapping[str, Any] = {
    "stroke": colour("target"),
    "strokeWidth": 18,
    "opacity": 0.16,
    "aria": False,
}

# What marks and rules are stroked with is one scale each, as the layers of a chart share them.
_STROKED: Mapping[str, Mark | Rule] = {**MARKS, **RULES}


def mark_style() -> dict[str, Any]:
    """The encodings by which a row's field `mark` is drawn as the mark of that name."""
    return {
        "shape": _scaled(alt.Shape, "mark", MARKS, lambda mark: mark.path),
        # For the engine a size is the area of the square that the path fits in.
        "size": _scaled(alt.Size, "mark", MARKS, lambda mark: round(4 * mark.radius**2, 2)),
        "fill": _scaled(alt.Fill, "mark", MARKS, _fill),
        **stroke_style("mark"),
    }


def stroke_style(field: str) -> dict[str, Any]:
    """The encodings by which a row's field is stroked as the mark or rule that it names."""
    return {
        "stroke": _scaled(alt.Stroke, field, _STROKED, lambda one: colour(one.stroke)),
        "strokeWidth": _scaled(alt.StrokeWidth, field, _STROKED, lambda one: one.width),
        "strokeDash": _scaled(alt.StrokeDash, field, _STROKED, lambda one: one.dash or (1, 0)),
    }


def _fill(mark: Mark) -> str:
    return colour(mark.fill) if mark.fill else "transparent"


def _scaled(
    channel: Callable[..., Any],
    field: str,
    table: Mapping[str, Any],
    style: Callable[[Any], Any],
) -> Any:
    styles = [style(one) for one in table.values()]
    scale = alt.Scale(type="ordinal", domain=list(table), range=styles)
    return channel(f"{field}:N", scale=scale, legend=None)

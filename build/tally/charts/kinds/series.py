"""Years across, values up: figures as a line with its dots, promises and outcomes beside them.

Data: `facts` (panel, year, value, mark, says; low and high of what a promise accepts; segment of
the line), `rules`, `related` (what a promise is relative to), `labels`, `notes`. Parameters:
`title`, `years` (those that are named) and for each panel `panel0` … what it measures, in which
unit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import altair as alt

from tally.charts.kinds.grammar import BAND, stroke_style
from tally.charts.kinds.parts import Panel, framed, labels, marks, rows, rules
from tally.charts.measures import FONT_SIZE, LEFT, size

Layer = Callable[[str, alt.X, alt.Y], alt.Chart | Panel]
_DX = {"xOffset": alt.ExprRef("datum.dx"), "x2Offset": alt.ExprRef("datum.dx2")}


def chart(
    panels: tuple[tuple[str, ...], ...],
    grouped: bool,
    reversed_: tuple[int, ...] = (),
    interactive: bool = False,
    long: bool = False,
) -> alt.TopLevelMixin:
    """A panel for each tuple of layers (see `LAYERS`); `grouped`: thousands are; the values of
    `reversed_` panels are better the smaller they are, as places in an order. `interactive`: one
    panel at a time, that of the parameter `shown`, in which one can move and look closer. `long`:
    as wide as many years need."""
    names = tuple(f"panel{n}" for n in range(len(panels)))
    if interactive:
        return _answering(panels, names, grouped, reversed_, long)
    last = len(panels) - 1
    made = (
        panel(
            f"datum.panel == {n}", own, grouped, n in reversed_, n == last, size(n, long)
        ).properties(title=_heading(names[n]))
        for n, own in enumerate(panels)
    )
    return framed(*made, params=("years", *names)).resolve_scale(x="shared")


def _answering(
    panels: tuple[tuple[str, ...], ...],
    names: tuple[str, ...],
    grouped: bool,
    reversed_: tuple[int, ...],
    long: bool,
) -> alt.TopLevelMixin:
    every = tuple(name for name in LAYERS if any(name in own for own in panels))
    falling = alt.ExprRef(f"indexof({list(reversed_)}, shown) >= 0") if reversed_ else False
    one = panel("datum.panel == shown", every, grouped, falling, True, size(0, long))
    closer = alt.selection_interval(bind="scales", encodings=["x"], name="closer")
    title = _heading(f"[{', '.join(names)}][shown]")
    made = one.add_params(closer).properties(title=title)
    return framed(made, params=("years", *names)).add_params(alt.param(name="shown", value=0))


def _heading(words: str) -> alt.TitleParams:
    return alt.TitleParams(text=alt.ExprRef(words), fontSize=FONT_SIZE, offset=6)


def panel(
    only: str,
    layers: tuple[str, ...],
    grouped: bool,
    falling: Any,
    years: bool,
    room: tuple[int, int],
) -> Panel:
    """The layers of one panel, for the rows for which `only` holds."""
    x = alt.X(
        "year:Q",
        scale=alt.Scale(zero=False, nice=False, padding=48),
        axis=alt.Axis(
            title=None, format="d", values=alt.ExprRef("years"), grid=False, labels=years
        ),
    )
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(zero=False, padding=16, reverse=falling),
        axis=alt.Axis(title=None, format=",~f" if grouped else "~f", tickCount=4, minExtent=LEFT),
    )
    return layered(only, layers, x, y).properties(width=room[0], height=room[1])


def layered(only: str, layers: tuple[str, ...], x: alt.X, y: alt.Y) -> Panel:
    """The layers of these names, for the rows for which `only` holds."""
    return alt.layer(*(layer(only, x, y) for name, layer in LAYERS.items() if name in layers))


def _band(low: bool, high: bool) -> Layer:
    """What a promise accepts, where it has both ends, or the one: then as far as the panel goes."""
    ends = {True: "isValid", False: "!isValid"}
    known = f"datum.accepts && {ends[low]}(datum.low) && {ends[high]}(datum.high)"

    def layer(only: str, x: alt.X, y: alt.Y) -> alt.Chart:
        bar = rows("facts", f"{only} && {known}").mark_rule(**BAND)
        first = y.copy()
        first.shorthand = "low:Q" if low else "high:Q"
        second = alt.Y2("high:Q") if low and high else alt.value(0 if low else "height")
        return bar.encode(x=x, y=first, y2=second)

    return layer


def _related(only: str, x: alt.X, y: alt.Y) -> alt.Chart:
    line = rows("related", only).mark_line(aria=False)
    return line.encode(x=x, y=y, detail="name:N", **stroke_style("rule"))


def _line(only: str, x: alt.X, y: alt.Y) -> alt.Chart:
    line = rows("facts", f"{only} && isValid(datum.segment)").mark_line(aria=False)
    return line.encode(x=x, y=y, detail="segment:N")


def _rules(only: str, x: alt.X, y: alt.Y) -> alt.Chart:
    return rules(rows("rules", only), x, y, "x2", "y2", **_DX)


def _marks(only: str, x: alt.X, y: alt.Y) -> alt.Chart:
    return marks(rows("facts", only), x, y, xOffset=alt.ExprRef("datum.beside || 0"))


def _labels(only: str, x: alt.X, y: alt.Y) -> alt.Chart:
    return labels(rows("labels", only), x, y)


# In the order in which they are painted.
LAYERS: Mapping[str, Layer] = {
    "between": _band(True, True),
    "above": _band(True, False),
    "below": _band(False, True),
    "related": _related,
    "line": _line,
    "rules": _rules,
    "marks": _marks,
    "labels": _labels,
}

"""Small multiples: a panel an area on one scale, its results as a line, its promises as ticks.

Data: `facts` (order, name, year, value, mark, says; segment of the line), `ground` (year, value,
segment: the line that is behind every panel), `notes`. Parameters: `title`, `years` (those that are
named).
"""

from __future__ import annotations

import altair as alt

from tally.charts.kinds.grammar import mark_style
from tally.charts.kinds.parts import framed, rows
from tally.charts.measures import FONT_SIZE
from tally.charts.palette import colour

_WIDTH, _HEIGHT, _COLUMNS = 84, 62, 4
# Square pixels, so that the marks of twenty years stand apart.
_SIZE = alt.condition("datum.mark == 'point'", alt.value(6), alt.value(34))


def chart(grouped: bool) -> alt.TopLevelMixin:
    """Four panels a row; `grouped`: thousands are."""
    x = alt.X(
        "year:Q",
        scale=alt.Scale(zero=False, nice=False, padding=5),
        axis=alt.Axis(title=None, format="d", values=alt.ExprRef("years"), grid=False),
    )
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(zero=False, padding=5),
        axis=alt.Axis(title=None, format=",~f" if grouped else "~f", tickCount=3),
    )
    ground = (
        rows("ground")
        .mark_line(stroke=colour("muted"), strokeWidth=2.5, opacity=0.4, aria=False)
        .properties(name="ground")
    )
    line = alt.Chart().transform_filter("isValid(datum.segment)").mark_line(aria=False)
    marks = alt.Chart().mark_point(opacity=1, strokeCap="butt", aria=False)
    small = {**mark_style(), "size": _SIZE, "strokeWidth": alt.value(1.3)}
    panel = alt.layer(
        ground.encode(x=x, y=y, detail="segment:N"),
        line.encode(x=x, y=y, detail="segment:N"),
        marks.encode(x=x, y=y, tooltip=alt.Tooltip("says:N", title=""), **small),
    ).properties(width=_WIDTH, height=_HEIGHT)
    header = alt.Header(
        title=None,
        labelFontSize=FONT_SIZE,
        labelAnchor="start",
        labelPadding=2,
        labelColor=colour("ink"),
    )
    many = panel.facet(
        facet=alt.Facet("name:N", header=header, sort=alt.EncodingSortField("order", op="min")),
        columns=_COLUMNS,
        data=alt.NamedData("facts"),
        spacing=14,
    )
    return framed(many, params=("years",), left=0)

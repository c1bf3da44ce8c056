"""What the kinds of charts have in common: layers of marks, rules and labels, title and source."""

from __future__ import annotations

from typing import Any

import altair as alt

from tally.charts.kinds.grammar import mark_style, stroke_style
from tally.charts.measures import FONT_SIZE, LEFT
from tally.charts.palette import colour

Panel = alt.LayerChart | alt.FacetChart  # what Altair says that layers make


def rows(name: str, only: str = "") -> alt.Chart:
    """A layer of the rows of a named data set, those for which an expression holds."""
    chart = alt.Chart(alt.NamedData(name))
    return chart.transform_filter(only) if only else chart


def marks(chart: alt.Chart, x: alt.X, y: alt.Y, **mark: Any) -> alt.Chart:
    """A mark of the grammar for each row, which says what it stands for when it is pointed at."""
    return chart.mark_point(opacity=1, strokeCap="butt", **mark).encode(
        x=x,
        y=y,
        description="says:N",
        tooltip=alt.Tooltip("says:N", title=""),
        **mark_style(),
    )


def rules(chart: alt.Chart, x: alt.X, y: alt.Y, *ends: str, **mark: Any) -> alt.Chart:
    """A line of the grammar for each row, from x and y to its fields x2 and y2, or one of them."""
    styled = chart.mark_rule(aria=False, **mark)
    return styled.encode(x=x, y=y, **{end: f"{end}:Q" for end in ends}, **stroke_style("rule"))


def labels(chart: alt.Chart, x: Any, y: alt.Y) -> alt.Chart:
    """A text for each row, moved from its place by pixels."""
    place: dict[str, Any] = {name: alt.ExprRef(f"datum.{name}") for name in ("dx", "dy", "align")}
    text = chart.mark_text(baseline="middle", fontSize=FONT_SIZE, aria=False, fill=_TONE, **place)
    return text.encode(x=x, y=y, text="label:N")


_TONES = ",".join(
    f"{tone}:'{colour(tone)}'" for tone in ("ink", "muted", "target", "derived", "other")
)
_TONE = alt.ExprRef(f"{{{_TONES}}}[datum.tone]")


def framed(*parts: Panel, params: tuple[str, ...] = (), left: int = LEFT) -> alt.VConcatChart:
    """The parts below each other, under a title and over notes, the source among them; the notes
    begin `left` pixels before the panels."""
    notes = rows("notes").mark_text(
        align="left", baseline="top", lineBreak="\n", lineHeight=16, fontSize=FONT_SIZE - 1
    )
    foot = notes.encode(
        x=alt.value(-left), y=alt.value(0), text="text:N", fill=alt.value(colour("muted"))
    ).properties(height=1)
    title = alt.TitleParams(text=alt.ExprRef("title"))
    return alt.vconcat(*parts, foot, title=title).add_params(
        *(alt.param(name=name, value="") for name in ("title", *params))
    )

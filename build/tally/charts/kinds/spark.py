"""A series in the height of a line of text: its line, its last figure, the promise.

Data: `facts` (year, value, mark, segment), `due` (year: of a promise). Parameters: `first`, `last`
(the years that the charts of a column share).
"""

from __future__ import annotations

import altair as alt

from tally.charts.kinds.grammar import mark_style
from tally.charts.kinds.parts import rows
from tally.charts.palette import colour

_WIDTH, _HEIGHT = 148, 32


def chart() -> alt.TopLevelMixin:
    """The chart; it has no words, as a table says them beside it."""
    years = [alt.ExprRef("first"), alt.ExprRef("last")]
    x = alt.X("year:Q", axis=None, scale=alt.Scale(domain=years, nice=False, padding=9))
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(zero=False, nice=False, padding=6))
    due = alt.Chart(alt.NamedData("due")).mark_rule(stroke=colour("grid"), aria=False)
    line = rows("facts", "isValid(datum.segment)").mark_line(aria=False)
    marks = rows("facts").mark_point(opacity=1, aria=False)
    return (
        alt.layer(
            due.encode(x=x),
            line.encode(x=x, y=y, detail="segment:N"),
            marks.encode(x=x, y=y, **mark_style()),
        )
        .add_params(*(alt.param(name=name, value=0) for name in ("first", "last")))
        .properties(width=_WIDTH, height=_HEIGHT, padding=0)
    )

"""Every promise as a mark, by theme, in the order of the verdicts.

Data: `facts` (row, column, mark, says), `names` (row, label: of a theme), `key` (x, mark, label:
what the marks mean), `notes`. Parameters: `title`.
"""

from __future__ import annotations

import altair as alt

from tally.charts.kinds.grammar import mark_style
from tally.charts.kinds.parts import Panel, framed, labels, marks, rows
from tally.charts.measures import FULL_WIDTH, MARKS_A_ROW

_STEP = 18


def chart() -> alt.TopLevelMixin:
    """The themes below each other, under a line that says what the marks mean."""
    scale = alt.Scale(domain=[-0.6, MARKS_A_ROW - 0.4], nice=False)
    x = alt.X("column:Q", axis=None, scale=scale)
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0.1))
    panel = alt.layer(marks(rows("facts"), x, y), labels(rows("names"), alt.value(0), y))
    return framed(_key(), panel.properties(width=FULL_WIDTH, height=alt.Step(_STEP)), left=0)


def _key() -> Panel:
    """What the marks mean, in one line."""
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, FULL_WIDTH], nice=False))
    key = rows("key")
    words = key.mark_text(align="left", baseline="middle", dx=10, aria=False)
    return alt.layer(
        key.mark_point(opacity=1, aria=False).encode(x=x, y=alt.value(4), **mark_style()),
        words.encode(x=x, y=alt.value(4), text="label:N"),
    ).properties(width=FULL_WIDTH, height=8)

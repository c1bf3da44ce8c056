"""A row for each indicator: last year's growth and this year's target, in words and as marks.

Data: `facts` (row, value, mark, says; low and high of what a promise accepts), `rules`, `names` and
`said` (row, label, tone: above each row), `notes`. Parameters: `title`, `panel` (what is measured).
"""

from __future__ import annotations

from typing import Any

import altair as alt

from tally.charts.kinds.grammar import BAND
from tally.charts.kinds.parts import framed, labels, marks, rows, rules
from tally.charts.measures import FONT_SIZE, FULL_WIDTH

_BELOW = 9  # pixels: the marks of a row, from its middle


def chart(step: int, layers: tuple[str, ...]) -> alt.TopLevelMixin:
    """Rows that are `step` pixels high."""
    x = alt.X(
        "value:Q",
        scale=alt.Scale(padding=12, zero=True),
        axis=alt.Axis(title=None, format="~f", tickCount=6),
    )
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    made = {
        "between": _band("low", "high", x, y, alt.X2("high:Q")),
        "above": _band("low", "", x, y, alt.value("width")),
        "below": _band("", "high", x, y, alt.value(0)),
        "rules": rules(rows("rules"), x, y, "x2", yOffset=_BELOW),
        # Turned, so that more is to the right.
        "marks": marks(rows("facts"), x, y, angle=90, yOffset=_BELOW),
    }
    words = (
        labels(rows("names"), alt.value(0), y),
        labels(rows("said"), alt.value(FULL_WIDTH), y),
    )
    panel = alt.layer(*(made[name] for name in layers), *words)
    title = alt.TitleParams(text=alt.ExprRef("panel"), fontSize=FONT_SIZE, offset=6)
    return framed(
        panel.properties(width=FULL_WIDTH, height=alt.Step(step), title=title),
        params=("panel",),
        left=0,
    )


def _band(low: str, high: str, x: alt.X, y: alt.Y, end: Any) -> alt.Chart:
    """What a promise accepts, where it has both ends, or the one: then as far as the panel goes."""
    known = [
        f"{'' if given else '!'}isValid(datum.{name})"
        for name, given in (("low", low), ("high", high))
    ]
    band = rows("facts", " && ".join(["datum.accepts", *known]))
    first = x.copy()
    first.shorthand = f"{low or high}:Q"
    return band.mark_rule(yOffset=_BELOW, **BAND).encode(x=first, x2=end, y=y)

"""The legend: every mark of a series, drawn by the layers that draw it in charts.

Data: as of `series`; a panel for each meaning. Parameters: `panel0` … what it means.
"""

from __future__ import annotations

import altair as alt

from tally.charts.kinds.series import layered
from tally.charts.measures import FONT_SIZE

_WIDTH, _HEIGHT = 200, 46


def chart(panels: tuple[tuple[str, ...], ...]) -> alt.TopLevelMixin:
    """A small panel for each tuple of layers, two beside each other."""
    x = alt.X("year:Q", axis=None, scale=alt.Scale(domain=[2018.4, 2022.6], nice=False))
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(domain=[0, 10], nice=False))
    made = (
        layered(f"datum.panel == {n}", layers, x, y).properties(
            width=_WIDTH,
            height=_HEIGHT,
            title=alt.TitleParams(text=alt.ExprRef(f"panel{n}"), fontSize=FONT_SIZE, offset=2),
        )
        for n, layers in enumerate(panels)
    )
    return alt.concat(*made, columns=2, spacing=14).add_params(
        *(alt.param(name=f"panel{n}", value="") for n in range(len(panels)))
    )

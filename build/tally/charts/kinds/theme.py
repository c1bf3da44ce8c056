"""How charts look: an Altair theme."""

from __future__ import annotations

import altair as alt

from tally.charts.measures import FONT, FONT_SIZE, TITLE_SIZE
from tally.charts.palette import colour


@alt.theme.register("tally", enable=True)
def tally() -> alt.theme.ThemeConfig:
    """The look that every chart shares."""
    return {
        "config": {
            "font": FONT,
            "background": colour("paper"),
            "padding": 8,
            "view": {"stroke": None},
            "title": {
                "color": colour("ink"),
                "fontSize": TITLE_SIZE,
                "fontWeight": "normal",
                "anchor": "start",
                "frame": "bounds",
                "offset": 12,
                "limit": 0,
                "lineHeight": 21,
            },
            # A limit would have the engine measure every label, a third of its time.
            "axis": {
                "aria": False,
                "labelColor": colour("muted"),
                "labelFontSize": FONT_SIZE - 1,
                "labelLimit": 0,
                "labelOverlap": False,
                "labelPadding": 6,
                "gridColor": colour("grid"),
                "domain": False,
                "ticks": False,
                "titleLimit": 0,
            },
            "text": {"fill": colour("ink"), "fontSize": FONT_SIZE, "fontWeight": "normal"},
            "line": {"stroke": colour("reported"), "strokeWidth": 1.6, "strokeJoin": "round"},
            "concat": {"spacing": 22},
        }
    }

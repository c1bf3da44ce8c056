"""A row for each area: its promise and a result as marks, its name before and its words behind.

Data: `facts` (row, value, mark, says, area; low and high of how far
about reaches), `rules`,
`places`, `names` and `said` (row, area, label, apart), `verdicts` (row, mark), `notes`. Parameters:
`title`, `panel` (lines: what is measured, what the marks are), `named`, `left` and `right` (pixels:
where names begin, where values begin and end), `chosen` (areas).
"""

from __future__ import annotations

from typing import Any

import altair as alt

from tally.charts.kinds.grammar import BAND, mark_style
from tally.charts.kinds.parts import framed, marks, rows, rules
from tally.charts.measures import FONT_SIZE, FULL_WIDTH
from tally.charts.palette import colour

_STEP = 21
_BAND = {**BAND, "strokeWidth": 12}
_END = f"{FULL_WIDTH} - (data('verdicts').length ? 16 : 0)"
_CHOSEN = "indexof(chosen, datum.area) >= 0"


def chart(layers: tuple[str, ...], grouped: bool) -> alt.TopLevelMixin:
    """One panel; `grouped`: thousands are."""
    x = alt.X(
        "value:Q",
        scale=alt.Scale(
            zero=False, nice=False, padding=9, range=[alt.ExprRef("left"), alt.ExprRef("right")]
        ),
        axis=alt.Axis(title=None, format=",~f" if grouped else "~f", tickCount=5, orient="top"),
    )
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    made = {
        "band": _band(x, y),
        "rules": rules(rows("rules"), x, y, "x2"),
        # Turned, so that more is to the right.
        "marks": marks(rows("facts"), x, y, angle=90),
        "verdicts": _verdicts(y),
    }
    words = (
        _label("places", _at("named - 8"), y, "right"),
        _label("names", _at("named"), y, "left"),
        _label("said", _at(_END), y, "right"),
    )
    panel = alt.layer(_chosen(y), *(made[name] for name in layers), *words)
    title = alt.TitleParams(text=alt.ExprRef("panel"), fontSize=FONT_SIZE, offset=6)
    names = ("named", "left", "right")
    return framed(
        panel.properties(width=FULL_WIDTH, height=alt.Step(_STEP), title=title),
        params=("panel",),
        left=0,
    ).add_params(
        *(alt.param(name=name, value=0) for name in names), alt.param(name="chosen", value=[])
    )


def _at(pixels: str) -> Any:
    return alt.value(alt.ExprRef(pixels))


def _chosen(y: alt.Y) -> alt.Chart:
    """The ground of the rows that a reader has chosen."""
    bar = rows("names", _CHOSEN).mark_bar(fill=colour("grid"), aria=False)
    return bar.encode(x=alt.value(-4), x2=alt.value(FULL_WIDTH + 4), y=y)


def _label(name: str, x: Any, y: alt.Y, align: Any) -> alt.Chart:
    weight = alt.ExprRef(f"{_CHOSEN} ? 'bold' : 'normal'")
    tone = alt.ExprRef(f"datum.apart ? '{colour('muted')}' : '{colour('ink')}'")
    text = rows(name).mark_text(
        baseline="middle", align=align, fontSize=FONT_SIZE, fontWeight=weight, fill=tone, aria=False
    )
    return text.encode(x=x, y=y, text="label:N")


def _verdicts(y: alt.Y) -> alt.Chart:
    """What became of each promise, at the end of its row."""
    shown = rows("verdicts").mark_point(opacity=1, aria=False)
    return shown.encode(x=alt.value(FULL_WIDTH - 5), y=y, **mark_style())


def _band(x: alt.X, y: alt.Y) -> alt.Chart:
    """How far about reaches."""
    first = x.copy()
    first.shorthand = "low:Q"
    return rows("facts", "isValid(datum.low)").mark_rule(**_BAND).encode(x=first, x2="high:Q", y=y)

"""The empty chart of a size: panels of four layers built with Altair and compiled to Vega.

It has no data yet, and nothing that a drawing which stands still has no use for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import vl_convert

from tally.charts.grammar import EDGES, FONT_SIZE, LAYERS, TINT, TINT_OPACITY
from tally.charts.model import Sizes, Spec
from tally.charts.palette import colour

_STROKE = ("stroke", "strokeWidth", "strokeDash")
_CHANNELS: Mapping[str, Any] = {
    "shape": alt.Shape,
    "size": alt.Size,
    "fill": alt.Fill,
    "stroke": alt.Stroke,
    "strokeWidth": alt.StrokeWidth,
    "strokeDash": alt.StrokeDash,
}


def empty_vega(sizes: Sizes, gap: float) -> Spec:
    """The Vega specification of panels of these widths and heights, one below the other.

    Its data sets are `tints0`, `lines0`, `shapes0`, `labels0`, `tints1` and so on; the values at
    the edges of a panel are the signals `left0`, `right0`, `bottom0`, `top0`.
    """
    panels = range(len(sizes))
    params = [{"name": f"{edge}{index}", "value": 0} for index in panels for edge in EDGES]
    datasets: Spec = {f"{layer}{index}": [] for index in panels for layer in LAYERS}
    chart = {**_chart(sizes, gap), "params": params, "datasets": datasets}
    return _still(vl_convert.vegalite_to_vega(chart))


def _still(vega: Spec) -> Spec:
    """The same without what a drawing that stands still, of numbers we know, has no use for."""
    data = [{key: rows[key] for key in rows if key != "transform"} for rows in vega["data"]]
    panels = [
        {**panel, "marks": [_unmeasured(mark) for mark in panel["marks"]]}
        for panel in vega["marks"]
    ]
    for panel in panels:
        for mark in panel["marks"]:
            mark["encode"]["update"].pop("tooltip", None)
    return {**vega, "data": data, "marks": panels}


def _unmeasured(mark: Spec) -> Spec:
    """A text as a point that says what will stand there, and on which side of it.

    The engine would measure each text with the fonts of the machine: two thirds of its time,
    for sizes that nothing depends on. `svg.flattened` makes texts of these points.
    """
    if mark["type"] != "text":
        return mark
    encoded = {key: mark["encode"]["update"][key] for key in ("x", "y", "fill")}
    says = {"description": {"signal": "datum.text + datum.align"}}
    name, rows = mark["name"], mark["from"]
    return {
        **{"type": "symbol", "name": name, "from": rows},
        "encode": {"update": {**encoded, **says}},
    }


def _chart(sizes: Sizes, gap: float) -> Spec:
    panels = [_panel(index, *size) for index, size in enumerate(sizes)]
    chart = alt.vconcat(
        *panels, bounds="flush", spacing=gap, padding=0, background="transparent"
    ).configure_view(stroke=None)
    spec: Spec = chart.to_dict(validate=False)
    return spec


def _panel(index: int, width: float, height: float) -> Any:
    edges = [[f"left{index}", f"right{index}"], [f"bottom{index}", f"top{index}"]]
    scales = [
        alt.Scale(domain=[alt.ExprRef(name) for name in pair], nice=False, zero=False)
        for pair in edges
    ]
    x = alt.X("x:Q", axis=None, scale=scales[0])
    y = alt.Y("y:Q", axis=None, scale=scales[1])
    layers = (_tints, _lines, _shapes, _labels)
    chart = alt.layer(*(layer(index, x, y) for layer in layers))
    return chart.properties(width=width, height=height)


def _rows(layer: str, index: int) -> Any:
    return alt.Chart(alt.NamedData(f"{layer}{index}"))


def _field(name: str) -> alt.ExprRef:
    return alt.ExprRef(f"datum.{name}")


def _ends() -> dict[str, Any]:
    return {
        "xOffset": _field("dx"),
        "x2Offset": _field("dx2"),
        "yOffset": _field("dy"),
        "y2Offset": _field("dy2"),
    }


def _tints(index: int, x: alt.X, y: alt.Y) -> Any:
    mark = _rows("tints", index).mark_rect(
        fill=colour(TINT), fillOpacity=TINT_OPACITY, aria=False, **_ends()
    )
    return mark.encode(x=x, y=y, x2="x2", y2="y2")


def _lines(index: int, x: alt.X, y: alt.Y) -> Any:
    mark = _rows("lines", index).mark_rule(aria=False, **_ends())
    return mark.encode(x=x, y=y, x2="x2", y2="y2", **_style(*_STROKE))


def _shapes(index: int, x: alt.X, y: alt.Y) -> Any:
    return (
        _rows("shapes", index)
        .mark_point(opacity=1, xOffset=_field("dx"))
        .encode(
            x=x,
            y=y,
            angle=alt.Angle("turn:Q", scale=None),
            description=alt.Description("note:N"),
            tooltip=alt.Tooltip("note:N", title=""),
            **_style(*_CHANNELS),
        )
    )


def _labels(index: int, x: alt.X, y: alt.Y) -> Any:
    mark = _rows("labels", index).mark_text(
        fontSize=FONT_SIZE,
        baseline="middle",
        align=_field("align"),
        xOffset=_field("dx"),
        yOffset=_field("dy"),
        aria=False,
    )
    return mark.encode(x=x, y=y, text=alt.Text("text:N"), **_style("fill"))


def _style(*names: str) -> dict[str, Any]:
    """Channels whose values stand in the rows as they are."""
    return {name: _CHANNELS[name](f"{name}:N", scale=None) for name in names}

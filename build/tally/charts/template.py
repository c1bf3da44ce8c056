"""The Altair chart behind every picture: panels of four layers, empty until data is put in.

Building a chart with Altair costs more than drawing it, so each size of chart is built once; a
picture then only adds its data and the values at the edges of its panels. Each row of data brings
its style from the grammar: scales to look it up would cost the engine a third of its time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import altair as alt
import vl_convert

from tally.charts.grammar import LINES, SHAPES, TINT, TINT_OPACITY, Line, Shape, paint
from tally.charts.model import Frame, Panel, Picture, Row
from tally.charts.palette import PALETTE, colour

FONT_SIZE = 12
Spec = dict[str, Any]
_LAYERS = ("tints", "lines", "shapes", "labels")
_EDGES = ("left", "right", "bottom", "top")
_STROKE = ("stroke", "strokeWidth", "strokeDash")
_CHANNELS: Mapping[str, Any] = {
    "shape": alt.Shape,
    "size": alt.Size,
    "fill": alt.Fill,
    "stroke": alt.Stroke,
    "strokeWidth": alt.StrokeWidth,
    "strokeDash": alt.StrokeDash,
}


def spec_of(picture: Picture) -> Spec:
    """The complete Vega-Lite specification of a picture, with tokens for its texts."""
    sizes = tuple(_size(panel.frame) for panel in picture.panels)
    return {
        **_empty(sizes, _gap(picture)),
        "params": [edge for i, panel in enumerate(picture.panels) for edge in _edges(i, panel)],
        "datasets": {
            f"{layer}{i}": [_styled(layer, row) for row in getattr(panel, layer)]
            for i, panel in enumerate(picture.panels)
            for layer in _LAYERS
        },
    }


def _styled(layer: str, row: Row) -> Spec:
    """A row with its style, which the grammar has by the row's name for itself."""
    if layer not in _STYLES:
        return dict(row)
    named, styles = _STYLES[layer]
    return {**row, **styles[str(row[named])]}


def _stroked(mark: Shape | Line) -> Spec:
    dash = {"strokeDash": list(mark.dash)} if mark.dash else {}
    return {"stroke": paint(mark.stroke), "strokeWidth": mark.width, **dash}


def _filled(mark: Shape) -> Spec:
    """A mark's size is, for the engine, the area of the square that its path or circle fits in."""
    area = (2 * mark.radius) ** 2
    return {"shape": mark.path, "size": area, "fill": paint(mark.fill), **_stroked(mark)}


_STYLES: Mapping[str, tuple[str, Mapping[str, Spec]]] = {
    "lines": ("line", {name: _stroked(line) for name, line in LINES.items()}),
    "shapes": ("fact", {name: _filled(shape) for name, shape in SHAPES.items()}),
    "labels": ("tone", {role: {"fill": colour(role)} for role in PALETTE}),
}


def filled_vega(picture: Picture) -> str:
    """The same compiled to Vega, as JSON. Vega-Lite is compiled once for each size."""
    spec = spec_of(picture)
    vega = _compiled(tuple(_size(panel.frame) for panel in picture.panels), _gap(picture))
    edges = {edge["name"]: edge["value"] for edge in spec["params"]}
    rows: Spec = spec["datasets"]
    data = [_given(source, "values", rows.get(source["name"])) for source in vega["data"]]
    signals = [_given(signal, "value", edges.get(signal["name"])) for signal in vega["signals"]]
    return json.dumps({**vega, "data": data, "signals": signals})


def _given(named: Spec, key: str, value: Any) -> Spec:
    return named if value is None else {**named, key: value}


@lru_cache(maxsize=256)
def _compiled(sizes: tuple[tuple[float, float], ...], gap: float) -> Spec:
    empty = _empty(sizes, gap)
    names = [f"{layer}{i}" for i in range(len(sizes)) for layer in _LAYERS]
    edges = [f"{edge}{i}" for i in range(len(sizes)) for edge in _EDGES]
    params = [{"name": name, "value": 0} for name in edges]
    datasets: Spec = {name: [] for name in names}
    vega: Spec = vl_convert.vegalite_to_vega({**empty, "params": params, "datasets": datasets})
    return _still(vega)


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


def _size(frame: Frame) -> tuple[float, float]:
    return frame.width, frame.height


def _edges(index: int, panel: Panel) -> list[Mapping[str, str | float]]:
    (left, right), (bottom, top) = panel.frame.x, panel.frame.y
    values = zip(_EDGES, (left, right, bottom, top), strict=True)
    return [{"name": f"{name}{index}", "value": value} for name, value in values]


def _gap(picture: Picture) -> float:
    """The space between panels, which is the same between all."""
    frames = [panel.frame for panel in picture.panels[:2]]
    return frames[1].top - frames[0].height if len(frames) == 2 else 0


@lru_cache(maxsize=256)
def _empty(sizes: tuple[tuple[float, float], ...], gap: float) -> Spec:
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

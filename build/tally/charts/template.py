"""The Altair chart behind every picture: panels of four layers, empty until data is put in.

Building a chart with Altair costs more than drawing it, so each size of chart is built once; a
picture then only adds its data and the values at the edges of its panels.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import altair as alt
import vl_convert

from tally.charts.grammar import LINES, SHAPES, TINT, TINT_OPACITY, Shape, paint
from tally.charts.model import Frame, Panel, Picture
from tally.charts.palette import PALETTE, colour

FONT_SIZE = 12
Spec = dict[str, Any]
_LAYERS = ("tints", "lines", "shapes", "labels")
_EDGES = ("left", "right", "bottom", "top")


def spec_of(picture: Picture) -> Spec:
    """The complete Vega-Lite specification of a picture, with tokens for its texts."""
    sizes = tuple(_size(panel.frame) for panel in picture.panels)
    return {
        **_empty(sizes, _gap(picture)),
        "params": [edge for i, panel in enumerate(picture.panels) for edge in _edges(i, panel)],
        "datasets": {
            f"{layer}{i}": list(getattr(panel, layer))
            for i, panel in enumerate(picture.panels)
            for layer in _LAYERS
        },
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
    own: Any = dict.fromkeys(("fill", "stroke", "strokeWidth", "strokeDash"), "independent")
    return chart.properties(width=width, height=height).resolve_scale(**own)


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
    names = list(LINES)
    return (
        _rows("lines", index)
        .mark_rule(aria=False, **_ends())
        .encode(
            x=x,
            y=y,
            x2="x2",
            y2="y2",
            stroke=_styled(
                alt.Stroke, "line", names, [paint(line.stroke) for line in LINES.values()]
            ),
            strokeWidth=_styled(
                alt.StrokeWidth, "line", names, [line.width for line in LINES.values()]
            ),
            strokeDash=_styled(
                alt.StrokeDash, "line", names, [line.dash or (1, 0) for line in LINES.values()]
            ),
        )
    )


def _shapes(index: int, x: alt.X, y: alt.Y) -> Any:
    names, marks = list(SHAPES), list(SHAPES.values())
    return (
        _rows("shapes", index)
        .mark_point(opacity=1, xOffset=_field("dx"))
        .encode(
            x=x,
            y=y,
            shape=_styled(alt.Shape, "fact", names, [mark.path for mark in marks]),
            size=_styled(alt.Size, "fact", names, [_area(mark) for mark in marks]),
            fill=_styled(alt.Fill, "fact", names, [paint(mark.fill) for mark in marks]),
            stroke=_styled(alt.Stroke, "fact", names, [paint(mark.stroke) for mark in marks]),
            strokeWidth=_styled(alt.StrokeWidth, "fact", names, [mark.width for mark in marks]),
            strokeDash=_styled(
                alt.StrokeDash, "fact", names, [mark.dash or (1, 0) for mark in marks]
            ),
            angle=alt.Angle("turn:Q", scale=None),
            description=alt.Description("note:N"),
            tooltip=alt.Tooltip("note:N", title=""),
        )
    )


def _area(mark: Shape) -> float:
    """Vega's size of a mark: the area of the square that its path or circle fits in."""
    return (2 * mark.radius) ** 2


def _labels(index: int, x: alt.X, y: alt.Y) -> Any:
    roles = list(PALETTE)
    mark = _rows("labels", index).mark_text(
        fontSize=FONT_SIZE,
        baseline="middle",
        align=_field("align"),
        xOffset=_field("dx"),
        yOffset=_field("dy"),
        aria=False,
    )
    fill = _styled(alt.Fill, "tone", roles, [colour(role) for role in roles])
    return mark.encode(x=x, y=y, text=alt.Text("text:N"), fill=fill)


def _styled(channel: Any, name: str, domain: list[str], range_: list[Any]) -> Any:
    """A channel that looks its value up in a table of the grammar."""
    values = [list(value) if isinstance(value, tuple) else value for value in range_]
    scale = alt.Scale(type="ordinal", domain=domain, range=values)
    return channel(f"{name}:N", scale=scale, legend=None)

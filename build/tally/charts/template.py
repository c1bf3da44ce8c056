"""A picture's data put into the empty chart of its size.

Making an empty chart takes longer than drawing it, so that of each size is made once and kept; a
picture then only adds its data and the values at the edges of its panels. Each row of data brings
its style from the grammar: scales to look it up would cost the engine a third of its time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from tally.charts.cache import Cache, key_of
from tally.charts.grammar import EDGES, LAYERS, LINES, SHAPES, Line, Shape, paint
from tally.charts.model import Picture, Row, Sizes, Spec
from tally.charts.palette import PALETTE, colour


def filled_vega(picture: Picture, kept: Cache | None = None) -> str:
    """The Vega specification of a picture as JSON, with tokens for its texts."""
    sizes = tuple((panel.frame.width, panel.frame.height) for panel in picture.panels)
    vega: Spec = json.loads(_empty(sizes, _gap(picture), kept))
    edges, rows = dict(_edges(picture)), dict(_rows(picture))
    data = [_given(source, "values", rows.get(source["name"])) for source in vega["data"]]
    signals = [_given(signal, "value", edges.get(signal["name"])) for signal in vega["signals"]]
    return json.dumps({**vega, "data": data, "signals": signals})


@lru_cache(maxsize=256)
def _empty(sizes: Sizes, gap: float, kept: Cache | None) -> str:
    """The empty chart of a size, as JSON."""
    key = key_of("empty", repr((sizes, gap)))
    known = kept.get(key) if kept else None
    if known is None:
        # Altair is slow to import, and most builds have no use for it.
        from tally.charts.empty import empty_vega

        known = json.dumps(empty_vega(sizes, gap))
        if kept:
            kept.put(key, known)
    return known


def _gap(picture: Picture) -> float:
    """The space between panels, which is the same between all."""
    frames = [panel.frame for panel in picture.panels[:2]]
    return frames[1].top - frames[0].height if len(frames) == 2 else 0


def _edges(picture: Picture) -> Iterator[tuple[str, float]]:
    """The values at the edges of every panel, by the name of the signal."""
    for index, panel in enumerate(picture.panels):
        values = (*panel.frame.x, *panel.frame.y)
        yield from zip((f"{edge}{index}" for edge in EDGES), values, strict=True)


def _rows(picture: Picture) -> Iterator[tuple[str, list[Spec]]]:
    """The rows of every layer, by the name of the data set."""
    for index, panel in enumerate(picture.panels):
        for layer in LAYERS:
            yield f"{layer}{index}", [_styled(layer, row) for row in getattr(panel, layer)]


def _given(named: Spec, key: str, value: Any) -> Spec:
    return named if value is None else {**named, key: value}


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

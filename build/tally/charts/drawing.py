"""Draw sketches: Altair's specifications to SVG by vl-convert, kept in a cache between builds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tally.charts.cache import Cache, begin, key_of
from tally.charts.chart import Chart
from tally.charts.engine import HERE, Engine
from tally.charts.model import Picture, Sketch
from tally.charts.template import filled_vega


def draw(
    sketches: Sequence[Sketch], *, kept: Cache | None = None, engine: Engine = HERE
) -> tuple[Chart, ...]:
    """The charts of the sketches, in their order; the same bytes whatever the cache holds."""
    return begin_drawing(sketches, kept=kept, engine=engine)()


def begin_drawing(
    sketches: Sequence[Sketch], *, kept: Cache | None = None, engine: Engine = HERE
) -> Callable[[], tuple[Chart, ...]]:
    """Have the engine draw what is not in the cache; the function returned waits for the charts."""
    pictures = [p for s in sketches for p in (s.wide, s.narrow) if p is not None]
    keys = [key_of(repr(picture.panels)) for picture in pictures]

    def drawings(missing: Iterator[Picture]) -> Iterator[str]:
        return engine.drawings(filled_vega(picture, kept) for picture in missing)

    drawn = begin(dict(zip(keys, pictures, strict=True)), drawings, kept)

    def charts() -> tuple[Chart, ...]:
        known = drawn()
        return tuple(_charts(sketches, (known[key] for key in keys)))

    return charts


def _charts(sketches: Sequence[Sketch], drawn: Iterator[str]) -> Iterator[Chart]:
    for sketch in sketches:
        yield Chart(sketch, next(drawn), next(drawn) if sketch.narrow is not None else None)

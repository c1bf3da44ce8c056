"""Draw sketches: Altair's specifications to SVG by vl-convert, kept in a cache between builds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import vl_convert

from tally.charts.cache import Cache, key_of
from tally.charts.chart import Chart
from tally.charts.model import Picture, Sketch
from tally.charts.svg import flattened
from tally.charts.template import filled_vega

WORKERS = 2
_WORTH_A_POOL = 60  # starting one costs about as much as forty drawings


def draw(
    sketches: Sequence[Sketch], *, kept: Cache | None = None, workers: int = WORKERS
) -> tuple[Chart, ...]:
    """The charts of the sketches, in their order; the same bytes whatever the cache holds.

    Many drawings that are not in the cache are made by `workers` processes.
    """
    pictures = [p for s in sketches for p in (s.wide, s.narrow) if p is not None]
    drawn = iter(_drawings(pictures, kept, workers))
    return tuple(
        Chart(sketch, next(drawn), next(drawn) if sketch.narrow is not None else None)
        for sketch in sketches
    )


def _drawings(pictures: Sequence[Picture], kept: Cache | None, workers: int) -> list[str]:
    keys = [key_of(repr(picture.panels)) for picture in pictures]
    known = {key: kept.get(key) if kept else None for key in keys}
    missing = {key: picture for key, picture in zip(keys, pictures, strict=True) if not known[key]}
    specs = (filled_vega(picture, kept) for picture in missing.values())
    made = _made(specs, len(missing), workers)
    for key, drawing in zip(missing, made, strict=True):
        known[key] = drawing
        if kept:
            kept.put(key, drawing)
    return [known[key] or "" for key in keys]


def _made(specs: Iterable[str], count: int, workers: int) -> Iterable[str]:
    pool = _pool(workers) if count >= _WORTH_A_POOL and workers > 1 else None
    if pool is None:
        yield from map(_drawn, specs)
        return
    with pool:
        yield from pool.map(_drawn, specs, chunksize=16)


def _pool(workers: int) -> ProcessPoolExecutor | None:
    """Processes to draw with; None where there is no shared memory, as in some containers."""
    try:
        # A forked engine hangs; a fresh process does not.
        return ProcessPoolExecutor(workers, get_context("spawn"))
    except (ImportError, OSError):
        return None


def _drawn(spec: str) -> str:
    """One drawing. No text of a dataset is in it, and nothing is loaded from anywhere."""
    return flattened(vl_convert.vega_to_svg(spec, allowed_base_urls=[]))

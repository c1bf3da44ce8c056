"""Draw sketches: filled specifications to SVG by vl-convert, kept in a cache between builds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from tally.charts.cache import Cache, begin, key_of
from tally.charts.design import Picture
from tally.charts.engine import HERE, Drawing, Engine
from tally.charts.model import Chart, Drawn, Sketch
from tally.charts.titled import printable
from tally.words import LANGS


def draw(
    sketches: Sequence[Sketch],
    langs: Iterable[str] = LANGS,
    *,
    kept: Cache | None = None,
    engine: Engine = HERE,
) -> tuple[Chart, ...]:
    """The charts of the sketches, in their order; the same bytes whatever the cache holds."""
    return begin_drawing(sketches, langs, kept=kept, engine=engine)()


def begin_drawing(
    sketches: Sequence[Sketch],
    langs: Iterable[str] = LANGS,
    *,
    kept: Cache | None = None,
    engine: Engine = HERE,
) -> Callable[[], tuple[Chart, ...]]:
    """Have the engine draw what is not in the cache; the function returned waits for the charts."""
    langs = tuple(langs)
    wanted: dict[str, tuple[Sketch, str, Picture]] = {}
    specs: list[dict[str, tuple[str, str]]] = []
    for sketch in sketches:
        own = dict[str, tuple[str, str]]()
        for lang in langs:
            picture = sketch.picture(lang)
            spec = json.dumps(picture.vega_lite(kept), ensure_ascii=False, separators=(",", ":"))
            key = key_of("drawing", spec, *_named(sketch, lang))
            own[lang] = key, spec
            wanted[key] = sketch, lang, picture
        specs.append(own)

    def drawings(missing: Iterator[tuple[Sketch, str, Picture]]) -> Iterator[str]:
        return engine.drawings(_drawing(*one, kept) for one in missing)

    drawn = begin(wanted, drawings, kept)

    def charts() -> tuple[Chart, ...]:
        known = drawn()
        return tuple(
            Chart(
                sketch,
                {
                    lang: Drawn(known[key], spec, wanted[key][2].answering)
                    for lang, (key, spec) in own.items()
                },
            )
            for sketch, own in zip(sketches, specs, strict=True)
        )

    return charts


def _drawing(sketch: Sketch, lang: str, picture: Picture, kept: Cache | None) -> Drawing:
    vega = json.dumps(picture.vega(kept), ensure_ascii=False)
    return vega, *_named(sketch, lang)


def _named(sketch: Sketch, lang: str) -> tuple[str, str]:
    return printable(sketch.title[lang]), printable(sketch.description[lang])

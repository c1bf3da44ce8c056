"""The charts of the site: drawn once a build, kept between builds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tally.charts.cache import Cache
from tally.charts.chart import Chart
from tally.charts.draw import draw
from tally.charts.indicator import indicator_sketch
from tally.charts.model import Sketch
from tally.charts.palette import PALETTE
from tally.derive import Ledger, Outlook
from tally.records.model import Dataset, Indicator
from tally.site.library import Library
from tally.site.routes import LANGS, Lang

STYLES = "assets/css/charts.css"


@dataclass(frozen=True, slots=True)
class Pictured:
    """An indicator's chart in one area."""

    area: str
    indicator: str
    chart: Chart


def indicator_charts(library: Library, kept: Path) -> Mapping[str, tuple[Pictured, ...]]:
    """The charts of each indicator that has enough figures for one; `kept` is the cache."""
    found = [one for area in library.areas for one in _sketches(area, library)]
    charts = draw([sketch for _, _, sketch in found], kept=Cache(kept))
    pictured: dict[str, tuple[Pictured, ...]] = {}
    for (area, indicator, _), chart in zip(found, charts, strict=True):
        one = Pictured(area, indicator, chart)
        pictured[indicator] = (*pictured.get(indicator, ()), one)
    return pictured


def _sketches(area: Dataset, library: Library) -> list[tuple[str, str, Sketch]]:
    ledger = library.ledgers[area.area]
    sketches = ((i, _sketch(i, ledger, library)) for i in library.indicators)
    return [(area.area, indicator.id, sketch) for indicator, sketch in sketches if sketch]


def _sketch(indicator: Indicator, ledger: Ledger, library: Library) -> Sketch | None:
    return indicator_sketch(indicator, ledger, _outlooks(indicator.id, ledger, library))


def _outlooks(indicator: str, ledger: Ledger, library: Library) -> Sequence[Outlook]:
    targets = library.targets.get(indicator, ())
    return [library.outlooks[t.id] for t in targets if t.area == ledger.dataset.area]


def drawing(pictured: Pictured, lang: Lang) -> str:
    """Where the drawing stands as a file of its own."""
    return f"charts/{pictured.area}/{pictured.indicator}.{lang}.svg"


def drawings(charts: Mapping[str, tuple[Pictured, ...]]) -> dict[str, str]:
    """Every chart as a file to take away."""
    every = [one for several in charts.values() for one in several]
    return {drawing(one, lang): one.chart.file(lang) for one in every for lang in LANGS}


def stylesheet() -> str:
    """The colours of charts in both themes, by the reader's system or by choice."""
    light, dark = (_properties(theme) for theme in ("light", "dark"))
    chosen = f':root[data-theme="dark"]{{{dark}}}'
    by_system = f'@media(prefers-color-scheme:dark){{:root:not([data-theme="light"]){{{dark}}}}}'
    return f"@media screen{{:root{{{light}}}\n{by_system}\n{chosen}}}\n"


def _properties(theme: str) -> str:
    return ";".join(f"--chart-{role}:{getattr(pair, theme)}" for role, pair in PALETTE.items())

"""The charts of the site: drawn once a build, all together, and kept between builds."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tally.charts.cache import Cache, begin, key_of
from tally.charts.comparison import comparison_sketch
from tally.charts.design import Design, empty_vega
from tally.charts.drawing import begin_drawing
from tally.charts.engine import Engine
from tally.charts.glance import glance_sketch
from tally.charts.growth import growth_sketch
from tally.charts.histories import histories_sketch
from tally.charts.indicator import indicator_sketch
from tally.charts.legend import legend_sketch
from tally.charts.model import Chart, Sketch
from tally.charts.palette import PALETTE, darkened, recoloured
from tally.charts.spark import spark_sketches
from tally.derive import Outlook
from tally.derive.across import Across
from tally.records.model import Indicator, Localized
from tally.site.library import Library
from tally.site.routes import LANGS, Lang
from tally.site.views.home import headlined, main_due
from tally.terms import Period

STYLES = "assets/css/charts.css"
_LARGE = 15_000  # bytes
_YEARS = 2  # whose comparisons are drawn at build: the newest promises, and how those before ended
_FOLDERS = {"comparison": "indicators/", "histories": "indicators/"}  # of charts of no area
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Pictured:
    """A chart, with what it is a chart of: its kind, the area and what in it."""

    kind: str
    area: str
    subject: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class Pictures:
    """All charts by (kind, area, subject), with the areas that have one of a kind and subject;
    kinds: indicator, spark, glance, growth; of no area the one legend, histories (gdp/growth), and
    comparisons, whose subjects are as in `compared`."""

    charts: Mapping[Key, Chart]
    areas: Mapping[tuple[str, str], tuple[str, ...]]

    @classmethod
    def indexed(cls, charts: Mapping[Key, Chart]) -> Pictures:
        areas: defaultdict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
        for kind, area, subject in charts:
            areas[kind, subject] += (area,)
        return cls(charts, areas)

    def of(self, kind: str, subject: str = "") -> tuple[Pictured, ...]:
        """The charts of one subject, in each area that has one."""
        areas = self.areas.get((kind, subject), ())
        return tuple(Pictured(kind, a, subject, self.charts[kind, a, subject]) for a in areas)


def begin_charts(
    library: Library, site: Localized, kept: Path, engine: Engine
) -> Callable[[], Pictures]:
    """Begin every chart that is not in the cache `kept`; the function returned waits for them.
    Charts carry the name of the `site`."""
    sketches = dict(_sketches(library, site))
    charts = begin_drawing(list(sketches.values()), LANGS, kept=Cache(kept), engine=engine)
    return lambda: Pictures.indexed(dict(zip(sketches, charts(), strict=True)))


def _sketches(library: Library, site: Localized) -> Iterator[tuple[Key, Sketch]]:
    yield ("legend", "", "legend"), legend_sketch()
    yield from _comparisons(library, site)
    headlines = {indicator.id for indicator in headlined(library)}
    for area, ledger in library.ledgers.items():
        every = [library.outlooks[target.id] for target in ledger.promises]
        due = main_due(ledger.promises)
        found: dict[Key, Sketch | None] = {
            ("glance", area, ""): glance_sketch(ledger, every, site),
            ("growth", area, ""): growth_sketch(ledger, every, due, site) if due else None,
        }
        told = library.told_in(area)
        own = {one.id: _outlooks(one, area, library) for one in told}
        for one in told:
            found["indicator", area, one.id] = indicator_sketch(one, ledger, own[one.id], site)
        leading = [(one, own[one.id]) for one in told if one.id in headlines]
        for subject, sketch in spark_sketches(leading, ledger).items():
            found["spark", area, subject] = sketch
        yield from ((key, sketch) for key, sketch in found.items() if sketch)


def _comparisons(library: Library, site: Localized) -> Iterator[tuple[Key, Sketch]]:
    for told in (face for one in library.indicators for face in library.across(one)):
        if whole := histories_sketch(told, site):
            yield ("histories", "", told.name), whole
        for year in told.years[-_YEARS:]:
            sketch = comparison_sketch(told, year, site)
            if sketch:
                yield ("comparison", "", compared(told, year)), sketch


def compared(told: Across, year: Period) -> str:
    """What a comparison is a chart of: gdp/growth/2026."""
    return f"{told.name}/{year}"


def _outlooks(indicator: Indicator, area: str, library: Library) -> list[Outlook]:
    return [library.outlooks[target.id] for target in library.promised(indicator.id, area)]


def drawing(pictured: Pictured, lang: Lang, form: str = "svg") -> str:
    """Where the drawing stands as a file of its own."""
    folder = f"{pictured.area}/" if pictured.area else _FOLDERS.get(pictured.kind, "")
    return f"charts/{folder}{pictured.subject or pictured.kind}.{lang}.{form}"


def drawings(pictures: Pictures, indicators: Sequence[Indicator]) -> dict[str, str]:
    """Every chart but sparklines as files to take away: its drawing, that of a dark page where it
    is shown as a file, and its specification; other sites may show one under a former id of its
    indicator."""
    former = {one.id: one.former_ids for one in indicators}
    every = [
        Pictured(kind, area, name, chart)
        for (kind, area, subject), chart in pictures.charts.items()
        if kind != "spark"
        for name in (subject, *former.get(subject, ()))
    ]
    return {path: text for one in every for lang in LANGS for path, text in _files(one, lang)}


def kinds(pictures: Pictures, kept: Path) -> dict[str, str]:
    """The kinds of charts compiled to Vega, which a page fills when a reader asks for a chart that
    answers."""
    designs = {
        drawn.answering: None
        for (kind, *_), chart in pictures.charts.items()
        if kind != "spark"
        for drawn in chart.drawn.values()
    }
    return {kind_of(design): empty_vega(design, Cache(kept)) for design in designs}


def kind_of(design: Design) -> str:
    """Where a kind of chart stands as a file."""
    return f"charts/kinds/{design.kind}-{sha256(repr(design).encode()).hexdigest()[:10]}.json"


def _files(one: Pictured, lang: Lang) -> Iterator[tuple[str, str]]:
    drawn = one.chart.drawn[lang]
    yield drawing(one, lang), drawn.svg
    yield drawing(one, lang, "vl.json"), drawn.spec
    if is_large(drawn.svg):
        yield drawing(one, lang, "dark.svg"), darkened(drawn.svg)


def is_large(svg: str) -> bool:
    """Whether a page shows the drawing as a file, which is loaded when it comes into view."""
    return len(svg.encode()) > _LARGE


def begin_photographs(
    pictures: Pictures, kept: Path, engine: Engine
) -> Callable[[], dict[str, bytes]]:
    """Begin the charts that links are shown with, as PNG: of all promises and of the headlines;
    the function returned waits for them.

    The others are made in the browser when somebody asks: a PNG takes as long as a page.
    """
    files = {
        drawing(Pictured(*key, chart), lang, "png"): chart.drawn[lang].svg
        for key, chart in pictures.charts.items()
        if _shown(key, pictures)
        for lang in LANGS
    }
    keys = {name: key_of("png", file) for name, file in files.items()}

    def taken(missing: Iterator[str]) -> Iterator[str]:
        return map(_as_text, engine.photographs(missing))

    finished = begin({keys[name]: file for name, file in files.items()}, taken, Cache(kept))

    def photographs() -> dict[str, bytes]:
        known = finished()
        return {name: b64decode(known[key]) for name, key in keys.items()}

    return photographs


def _as_text(photograph: bytes) -> str:
    return b64encode(photograph).decode()


def is_photographed(pictured: Pictured, pictures: Pictures) -> bool:
    return _shown((pictured.kind, pictured.area, pictured.subject), pictures)


def _shown(key: Key, pictures: Pictures) -> bool:
    kind, area, subject = key
    headline = kind == "indicator" and ("spark", area, subject) in pictures.charts
    return headline or kind in ("glance", "growth")


def stylesheet() -> str:
    """The colours of charts in Material's two schemes; without scripts, as the system has it where
    there is a palette for its dark."""
    light, dark = (_properties(theme) for theme in ("light", "dark"))
    offered = '.no-js:has([data-md-color-media="(prefers-color-scheme: dark)"]) body'
    by_system = _dark_page(offered, dark)
    chosen = _dark_page("[data-md-color-scheme=slate]", dark)
    screen = f"@media(prefers-color-scheme:dark){{{by_system}}}\n{chosen}"
    # As exact as Material is about images of a figure.
    shown = ".md-typeset .chart img{margin:0}.chart img.chart__dark{display:none}"
    return f"body{{{light}}}\n{shown}\n@media screen{{{screen}}}\n{recoloured('.chart')}\n"


def _dark_page(page: str, properties: str) -> str:
    images = f"{page} .chart img.chart__"
    swapped = f"{images}light{{display:none}}{images}dark{{display:block}}"
    return f"{page}{{{properties}}}{swapped}"


def _properties(theme: str) -> str:
    return ";".join(f"--chart-{role}:{getattr(pair, theme)}" for role, pair in PALETTE.items())

"""A chart with all that is said about it, as a page shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from tally.derive.across import Across
from tally.site.pictures import Pictured, compared, drawing, is_large, kind_of
from tally.site.routes import Lang
from tally.site.sitedata import SiteData
from tally.terms import Period
from tally.words import pick

_SIZE = re.compile(r' width="([\d.]+)" height="([\d.]+)"')
# Of a drawing: clips and grounds without colour, what is so anyway, words for assistive technology
# about its groups, lines of one place, the title that its label says again.
_UNSEEN = re.compile(
    r'<path class="(?:back|fore)ground"[^>]*/>| stroke-dasharray="1,0"| opacity="1"'
    r'| role="graphics-object"| aria-roledescription="[^"]*"| class="mark-[^"]*"'
    r'|<path d="M[^LAZ"]*Z"[^>]*/>|<title>[^<]*</title>'
)
_EXACT = re.compile(r"(?<![\w#])\d+\.\d{2,}(?=[,)L\"])")
_SERIES = 3  # figures that are worth a drawing


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with the same numbers as a table, and where to take it from.

    `drawing` stands in the page; where it is too large for that it is empty, and the page loads
    the file `file`, or `dark`. `answering` is the kind of chart that a script fills with `spec`.
    A chart that is not `worth` a drawing has fewer than three figures: the page says them.
    `width` and `height` are the drawing's.
    """

    id: str
    kind: str
    area: str
    title: str
    description: str
    drawing: Markup
    width: float
    height: float
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    file: str
    dark: str
    spec: str
    answering: str
    photograph: str | None
    worth: bool


def chart_view(pictured: Pictured, name: str, lang: Lang, *, photographed: bool) -> ChartView:
    """The chart under an id that is unique in its page; `photographed`: there is a PNG of it.

    The drawing is markup: the drawing engine escapes every text in it.
    """
    sketch, drawn = pictured.chart.sketch, pictured.chart.drawn[lang]
    svg = drawn.svg
    size = _SIZE.search(svg)
    width, height = (float(size[1]), float(size[2])) if size else (0.0, 0.0)
    return ChartView(
        id=name,
        kind=sketch.kind,
        area=pictured.area,
        title=pick(sketch.title, lang),
        description=pick(sketch.description, lang),
        drawing=Markup("" if is_large(svg) else svg),
        width=width,
        height=height,
        columns=tuple(pick(column, lang) for column in sketch.columns),
        rows=tuple(tuple(pick(cell, lang) for cell in row) for row in sketch.rows),
        file=drawing(pictured, lang),
        dark=drawing(pictured, lang, "dark.svg"),
        spec=drawing(pictured, lang, "vl.json"),
        answering=kind_of(drawn.answering),
        photograph=drawing(pictured, lang, "png") if photographed else None,
        worth=sketch.figures >= _SERIES,
    )


def compared_chart(told: Across, year: Period, data: SiteData, lang: Lang) -> ChartView | None:
    """Areas side by side in a year; None where that is not drawn."""
    drawn = data.pictures().of("comparison", compared(told, year))
    return chart_view(drawn[0], "chart-areas", lang, photographed=False) if drawn else None


def histories_chart(told: Across, data: SiteData, lang: Lang) -> ChartView | None:
    """All years of all areas; None where these are too few to be drawn."""
    drawn = data.pictures().of("histories", told.name)
    return chart_view(drawn[0], "chart-years", lang, photographed=False) if drawn else None


def bare_drawing(pictured: Pictured, lang: Lang) -> Markup:
    """A sparkline: the drawing alone, without what nobody sees of it, as a page has several."""
    seen = _UNSEEN.sub("", pictured.chart.drawn[lang].svg)
    slim = _EXACT.sub(lambda number: f"{float(number[0]):.1f}", seen)
    return Markup(f'<div class="chart chart--spark">{slim}</div>')


def legend_view(data: SiteData, lang: Lang) -> ChartView:
    """Every mark of the grammar with what it means."""
    return chart_view(data.pictures().of("legend", "legend")[0], "legend", lang, photographed=False)

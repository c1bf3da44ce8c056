"""A chart with all that is said about it, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tally.site.pictures import Pictured, drawing
from tally.site.routes import Lang
from tally.site.sitedata import SiteData
from tally.words import pick


@dataclass(frozen=True, slots=True)
class ChartView:
    """A drawing with its title, the same numbers as a table, and where to take it from."""

    id: str
    area: str
    title: str
    drawing: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str
    file: str
    photograph: str | None


def chart_view(pictured: Pictured, name: str, lang: Lang, *, photographed: bool) -> ChartView:
    """The chart under an id that is unique in its page; `photographed`: there is a PNG of it.

    The drawing is markup: the charts room escapes every text in it.
    """
    sketch = pictured.chart.sketch
    return ChartView(
        id=name,
        area=pictured.area,
        title=pick(sketch.title, lang),
        drawing=Markup(pictured.chart.html(lang, name)),
        columns=tuple(pick(column, lang) for column in sketch.columns),
        rows=tuple(tuple(pick(cell, lang) for cell in row) for row in sketch.rows),
        source=pick(sketch.source, lang),
        file=drawing(pictured, lang),
        photograph=drawing(pictured, lang, "png") if photographed else None,
    )


def bare_drawing(pictured: Pictured, name: str, lang: Lang) -> Markup:
    """A sparkline or a sample of the legend: the drawing alone."""
    return Markup(pictured.chart.html(lang, name))


def legend_view(data: SiteData, lang: Lang) -> list[tuple[str, Markup]]:
    """Every mark of the grammar: what it means, and a sample of it."""
    return [
        (pick(chart.sketch.title, lang), Markup(chart.html(lang, f"legend-{name}")))
        for (kind, _, name), chart in data.legend().charts.items()
        if kind == "legend"
    ]

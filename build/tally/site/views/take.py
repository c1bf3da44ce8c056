"""What can be taken away from an indicator's page: its charts, files and citation."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tally.package import addresses
from tally.package.citation import Citation, cite_figure, cite_indicator
from tally.records.model import Indicator
from tally.site import routes
from tally.site.library import Library
from tally.site.offer import cited_edition
from tally.site.pictures import Pictured, drawing, is_photographed
from tally.site.routes import Lang
from tally.site.sitedata import SiteData
from tally.site.tables import indicator_book, indicator_table
from tally.site.views.chart import ChartView, chart_view
from tally.site.views.indicator import latest_first, newest
from tally.words import pick


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """How to cite one figure."""

    id: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class TakeView:
    """Paths in the site, and text to copy; `embed` is HTML that shows the chart elsewhere, `whole`
    where the site knows its address."""

    json: str
    csv: str
    promises_csv: str
    xlsx: str
    citation: Citation | None
    figures: tuple[CitedFigure, ...]
    picture: str | None
    embed: str
    whole: bool


def charts_of(indicator: Indicator, area: str, data: SiteData, lang: Lang) -> tuple[ChartView, ...]:
    """The indicator's chart in an area, where it has one."""
    return tuple(
        chart_view(
            one, f"chart-{one.area}", lang, photographed=is_photographed(one, data.pictures())
        )
        for one in data.pictures().of("indicator", indicator.id)
        if one.area == area
    )


def take_view(indicator: Indicator, area: str | None, data: SiteData, lang: Lang) -> TakeView:
    """Everything to take away from a series, or without an area from the indicator's page; a
    citation only where there is a package to cite."""
    drawn = data.pictures().of("indicator", indicator.id) if area else ()
    pictured = [one for one in drawn if one.area == area]
    edition = cited_edition(data.offered) if data.offered else None
    cited = cite_indicator(indicator, edition, lang, data.site_url) if edition else None
    return TakeView(
        json=addresses.indicator_data(indicator.id),
        csv=indicator_table(indicator.id),
        promises_csv=indicator_table(indicator.id, "targets"),
        xlsx=indicator_book(indicator.id),
        citation=cited,
        figures=latest_cited(indicator, area, data.library, lang, data.site_url) if area else (),
        picture=drawing(pictured[0], lang) if pictured else None,
        embed=embed_code(pictured[0], indicator, data.site_url, lang) if pictured else "",
        whole=data.site_url is not None,
    )


def latest_cited(
    indicator: Indicator, area: str, library: Library, lang: Lang, site_url: str | None
) -> tuple[CitedFigure, ...]:
    """The figure that the page shows large, where it shows one."""
    large = newest(latest_first(library.observed(indicator.id, area)), library)
    if large is None:
        return ()
    dataset = library.datasets.datasets[library.source_of(large).dataset]
    cited = cite_figure(large, dataset, library.vocabulary, lang, site_url)
    return (CitedFigure(large.id, cited),)


def embed_code(pictured: Pictured, indicator: Indicator, site_url: str | None, lang: Lang) -> str:
    """HTML that shows the chart on another site; a site that does not know its own address
    leaves `{site}`, which a script fills in."""
    site = site_url or "{site}"
    page = routes.in_language(routes.series(pictured.area, indicator.id), lang)
    title = escape(pick(pictured.chart.sketch.title, lang))
    image = f'<img src="{site}{drawing(pictured, lang)}" alt="{title}" style="max-width:100%">'
    return f'<a href="{site}{page}">{image}</a>'

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


def charts_of(indicator: Indicator, data: SiteData, lang: Lang) -> tuple[ChartView, ...]:
    """The indicator's chart in each area."""
    return tuple(
        chart_view(
            one, f"chart-{one.area}", lang, photographed=is_photographed(one, data.pictures())
        )
        for one in data.pictures().of("indicator", indicator.id)
    )


def take_view(indicator: Indicator, data: SiteData, lang: Lang) -> TakeView:
    """Everything to take away; a citation only where there is a package to cite."""
    pictured = data.pictures().of("indicator", indicator.id)
    edition = cited_edition(data.offered) if data.offered else None
    cited = cite_indicator(indicator, edition, lang, data.site_url) if edition else None
    return TakeView(
        json=addresses.indicator_data(indicator.id),
        csv=indicator_table(indicator.id),
        promises_csv=indicator_table(indicator.id, "targets"),
        xlsx=indicator_book(indicator.id),
        citation=cited,
        figures=latest_cited(indicator, data.library, lang, data.site_url),
        picture=drawing(pictured[0], lang) if pictured else None,
        embed=embed_code(pictured[0], indicator, data.site_url, lang) if pictured else "",
        whole=data.site_url is not None,
    )


def latest_cited(
    indicator: Indicator, library: Library, lang: Lang, site_url: str | None
) -> tuple[CitedFigure, ...]:
    """The figure that the page shows large, of each area that has one."""
    own = (latest_first(library.observed(indicator.id, area)) for area in library.ledgers)
    large = [newest(latest, library) for latest in own]
    datasets, vocabulary = library.datasets.datasets, library.vocabulary
    shown = [(one, datasets[library.source_of(one).dataset]) for one in large if one]
    return tuple(
        CitedFigure(one.id, cite_figure(one, dataset, vocabulary, lang, site_url))
        for one, dataset in shown
    )


def embed_code(pictured: Pictured, indicator: Indicator, site_url: str | None, lang: Lang) -> str:
    """HTML that shows the chart on another site; a site that does not know its own address
    leaves `{site}`, which a script fills in."""
    site = site_url or "{site}"
    page = routes.in_language(routes.indicator(indicator.id), lang)
    title = escape(pick(pictured.chart.sketch.title, lang))
    image = f'<img src="{site}{drawing(pictured, lang)}" alt="{title}" style="max-width:100%">'
    return f'<a href="{site}{page}">{image}</a>'

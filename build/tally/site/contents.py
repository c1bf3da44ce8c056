"""Which pages there are: every sheet of the site, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tally.records.model import Indicator, Source
from tally.site import routes
from tally.site.library import Library
from tally.site.links import Repository
from tally.site.routes import LANGS, Lang
from tally.site.sheets import Sheet, View
from tally.site.views.everything import everything
from tally.site.views.explore import COLUMNS, choices, explore_rows, table_file
from tally.site.views.home import home_view
from tally.site.views.indicator import indicator_view
from tally.site.views.lists import ThemeView, source_rows, theme_views
from tally.site.views.promises import VERDICTS, promise_view, tally
from tally.site.views.source import raw_view, source_view
from tally.site.words import pick, say

_PLAIN_ROWS = 50
_FILTERS = ("kind", "theme", "measure", "period", "source", "verdict", "review")


def sheets(library: Library, repository: Repository) -> Iterator[Sheet]:
    """Every generated page."""
    for lang in LANGS:
        yield home(library, repository, lang)
        yield from indicator_pages(library, repository, lang)
        yield from theme_pages(library, repository, lang)
        yield targets(library, repository, lang)
        yield from source_pages(library, repository, lang)
        yield explore(library, lang)
        yield index(library, lang)


def updated(library: Library) -> str:
    """When the data last changed."""
    return max((area.updated for area in library.areas), default="1970-01-01")


def home(library: Library, repository: Repository, lang: Lang) -> Sheet:
    return Sheet(
        routes.HOME,
        lang,
        "home.html",
        say("site.name", lang),
        say("home.description", lang),
        lambda: {"view": home_view(library, repository, lang)},
        updated(library),
        wide=True,
    )


def indicator_pages(library: Library, repository: Repository, lang: Lang) -> Iterator[Sheet]:
    lead = say("page.indicators.lead", lang, n=len(library.indicators))
    yield _listing(
        "indicators",
        lang,
        lead,
        library,
        lambda: {"themes": theme_views(library, repository, lang), "lead": lead},
    )
    for indicator in library.indicators:
        yield indicator_page(indicator, library, repository, lang)


def indicator_page(
    indicator: Indicator, library: Library, repository: Repository, lang: Lang
) -> Sheet:
    name = pick(indicator.name, lang)
    return Sheet(
        routes.indicator(indicator.id),
        lang,
        "indicator.html",
        name,
        say("indicator.description", lang, name=name),
        lambda: {"view": indicator_view(indicator, library, repository, lang)},
        updated(library),
    )


def theme_pages(library: Library, repository: Repository, lang: Lang) -> Iterator[Sheet]:
    views = theme_views(library, repository, lang)
    lead = say("page.themes.lead", lang)
    yield _listing("themes", lang, lead, library, lambda: {"themes": views, "lead": lead})
    for view in views:
        yield theme_page(view, views, library, lang)


def theme_page(
    view: ThemeView, others: tuple[ThemeView, ...], library: Library, lang: Lang
) -> Sheet:
    return Sheet(
        view.route,
        lang,
        "theme.html",
        view.name,
        view.description,
        lambda: {"view": view, "others": others},
        updated(library),
        wide=True,
    )


def targets(library: Library, repository: Repository, lang: Lang) -> Sheet:
    lead = say("page.targets.lead", lang)

    def view() -> Mapping[str, Any]:
        rows = [promise_view(t, library, repository, lang) for t in library.all_targets]
        counts = tally(library.all_targets, library)
        return {"rows": rows, "lead": lead, "counts": counts, "verdicts": VERDICTS}

    return _listing("targets", lang, lead, library, view)


def explore(library: Library, lang: Lang) -> Sheet:
    lead = say("page.explore.lead", lang)

    def view() -> Mapping[str, Any]:
        rows = explore_rows(library, lang)
        return {
            "rows": rows[:_PLAIN_ROWS],
            "total": len(rows),
            "table": table_file(lang),
            "columns": COLUMNS,
            "choices": {field: choices(rows, field) for field in _FILTERS},
            "lead": lead,
        }

    scripts = ("assets/vendor/tabulator/tabulator.min.js", "assets/js/explore.js")
    styles = ("assets/vendor/tabulator/tabulator_simple.min.css",)
    page = _listing("explore", lang, lead, library, view)
    return replace(page, scripts=scripts, styles=styles)


def index(library: Library, lang: Lang) -> Sheet:
    lead = say("page.all.lead", lang)
    return _listing("all", lang, lead, library, lambda: {**everything(library, lang), "lead": lead})


def source_pages(library: Library, repository: Repository, lang: Lang) -> Iterator[Sheet]:
    lead = say("page.sources.lead", lang)
    yield _listing(
        "sources", lang, lead, library, lambda: {"rows": source_rows(library, lang), "lead": lead}
    )
    for source in library.sources.values():
        yield source_page(source, library, repository, lang)
        if source.archived:
            yield raw_page(source, library, lang)


def source_page(source: Source, library: Library, repository: Repository, lang: Lang) -> Sheet:
    title = pick(source.title, lang)
    key = "source.description" if source.archived else "source.cited_description"
    return Sheet(
        routes.source(source.area, source.id),
        lang,
        "source.html",
        title,
        say(key, lang, title=title),
        lambda: {"view": source_view(source, library, repository, lang)},
        updated(library),
        wide=source.archived,
        scripts=("assets/js/reader.js",) if source.archived else (),
    )


def raw_page(source: Source, library: Library, lang: Lang) -> Sheet:
    title = f"{pick(source.title, lang)} · {say('source.raw', lang)}"
    return Sheet(
        routes.raw_source(source.area, source.id),
        lang,
        "raw.html",
        title,
        say("source.raw_lead", lang),
        lambda: {"view": raw_view(source, lang)},
        updated(library),
    )


def _listing(
    key: str,
    lang: Lang,
    lead: str,
    library: Library,
    view: View,
) -> Sheet:
    return Sheet(
        f"{key}/",
        lang,
        f"{key}.html",
        say(f"page.{key}.title", lang),
        lead,
        view,
        updated(library),
        wide=True,
    )

"""Which pages there are: every sheet of the site, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from tally.check.codes import explained
from tally.records.model import Indicator, Source, Theme
from tally.site import routes
from tally.site.area_sheets import area_sheets
from tally.site.compared_sheets import COMPARE, compared_sheets, side_by_side
from tally.site.library import Record
from tally.site.pictures import drawing, is_photographed
from tally.site.reports import part_route, parts_of
from tally.site.routes import LANGS, Lang
from tally.site.sheets import Sheet, View
from tally.site.sitedata import SiteData
from tally.site.views.areas import place_name, several
from tally.site.views.chart import bare_drawing, compared_chart
from tally.site.views.data import columns_view, packaged_table
from tally.site.views.everything import everything, letter_routes, letters_view
from tally.site.views.explore import FILTERS, choices, explore_rows, varying
from tally.site.views.home import headlined, home_view, most_promised
from tally.site.views.indicator import meaning
from tally.site.views.lists import Themes, shown_themes, source_rows, theme_views
from tally.site.views.place import listed_places
from tally.site.views.promises import Linked
from tally.site.views.source import raw_view, source_view
from tally.site.views.take import take_view
from tally.site.views.targets import index_view, theme_page
from tally.words import pick, say

Shown = Callable[[], Themes]  # made when a page first asks, and then for all of a language
_PLAIN_ROWS = 30
_HOMES = ("home_empty.html", "home.html", "home_many.html")  # of no area, of one, of several
_MOVED = ("assets/js/figure.js",)


def sheets(data: SiteData) -> Iterator[Sheet]:
    """Every generated page."""
    for lang in LANGS:
        shown = cache(partial(theme_views, data.library, data.repository, lang))
        yield home(shown, data, lang)
        yield from area_sheets(data, lang)
        yield indicators(shown, data, lang)
        for one in data.library.indicators:
            yield indicator(one, data, lang)
            yield from compared_sheets(one, data, lang)
        yield from themes(shown, data, lang)
        yield targets(data, lang)
        yield sources(data, lang)
        for source in data.library.sources.values():
            yield from source_pages(source, data, lang)
        yield explore(data, lang)
        yield errors(data, lang)
        yield columns(data, lang)
        yield from index(data, lang)


def updated(data: SiteData, areas: AbstractSet[str] | None = None) -> str:
    """The day that the data of some areas, else of all, last changed; empty where there is none."""
    every = data.library.every_dataset
    shown = (one for one in every if areas is None or not areas.isdisjoint(one.areas))
    return max((one.updated for one in shown), default="")


def _areas_of(records: Iterable[Record]) -> AbstractSet[str]:
    return {record.area for record in records}


def picture(data: SiteData, lang: Lang, indicator_id: str = "") -> str | None:
    """What a link to a page is shown with: the indicator's chart, else that of all promises."""
    own = data.pictures().of("indicator", indicator_id)
    shown = [one for one in own if is_photographed(one, data.pictures())]
    every = shown or data.pictures().of("glance")
    return drawing(every[0], lang, "png") if every else None


def home(themes: Shown, data: SiteData, lang: Lang) -> Sheet:
    led = most_promised(data.library) if several(data.library) else None
    told = next(iter(data.library.across(led)), None) if led else None
    return Sheet(
        route=routes.HOME,
        lang=lang,
        template=_HOMES[min(len(data.library.areas), 2)],
        title=data.sites[lang].name,
        description=data.sites[lang].description or say("home.description", lang),
        label=say("page.home.short", lang),
        view=lambda: {
            "site": data.sites[lang],
            "view": home_view(themes(), data.library, data.repository, lang),
            "chart": compared_chart(told, told.years[-1], data, lang) if told else None,
            "sparks": sparks(data, lang),
        },
        updated=updated(data),
        picture=partial(picture, data, lang),
        styles=("assets/css/home.css",) if told else (),
    )


def sparks(data: SiteData, lang: Lang) -> Mapping[tuple[str, str], Markup]:
    """A small drawing for each headlined indicator, by the address of its page and the area."""
    return {
        (routes.series(drawn.area, one.id), drawn.area): bare_drawing(drawn, lang)
        for one in headlined(data.library)
        for drawn in data.pictures().of("spark", one.id)
    }


def indicators(themes: Shown, data: SiteData, lang: Lang) -> Sheet:
    count = len(data.library.indicators)
    return _listing("indicators", data, lang, lambda: {"themes": themes()}, n=count)


def indicator(one: Indicator, data: SiteData, lang: Lang) -> Sheet:
    name = pick(one.name, lang)

    def view() -> Mapping[str, Any]:
        library = data.library
        told = next(iter(library.across(one)), None)
        beside = told.areas(told.years[-1]) if told else ()
        return {
            "meaning": meaning(one, library, data.repository, lang),
            **(side_by_side(told, told.years[-1], data, lang) if told else {"compared": None}),
            "areas": [
                Linked(place_name(area, library, lang), routes.series(area, one.id), area)
                for area in library.areas_of(one.id)
                if area not in beside
            ],
            "figures": one.id in library.observations,
            "promises": one.id in library.targets,
            "take": take_view(one, None, data, lang),
        }

    return Sheet(
        route=routes.indicator(one.id),
        lang=lang,
        template="indicator.html",
        title=name,
        description=say("indicator.description", lang, name=name),
        view=view,
        updated=updated(data, _areas_of(data.library.records_of(one.id))),
        place=one.place,
        picture=partial(picture, data, lang, one.id),
        scripts=(*_MOVED, *COMPARE),
    )


def themes(shown: Shown, data: SiteData, lang: Lang) -> Iterator[Sheet]:
    yield _listing("themes", data, lang, lambda: {"themes": shown()})
    yield from (theme(one, shown, data, lang) for one in shown_themes(data.library))


def theme(one: Theme, shown: Shown, data: SiteData, lang: Lang) -> Sheet:
    def view() -> Mapping[str, Any]:
        own = next(other for other in shown() if other.id == one.id)
        return {"view": own, "others": shown(), "promises": theme_page(one.id, data.library)}

    return Sheet(
        route=routes.theme(one.id),
        lang=lang,
        template="theme.html",
        title=pick(one.name, lang),
        description=pick(one.description, lang),
        view=view,
        updated=updated(data),
        place=one.place,
    )


def targets(data: SiteData, lang: Lang) -> Sheet:
    def view() -> Mapping[str, Any]:
        taken = packaged_table("targets", data.offered)
        return {**index_view(data.library, lang), "taken": taken}

    return _listing("targets", data, lang, view, scripts=_MOVED)


def sources(data: SiteData, lang: Lang) -> Sheet:
    def view() -> Mapping[str, Any]:
        library = data.library
        places = listed_places(library, lang) if several(library) else ()
        return {"rows": source_rows(library, lang), "places": places}

    return _listing("sources", data, lang, view)


def source_pages(source: Source, data: SiteData, lang: Lang) -> Iterator[Sheet]:
    """A source to read, with its raw text on a page of its own; or one that is only cited."""
    title = pick(source.title, lang)
    yield from (
        _source_page(source, part, data, lang)
        for part in range(len(parts_of(source.reading.text)) if source.reading else 1)
    )
    if source.archived:
        yield Sheet(
            route=routes.raw_source(source.dataset, source.id),
            lang=lang,
            template="raw.html",
            title=f"{title} · {say('source.raw', lang)}",
            description=say("source.raw_lead", lang),
            view=lambda: {"view": raw_view(source, lang)},
            updated=data.library.datasets.datasets[source.dataset].updated,
        )


def _source_page(source: Source, part: int, data: SiteData, lang: Lang) -> Sheet:
    title = pick(source.title, lang)
    key = "source.description" if source.archived else "source.cited_description"
    named = f"{title} · {say('source.page', lang, n=part + 1)}" if part else title
    return Sheet(
        route=part_route(source, part),
        lang=lang,
        template="source.html",
        title=named,
        description=say(key, lang, title=named),
        view=lambda: {"view": source_view(source, data.library, data.repository, lang, part)},
        updated=data.library.datasets.datasets[source.dataset].updated,
        place=source.place,
        scripts=("assets/js/former.js", *(("assets/js/reader.js",) if source.archived else ())),
    )


def explore(data: SiteData, lang: Lang) -> Sheet:
    def view() -> Mapping[str, Any]:
        library = data.library
        rows = explore_rows(library)
        return {
            "rows": rows[:_PLAIN_ROWS],
            "at": list(LANGS).index(lang),
            "langs": list(LANGS),
            "total": len(rows),
            "filters": [name for name in FILTERS if name != "area" or several(library)],
            "columns": varying(rows),
            "choices": choices(rows, library, lang),
            "views": ("rows", "years", *(("areas",) if several(library) else ())),
            "taken": packaged_table("observations", data.offered),
        }

    scripts, styles = ("assets/js/explore.js",), ("assets/css/explore.css",)
    return _listing("explore", data, lang, view, wide=True, scripts=scripts, styles=styles)


def errors(data: SiteData, lang: Lang) -> Sheet:
    def view() -> Mapping[str, Any]:
        codes = explained().values()
        return {
            "codes": [
                (c.code, pick(c.title, lang), pick(c.meaning, lang), pick(c.remedy, lang))
                for c in codes
            ]
        }

    return replace(_listing("errors", data, lang, view), updated="")


def columns(data: SiteData, lang: Lang) -> Sheet:
    """What each column of the published tables means."""
    return replace(
        _listing("columns", data, lang, lambda: {"tables": columns_view(lang)}), updated=""
    )


def index(data: SiteData, lang: Lang) -> Iterator[Sheet]:
    """The index of everything; further letters on pages of their own."""
    first = _listing("all", data, lang, lambda: everything(data.library, lang, data.pages))
    yield first
    for page, route in enumerate(letter_routes(data.library)[1:], 1):
        title = f"{first.title} · {say('source.page', lang, n=page + 1)}"
        view = partial(letters_view, data.library, lang, page)
        yield replace(first, route=route, template="letters.html", title=title, label="", view=view)


def _listing(
    key: str,
    data: SiteData,
    lang: Lang,
    view: View,
    *,
    wide: bool = False,
    scripts: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
    **values: object,
) -> Sheet:
    """A page of the table `page` in words.yml, whose lead is its description too."""
    return Sheet(
        route=f"{key}/",
        lang=lang,
        template=f"{key}.html",
        title=say(f"page.{key}.title", lang),
        description=say(f"page.{key}.lead", lang, **values),
        view=view,
        updated=updated(data),
        label=say(f"page.{key}.short", lang),
        wide=wide,
        picture=partial(picture, data, lang),
        scripts=scripts,
        styles=styles,
    )

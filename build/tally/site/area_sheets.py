"""The pages of places: the list of them, each with its series and its promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from tally.derive import Ledger
from tally.records.model import Indicator
from tally.site import routes
from tally.site.paging import Span
from tally.site.pictures import Pictured, drawing, is_photographed
from tally.site.routes import Lang
from tally.site.sheets import Sheet, View
from tally.site.sitedata import SiteData
from tally.site.views.areas import area_name, place_name, several
from tally.site.views.chart import bare_drawing, chart_view
from tally.site.views.checks import CONFLICTS, Row, apart, checked_view, part_view
from tally.site.views.data import packaged_table
from tally.site.views.indicator import aside_table, series_view
from tally.site.views.place import area_themes, is_long, listed_places, place_view, summary
from tally.site.views.promises import Linked
from tally.site.views.take import charts_of, take_view
from tally.site.views.targets import targets_view
from tally.words import pick, say


def area_sheets(data: SiteData, lang: Lang) -> Iterator[Sheet]:
    """The list of places, and all pages of each."""
    yield areas(data, lang)
    for ledger in data.library.areas:
        yield area(ledger, data, lang)
        for span in data.library.spans[ledger.area]:
            yield from (promises(span, part, data, lang) for part in range(len(span.parts)))
        if is_long(ledger.area, data.library):
            yield all_series(ledger, data, lang)
        if several(data.library):
            yield checked(ledger, data, lang)
            yield from checked_parts(ledger.area, data, lang)
        told = data.library.told_in(ledger.area)
        for one in told:
            yield series(one, ledger.area, data, lang)
            if data.library.aside(one.id, ledger.area):
                yield aside(one, ledger.area, data, lang)


def updated(place: str, data: SiteData) -> str:
    """The day that the data of an area last changed."""
    own = (one.updated for one in data.library.every_dataset if place in one.areas)
    return max(own, default="")


def areas(data: SiteData, lang: Lang) -> Sheet:
    return Sheet(
        route=routes.AREAS,
        lang=lang,
        template="areas.html",
        title=say("page.areas.title", lang),
        description=say("page.areas.lead", lang, n=len(data.library.areas)),
        label=say("page.areas.short", lang),
        view=lambda: {"places": listed_places(data.library, lang)},
        updated=max((one.updated for one in data.library.every_dataset), default=""),
    )


def area(ledger: Ledger, data: SiteData, lang: Lang) -> Sheet:
    """A place, with a small drawing for each headlined indicator."""

    def view() -> Mapping[str, Any]:
        shown = place_view(ledger, data.library, data.repository, lang)
        drawn = ((row.route, _spark(row.route, ledger.area, data, lang)) for row in shown.rows)
        return {
            "view": shown,
            "sparks": {(route, ledger.area): found for route, found in drawn if found},
            "packages": [
                {"name": one.edition.name, "title": pick(one.edition.title, lang)}
                for one in data.offered
                if one.edition.name in shown.datasets
            ],
        }

    known = data.library.vocabulary.areas.get(ledger.area)
    return Sheet(
        route=routes.area(ledger.area),
        lang=lang,
        template="area.html",
        title=place_name(ledger.area, data.library, lang),
        description=summary(ledger, data.library, lang),
        view=view,
        updated=updated(ledger.area, data),
        place=known.place if known else None,
        picture=partial(picture, data, lang, ledger.area),
    )


def _spark(route: str, place: str, data: SiteData, lang: Lang) -> str | None:
    subject = route.removeprefix(routes.area(place)).rstrip("/")
    own = (one for one in data.pictures().of("spark", subject) if one.area == place)
    return next((bare_drawing(one, lang) for one in own), None)


def picture(data: SiteData, lang: Lang, place: str, indicator_id: str = "") -> str | None:
    """What a link to a page of an area is shown with: its series' chart, else that of its
    promises."""
    own = [*data.pictures().of("indicator", indicator_id), *data.pictures().of("glance")]
    shown = (one for one in own if one.area == place and is_photographed(one, data.pictures()))
    return next((drawing(one, lang, "png") for one in shown), None)


def checked(ledger: Ledger, data: SiteData, lang: Lang) -> Sheet:
    """Where an area's figures differ."""
    where = place_name(ledger.area, data.library, lang)
    return Sheet(
        route=routes.checks(ledger.area),
        lang=lang,
        template="checked.html",
        title=f"{where} · {say('page.checks.title', lang)}",
        description=say("comparison.lead", lang),
        view=lambda: checked_view(ledger.area, data.library, lang),
        updated=updated(ledger.area, data),
        wide=True,
    )


def checked_parts(area: str, data: SiteData, lang: Lang) -> Iterator[Sheet]:
    """Where more of an area's figures differ than one page holds."""
    where = place_name(area, data.library, lang)

    def view(name: str, pages: Sequence[str], at: int, rows: Sequence[Row]) -> View:
        return lambda: {
            **part_view(rows, data.library, lang),
            **{"area": where, "whole": routes.checks(area), "name": name},
            **{"pages": pages, "at": at},
        }

    for section, parts in apart(area, data.library).items():
        key = "conflict.title" if section == CONFLICTS else f"cross_check.{section}.name"
        pages = [routes.checks(area, section, str(n + 1) if n else "") for n in range(len(parts))]
        for at, rows in enumerate(parts):
            yield Sheet(
                route=pages[at],
                lang=lang,
                template="checked_part.html",
                title=f"{where} · {say(key, lang)}{f' · {at + 1}' if at else ''}",
                description=say("comparison.lead", lang),
                view=view(say(key, lang), pages, at, rows),
                updated=updated(area, data),
                wide=True,
            )


def all_series(ledger: Ledger, data: SiteData, lang: Lang) -> Sheet:
    """The indicators of an area that has too many for its page."""
    where = place_name(ledger.area, data.library, lang)
    n = len(data.library.told_in(ledger.area))
    return Sheet(
        route=routes.all_series(ledger.area),
        lang=lang,
        template="area_series.html",
        title=f"{where} · {say('theme.indicators', lang)}",
        description=say("place.all_series", lang, n=n),
        view=lambda: {"themes": area_themes(ledger.area, data.library, lang)},
        updated=updated(ledger.area, data),
    )


def series(one: Indicator, place: str, data: SiteData, lang: Lang) -> Sheet:
    where = area_name(place, data.library, lang)
    name = f"{where} · {pick(one.name, lang)}" if where else pick(one.name, lang)

    def view() -> Mapping[str, Any]:
        return {
            "view": series_view(one, place, data.library, data.repository, lang),
            "charts": charts_of(one, place, data, lang),
            "take": take_view(one, place, data, lang),
        }

    return Sheet(
        route=routes.series(place, one.id),
        lang=lang,
        template="series.html",
        title=name,
        description=say("indicator.description", lang, name=name),
        view=view,
        updated=updated(place, data),
        place=one.place,
        picture=partial(picture, data, lang, place, one.id),
        scripts=("assets/js/aside.js",) if data.library.aside(one.id, place) else (),
    )


def aside(one: Indicator, place: str, data: SiteData, lang: Lang) -> Sheet:
    """The figures of a long series that its page leaves out."""
    name = series(one, place, data, lang).title

    def view() -> Mapping[str, Any]:
        return {
            "series": Linked(name, routes.series(place, one.id)),
            "figures": aside_table(one, place, data.library, data.repository, lang),
        }

    return Sheet(
        route=routes.aside(place, one.id),
        lang=lang,
        template="aside.html",
        title=f"{name} · {say('series.aside', lang)}",
        description=say("series.aside_lead", lang),
        view=view,
        updated=updated(place, data),
        place=one.place,
    )


def promises(span: Span, part: int, data: SiteData, lang: Lang) -> Sheet:
    """A page of an area's promises; the first has those of its main period as charts too."""
    where = area_name(span.area, data.library, lang)
    title = say("page.targets.title", lang)

    def view() -> Mapping[str, Any]:
        pictures = data.pictures()
        charts = [one for one in _charts(data) if one.area == span.area]
        return {
            **targets_view(span, part, data.library, data.repository, lang),
            "charts": [
                chart_view(
                    one,
                    f"{one.kind}-{one.area}",
                    lang,
                    photographed=is_photographed(one, pictures),
                )
                for one in charts
            ],
            "taken": packaged_table("targets", data.offered),
        }

    return Sheet(
        route=span.route(part),
        lang=lang,
        template="promises.html",
        title=f"{where} · {title}" if where else title,
        description=say("page.targets.lead", lang),
        view=view,
        updated=updated(span.area, data),
        wide=True,
        picture=partial(picture, data, lang, span.area),
        scripts=("assets/js/targets.js",),
    )


def _charts(data: SiteData) -> tuple[Pictured, ...]:
    return (*data.pictures().of("glance"), *data.pictures().of("growth"))

"""The pages of areas side by side: each face of an indicator year by year, and over all years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tally.derive.across import Across
from tally.records.model import Indicator
from tally.site import routes
from tally.site.routes import Lang
from tally.site.sheets import Sheet
from tally.site.sitedata import SiteData
from tally.site.tables import compared_table, indicator_book
from tally.site.views.chart import compared_chart, histories_chart
from tally.site.views.comparison import compared_in, face_label, faces_of, history, years_of
from tally.site.views.figures import period_label
from tally.site.views.promises import Linked
from tally.terms import Period
from tally.words import pick, say

COMPARE = ("assets/js/compare.js",)


def compared_sheets(one: Indicator, data: SiteData, lang: Lang) -> Iterator[Sheet]:
    """For each face a page a year, and one of all years where there are several."""
    for told in data.library.across(one):
        if len(told.years) > 1:
            yield all_years(told, data, lang)
        yield from (one_year(told, year, data, lang) for year in told.years)


def side_by_side(told: Across, year: Period, data: SiteData, lang: Lang) -> Mapping[str, Any]:
    """What a page shows of one face in one year."""
    face, indicator = told.face.name, told.indicator
    return {
        "indicator": Linked(pick(indicator.name, lang), routes.indicator(indicator.id)),
        "compared": compared_in(told, year, data.library, lang),
        "chart": compared_chart(told, year, data, lang),
        "faces": faces_of(indicator, data.library, lang, told),
        "years": years_of(told, year),
        "files": files_of(told, data),
        "whole": routes.compared(indicator.id, face) if len(told.years) > 1 else None,
    }


def files_of(told: Across, data: SiteData) -> Sequence[tuple[str, str]]:
    """What there is of one face to take away, by path; nothing where there are no packages."""
    said = told.said.values()
    there = {
        "targets": any(one.promises for one in said),
        "observations": any(one.reached for one in said),
    }
    tables = [
        (compared_table(told.name, table), f"{table}.csv") for table, held in there.items() if held
    ]
    return [(indicator_book(told.name), "Excel"), *tables] if data.offered else []


def one_year(told: Across, year: Period, data: SiteData, lang: Lang) -> Sheet:
    return _sheet(
        told,
        data,
        lang,
        template="compared.html",
        route=routes.compared(told.indicator.id, told.face.name, year),
        when=period_label(year, lang),
        view=lambda: side_by_side(told, year, data, lang),
    )


def all_years(told: Across, data: SiteData, lang: Lang) -> Sheet:
    def view() -> Mapping[str, Any]:
        indicator = told.indicator
        return {
            "indicator": Linked(pick(indicator.name, lang), routes.indicator(indicator.id)),
            "history": history(told, data.library, lang),
            "chart": histories_chart(told, data, lang),
            "files": files_of(told, data),
            "faces": faces_of(indicator, data.library, lang, told),
            "years": years_of(told),
        }

    return _sheet(
        told,
        data,
        lang,
        template="history.html",
        route=routes.compared(told.indicator.id, told.face.name),
        when=say("compared.all_years", lang),
        view=view,
    )


def _sheet(told: Across, data: SiteData, lang: Lang, *, when: str, **fields: Any) -> Sheet:
    name, label = pick(told.indicator.name, lang), face_label(told, data.library, lang)
    shown = (
        one for one in data.library.every_dataset if not told.ledgers.keys().isdisjoint(one.areas)
    )
    return Sheet(
        lang=lang,
        title=f"{name} · {label} · {when}",
        description=say("compared.description", lang, name=name, when=when),
        updated=max((one.updated for one in shown), default=""),
        place=told.indicator.place,
        wide=True,
        scripts=COMPARE,
        **fields,
    )

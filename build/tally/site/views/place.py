"""A place: how it does, its reports by year, its headline figures, its promises by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tally.derive import Ledger
from tally.records.model import Target
from tally.records.periods import is_year
from tally.site import routes
from tally.site.library import Library, grouped
from tally.site.links import Repository
from tally.site.routes import Lang
from tally.site.views.areas import place_name
from tally.site.views.figures import period_label
from tally.site.views.home import headline_rows
from tally.site.views.lists import IndicatorRow, SourceRow, source_row
from tally.site.views.promises import Linked, tally
from tally.site.views.targets import Ended, ended, span_route, spans, unreviewed
from tally.terms import VerdictCode
from tally.words import pick, say


@dataclass(frozen=True, slots=True)
class YearRow:
    """The promises due in a year, and how they ended."""

    name: str
    route: str
    total: int
    counts: Mapping[VerdictCode, int]
    derived: int
    unreviewed: int


@dataclass(frozen=True, slots=True)
class PlaceView:
    """All of an area's page."""

    area: str
    name: str
    summary: str
    within: Linked | None
    holds: tuple[Linked, ...]
    rows: tuple[IndicatorRow, ...]
    years: tuple[YearRow, ...]
    themes: tuple[tuple[str, tuple[Linked, ...]], ...]
    sources: tuple[SourceRow, ...]
    promises: str
    datasets: tuple[str, ...]


def place_view(area: Ledger, library: Library, repository: Repository, lang: Lang) -> PlaceView:
    known = library.vocabulary.areas.get(area.area)
    above = known.within if known and known.within in library.ledgers else None
    years = year_rows(area, library, lang)
    return PlaceView(
        area=area.area,
        name=place_name(area.area, library, lang),
        summary=summary(area, library, lang),
        within=linked_area(above, library, lang) if above else None,
        holds=tuple(linked_area(one, library, lang) for one in held(area.area, library)),
        rows=headline_rows(area, library, repository, lang),
        years=years,
        themes=tuple(_themes(area.area, library, lang)),
        sources=area_sources(area.area, library, lang),
        promises=routes.promises(area.area),
        datasets=tuple(d.id for d in library.every_dataset if area.area in d.areas),
    )


def linked_area(area: str, library: Library, lang: Lang) -> Linked:
    return Linked(place_name(area, library, lang), routes.area(area))


def held(area: str, library: Library) -> tuple[str, ...]:
    """The areas of the site that lie within an area."""
    known = library.vocabulary.areas
    return tuple(one for one in library.ledgers if one in known and known[one].within == area)


def summary(area: Ledger, library: Library, lang: Lang) -> str:
    """How it does, in a sentence: of the promises whose outcome is known how many were kept, of
    how many years, and how many verdicts are inferred."""
    judged = tally(area.promises, library)
    known = judged[VerdictCode.MET] + judged[VerdictCode.MISSED]
    years = sorted({t.due for t in area.promises if is_year(t.due)})
    if not years:
        return say("place.reports", lang, figures=figures_of(area.area, library))
    span = period_label(years[0] if len(years) == 1 else f"{years[0]}-{years[-1]}", lang)
    return say(
        "place.summary",
        lang,
        span=span,
        total=len(area.promises),
        known=known,
        met=judged[VerdictCode.MET],
        missed=judged[VerdictCode.MISSED],
        derived=_derived(area.promises, library),
    )


def figures_of(area: str, library: Library) -> int:
    return sum(len(library.observed(one.id, area)) for one in library.told_in(area))


def _derived(targets: Sequence[Target], library: Library) -> int:
    return sum(library.outlooks[t.id].verdict.inference == "derived" for t in targets)


def year_rows(area: Ledger, library: Library, lang: Lang) -> tuple[YearRow, ...]:
    """The promises by the period that they are due in, newest first."""
    by_due = grouped(area.promises, lambda t: t.due)
    every = spans(area)
    stands = {t.id: span for span, own in every.items() for t in own}
    return tuple(
        YearRow(
            name=period_label(due, lang),
            route=f"{span_route(area.area, stands[by_due[due][0].id], every)}?due={due}",
            total=len(by_due[due]),
            counts=tally(by_due[due], library),
            derived=_derived(by_due[due], library),
            unreviewed=unreviewed(by_due[due]),
        )
        for due in sorted(by_due, reverse=True)
    )


def _themes(area: str, library: Library, lang: Lang) -> Iterator[tuple[str, tuple[Linked, ...]]]:
    own = library.told_in(area)
    by_theme = grouped(own, lambda one: one.theme)
    for id_, theme in library.vocabulary.themes.items():
        if id_ in by_theme:
            yield (
                pick(theme.name, lang),
                tuple(
                    Linked(pick(one.name, lang), routes.series(area, one.id))
                    for one in by_theme[id_]
                ),
            )


def area_sources(area: str, library: Library, lang: Lang) -> tuple[SourceRow, ...]:
    """The sources of one area, latest first."""
    own = [source for source in library.sources.values() if source.area == area]
    own.sort(key=lambda source: (source.published, source.id), reverse=True)
    return tuple(source_row(s, len(library.resting.get(s.id, ())), library, lang) for s in own)


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """An area in the list of places."""

    place: Linked
    code: str
    within: str
    indicators: int
    figures: int
    sources: int
    ended: Ended


def listed_places(library: Library, lang: Lang) -> tuple[ListedPlace, ...]:
    """All areas, in the order of their codes' levels as the vocabulary has them."""
    return tuple(_listed(area, library, lang) for area in library.areas)


def _listed(area: Ledger, library: Library, lang: Lang) -> ListedPlace:
    known = library.vocabulary.areas.get(area.area)
    within = known.within if known else None
    return ListedPlace(
        place=linked_area(area.area, library, lang),
        code=known.code if known else "",
        within=place_name(within, library, lang) if within else "",
        indicators=len(library.told_in(area.area)),
        figures=figures_of(area.area, library),
        sources=sum(source.area == area.area for source in library.sources.values()),
        ended=ended(area.area, place_name(area.area, library, lang), area.promises, library),
    )

"""A place: how it does, its reports by year, its headline figures, its promises by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tally.derive import Ledger
from tally.records.model import Area, Target
from tally.site import routes
from tally.site.library import Library, grouped
from tally.site.links import Repository
from tally.site.routes import Lang
from tally.site.views.areas import place_name
from tally.site.views.figures import period_label
from tally.site.views.home import headline_rows
from tally.site.views.lists import IndicatorRow, SourceRow, source_row
from tally.site.views.promises import Linked, derived_counts, record, tally
from tally.site.views.targets import Ended, ended, unreviewed
from tally.terms import Period, TargetType, VerdictCode
from tally.words import pick, say

Grouped = tuple[tuple[str, tuple[Linked, ...]], ...]
_SERIES = 60  # that an area's page names
_OF_THEME = 4  # of more


@dataclass(frozen=True, slots=True)
class YearRow:
    """The promises due in a year, and how they ended."""

    name: str
    route: str
    total: int
    counts: Mapping[VerdictCode, int]
    derived: Mapping[VerdictCode, int]
    unreviewed: int


@dataclass(frozen=True, slots=True)
class PlaceView:
    """All of an area's page: `age` says how old what is known is, `history` since when and until
    when it was this place, and `became` what followed it; `alike` are areas of its level, within
    the same one where there are such; `reports` are its own by year, `sources` all others."""

    area: str
    name: str
    summary: str
    age: str
    level: str
    history: tuple[str, ...]
    became: tuple[Linked, ...]
    within: Linked | None
    holds: tuple[Linked, ...]
    alike: tuple[Linked, ...]
    rows: tuple[IndicatorRow, ...]
    years: tuple[YearRow, ...]
    themes: Grouped
    series: Linked | None
    reports: tuple[SourceRow, ...]
    sources: tuple[SourceRow, ...]
    promises: str
    datasets: tuple[str, ...]


def place_view(area: Ledger, library: Library, repository: Repository, lang: Lang) -> PlaceView:
    known = library.vocabulary.areas.get(area.area)
    above = known.within if known and known.within in library.ledgers else None
    sources = area_sources(area.area, library, lang)
    themes = area_themes(area.area, library, lang)
    count = sum(len(own) for _, own in themes)
    shorten = is_long(area.area, library)
    return PlaceView(
        area=area.area,
        name=place_name(area.area, library, lang),
        summary=summary(area, library, lang),
        age=age(area.area, library, lang),
        level=say(f"area_level.{known.level}", lang) if known else "",
        history=tuple(history(known, lang)) if known else (),
        became=tuple(linked_area(one, library, lang) for one in known.became) if known else (),
        within=linked_area(above, library, lang) if above else None,
        holds=tuple(linked_area(one, library, lang) for one in held(area.area, library)),
        alike=tuple(linked_area(one, library, lang) for one in alike(area.area, library)),
        rows=headline_rows(area, library, repository, lang),
        years=year_rows(area, library, lang),
        themes=shortened(themes) if shorten else themes,
        series=Linked(str(count), routes.all_series(area.area)) if shorten else None,
        reports=tuple(row for row in sources if row.report),
        sources=tuple(row for row in sources if not row.report),
        promises=routes.promises(area.area),
        datasets=tuple(d.id for d in library.every_dataset if area.area in d.areas),
    )


def linked_area(area: str, library: Library, lang: Lang) -> Linked:
    return Linked(place_name(area, library, lang), routes.area(area))


def held(area: str, library: Library) -> tuple[str, ...]:
    """The areas of the site that lie within an area."""
    known = library.vocabulary.areas
    return tuple(one for one in library.ledgers if one in known and known[one].within == area)


def alike(area: str, library: Library) -> tuple[str, ...]:
    """The site's other areas of the same level: within the same area, else anywhere."""
    known = library.vocabulary.areas
    if area not in known:
        return ()
    own = known[area]
    peers = [one for one in library.ledgers if one != area and one in known]
    peers = [one for one in peers if known[one].level == own.level]
    near = [one for one in peers if known[one].within == own.within]
    return tuple(near or peers)


def history(area: Area, lang: Lang) -> Iterator[str]:
    """Since when it has been this place, and until when it was."""
    if area.since:
        yield say("place.since", lang, date=area.since)
    if area.until:
        yield say("place.until", lang, date=area.until)


def age(area: str, library: Library, lang: Lang) -> str:
    """How old what is known of an area is: of which year its newest figures are, and when the
    newest of its sources came out."""
    own = library.ledgers[area]
    years = {period for periods in own.periods.values() for period in periods if period.is_year}
    published = [source.published for source in library.sources.values() if source.area == area]
    if not years or not published:
        return ""
    period = period_label(max(years), lang)
    return say("place.age", lang, period=period, date=max(published))


def summary(area: Ledger, library: Library, lang: Lang) -> str:
    """How it does, in a sentence: of the promises whose outcome is known how many were kept, of
    how many years, and how many verdicts are inferred."""
    told = record(area.promises, library, lang)
    return told or say("place.reports", lang, figures=figures_of(area.area, library))


def figures_of(area: str, library: Library) -> int:
    return sum(len(library.observed(one.id, area)) for one in library.told_in(area))


def year_rows(area: Ledger, library: Library, lang: Lang) -> tuple[YearRow, ...]:
    """The promises by the period that they are due in, newest first."""
    by_due = grouped(area.promises, lambda t: t.due)
    return tuple(
        YearRow(
            name=period_label(due, lang),
            route=f"{_page_of(by_due[due], library)}?due={due}",
            total=len(by_due[due]),
            counts=tally(by_due[due], library),
            derived=derived_counts(by_due[due], library),
            unreviewed=unreviewed(by_due[due]),
        )
        for due in sorted(by_due, key=_newest)
    )


def _page_of(targets: Sequence[Target], library: Library) -> str:
    """Where promises are told; milestones stand with the newest."""
    told = next((t for t in targets if t.type != TargetType.MILESTONE), targets[0])
    return library.stands[told.id]


def _newest(due: Period) -> tuple[int, bool, str]:
    """The newest year first, then what is due in a part of it or at the end of several."""
    return -due.end.year, not due.is_year, due


def is_long(area: str, library: Library) -> bool:
    """Whether an area has more series than its page can name, so that another lists them all."""
    return len(library.told_in(area)) > _SERIES


def shortened(themes: Grouped) -> Grouped:
    return tuple((name, own[:_OF_THEME]) for name, own in themes)


def area_themes(area: str, library: Library, lang: Lang) -> Grouped:
    """All series of an area by theme."""
    return tuple(_themes(area, library, lang))


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

"""A series, an indicator in one area: its latest figure, its promise, all its figures and what
they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tally.records.model import Indicator, Observation
from tally.site import routes
from tally.site.library import Library
from tally.site.links import Repository
from tally.site.routes import LANGS, Lang
from tally.site.views.areas import area_name, several
from tally.site.views.figure_table import FigureTable, figure_table
from tally.site.views.figures import FigureView, figure_view
from tally.site.views.plain import for_each_resident
from tally.site.views.promises import Linked, PromiseView, promise_view, record, theme_name
from tally.terms import Measure, Period, complete
from tally.words import pick, say, table

_FACES = complete(
    Measure,
    (
        *(Measure.LEVEL, Measure.SHARE, Measure.CUMULATIVE, Measure.RATIO, Measure.RANK),
        *(Measure.GROWTH, Measure.CHANGE, Measure.INDEX, Measure.GAP),
    ),
)

_PROMISES = 3  # that are each told whole
_NEWEST = 1  # of more
_BESIDE = 12


@dataclass(frozen=True, slots=True)
class Headline:
    """The latest figure, and the change that was reported with it."""

    main: FigureView
    change: FigureView | None
    plain: str | None


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that holds figures, and where the repository shows it."""

    path: str
    address: str | None


@dataclass(frozen=True, slots=True)
class AreaPart:
    """What one area reports and promises; `earlier` are promises before the newest, `record` says
    how those ended whose outcome is known, `aside` how many figures stand on a page beside."""

    area: str
    headline: Headline | None
    record: str
    promises: tuple[PromiseView, ...]
    earlier: tuple[PromiseView, ...]
    figures: FigureTable
    aside: int
    files: tuple[DataFile, ...]
    conflicts: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an indicator means, on its own page and on that of each series."""

    id: str
    name: str
    other_name: str
    other_lang: str
    route: str
    theme: Linked
    definition: str
    direction: str
    aliases: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    related: tuple[Linked, ...]
    line: str | None
    place: str


@dataclass(frozen=True, slots=True)
class SeriesView:
    """All of a series' page but its charts and files; `place` is the area, `elsewhere` the other
    areas: both empty where there is only one. `beside` are the area's other series of the theme;
    `checks` and `aside` pages where its figures are held together, and where more of them stand."""

    meaning: Meaning
    place: Linked | None
    part: AreaPart
    elsewhere: tuple[Linked, ...]
    beside: tuple[Linked, ...]
    form: str | None
    checks: str
    aside: str


def series_view(
    indicator: Indicator, area: str, library: Library, repository: Repository, lang: Lang
) -> SeriesView:
    """The figures of one area, latest first, and its promises."""
    name = area_name(area, library, lang)
    return SeriesView(
        meaning=meaning(indicator, library, repository, lang, area),
        place=Linked(name, routes.area(area)) if name else None,
        part=area_part(indicator, area, library, repository, lang),
        elsewhere=tuple(
            _elsewhere(indicator, other, library, repository, lang)
            for other in library.areas_of(indicator.id)
            if other != area
        ),
        beside=tuple(
            Linked(pick(other.name, lang), routes.series(area, other.id))
            for other in library.told_in(area)
            if other.theme == indicator.theme and other.id != indicator.id
        )[:_BESIDE],
        form=repository.form(routes.series(area, indicator.id)),
        checks=routes.checks(area) if several(library) else "checks/",
        aside=routes.aside(area, indicator.id) if library.aside(indicator.id, area) else "",
    )


def _elsewhere(
    indicator: Indicator, area: str, library: Library, repository: Repository, lang: Lang
) -> Linked:
    """Another area, with its latest figure in words."""
    latest = latest_first(library.observed(indicator.id, area))
    told = headline(latest, library, repository, lang)
    words = (told.main.text, told.main.period_label, *told.main.remarks) if told else ()
    return Linked(
        area_name(area, library, lang), routes.series(area, indicator.id), " · ".join(words)
    )


def meaning(
    indicator: Indicator,
    library: Library,
    repository: Repository,
    lang: Lang,
    area: str | None = None,
) -> Meaning:
    """What the indicator means, with related ones that the area has, where one is given."""
    other = next(one for one in LANGS if one != lang)
    return Meaning(
        id=indicator.id,
        name=pick(indicator.name, lang),
        other_name=pick(indicator.name, other),
        other_lang=other,
        route=routes.indicator(indicator.id),
        theme=Linked(theme_name(indicator.theme, library, lang), routes.theme(indicator.theme)),
        definition=pick(indicator.definition, lang),
        direction=say(f"direction.{indicator.direction}", lang),
        aliases=indicator.aliases,
        codes=codes(indicator.codes, lang),
        related=related(indicator, library, lang, area),
        line=repository.line(indicator.place),
        place=f"{indicator.place.path}:{indicator.place.line}",
    )


def area_part(
    indicator: Indicator, area: str, library: Library, repository: Repository, lang: Lang
) -> AreaPart:
    observations = latest_first(library.observed(indicator.id, area))
    targets = sorted(library.promised(indicator.id, area), key=lambda t: _end(t.due), reverse=True)
    figures = [figure_view(o, library, repository, lang) for o in observations]
    aside = library.aside(indicator.id, area)
    views = [promise_view(t, library, repository, lang) for t in targets]
    shown = len(views) if len(views) <= _PROMISES else _NEWEST
    return AreaPart(
        area=area,
        headline=headline(observations, library, repository, lang),
        record=record(targets, library, lang) if len(targets) > _PROMISES else "",
        promises=tuple(views[:shown]),
        earlier=tuple(views[shown:]),
        figures=figure_table([one for one in figures if one.id not in aside], _FACES),
        aside=len(aside),
        files=data_files(observations, repository),
        conflicts=len(library.disputed(indicator.id, area)),
    )


def aside_table(
    indicator: Indicator, area: str, library: Library, repository: Repository, lang: Lang
) -> FigureTable:
    """The figures of a long series that stand beside its page."""
    observations = latest_first(library.observed(indicator.id, area))
    aside = library.aside(indicator.id, area)
    figures = [figure_view(o, library, repository, lang) for o in observations if o.id in aside]
    return figure_table(figures, _FACES)


def data_files(observations: Sequence[Observation], repository: Repository) -> tuple[DataFile, ...]:
    """The files whose lines stand behind the figures of one area."""
    paths = sorted({observation.place.path for observation in observations})
    return tuple(DataFile(path, repository.file(path)) for path in paths)


def latest_first(observations: Sequence[Observation]) -> list[Observation]:
    """By the end of the period, latest first; then amounts before changes."""
    by_face = sorted(observations, key=lambda o: _FACES.index(o.figure.measure))
    return sorted(by_face, key=lambda o: _end(o.period), reverse=True)


def _end(period: Period) -> tuple[str, bool]:
    """When a period ends, and that a year goes before a longer span with the same end."""
    try:
        parsed = period
    except ValueError:
        return "", False
    return parsed.end.isoformat(), (parsed.end - parsed.start).days < 366


def headline(
    latest: Sequence[Observation], library: Library, repository: Repository, lang: Lang
) -> Headline | None:
    """The newest amount, of a whole year where there is one, with the growth it came with."""
    main = newest(latest, library)
    if main is None:
        return None
    beside = change_beside(main, latest, library)
    view = figure_view(main, library, repository, lang)
    change = figure_view(beside, library, repository, lang) if beside else None
    plain = for_each_resident(main, library.ledgers[main.area], lang)
    return Headline(view, change, plain)


def newest(latest: Sequence[Observation], library: Library) -> Observation | None:
    """The observation to show large; of several for one year the one to be trusted most."""
    years = [o for o in latest if o.period.is_year]
    candidates = years or list(latest)
    amounts = [o for o in candidates if o.figure.measure not in ("growth", "change")]
    shown = next(iter(amounts or candidates), None)
    if shown is None:
        return None
    ledger = library.ledgers[shown.area]
    best = ledger.find(shown.indicator, shown.period, shown.figure.measure)
    return best[0] if best else shown


def change_beside(
    main: Observation, latest: Sequence[Observation], library: Library
) -> Observation | None:
    """The growth of the same period: of the same source, else the one to be trusted most."""
    if main.figure.measure in ("growth", "change"):
        return None
    ranked = library.ledgers[main.area].find(main.indicator, main.period, Measure.GROWTH)
    changes = [*ranked, *(o for o in latest if _is_change_of(o, main))]
    return next(
        (o for o in changes if o.evidence.source == main.evidence.source),
        next(iter(changes), None),
    )


def _is_change_of(change: Observation, main: Observation) -> bool:
    return change.figure.measure == "change" and change.period == main.period


def codes(known: Mapping[str, str], lang: Lang) -> tuple[tuple[str, str], ...]:
    """The codes of other standards, by the name of the standard."""
    return tuple(
        (table(lang).get(f"standard.{standard}", standard), code)
        for standard, code in known.items()
    )


def related(
    indicator: Indicator, library: Library, lang: Lang, area: str | None = None
) -> tuple[Linked, ...]:
    """Related indicators that have a page; in an area, their series there."""
    known = library.vocabulary.indicators
    return tuple(
        Linked(
            pick(known[other].name, lang),
            routes.series(area, other) if area else routes.indicator(other),
        )
        for other in indicator.related
        if (area in library.areas_of(other) if area else library.areas_of(other))
    )

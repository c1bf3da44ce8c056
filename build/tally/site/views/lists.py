"""Pages that list: all indicators, the themes, the sources, an index of everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tally.records.model import Indicator, Source, Target, Theme
from tally.site import routes
from tally.site.library import Library, grouped
from tally.site.links import Repository
from tally.site.routes import Lang
from tally.site.views.areas import area_name, several
from tally.site.views.indicator import Headline, headline, latest_first
from tally.site.views.promises import PromiseView, promise_view
from tally.terms import DocumentType, Period
from tally.words import pick, say


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator in a list, with the latest figure and the latest promise of one area."""

    name: str
    route: str
    area: str
    area_name: str
    headline: Headline | None
    promise: PromiseView | None


@dataclass(frozen=True, slots=True)
class Counted:
    """Something in a list with how much there is of it."""

    name: str
    route: str
    areas: int
    figures: int
    promises: int


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme with its indicators and its milestones. Where the site tells of several areas there
    are no rows but `counted` indicators, and areas that have milestones."""

    id: str
    name: str
    route: str
    description: str
    rows: tuple[IndicatorRow, ...]
    counted: tuple[Counted, ...]
    milestones: tuple[PromiseView, ...]
    places: tuple[Counted, ...]

    @property
    def indicators(self) -> int:
        return len(self.rows or self.counted)

    @property
    def milestone_count(self) -> int:
        return len(self.milestones) or sum(place.promises for place in self.places)


Themes = tuple[ThemeView, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a list; `progress` says how far its review is, where it is not complete."""

    title: str
    area_name: str
    route: str
    publisher: str
    published: str
    kind: str
    provenance: str
    archived: bool
    figures: int
    progress: str | None
    review: str
    report: bool


def indicator_rows(
    indicator: Indicator, library: Library, repository: Repository, lang: Lang
) -> tuple[IndicatorRow, ...]:
    """A row for each area that has a figure or a promise."""
    rows = (
        indicator_row(indicator, area.area, library, repository, lang) for area in library.areas
    )
    return tuple(row for row in rows if row.headline or row.promise)


def indicator_row(
    indicator: Indicator,
    area: str,
    library: Library,
    repository: Repository,
    lang: Lang,
    *,
    due: Period | None = None,
) -> IndicatorRow:
    """The latest figure, and the latest promise or that which is due in a given period."""
    latest = latest_first(library.observed(indicator.id, area))
    every = library.promised(indicator.id, area)
    targets = [t for t in every if t.due == due] if due else every[::-1]
    return IndicatorRow(
        name=pick(indicator.name, lang),
        route=routes.series(area, indicator.id),
        area=area,
        area_name=area_name(area, library, lang),
        headline=headline(latest, library, repository, lang),
        promise=promise_view(targets[0], library, repository, lang) if targets else None,
    )


def theme_view(theme: Theme, library: Library, repository: Repository, lang: Lang) -> ThemeView:
    """A theme with a row for each indicator that has data."""
    many = several(library)
    indicators = [i for i in library.indicators if i.theme == theme.id]
    milestones = [t for t in library.promises if not t.indicator and t.theme == theme.id]
    return ThemeView(
        id=theme.id,
        name=pick(theme.name, lang),
        route=routes.theme(theme.id),
        description=pick(theme.description, lang),
        rows=()
        if many
        else tuple(row for i in indicators for row in indicator_rows(i, library, repository, lang)),
        counted=tuple(counted(i, library, lang) for i in indicators) if many else (),
        milestones=()
        if many
        else tuple(promise_view(t, library, repository, lang) for t in milestones),
        places=tuple(_places(milestones, library, lang)) if many else (),
    )


def counted(indicator: Indicator, library: Library, lang: Lang) -> Counted:
    """An indicator with how many areas, figures and promises it has."""
    return Counted(
        name=pick(indicator.name, lang),
        route=routes.indicator(indicator.id),
        areas=len(library.areas_of(indicator.id)),
        figures=len(library.observations.get(indicator.id, ())),
        promises=len(library.targets.get(indicator.id, ())),
    )


def _places(milestones: Iterable[Target], library: Library, lang: Lang) -> Iterator[Counted]:
    """The areas that have milestones, with how many."""
    for area, own in grouped(milestones, lambda t: t.area).items():
        page = library.stands[own[0].id]
        yield Counted(area_name(area, library, lang), page, 1, 0, len(own))


def shown_themes(library: Library) -> tuple[Theme, ...]:
    """The themes that have something to show, in the order of the vocabulary."""
    used = {indicator.theme for indicator in library.indicators}
    used |= {target.theme for target in library.promises if target.theme and not target.indicator}
    return tuple(theme for theme in library.vocabulary.themes.values() if theme.id in used)


def theme_views(library: Library, repository: Repository, lang: Lang) -> Themes:
    """The same with all that they show."""
    return tuple(theme_view(one, library, repository, lang) for one in shown_themes(library))


def source_rows(library: Library, lang: Lang) -> tuple[SourceRow, ...]:
    """All sources, where there are several areas those of no one area: the archived first, then
    the cited, each latest first."""
    shown = [s for s in library.sources.values() if not several(library) or s.area is None]
    sources = sorted(shown, key=lambda s: (s.archived, s.published, s.id))
    sources.reverse()
    return tuple(source_row(s, len(library.resting.get(s.id, ())), library, lang) for s in sources)


def source_row(source: Source, figures: int, library: Library, lang: Lang) -> SourceRow:
    return SourceRow(
        title=pick(source.title, lang),
        area_name=area_name(source.area, library, lang),
        route=routes.source(source.dataset, source.id),
        publisher=pick(source.publisher, lang),
        published=source.published,
        kind=say(f"document_type.{source.kind}", lang),
        provenance=say(f"provenance.{source.provenance}", lang),
        archived=source.archived,
        figures=figures,
        progress=_progress(source, library, lang),
        review=_review(source, library, lang),
        report=source.kind == DocumentType.WORK_REPORT,
    )


def _review(source: Source, library: Library, lang: Lang) -> str:
    """How far a source has been reviewed, in words; of one that is only cited, that it is."""
    if not source.archived:
        return say(f"provenance.{source.provenance}", lang)
    return _progress(source, library, lang) or say("source.reviewed", lang)


def _progress(source: Source, library: Library, lang: Lang) -> str | None:
    """核对中：282 个数字已核对 23 个."""
    found = library.progress.get(source.id)
    return say("source.progress", lang, n=found.reviewed, total=found.total) if found else None

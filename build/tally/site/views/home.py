"""The home page: how is it doing, and was the word kept?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tally.derive import Ledger
from tally.records.model import Correction, Indicator, Target
from tally.site import routes
from tally.site.library import Library, Record
from tally.site.links import Repository, permanent
from tally.site.routes import Lang
from tally.site.views.areas import area_name, place_name, several
from tally.site.views.figures import measure_label, period_label, period_of
from tally.site.views.lists import IndicatorRow, Themes, indicator_row
from tally.site.views.promises import Linked, derived_counts, tally, told_at
from tally.site.views.tiles import TileMap, tile_map
from tally.terms import Period, TargetType, VerdictCode
from tally.words import pick, say
from tally.words.restated import reread

_KINDS = tuple(TargetType)
_ROWS = 8
_CHANGES = 4


@dataclass(frozen=True, slots=True)
class Change:
    """A change after publication, in one line."""

    date: str
    kind: str
    figure: str
    subject: str
    route: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class Promises:
    """The promises of an area due in one period: how many of each verdict, and where the first of
    each is told."""

    area: str
    area_name: str
    due: Period
    due_label: str
    counts: Mapping[VerdictCode, int]
    derived: Mapping[VerdictCode, int]
    pages: Mapping[VerdictCode, str]
    total: int
    kinds: str


@dataclass(frozen=True, slots=True)
class AreaHome:
    """What the home page of a site of one area says of it."""

    area: str
    promises: Promises | None
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """One screen: the only place with its promises as one picture and headline rows; or what all
    places promise of the indicator that most of them do, the provinces as tiles, and a list of the
    others. Then themes, what changed lately."""

    area: str
    figures: int
    sources: int
    place: AreaHome | None
    leading: Linked | None
    due_label: str
    tiles: TileMap | None
    places: tuple[Linked, ...]
    themes: Themes
    changes: tuple[Change, ...]
    updated: str


def home_view(themes: Themes, library: Library, repository: Repository, lang: Lang) -> HomeView:
    many, only = several(library), len(library.areas) == 1
    leading = most_promised(library) if many else None
    told = next(iter(library.across(leading)), None) if leading else None
    tiles = tile_map(told, told.years[-1], library, lang) if told else None
    drawn = {tile.route for tile in tiles.tiles} if tiles else set()
    return HomeView(
        area=only_area(library, lang),
        figures=len(library.by_id),
        sources=len(library.sources),
        place=area_home(library.areas[0], library, repository, lang) if only else None,
        leading=Linked(pick(leading.name, lang), routes.indicator(leading.id)) if leading else None,
        due_label=period_label(told.years[-1], lang) if told else "",
        tiles=tiles,
        places=tuple(
            _placed(one, library, lang)
            for one in library.areas
            if many and routes.area(one.area) not in drawn
        ),
        themes=themes,
        changes=changes(library, lang)[:_CHANGES],
        updated=max((one.updated for one in library.every_dataset), default=""),
    )


def most_promised(library: Library) -> Indicator | None:
    """The indicator that most areas promise something of."""
    return max(
        library.indicators,
        key=lambda one: len({t.area for t in library.targets.get(one.id, ())}),
        default=None,
    )


def _placed(area: Ledger, library: Library, lang: Lang) -> Linked:
    counted = say("place.promised", lang, n=len(area.promises))
    return Linked(place_name(area.area, library, lang), routes.area(area.area), counted)


def only_area(library: Library, lang: Lang) -> str:
    """The one area's name where there is only one."""
    if len(library.areas) != 1:
        return ""
    area = library.vocabulary.areas.get(library.areas[0].area)
    return pick(area.name, lang) if area else ""


def area_home(area: Ledger, library: Library, repository: Repository, lang: Lang) -> AreaHome:
    return AreaHome(
        area=area.area,
        promises=promises(area, library, lang),
        rows=headline_rows(area, library, repository, lang),
    )


def promises(area: Ledger, library: Library, lang: Lang) -> Promises | None:
    """The promises of the period that most of the area's are due in."""
    due = main_due(area.promises)
    if due is None:
        return None
    told = (target for span in library.spans[area.area] for target in span.targets)
    targets = [target for target in told if _falls_in(target.due, due)]
    return Promises(
        area=area.area,
        area_name=area_name(area.area, library, lang),
        due=due,
        due_label=period_label(due, lang),
        counts=tally(targets, library),
        derived=derived_counts(targets, library),
        pages=told_at(targets, library),
        total=len(targets),
        kinds=kinds_of(targets, lang),
    )


def kinds_of(targets: Sequence[Target], lang: Lang) -> str:
    """How many promises there are of each kind, in a sentence."""
    counts = Counter[str](target.type for target in targets)
    kinds = [say(f"targets.kinds.{kind}", lang, n=counts[kind]) for kind in _KINDS if counts[kind]]
    joined = say("targets.kinds.between", lang).join(kinds)
    return say("targets.sum", lang, total=len(targets), kinds=joined)


def _falls_in(own: Period, whole: Period) -> bool:
    """Whether a promise is due within the main period: by September 2021 is due in 2021."""
    return whole.start <= own.start and own.end <= whole.end


def main_due(targets: Iterable[Target]) -> Period | None:
    periods = [target.due for target in targets]
    return max(sorted(set(periods)), key=periods.count, default=None)


def headlined(library: Library) -> list[Indicator]:
    """The indicators that are headlined in any area."""
    return list({one.id: one for area in library.areas for one in _leading(area, library)}.values())


def _leading(area: Ledger, library: Library) -> list[Indicator]:
    """The indicators with a promise for the area's main period and an amount and a change for
    the year before it, in the vocabulary's order."""
    due = main_due(area.promises)
    found = (i for i in library.indicators if due and _leads(i, due, area.area, library))
    return list(found)[:_ROWS]


def _leads(indicator: Indicator, due: Period, area: str, library: Library) -> bool:
    observed = library.observed(indicator.id, area)
    faces = {o.figure.measure for o in observed if o.period == due.before}
    targets = library.promised(indicator.id, area)
    return any(t.due == due for t in targets) and {"level", "growth"} <= faces


def headline_rows(
    area: Ledger, library: Library, repository: Repository, lang: Lang
) -> tuple[IndicatorRow, ...]:
    """The headlined indicators of an area, which its page names, with their latest figures."""
    due = main_due(area.promises)
    return tuple(
        replace(indicator_row(one, area.area, library, repository, lang, due=due), area_name="")
        for one in _leading(area, library)
    )


def changes(library: Library, lang: Lang) -> tuple[Change, ...]:
    """All corrections and revisions, latest first."""
    rows = [change(c, library, lang) for one in library.every_dataset for c in one.corrections]
    return tuple(sorted(rows, key=lambda row: row.date, reverse=True))


def change(correction: Correction, library: Library, lang: Lang) -> Change:
    record = library.by_id.get(correction.figure)
    return Change(
        date=correction.date,
        kind=say(f"correction_kind.{correction.kind}", lang),
        figure=correction.figure,
        subject=_subject(record, correction, library, lang),
        route=permanent(record, library) if record else routes.CORRECTIONS,
        old=_value(correction.old, record, library, lang),
        new=_value(correction.new, record, library, lang),
        reason=pick(correction.reason, lang),
    )


def _value(text: str, record: Record | None, library: Library, lang: Lang) -> str:
    """A value before or after the change, in the words of the language where it is a figure."""
    figure = record.figure if record else None
    return reread(text, figure, library.vocabulary.units, lang) if figure else text


def _subject(record: Record | None, correction: Correction, library: Library, lang: Lang) -> str:
    """What was changed, in words; the figure's id where the figure is gone."""
    if record is None:
        return correction.figure
    known = library.vocabulary.indicators.get(record.indicator or "")
    called = record.own.name if record.own else known.name if known else None
    name = pick(called, lang) if called else correction.figure
    area = area_name(record.area, library, lang)
    said = (area, name, period_label(period_of(record), lang), measure_label(record, lang))
    return " · ".join(part for part in said if part)

"""The promises: an index by area and theme, and each area's own, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tally.derive import Ledger
from tally.records.model import Target
from tally.records.periods import parse_period
from tally.site import routes
from tally.site.library import Library, grouped
from tally.site.links import Repository
from tally.site.routes import Lang
from tally.site.views.areas import place_name
from tally.site.views.figures import period_label
from tally.site.views.home import Promises, kinds_of, promises
from tally.site.views.promises import (
    VERDICTS,
    Linked,
    PromiseView,
    promise_view,
    tally,
    theme_name,
)
from tally.terms import TargetType, VerdictCode
from tally.words import word

Choices = Sequence[tuple[str, str]]
_ROWS = 40  # with a number, that one page holds
_YEARS = 3  # due years that are told theme by theme
_PLAN = 5  # years of a five-year plan, of which the first ends in a 1 or a 6


@dataclass(frozen=True, slots=True)
class Glance:
    """An area's promises before the table: those of its main period, and how many of a kind
    there are in all."""

    promises: Promises
    kinds: str


@dataclass(frozen=True, slots=True)
class Group:
    """The promises of one theme or due in one period, those with a number first."""

    mark: str
    name: str
    rows: tuple[PromiseView, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """How promises ended: of an area or of a theme; `derived` of the verdicts are inferred, and
    `unreviewed` of the promises only the machine has read."""

    id: str
    name: str
    route: str
    total: int
    counts: Mapping[VerdictCode, int]
    derived: int
    unreviewed: int


def index_view(library: Library, lang: Lang) -> Mapping[str, Any]:
    """How many promises each area and each theme has, and how they ended."""
    by_theme = grouped(library.promises, lambda t: t.theme)
    alone = library.areas[0].area if len(library.areas) == 1 else None
    areas = [
        ended(one.area, place_name(one.area, library, lang), one.promises, library)
        for one in library.areas
        if one.promises
    ]
    themes = [
        _of_theme(theme, theme_name(theme, library, lang), by_theme[theme], library, alone)
        for theme in library.vocabulary.themes
        if theme in by_theme
    ]
    return {"areas": areas, "themes": themes}


def ended(area: str, name: str, targets: Sequence[Target], library: Library) -> Ended:
    """How an area's promises ended."""
    return _ended(area, name, routes.promises(area), targets, library)


def _of_theme(
    theme: str, name: str, targets: Sequence[Target], library: Library, alone: str | None
) -> Ended:
    route = routes.theme(theme)
    if alone:
        route = f"{routes.promises(alone)}?theme={theme}#theme-{theme}"
    return _ended(theme, name, route, targets, library)


def _ended(id_: str, name: str, route: str, targets: Sequence[Target], library: Library) -> Ended:
    derived = sum(library.outlooks[t.id].verdict.inference == "derived" for t in targets)
    counts = tally(targets, library)
    return Ended(id_, name, route, len(targets), counts, derived, unreviewed(targets))


def unreviewed(targets: Sequence[Target]) -> int:
    """How many promises only the machine has read."""
    return sum(target.review == "extracted" for target in targets)


def spans(area: Ledger) -> Mapping[str, tuple[Target, ...]]:
    """What each page of an area's promises holds, newest first, by the span in its address: all, or
    those due in a five-year plan; of a plan with too many the last year, with a page for each
    year before. Milestones stand on the first, as their address is to last."""
    milestones = tuple(t for t in area.promises if t.type == TargetType.MILESTONE)
    numbered = [t for t in area.promises if t.type != TargetType.MILESTONE]
    if len(numbered) <= _ROWS:
        return {"": tuple(area.promises)}
    plans = grouped(numbered, lambda t: plan_of(t.due))
    pages = [page for plan in sorted(plans, reverse=True) for page in _pages(plan, plans[plan])]
    first, *others = pages
    return {first[0]: (*first[1], *milestones), **dict(others)}


def _pages(plan: str, targets: Sequence[Target]) -> Iterator[tuple[str, tuple[Target, ...]]]:
    if len(targets) <= _ROWS:
        yield plan, tuple(targets)
        return
    years = grouped(targets, lambda t: str(parse_period(t.due).end.year))
    last, *earlier = sorted(years, reverse=True)
    yield plan, years[last]
    yield from ((year, years[year]) for year in earlier)


def plan_of(due: str) -> str:
    """The five-year plan that a period ends in: 2011-2015 of 2014."""
    end = parse_period(due).end.year
    first = end - (end - 1) % _PLAN
    return f"{first}-{first + _PLAN - 1}"


def targets_view(
    area: Ledger, span: str, library: Library, repository: Repository, lang: Lang
) -> Mapping[str, Any]:
    """An area's promises of one of its spans."""
    every = spans(area)
    shown = every[span]
    groups = list(_groups(shown, library, repository, lang))
    rows = [row for one in groups for row in one.rows]
    main = promises(area, library, lang) if span == next(iter(every)) else None
    return {
        "area": area.area,
        "name": place_name(area.area, library, lang),
        "groups": groups,
        "glance": Glance(main, kinds_of(area.promises, lang)) if main else None,
        "counts": tally(shown, library),
        "choices": choices(rows, lang),
        "spans": [
            (one, Linked(_label(own, lang), span_route(area.area, one, every)))
            for one, own in every.items()
            if one
        ],
        "span": span,
    }


def span_route(area: str, span: str, every: Mapping[str, Sequence[Target]]) -> str:
    """Where an area's promises of a span stand, of all its spans."""
    return routes.promises(area, "" if span == next(iter(every)) else span)


def _label(targets: Sequence[Target], lang: Lang) -> str:
    """The years that promises with a number are due in."""
    ends = [parse_period(t.due).end.year for t in targets if t.type != TargetType.MILESTONE]
    first, last = min(ends), max(ends)
    return period_label(str(last) if first == last else f"{first}-{last}", lang)


def _groups(
    targets: Sequence[Target], library: Library, repository: Repository, lang: Lang
) -> Iterator[Group]:
    """Promises of a few years theme by theme, as the vocabulary has them; of many year by year,
    newest first."""
    ordered = sorted(targets, key=lambda target: target.type == TargetType.MILESTONE)
    few = len({t.due for t in targets}) <= _YEARS
    groups = grouped(ordered, lambda t: t.theme if few else t.due)
    keys = list(library.vocabulary.themes) if few else sorted(groups, reverse=True)
    for key in keys:
        name = theme_name(key, library, lang) if few else period_label(key, lang)
        rows = tuple(promise_view(t, library, repository, lang) for t in groups.get(key, ()))
        if rows:
            yield Group(f"theme-{key}" if few else f"due-{key}", name, rows)


def choices(rows: Iterable[PromiseView], lang: Lang) -> Mapping[str, Choices]:
    """For each filter its values with their labels, of those that occur."""
    rows = list(rows)
    verdicts = {row.verdict for row in rows}
    return {
        "theme": list(dict.fromkeys((row.theme, row.theme_name) for row in rows)),
        "verdict": [(v, word(v, lang)) for v in VERDICTS if v in verdicts],
        "kind": _labelled(rows, "kind", lang),
        "wording": _labelled(rows, "wording", lang),
        "due": sorted({(row.figure.period, row.figure.period_label) for row in rows}),
    }


def _labelled(rows: Sequence[PromiseView], field: str, lang: Lang) -> Choices:
    values = dict.fromkeys(getattr(row, field) for row in rows)
    return [(term, word(term, lang)) for term in values]

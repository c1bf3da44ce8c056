"""The promises: an index by area and theme, and each area's own, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tally.records.model import Target
from tally.site import routes
from tally.site.library import Library, grouped
from tally.site.links import Repository
from tally.site.paging import Span
from tally.site.routes import Lang
from tally.site.views.areas import place_name, promises_page, several
from tally.site.views.figures import period_label
from tally.site.views.home import Promises, kinds_of, promises
from tally.site.views.promises import (
    VERDICTS,
    Linked,
    PromiseView,
    derived_counts,
    promise_view,
    tally,
    theme_name,
    told_at,
    wording,
)
from tally.terms import Comparator, Period, TargetType, VerdictCode
from tally.words import say, word

Choices = Sequence[tuple[str, str]]


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
    derived: Mapping[VerdictCode, int]
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
        route = f"{theme_page(theme, library)}?theme={theme}#theme-{theme}"
    return _ended(theme, name, route, targets, library)


def theme_page(theme: str, library: Library) -> str:
    """Where the promises of a theme begin: those of the only area, else the index of all."""
    if several(library):
        return routes.TARGETS
    (spans,) = library.spans.values()
    told = (library.stands[t.id] for span in spans for t in span.targets if t.theme == theme)
    return next(told, promises_page(library))


def _ended(id_: str, name: str, route: str, targets: Sequence[Target], library: Library) -> Ended:
    derived = derived_counts(targets, library)
    counts = tally(targets, library)
    return Ended(id_, name, route, len(targets), counts, derived, unreviewed(targets))


def unreviewed(targets: Sequence[Target]) -> int:
    """How many promises only the machine has read."""
    return sum(target.review == "extracted" for target in targets)


def targets_view(
    span: Span, part: int, library: Library, repository: Repository, lang: Lang
) -> Mapping[str, Any]:
    """A page of an area's promises of one of its spans."""
    area, every = library.ledgers[span.area], library.spans[span.area]
    shown = span.targets
    main = promises(area, library, lang) if span.newest and not part else None
    return {
        "area": span.area,
        "name": place_name(span.area, library, lang),
        "groups": list(_groups(span, part, library, repository, lang)),
        "glance": Glance(main, kinds_of(area.promises, lang)) if main else None,
        "counts": tally(shown, library),
        "derived": derived_counts(shown, library),
        "pages": told_at((*span.parts[part], *shown), library),
        "total": len(shown),
        "choices": choices(shown, library, lang),
        "spans": [Linked(_label(one.targets, lang), one.route()) for one in every if one.name],
        "span": span.route(),
        "parts": list(_parts(span, library, lang)) if len(span.parts) > 1 else [],
        "part": span.route(part),
    }


def _parts(span: Span, library: Library, lang: Lang) -> Iterator[Linked]:
    """The pages of a span, each named by what it tells of."""
    for place, own in enumerate(span.parts):
        groups = dict.fromkeys(span.group(target) for target in own)
        names = [_group_name(span, one, library, lang) for one in groups]
        yield Linked(str(place + 1), span.route(place), say("list.between", lang).join(names))


def _group_name(span: Span, group: str, library: Library, lang: Lang) -> str:
    return theme_name(group, library, lang) if span.themed else period_label(Period(group), lang)


def _label(targets: Sequence[Target], lang: Lang) -> str:
    """The years that promises with a number are due in."""
    due = [t.due for t in targets if t.type != TargetType.MILESTONE]
    ends = sorted(period.end.year for period in due)
    return period_label(Period.of_years(ends[0], ends[-1]), lang)


def _groups(
    span: Span, part: int, library: Library, repository: Repository, lang: Lang
) -> Iterator[Group]:
    """Promises of a few years theme by theme, as the vocabulary has them; of many year by year,
    newest first."""
    for key, own in grouped(span.parts[part], span.group).items():
        rows = tuple(promise_view(target, library, repository, lang) for target in own)
        mark = f"theme-{key}" if span.themed else f"due-{key}"
        yield Group(mark, _group_name(span, key, library, lang), rows)


def choices(targets: Sequence[Target], library: Library, lang: Lang) -> Mapping[str, Choices]:
    """For each filter its values with their labels, of those that occur."""
    verdicts = tally(targets, library)
    themes = dict.fromkeys(target.theme for target in targets)
    return {
        "theme": [(theme, theme_name(theme, library, lang)) for theme in themes],
        "verdict": [(v, word(v, lang)) for v in VERDICTS if verdicts[v]],
        "kind": _labelled((target.type for target in targets), lang),
        "wording": _labelled((wording(target) for target in targets), lang),
        "due": [(due, period_label(due, lang)) for due in sorted({t.due for t in targets})],
    }


def _labelled(terms: Iterable[Comparator | TargetType], lang: Lang) -> Choices:
    return [(term, word(term, lang)) for term in dict.fromkeys(terms)]

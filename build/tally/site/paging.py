"""The pages of an area's promises: by the span they are due in, and each of a size to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tally.derive import Ledger
from tally.records.model import Target
from tally.site import routes
from tally.terms import Period, TargetType

_ROWS = 40  # with a number, that one span holds
_ROOM = 40  # rows of a page; a milestone with its words takes two
_CHARTS = 30  # of them what the charts on the first page take
_YEARS = 3  # due years that are told theme by theme
_PLAN = 5  # years of a five-year plan, of which the first ends in a 1 or a 6


@dataclass(frozen=True, slots=True)
class Span:
    """An area's promises of a span, in the order they are read in, page by page.

    `themed` are those told theme by theme, others are told year by year. The `newest` stands where
    all of an area's promises are looked for.
    """

    area: str
    name: str
    newest: bool
    themed: bool
    parts: tuple[tuple[Target, ...], ...]

    @property
    def targets(self) -> tuple[Target, ...]:
        return tuple(target for part in self.parts for target in part)

    def route(self, part: int = 0) -> str:
        """Where a page of it stands."""
        own = "" if self.newest and not part else self.name
        return routes.promises(self.area, own, str(part + 1) if part else "")

    def group(self, target: Target) -> str:
        """What a promise is told under: its theme, or when it is due."""
        return target.theme if self.themed else target.due


def spans_of(area: Ledger, themes: Sequence[str]) -> tuple[Span, ...]:
    """An area's promises, newest first: all, or those due in a five-year plan; of a plan with too
    many the last year, and each year before by itself. Milestones stand with the newest, as their
    address is to last."""
    milestones = [t for t in area.promises if t.type == TargetType.MILESTONE]
    numbered = [t for t in area.promises if t.type != TargetType.MILESTONE]
    if len(numbered) <= _ROWS:
        return (_span(area.area, "", area.promises, themes, newest=True),)
    named = [one for plan in _by(numbered, plan_of).items() for one in _years(*plan)]
    newest = {str(t.due.end.year) for t in named[0][1]}
    if len(newest) == 1:  # further pages of a year that later stands by itself
        named[0] = (newest.pop(), named[0][1])
    return tuple(
        _span(area.area, name, own if place else [*own, *milestones], themes, newest=not place)
        for place, (name, own) in enumerate(named)
    )


def _years(plan: str, targets: Sequence[Target]) -> Iterator[tuple[str, Sequence[Target]]]:
    if len(targets) <= _ROWS:
        yield plan, targets
        return
    years = _by(targets, lambda due: str(due.end.year))
    for place, (year, own) in enumerate(years.items()):
        yield year if place else plan, own


def _by(targets: Sequence[Target], name: Callable[[Period], str]) -> Mapping[str, Sequence[Target]]:
    """Promises by what their due period is called, latest first."""
    names = sorted({name(t.due) for t in targets}, reverse=True)
    return {one: [t for t in targets if name(t.due) == one] for one in names}


def _span(
    area: str, name: str, targets: Sequence[Target], themes: Sequence[str], *, newest: bool
) -> Span:
    themed = len({t.due for t in targets}) <= _YEARS
    ordered = sorted(targets, key=lambda t: t.type == TargetType.MILESTONE)
    if themed:
        places = {theme: place for place, theme in enumerate(themes)}
        ordered.sort(key=lambda t: places.get(t.theme, len(places)))
    else:
        ordered.sort(key=lambda t: t.due, reverse=True)
    return Span(area, name, newest, themed, tuple(_cut(ordered, _CHARTS if newest else 0)))


def _cut(targets: Iterable[Target], taken: int) -> Iterator[tuple[Target, ...]]:
    """The pages of promises in their order, where so much of the first is taken."""
    part: list[Target] = []
    for target in targets:
        rows = 2 if target.type == TargetType.MILESTONE else 1
        if part and taken + rows > _ROOM:
            yield tuple(part)
            part, taken = [], 0
        part.append(target)
        taken += rows
    yield tuple(part)


def plan_of(due: Period) -> str:
    """The five-year plan that a period ends in: 2011-2015 of 2014."""
    end = due.end.year
    first = end - (end - 1) % _PLAN
    return f"{first}-{first + _PLAN - 1}"


def stands(spans: Iterable[Span]) -> Mapping[str, str]:
    """The page that each promise stands on, by its id."""
    return {
        target.id: span.route(place)
        for span in spans
        for place, part in enumerate(span.parts)
        for target in part
    }

"""Sparklines: the shape of a series in the height of a line of text, without words.

Those of a column share their years, so that they can be read down it; a thin line marks the year
in which the promise is due.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tally.charts.canvas import Canvas, Words, picture
from tally.charts.facts import MEASURES, Fact
from tally.charts.finding import describe, finding
from tally.charts.groups import Group, groups_of
from tally.charts.indicator import axis_of
from tally.charts.model import Frame, Picture, Sketch
from tally.charts.scales import Axis, domain
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.records.model import Indicator
from tally.records.periods import parse_period

_SERIES = 3  # figures that have a shape
_WIDTH, _HEIGHT, _INSET = 148.0, 26.0, 8.0
_HALF_TICK = 4.0
Years = tuple[int, int]
Subject = tuple[Indicator, Sequence[Outlook]]


@dataclass(frozen=True, slots=True)
class _Told:
    """What one sparkline shows: one measure of an indicator, and the year of its promise."""

    indicator: Indicator
    outlooks: Sequence[Outlook]
    groups: tuple[Group, ...]
    group: Group
    due: int | None

    @property
    def shown(self) -> tuple[Fact, ...]:
        return _shown(self.group)

    @property
    def years(self) -> list[int]:
        due = [] if self.due is None else [self.due]
        return [year for fact in self.shown for year in (fact.first, fact.last)] + due


def spark_sketches(subjects: Iterable[Subject], ledger: Ledger) -> dict[str, Sketch]:
    """The yearly series of each indicator to its last figure, with its latest promise, by id.

    Indicators with fewer than two marks are left out. A sketch has one drawing, for any width.
    """
    found = [_told(*subject, ledger) for subject in subjects]
    told = [one for one in found if one is not None]
    every = [year for one in told for year in one.years]
    return {one.indicator.id: _sketch(one, ledger, (min(every), max(every))) for one in told}


def _told(indicator: Indicator, outlooks: Sequence[Outlook], ledger: Ledger) -> _Told | None:
    groups = groups_of(indicator, ledger, outlooks)
    worthy = [group for group in groups if len(_shown(group)) > 1]
    if not worthy:
        return None
    group = min(worthy, key=lambda group: (len(group.series) < _SERIES, _place(group)))
    due = [parse_period(outlook.target.due) for outlook in outlooks]
    years = [period.end.year for period in due if period.kind == "year"]
    return _Told(indicator, outlooks, groups, group, max(years, default=None))


def _sketch(told: _Told, ledger: Ledger, years: Years) -> Sketch:
    return Sketch(
        kind="spark",
        title=finding(told.indicator, ledger, told.groups, told.outlooks),
        description=describe(told.indicator, [told.group]),
        columns=(),
        rows=(),
        wide=_draw(told, axis_of(told.group, ledger), years),
    )


def _shown(group: Group) -> tuple[Fact, ...]:
    return (*group.series, *_promise(group))


def _place(group: Group) -> tuple[int, int]:
    """Amounts before changes, then the fuller."""
    return MEASURES.index(group.measure), -len(group.series)


def _promise(group: Group) -> tuple[Fact, ...]:
    """The latest promise for a single year."""
    return tuple(target for target in group.targets if not target.is_span)[-1:]


def _draw(told: _Told, axis: Axis, years: Years) -> Picture:
    first, last = years
    year = (_WIDTH - 2 * _INSET) / max(last - first, 1)
    sides = first - _INSET / year, last + _INSET / year
    edges = domain([axis.place(fact.value) for fact in told.shown])
    canvas = Canvas(Frame(0.0, _WIDTH, _HEIGHT, sides, edges), Words())
    if told.due is not None:
        canvas.line("grid", (told.due, told.due), edges)
    _series(canvas, told.group.series, axis)
    for fact in _promise(told.group):
        y = axis.place(fact.value)
        canvas.line("tick", (fact.first, fact.first), (y, y), dx=(-_HALF_TICK, _HALF_TICK))
    return picture([canvas], canvas.words, (2, 3, 2, 3))


def _series(canvas: Canvas, series: tuple[Fact, ...], axis: Axis) -> None:
    """The line with a point for each figure; the last is a dot that says what it is."""
    for before, after in pairwise(series):
        y = axis.place(before.value), axis.place(after.value)
        canvas.line("series", (before.first, after.first), y)
    for fact in series:
        mark = fact.kind if fact is series[-1] else "point"
        canvas.shape(mark, fact.first, axis.place(fact.value), None)

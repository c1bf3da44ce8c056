"""A sparkline: the shape of a series in the height of a line of text, without words."""

from __future__ import annotations

from collections.abc import Iterable
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

_SERIES = 3  # figures that have a shape
_WIDTH, _HEIGHT, _INSET = 112.0, 26.0, 10.0


def spark_sketch(
    indicator: Indicator, ledger: Ledger, outlooks: Iterable[Outlook]
) -> Sketch | None:
    """The yearly series of an indicator with its last figure and its latest promise.

    None for fewer than two marks. It has one drawing, for any width.
    """
    outlooks = tuple(outlooks)
    groups = groups_of(indicator, ledger, outlooks)
    worthy = [group for group in groups if len(_shown(group)) > 1]
    if not worthy:
        return None
    told = min(worthy, key=lambda group: (len(group.series) < _SERIES, _place(group)))
    return Sketch(
        kind="spark",
        title=finding(indicator, ledger, groups, outlooks),
        description=describe(indicator, [told]),
        columns=(),
        rows=(),
        wide=_draw(told, axis_of(told, ledger)),
    )


def _shown(group: Group) -> tuple[Fact, ...]:
    return (*group.series, *_promise(group))


def _place(group: Group) -> tuple[int, int]:
    """Amounts before changes, then the fuller."""
    return MEASURES.index(group.measure), -len(group.series)


def _promise(group: Group) -> tuple[Fact, ...]:
    """The latest promise for a single year."""
    return tuple(target for target in group.targets if not target.is_span)[-1:]


def _draw(group: Group, axis: Axis) -> Picture:
    shown = _shown(group)
    first, last = min(f.first for f in shown), max(f.last for f in shown)
    year = (_WIDTH - 2 * _INSET) / max(last - first, 1)
    sides = first - _INSET / year, last + _INSET / year
    values = [axis.place(fact.value) for fact in shown]
    canvas = Canvas(Frame(0.0, _WIDTH, _HEIGHT, sides, domain(values)), Words())
    for before, after in pairwise(group.series):
        y = axis.place(before.value), axis.place(after.value)
        canvas.line("series", (before.first, after.first), y)
    for fact in group.series[-1:]:
        canvas.shape(fact.kind, fact.first, axis.place(fact.value), None)
    for fact in _promise(group):
        for mark in fact.marks:
            canvas.shape(mark, fact.first, axis.place(fact.value), None)
    return picture([canvas], canvas.words, (2, 3, 2, 3))

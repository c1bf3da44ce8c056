"""Sparklines: the shape of a series in the height of a line of text, without words.

Those of a column share their years, so that they can be read down it; a thin line marks the year
in which the promise is due.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from tally.charts.design import Design, Picture, Row
from tally.charts.facts import MEASURES, Fact
from tally.charts.finding import describe, finding
from tally.charts.groups import Group, groups_of
from tally.charts.model import Sketch
from tally.charts.scales import Axis, axis_of
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.records.model import Indicator

_SERIES = 3  # figures that have a shape
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
    due = [outlook.target.due for outlook in outlooks]
    years = [period.end.year for period in due if period.kind == "year"]
    return _Told(indicator, outlooks, groups, group, max(years, default=None))


def _sketch(told: _Told, ledger: Ledger, years: Years) -> Sketch:
    return Sketch(
        kind="spark",
        title=finding(told.indicator, ledger, told.groups, told.outlooks),
        description=describe(told.indicator, [told.group]),
        columns=(),
        rows=(),
        picture=partial(_picture, told, axis_of(told.group, ledger), years),
    )


def _shown(group: Group) -> tuple[Fact, ...]:
    return (*group.series, *_promise(group))


def _place(group: Group) -> tuple[int, int]:
    """Amounts before changes, then the fuller."""
    return MEASURES.index(group.measure), -len(group.series)


def _promise(group: Group) -> tuple[Fact, ...]:
    """The latest promise for a single year."""
    return tuple(target for target in group.targets if not target.is_span)[-1:]


def _picture(told: _Told, axis: Axis, years: Years, lang: str) -> Picture:
    """The line with a point for each figure; the last is a dot that says what it is."""
    segments = {id(fact): n for n, one in enumerate(told.group.segments) for fact in one}
    facts = list[Row]()
    for fact in told.shown:
        plain = not (fact.is_target or fact.is_bound or fact is told.group.series[-1])
        row: dict[str, object] = {"year": fact.first, "value": axis.place(fact.value, lang)}
        row |= {"mark": "point" if plain else fact.mark}
        facts.append(row | ({"segment": segments[id(fact)]} if id(fact) in segments else {}))
    first, last = years
    due = [{"year": told.due}] if told.due is not None else []
    return Picture(Design("spark"), {"first": first, "last": last}, {"facts": facts, "due": due})

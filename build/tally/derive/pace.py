"""How far a promise is kept part of the way: part-year reports, and promises years ahead."""

from __future__ import annotations

from fractions import Fraction

from tally.derive.interval import Interval, point
from tally.derive.ledger import Ledger
from tally.derive.model import Pace
from tally.derive.stated import value_of
from tally.records.model import Figure, Observation, Target
from tally.terms import Measure, Period

_HUNDRED = point(100)


def pace_of(ledger: Ledger, target: Target) -> Pace | None:
    """The pace of a promised amount, where part of its time is reported on; else None."""
    figure = target.figure
    if figure is None or target.indicator is None or figure.measure not in ("level", "cumulative"):
        return None
    if value_of(figure, ledger.unit(figure)) <= 0:
        return None
    return _span_pace(ledger, target, figure) or _part_year_pace(ledger, target, figure)


def _span_pace(ledger: Ledger, target: Target, figure: Figure) -> Pace | None:
    """A total promised for several years, after those whose amounts are reported in a row."""
    rows: list[Observation] = []
    years = target.due.years
    for year in years:
        found = _first(ledger, target, figure, year)
        if found is None:
            break
        rows.append(found)
    if not rows or len(rows) == len(years):
        return None
    total = point(0)
    for row in rows:
        total = total + ledger.interval(row.figure)
    return _reached(ledger, figure, total, Fraction(len(rows), len(years)), tuple(rows))


def _part_year_pace(ledger: Ledger, target: Target, figure: Figure) -> Pace | None:
    """An amount promised for a year, after the longest part from its start that is reported."""
    whole = target.due.months
    parts = []
    for period in ledger.periods_of(target.indicator or ""):
        part, found = period.months, _first(ledger, target, figure, period)
        if whole and part and found and part[0] == whole[0] and part[1] < whole[1]:
            parts.append((Fraction(part[1] - part[0], whole[1] - whole[0]), found))
    if not parts:
        return None
    elapsed, row = max(parts, key=lambda part: part[0])
    return _reached(ledger, figure, ledger.interval(row.figure), elapsed, (row,))


def _reached(
    ledger: Ledger,
    figure: Figure,
    amount: Interval,
    elapsed: Fraction,
    rows: tuple[Observation, ...],
) -> Pace | None:
    promised = point(value_of(figure, ledger.unit(figure)))
    if not amount.positive:
        return None
    inputs = tuple(row.id for row in rows)
    return Pace(amount / promised * _HUNDRED, elapsed, inputs)


def _first(ledger: Ledger, target: Target, figure: Figure, period: Period) -> Observation | None:
    rows = ledger.find(target.indicator or "", period, Measure.LEVEL)
    return next((row for row in rows if ledger.base(row.figure) == ledger.base(figure)), None)

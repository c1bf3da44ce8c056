"""Different values for the same thing: both stay, and readers are told which kind it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from tally.derive.bases import basis_of
from tally.derive.interval import meet
from tally.derive.ledger import Ledger
from tally.derive.model import (
    Conflict,
)
from tally.derive.stated import half_unit, value_of
from tally.derive.trust import published
from tally.records.model import Observation
from tally.terms import Basis, ConflictKind

_Pair = tuple[Observation, Observation]


def conflicts(ledger: Ledger) -> tuple[Conflict, ...]:
    """All groups of observations of one indicator, period and measure that cannot all hold.

    Figures that differ only as roundings or bounds of one value (4276.76, 4276.8, 超4000)
    do not conflict; nor do figures in different currencies, or
    growths on different bases.
    """
    return tuple(found for rows in ledger.rows.values() for found in conflicts_among(ledger, rows))


def conflicts_among(ledger: Ledger, rows: tuple[Observation, ...]) -> Iterator[Conflict]:
    """The conflicts among figures for one thing."""
    alike: defaultdict[tuple[str, Basis | None], list[Observation]] = defaultdict(list)
    for row in rows:
        basis = basis_of(row.figure, ledger.indicator(row.indicator))
        alike[ledger.base(row.figure), basis].append(row)
    for comparable in alike.values():
        ordered = sorted(comparable, key=lambda row: published(ledger.source(row)))
        apart = [pair for pair in combinations(ordered, 2) if not agree(ledger, *pair)]
        if apart:
            first = ordered[0]
            kind = _kind(ledger, ordered, apart)
            measure = first.figure.measure
            yield Conflict(kind, first.indicator, first.period, measure, tuple(ordered))


def agree(ledger: Ledger, first: Observation, second: Observation) -> bool:
    """Whether both can be roundings or bounds of one value; reports also cut digits off, so that
    5140 may stand for 5140.6."""
    if meet(ledger.interval(first.figure), ledger.interval(second.figure)):
        return True
    figures = first.figure, second.figure
    if any(figure.comparator != "eq" for figure in figures):
        return False
    one, other = (value_of(figure, ledger.unit(figure)) for figure in figures)
    return abs(one - other) < max(2 * half_unit(f, ledger.unit(f)) for f in figures)


def _kind(ledger: Ledger, rows: list[Observation], apart: list[_Pair]) -> ConflictKind:
    """A final figure settles what estimates (预计) say, also among themselves."""
    settled = any(row.status == "final" for row in rows)
    open_pairs = [
        pair for pair in apart if not (settled and _has_estimate(pair)) and not _own(ledger, pair)
    ]
    return ConflictKind.DISAGREEMENT if open_pairs else ConflictKind.REVISION


def _has_estimate(pair: _Pair) -> bool:
    return any(row.status == "preliminary" for row in pair)


def _own(ledger: Ledger, pair: _Pair) -> bool:
    """Whether one publisher's later word replaces its own former one."""
    early, late = (ledger.source(row) for row in pair)
    return early.publisher == late.publisher and published(early) < published(late)

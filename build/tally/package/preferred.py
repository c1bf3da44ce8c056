"""Which figure to use where several sources report the same thing."""

from __future__ import annotations

from collections.abc import Iterable

from tally.derive.ledger import Ledger
from tally.records.model import Observation
from tally.terms import Basis, Measure

_Key = tuple[str, str, Measure, Basis | None]


def preferred_ids(ledgers: Iterable[Ledger]) -> frozenset[str]:
    """Ids of the observations to use: one for each area, indicator, period, measure and basis.

    It is the first of the ledger, as everywhere on the site. Where a curator has reviewed none,
    it is the one that the machine is surest of.
    """
    return frozenset(row.id for ledger in ledgers for row in _preferred(ledger))


def own_preferred(observations: Iterable[Observation]) -> frozenset[str]:
    """The same of those under their own words, which stand in no ledger: the first of each."""
    first: dict[tuple[str, _Key], str] = {}
    for row in observations:
        if row.own:
            first.setdefault((row.area, _key(row)), row.id)
    return frozenset(first.values())


def _preferred(ledger: Ledger) -> Iterable[Observation]:
    best = _surest(row for rows in ledger.unreviewed.values() for row in rows)
    best.update((_key(row), row) for rows in ledger.rows.values() for row in reversed(rows))
    return best.values()


def _surest(rows: Iterable[Observation]) -> dict[_Key, Observation]:
    """The most confident row of each key, entered ones before; of equal ones the first."""
    surest_first = sorted(rows, key=lambda row: (row.entered, row.confidence or 0), reverse=True)
    return {_key(row): row for row in reversed(surest_first)}


def _key(row: Observation) -> _Key:
    return row.indicator, row.period, row.figure.measure, row.figure.basis

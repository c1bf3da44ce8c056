"""Which figure to use where several sources report the same thing."""

from __future__ import annotations

from collections.abc import Iterable

from tally.derive.ledger import Key, open_ledger
from tally.records.model import Dataset, Observation, Vocabulary


def preferred_ids(dataset: Dataset, vocabulary: Vocabulary) -> frozenset[str]:
    """Ids of the observations to use, one for each indicator, period and measure of an area.

    It is the first of the ledger, as everywhere on the site. Where a curator has reviewed none,
    it is the one that the machine is surest of.
    """
    ledger = open_ledger(dataset, vocabulary)
    best = _surest(row for rows in ledger.unreviewed.values() for row in rows)
    best.update((key, rows[0]) for key, rows in ledger.rows.items())
    return frozenset(row.id for row in best.values())


def _surest(rows: Iterable[Observation]) -> dict[Key, Observation]:
    """The most confident row of each indicator, period and measure; of equal ones the first."""
    surest_first = sorted(rows, key=lambda row: row.confidence or 0, reverse=True)
    return {(row.indicator, row.period, row.figure.measure): row for row in reversed(surest_first)}

"""Different values for the same thing: both stay, and readers are told which kind it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from tally.derive.interval import meet
from tally.derive.ledger import Ledger, open_ledger
from tally.derive.model import Conflict, ConflictKind
from tally.records.model import Dataset, Observation, Vocabulary


def conflicts(dataset: Dataset, vocabulary: Vocabulary) -> tuple[Conflict, ...]:
    """All groups of observations of one indicator, period and measure that cannot all hold.

    Figures that differ only as roundings or bounds of one value (4276.76, 4276.8, 超4000)
    do not conflict; nor do figures in different currencies.
    """
    ledger = open_ledger(dataset, vocabulary)
    return tuple(found for rows in ledger.rows.values() for found in _in_group(ledger, rows))


def _in_group(ledger: Ledger, rows: tuple[Observation, ...]) -> Iterator[Conflict]:
    by_unit: defaultdict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        by_unit[ledger.base(row.figure)].append(row)
    for comparable in by_unit.values():
        ordered = sorted(comparable, key=lambda row: ledger.source(row).published)
        apart = [pair for pair in combinations(ordered, 2) if not _agree(ledger, *pair)]
        if apart:
            first = ordered[0]
            kind: ConflictKind = (
                "revision" if all(_revised(ledger, *pair) for pair in apart) else "disagreement"
            )
            yield Conflict(
                kind, first.indicator, first.period, first.figure.measure, tuple(ordered)
            )


def _agree(ledger: Ledger, first: Observation, second: Observation) -> bool:
    return meet(ledger.interval(first.figure), ledger.interval(second.figure))


def _revised(ledger: Ledger, early: Observation, late: Observation) -> bool:
    """Whether the later figure replaces the earlier: a final one an estimate (预计), or one
    publisher's word its own former one."""
    if early.status == "preliminary" and late.status != "preliminary":
        return True
    before, after = ledger.source(early), ledger.source(late)
    return before.publisher == after.publisher and before.published < after.published

"""Which figures of a long series stand on a page beside it: those that say again what a better one
of the same period says."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from tally.derive import Ledger
from tally.records.model import Observation
from tally.terms import Measure, Period

_MANY = 60  # figures that one page holds


def preferred(observations: Sequence[Observation], ledger: Ledger) -> AbstractSet[str]:
    """The ids of the best figure of each period and measure; where none has been reviewed, of the
    one that stands first."""
    best: dict[tuple[Period, Measure], str] = {}
    for one in observations:
        found = ledger.find(one.indicator, one.period, one.figure.measure)
        best.setdefault((one.period, one.figure.measure), (found[0] if found else one).id)
    return frozenset(best.values())


def set_aside(observations: Sequence[Observation], ledger: Ledger) -> AbstractSet[str]:
    """The ids of the figures of one series that its page leaves to another: of many, those that
    were stated without a preferred one and read otherwise."""
    if len(observations) <= _MANY:
        return frozenset()
    leading = preferred(observations, ledger)
    best = [one for one in observations if one.id in leading]
    entries, read = {_entry(one) for one in best}, {_as_it_reads(one) for one in best}
    return frozenset(
        one.id
        for one in observations
        if _entry(one) not in entries and _as_it_reads(one) not in read
    )


def _entry(one: Observation) -> object:
    return one.evidence.source, one.place, one.period


def _as_it_reads(one: Observation) -> object:
    return one.period, one.figure.measure, one.figure.comparator, one.figure.value, one.figure.unit

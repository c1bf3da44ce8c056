"""Figures that were revised: what stands now, and what was known at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tally.derive.conflicts import agree, conflicts_among
from tally.derive.ledger import Ledger
from tally.derive.sentence import Part, Reported, sentence
from tally.derive.trust import BOUND_ONLY, exactness, published
from tally.records.model import Observation
from tally.terms import ConflictKind, DocumentType, Status

EVER = "9999"  # after every date of publication


def of_its_time(ledger: Ledger, rows: Iterable[Observation]) -> tuple[Observation, ...]:
    """Figures by which a promise is judged, those that came out within the year after their period
    first: final ones, what the government's own next report says, and others. Where that does not
    tell, the order given holds."""
    return tuple(sorted(rows, key=lambda row: timeliness(ledger, row)))


def timeliness(ledger: Ledger, row: Observation) -> tuple[bool, ...]:
    """How late a figure is for its period, smaller is better: published after the next year,
    only a bound, not final yet, another's word than that of the next report."""
    source = ledger.source(row)
    answer = source.kind == DocumentType.WORK_REPORT and source.year == _year_after(row)
    bound = exactness(row.figure) == BOUND_ONLY
    return is_late(ledger, row), bound, row.status != Status.FINAL, not answer


def is_late(ledger: Ledger, row: Observation) -> bool:
    """Whether a figure came out later than the year after its period."""
    return ledger.source(row).published[:4] > f"{_year_after(row):04}"


def _year_after(row: Observation) -> int:
    return row.period.end.year + 1


def revision(ledger: Ledger, row: Observation) -> Observation | None:
    """The figure that has replaced this one; None where none has."""
    rows = ledger.find(row.indicator, row.period, row.figure.measure)
    return _replacements(ledger, rows, EVER).get(row.id)


def _replacements(
    ledger: Ledger, rows: Sequence[Observation], until: str
) -> Mapping[str, Observation]:
    """What had replaced each of some figures for one thing by a date, by its id."""
    known = tuple(row for row in rows if published(ledger.source(row)) <= until)
    return {
        row.id: other
        for group in conflicts_among(ledger, known)
        if group.kind == ConflictKind.REVISION
        for row in group.observations
        for other in group.observations
        if _replaces(ledger, other, row)
    }


def _replaces(ledger: Ledger, other: Observation, row: Observation) -> bool:
    """Whether a figure settles an estimate, or is its own publisher's later word."""
    if agree(ledger, row, other):
        return False
    if other.status == Status.FINAL or row.status == Status.FINAL:
        return row.status != Status.FINAL
    return published(ledger.source(row)) < published(ledger.source(other))


def as_known(
    ledger: Ledger, rows: Sequence[Observation], until: str = EVER
) -> Iterator[tuple[Observation, Observation | None]]:
    """Figures as they stood at a date, each once, with what it was first put at if that differs;
    without those that revised another only later."""
    replaced = _replacements(ledger, rows, until)
    revisions = {found.id for found in _replacements(ledger, rows, EVER).values()}
    seen: set[str] = set()
    for row in rows:
        used = replaced.get(row.id, row)
        later = used.id in revisions and published(ledger.source(used)) > until
        if used.id not in seen and not later:
            seen.add(used.id)
            yield used, None if used is row else row


def when_known(ledger: Ledger, rows: Iterable[Observation]) -> str:
    """The date by which all of some figures were published; `EVER` for none."""
    return max((published(ledger.source(row)) for row in rows), default=EVER)


def told(row: Observation, first: Observation | None) -> Part:
    """A figure, with what it was first put at where it was revised."""
    if first is None:
        return Reported(row.figure)
    return sentence("derived.revised", level=Reported(row.figure), first=Reported(first.figure))

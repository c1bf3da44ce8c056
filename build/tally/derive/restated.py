"""Statements that are made twice: what counts once, and what is only told again.

A number of a document that stands in two datasets is one figure, and a promise that a news list
repeats is the government's own. Both stay as records; the second leads to the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from tally.derive.trust import is_official, published
from tally.records.model import Figure, Observation, Relation, Source, Target
from tally.terms import DocumentType, Provenance

Record = TypeVar("Record", Observation, Target)
Sources = Mapping[str, Source]
# Of these a government gives one a year.
_YEARLY = frozenset((DocumentType.WORK_REPORT, DocumentType.BULLETIN, DocumentType.YEARBOOK))


def restated(
    observations: Iterable[Observation], targets: Iterable[Target], sources: Sources
) -> Mapping[str, str]:
    """The records of one area that another one already makes, by id, with the id of that one.

    Counts, verdicts and pages take the others; these keep their ids and their rows.
    """
    promises = tuple(targets)
    again = dict(_of_one_document(observations, sources))
    again.update(_of_one_document(promises, sources))
    own = [target for target in promises if target.id not in again]
    again.update(_told_by_others(own, sources))
    return again


def document(source: Source) -> Hashable:
    """What tells a document from others, whichever dataset cites it: the year of what comes out
    once a year, else the address, else the id."""
    if source.kind in _YEARLY and source.area and source.year:
        return source.area, source.kind, source.year
    return source.url or source.id


def _of_one_document(records: Iterable[Record], sources: Sources) -> Iterator[tuple[str, str]]:
    """Equal numbers of one document in several datasets: the verified one stands, else the
    first."""
    groups: defaultdict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        source = sources.get(record.evidence.source)
        said = record.figure if isinstance(record, Observation) else record.promised
        if source and said:
            groups[document(source), _face(record, said), _value(said)].append(record)
    for alike in groups.values():
        standing = min(alike, key=lambda record: record.provenance != Provenance.VERIFIED)
        for record in alike:
            if record.evidence.source != standing.evidence.source:
                yield record.id, standing.id


def _told_by_others(targets: Sequence[Target], sources: Sources) -> Iterator[tuple[str, str]]:
    """Promises that others than governments tell again: the government's own stands, that with
    the same number where it sets several; of others the first to tell a number."""
    groups: defaultdict[Hashable, list[Target]] = defaultdict(list)
    for target in targets:
        if target.promised and target.evidence.source in sources:
            groups[target.indicator, target.due, target.promised.measure].append(target)
    for group in groups.values():
        official = [one for one in group if is_official(sources[one.evidence.source])]
        others = [one for one in group if one not in official]
        others.sort(key=lambda one: published(sources[one.evidence.source]))
        for at, target in enumerate(others):
            known = official or [one for one in others[:at] if not _apart(one, target)[0]]
            if known:
                yield target.id, min(known, key=lambda one: _apart(one, target)).id


def _apart(one: Target, other: Target) -> tuple[bool, bool]:
    """How far two promises for one thing are apart: in their number, and in their strength."""
    first, second = one.promised, other.promised
    assert first
    assert second
    return _value(first) != _value(second), first.strength != second.strength


def _face(record: Observation | Target, said: Figure | Relation) -> Hashable:
    period = record.period if isinstance(record, Observation) else record.due
    strength = said.strength if isinstance(record, Target) else None
    return record.indicator, period, said.measure, said.basis, strength


def _value(said: Figure | Relation) -> tuple[str | Decimal | None, ...]:
    if isinstance(said, Relation):
        return said.comparator, said.to, said.area
    return said.value, said.value_high, said.unit, said.direction

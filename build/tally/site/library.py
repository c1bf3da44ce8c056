"""All that the pages speak of, read and derived once a build, with indexes by what pages need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from tally.check.coverage import Progress, progress
from tally.derive import (
    Conflict,
    Finding,
    Ledger,
    Outlook,
    conflicts,
    cross_check,
    judge_all,
    open_ledgers,
)
from tally.records.model import (
    Dataset,
    Datasets,
    Indicator,
    Observation,
    Source,
    Target,
    Vocabulary,
)
from tally.terms import SourceReview

Record = Observation | Target
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Library:
    """The datasets with their indexes; every index keeps the order of the files.

    `indicators` are those that have a figure or a target, in the order of the vocabulary.
    `promises` are the targets that count, as `targets` are by indicator; `told_again` has the ids
    of the records that are one of these again, by its id.
    `progress` is how far the review is, of sources where it is not complete.
    """

    datasets: Datasets
    indicators: tuple[Indicator, ...]
    observations: Mapping[str, tuple[Observation, ...]]
    targets: Mapping[str, tuple[Target, ...]]
    by_id: Mapping[str, Record]
    sources: Mapping[str, Source]
    promises: tuple[Target, ...]
    told_again: Mapping[str, tuple[str, ...]]
    outlooks: Mapping[str, Outlook]
    ledgers: Mapping[str, Ledger]
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...]
    progress: Mapping[str, Progress]

    @property
    def vocabulary(self) -> Vocabulary:
        return self.datasets.vocabulary

    @property
    def areas(self) -> tuple[Ledger, ...]:
        """What is stated of each area, in the order of the vocabulary."""
        return tuple(self.ledgers.values())

    @property
    def every_dataset(self) -> tuple[Dataset, ...]:
        return tuple(self.datasets.datasets.values())

    def records_of(self, indicator: str) -> tuple[Record, ...]:
        """What was reported of an indicator and what was promised, in all areas."""
        return (*self.observations.get(indicator, ()), *self.targets.get(indicator, ()))

    def source_of(self, record: Record) -> Source:
        return self.sources[record.evidence.source]


def gather(datasets: Datasets) -> Library:
    """Index the datasets."""
    every = tuple(datasets.datasets.values())
    observations = [o for one in every for o in one.observations]
    targets = [t for one in every for t in one.targets]
    records: list[Record] = [*observations, *targets]
    used = {record.indicator for record in records}
    ledgers = open_ledgers(datasets)
    opened = ledgers.values()
    outlooks = judge_all(opened)
    again = {id_: first for ledger in opened for id_, first in ledger.restated.items()}
    promises = [target for target in targets if target.id not in again]
    return Library(
        datasets=datasets,
        indicators=tuple(i for i in datasets.vocabulary.indicators.values() if i.id in used),
        observations=grouped(observations, lambda o: o.indicator),
        targets=grouped((t for t in promises if t.indicator), lambda t: t.indicator or ""),
        by_id={record.id: record for record in records},
        sources={s.id: s for one in every for s in one.sources.values()},
        promises=tuple(promises),
        told_again=grouped(again, again.__getitem__),
        outlooks=outlooks,
        ledgers=ledgers,
        findings=tuple(finding for ledger in opened for finding in cross_check(ledger, outlooks)),
        conflicts=tuple(conflict for ledger in opened for conflict in conflicts(ledger)),
        progress=_progress(every, datasets.vocabulary),
    )


def _progress(every: Iterable[Dataset], vocabulary: Vocabulary) -> Mapping[str, Progress]:
    return {
        source.id: progress(source, _resting_on(source, one), vocabulary.unit_names)
        for one in every
        for source in one.sources.values()
        if source.archived and source.review == SourceReview.IN_PROGRESS
    }


def _resting_on(source: Source, dataset: Dataset) -> Iterator[Record]:
    for records in (dataset.observations, dataset.targets):
        yield from (record for record in records if record.evidence.source == source.id)


def grouped(items: Iterable[_T], key: Callable[[_T], str]) -> Mapping[str, tuple[_T, ...]]:
    """The items by key, in their order."""
    groups: dict[str, list[_T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}

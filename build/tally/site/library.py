"""All that the pages speak of, read and derived once a build, with indexes by what pages need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
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
from tally.derive.across import Across, across
from tally.records.model import (
    Dataset,
    Datasets,
    Indicator,
    Observation,
    Source,
    Target,
    Vocabulary,
)
from tally.site.aside import set_aside
from tally.site.paging import Span, spans_of, stands
from tally.terms import SourceReview

Record = Observation | Target
_T = TypeVar("_T")
_K = TypeVar("_K")
# An indicator in an area.
_Face = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Library:
    """The datasets with their indexes; every index keeps the order of the files.

    `indicators` are those that have a figure or a target, in the order of the vocabulary.
    `resting` are the records that rest on a source, `settling` the promises whose outcome it tells.
    `promises` are the targets that count, as `targets` are by indicator; `told_again` has the ids
    of the records that are one of these again, by its id.
    `spans` are the pages of each area's promises, `stands` the one that each promise is on.
    `progress` is how far the review is, of sources where it is not complete.
    """

    datasets: Datasets
    indicators: tuple[Indicator, ...]
    observations: Mapping[str, tuple[Observation, ...]]
    targets: Mapping[str, tuple[Target, ...]]
    by_id: Mapping[str, Record]
    sources: Mapping[str, Source]
    resting: Mapping[str, tuple[Record, ...]]
    settling: Mapping[str, tuple[Target, ...]]
    promises: tuple[Target, ...]
    told_again: Mapping[str, tuple[str, ...]]
    outlooks: Mapping[str, Outlook]
    ledgers: Mapping[str, Ledger]
    spans: Mapping[str, tuple[Span, ...]]
    stands: Mapping[str, str]
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...]
    _observed: Mapping[_Face, tuple[Observation, ...]]
    _promised: Mapping[_Face, tuple[Target, ...]]
    _disputed: Mapping[_Face, tuple[Conflict, ...]]
    progress: Mapping[str, Progress]
    _across: dict[str, tuple[Across, ...]] = field(default_factory=dict)
    _aside: dict[_Face, AbstractSet[str]] = field(default_factory=dict)

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

    def observed(self, indicator: str, area: str) -> tuple[Observation, ...]:
        """What is reported of an indicator in one area."""
        return self._observed.get((indicator, area), ())

    def aside(self, indicator: str, area: str) -> AbstractSet[str]:
        """The ids of the figures of a series that stand on a page beside its own."""
        face = (indicator, area)
        if face not in self._aside:
            self._aside[face] = set_aside(self.observed(*face), self.ledgers[area])
        return self._aside[face]

    def promised(self, indicator: str, area: str) -> tuple[Target, ...]:
        """What is promised of an indicator in one area, each promise once."""
        return self._promised.get((indicator, area), ())

    def disputed(self, indicator: str, area: str) -> tuple[Conflict, ...]:
        """The conflicts among the figures of an indicator in one area."""
        return self._disputed.get((indicator, area), ())

    def told_in(self, area: str) -> tuple[Indicator, ...]:
        """The indicators that have a figure or a promise in one area."""
        return tuple(
            one
            for one in self.indicators
            if (one.id, area) in self._observed or (one.id, area) in self._promised
        )

    def areas_of(self, indicator: str) -> tuple[str, ...]:
        """The areas that have a figure or a promise of an indicator, in their order."""
        return tuple(
            area
            for area in self.ledgers
            if (indicator, area) in self._observed or (indicator, area) in self._promised
        )

    def across(self, indicator: Indicator) -> tuple[Across, ...]:
        """An indicator's areas side by side, a measure at a time: that with the most promises
        first; none where no two areas speak of one year."""
        if indicator.id not in self._across:
            told = {
                area: (
                    self.ledgers[area],
                    [self.outlooks[one.id] for one in self.promised(indicator.id, area)],
                )
                for area in self.areas_of(indicator.id)
            }
            self._across[indicator.id] = across(indicator, told)
        return self._across[indicator.id]

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
    spans = {one.area: spans_of(one, tuple(datasets.vocabulary.themes)) for one in opened}
    outlooks = judge_all(opened)
    again = {id_: first for ledger in opened for id_, first in ledger.restated.items()}
    promises = [target for target in targets if target.id not in again]
    resting = grouped(records, _source)
    disputed = tuple(conflict for ledger in opened for conflict in conflicts(ledger))
    return Library(
        datasets=datasets,
        indicators=tuple(i for i in datasets.vocabulary.indicators.values() if i.id in used),
        observations=grouped(observations, lambda o: o.indicator),
        targets=grouped((t for t in promises if t.indicator), lambda t: t.indicator or ""),
        by_id={record.id: record for record in records},
        sources={s.id: s for one in every for s in one.sources.values()},
        resting=resting,
        settling=grouped(
            (target for target in promises if target.outcome),
            lambda target: target.outcome.evidence.source if target.outcome else "",
        ),
        promises=tuple(promises),
        told_again=grouped(again, again.__getitem__),
        outlooks=outlooks,
        ledgers=ledgers,
        spans=spans,
        stands=stands(span for own in spans.values() for span in own),
        findings=tuple(finding for ledger in opened for finding in cross_check(ledger, outlooks)),
        conflicts=disputed,
        progress=_progress(every, resting, datasets.vocabulary),
        _observed=grouped(observations, lambda o: (o.indicator, o.area)),
        _promised=grouped(promises, lambda t: (t.indicator or "", t.area)),
        _disputed=grouped(disputed, lambda c: (c.indicator, c.observations[0].area)),
    )


def _source(record: Record) -> str:
    return record.evidence.source


def _progress(
    every: Iterable[Dataset], resting: Mapping[str, Sequence[Record]], vocabulary: Vocabulary
) -> Mapping[str, Progress]:
    return {
        source.id: progress(source, resting.get(source.id, ()), vocabulary.unit_names)
        for one in every
        for source in one.sources.values()
        if source.archived and source.review == SourceReview.IN_PROGRESS
    }


def grouped(items: Iterable[_T], key: Callable[[_T], _K]) -> Mapping[_K, tuple[_T, ...]]:
    """The items by key, in their order."""
    groups: dict[_K, list[_T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}

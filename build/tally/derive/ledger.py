"""What is stated of one area, in whatever datasets, by what it measures, the better ones first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from tally.derive.interval import Interval
from tally.derive.stated import base_unit, stated
from tally.records.model import (
    Datasets,
    Figure,
    Indicator,
    Observation,
    Source,
    Target,
    Unit,
    Vocabulary,
)
from tally.terms import Comparator, Measure

Key = tuple[str, str, Measure]
_Record = TypeVar("_Record", Observation, Target)
_WRITTEN_EXACTLY: Mapping[Comparator, int] = {
    Comparator.EQ: 0,
    Comparator.RANGE: 1,
    Comparator.APPROX: 1,
}
_BOUND_ONLY = 2
_STATUS = {"final": 0, None: 1, "preliminary": 2}
_OFFICIAL = frozenset({"work-report", "plan", "bulletin", "yearbook", "statistics"})


@dataclass(frozen=True, slots=True)
class Ledger:
    """All usable observations: those a curator has reviewed, whose indicator, unit and source
    are known. What only the machine has read is published but decides nothing: it stands apart,
    in `unreviewed`, by indicator."""

    area: str
    sources: Mapping[str, Source]
    targets: tuple[Target, ...]
    vocabulary: Vocabulary
    rows: Mapping[Key, tuple[Observation, ...]]
    periods: Mapping[str, tuple[str, ...]]
    unreviewed: Mapping[str, tuple[Observation, ...]]

    def find(self, indicator: str, period: str, measure: Measure) -> tuple[Observation, ...]:
        """Observations of exactly this; exact and final ones first, then official, then late."""
        return self.rows.get((indicator, period, measure), ())

    def find_any(self, indicator: str, period: str) -> tuple[Observation, ...]:
        """Observations of a period in whatever measure."""
        return tuple(row for measure in Measure for row in self.find(indicator, period, measure))

    def periods_of(self, indicator: str) -> tuple[str, ...]:
        return self.periods.get(indicator, ())

    def indicator(self, id_: str) -> Indicator:
        return self.vocabulary.indicators[id_]

    def source(self, observation: Observation) -> Source:
        return self.sources[observation.evidence.source]

    def knows(self, target: Target) -> bool:
        """Whether a target's indicator and unit are in the vocabulary."""
        named = target.type == "milestone" or target.indicator in self.vocabulary.indicators
        return named and (target.figure is None or target.figure.unit in self.vocabulary.units)

    def unit(self, figure: Figure) -> Unit:
        return self.vocabulary.units[figure.unit]

    def base(self, figure: Figure) -> str:
        return base_unit(figure, self.unit(figure))

    def interval(self, figure: Figure) -> Interval:
        """What the figure can be, in its base unit."""
        return stated(figure, self.unit(figure))


def open_ledgers(datasets: Datasets) -> Mapping[str, Ledger]:
    """The ledger of each area that a dataset lists, in the order of the vocabulary."""
    every = datasets.datasets.values()
    observations = _by_area(row for one in every for row in one.observations)
    targets = _by_area(target for one in every for target in one.targets)
    sources = {id_: source for one in every for id_, source in one.sources.items()}
    known, listed = datasets.vocabulary, {area for one in every for area in one.areas}
    return {
        area: _open(area, observations[area], tuple(targets[area]), sources, known)
        for area in known.areas
        if area in listed
    }


def _by_area(records: Iterable[_Record]) -> defaultdict[str, list[_Record]]:
    found: defaultdict[str, list[_Record]] = defaultdict(list)
    for record in records:
        found[record.area].append(record)
    return found


def _open(
    area: str,
    observations: Iterable[Observation],
    targets: tuple[Target, ...],
    sources: Mapping[str, Source],
    vocabulary: Vocabulary,
) -> Ledger:
    """Order what is observed; what has unknown references is left to `check`."""
    rows: defaultdict[Key, list[Observation]] = defaultdict(list)
    unreviewed: defaultdict[str, list[Observation]] = defaultdict(list)
    for row in observations:
        if not _known(row, sources, vocabulary):
            continue
        if row.review == "reviewed":
            rows[row.indicator, row.period, row.figure.measure].append(row)
        else:
            unreviewed[row.indicator].append(row)
    ordered = {key: _best_first(found, sources) for key, found in rows.items()}
    periods: defaultdict[str, set[str]] = defaultdict(set)
    for indicator, period, _ in ordered:
        periods[indicator].add(period)
    in_order = {indicator: tuple(sorted(found)) for indicator, found in periods.items()}
    apart = {indicator: tuple(found) for indicator, found in unreviewed.items()}
    return Ledger(area, sources, targets, vocabulary, ordered, in_order, apart)


def from_source_first(rows: Iterable[Observation], source: str) -> tuple[Observation, ...]:
    """The same observations, with those of one source before the others."""
    return tuple(sorted(rows, key=lambda row: row.evidence.source != source))


def exactness(figure: Figure) -> int:
    """0 for a plain number, 1 for about and ranges, 2 for a bound, which says least."""
    return _WRITTEN_EXACTLY.get(figure.comparator, _BOUND_ONLY)


def standing(row: Observation, sources: Mapping[str, Source]) -> tuple[int, ...]:
    """How far to trust a figure over another, smaller is better: exactness, status,
    provenance, kind of source."""
    source = sources[row.evidence.source]
    return (
        exactness(row.figure),
        _STATUS[row.status],
        row.provenance != "verified",
        source.kind not in _OFFICIAL,
    )


def published(source: Source) -> str:
    """When a source came out, for sorting: a year or month alone counts as its end."""
    return source.published + "-12-31"[len(source.published) - 4 :]


def _best_first(rows: list[Observation], sources: Mapping[str, Source]) -> tuple[Observation, ...]:
    by_date = sorted(rows, key=lambda row: published(sources[row.evidence.source]))
    latest_first = by_date[::-1]
    return tuple(sorted(latest_first, key=lambda row: standing(row, sources)))


def _known(row: Observation, sources: Mapping[str, Source], vocabulary: Vocabulary) -> bool:
    return (
        row.indicator in vocabulary.indicators
        and row.figure.unit in vocabulary.units
        and row.evidence.source in sources
    )

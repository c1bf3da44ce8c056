"""The observations of an area by what they measure, the better ones first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tally.derive.interval import Interval
from tally.derive.stated import base_unit, stated
from tally.records.model import (
    Dataset,
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
_WRITTEN_EXACTLY: Mapping[Comparator, int] = {
    Comparator.EQ: 0,
    Comparator.RANGE: 1,
    Comparator.APPROX: 1,
}
_BOUND_ONLY = 2
_STATUS = {"final": 0, None: 1, "preliminary": 2}
_OFFICIAL = frozenset({"work-report", "plan", "bulletin", "yearbook"})


@dataclass(frozen=True, slots=True)
class Ledger:
    """All usable observations: those a curator has reviewed, whose indicator, unit and source
    are known. What only the machine has read is published but decides nothing: it stands apart,
    in `unreviewed`, by indicator."""

    dataset: Dataset
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
        return self.dataset.sources[observation.evidence.source]

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


def open_ledger(dataset: Dataset, vocabulary: Vocabulary) -> Ledger:
    """Order a dataset's observations; those with unknown references are left to `check`."""
    rows: defaultdict[Key, list[Observation]] = defaultdict(list)
    unreviewed: defaultdict[str, list[Observation]] = defaultdict(list)
    for row in dataset.observations:
        if not _known(row, dataset, vocabulary):
            continue
        if row.review == "reviewed":
            rows[row.indicator, row.period, row.figure.measure].append(row)
        else:
            unreviewed[row.indicator].append(row)
    ordered = {key: _best_first(found, dataset) for key, found in rows.items()}
    periods: defaultdict[str, set[str]] = defaultdict(set)
    for indicator, period, _ in ordered:
        periods[indicator].add(period)
    in_order = {indicator: tuple(sorted(found)) for indicator, found in periods.items()}
    apart = {indicator: tuple(found) for indicator, found in unreviewed.items()}
    return Ledger(dataset, vocabulary, ordered, in_order, apart)


def from_source_first(rows: Iterable[Observation], source: str) -> tuple[Observation, ...]:
    """The same observations, with those of one source before the others."""
    return tuple(sorted(rows, key=lambda row: row.evidence.source != source))


def exactness(figure: Figure) -> int:
    """0 for a plain number, 1 for about and ranges, 2 for a bound, which says least."""
    return _WRITTEN_EXACTLY.get(figure.comparator, _BOUND_ONLY)


def standing(row: Observation, dataset: Dataset) -> tuple[int, ...]:
    """How far to trust a figure over another, smaller is better: exactness, status,
    provenance, kind of source."""
    source = dataset.sources[row.evidence.source]
    return (
        exactness(row.figure),
        _STATUS[row.status],
        row.provenance != "verified",
        source.kind not in _OFFICIAL,
    )


def published(source: Source) -> str:
    """When a source came out, for sorting: a year or month alone counts as its end."""
    return source.published + "-12-31"[len(source.published) - 4 :]


def _best_first(rows: list[Observation], dataset: Dataset) -> tuple[Observation, ...]:
    by_date = sorted(rows, key=lambda row: published(dataset.sources[row.evidence.source]))
    latest_first = by_date[::-1]
    return tuple(sorted(latest_first, key=lambda row: standing(row, dataset)))


def _known(row: Observation, dataset: Dataset, vocabulary: Vocabulary) -> bool:
    return (
        row.indicator in vocabulary.indicators
        and row.figure.unit in vocabulary.units
        and row.evidence.source in dataset.sources
    )

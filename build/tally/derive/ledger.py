"""What is stated of one area, in whatever datasets, by what it measures, the better ones first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TypeVar

from tally.derive.interval import Interval
from tally.derive.restated import restated
from tally.derive.stated import base_unit, stated
from tally.derive.trust import published, standing
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
from tally.terms import Measure, Period, Review, TargetType

Key = tuple[str, Period, Measure]
_Item = TypeVar("_Item")
_K = TypeVar("_K")
_AREA, _INDICATOR = attrgetter("area"), attrgetter("indicator")


@dataclass(frozen=True, slots=True)
class Ledger:
    """All usable observations: those a curator has reviewed, whose indicator, unit and source
    are known.

    Growth since an earlier base than the year before stands apart, in `since`, by indicator and
    period, or it would be taken for that of a year. What only the machine has read is published
    but decides nothing: it stands apart, in `unreviewed`, by indicator. `targets` are all
    promises, `promises` those that count; `restated` names the records that are another one again,
    with the id of that one. `within` is the ledger of the area that this one lies in, where a
    dataset lists it.
    """

    area: str
    sources: Mapping[str, Source]
    targets: tuple[Target, ...]
    vocabulary: Vocabulary
    rows: Mapping[Key, tuple[Observation, ...]]
    since: Mapping[tuple[str, Period], tuple[Observation, ...]]
    periods: Mapping[str, tuple[Period, ...]]
    unreviewed: Mapping[str, tuple[Observation, ...]]
    restated: Mapping[str, str] = field(default_factory=dict)
    within: Ledger | None = None

    @property
    def promises(self) -> tuple[Target, ...]:
        """The targets that count: each promise once."""
        return tuple(target for target in self.targets if target.id not in self.restated)

    def find(self, indicator: str, period: Period, measure: Measure) -> tuple[Observation, ...]:
        """Observations of exactly this; exact and final ones first, then official, then late."""
        return self.rows.get((indicator, period, measure), ())

    def find_any(self, indicator: str, period: Period) -> tuple[Observation, ...]:
        """Observations of a period in whatever measure."""
        found = [row for measure in Measure for row in self.find(indicator, period, measure)]
        return (*found, *self.since.get((indicator, period), ()))

    def periods_of(self, indicator: str) -> tuple[Period, ...]:
        return self.periods.get(indicator, ())

    def indicator(self, id_: str) -> Indicator:
        return self.vocabulary.indicators[id_]

    def is_stock(self, id_: str) -> bool:
        """Whether some indicator counts the yearly changes of this one."""
        return any(one.change_of == id_ for one in self.vocabulary.indicators.values())

    def source(self, observation: Observation) -> Source:
        return self.sources[observation.evidence.source]

    def knows(self, target: Target) -> bool:
        """Whether a target's indicator and unit are in the vocabulary."""
        known = self.vocabulary.indicators
        named = target.type == TargetType.MILESTONE or target.indicator in known
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
    observations = _grouped((row for one in every for row in one.observations), _AREA)
    targets = _grouped((target for one in every for target in one.targets), _AREA)
    sources = {id_: source for one in every for id_, source in one.sources.items()}
    known, listed = datasets.vocabulary, {area for one in every for area in one.areas}
    opened = {
        area: _open(area, observations.get(area, ()), tuple(targets.get(area, ())), sources, known)
        for area in known.areas
        if area in listed
    }
    return {
        area: replace(ledger, within=opened.get(known.areas[area].within or ""))
        for area, ledger in opened.items()
    }


def _grouped(items: Iterable[_Item], key: Callable[[_Item], _K]) -> Mapping[_K, list[_Item]]:
    groups: defaultdict[_K, list[_Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)


def _open(
    area: str,
    observations: Iterable[Observation],
    targets: tuple[Target, ...],
    sources: Mapping[str, Source],
    vocabulary: Vocabulary,
) -> Ledger:
    """Order what is observed; what has unknown references is left to `check`."""
    again = restated(observations, targets, sources)
    known = [row for row in observations if _known(row, sources, vocabulary)]
    known = [row for row in known if row.id not in again]
    read = [row for row in known if row.review == Review.REVIEWED]
    longer = [row for row in read if row.figure.base_period not in (None, row.period.before)]
    yearly = [row for row in read if row.figure.base_period in (None, row.period.before)]
    by_face = _grouped(yearly, lambda row: (row.indicator, row.period, row.figure.measure))
    since = _grouped(longer, lambda row: (row.indicator, row.period))
    unread = _grouped((row for row in known if row.review != Review.REVIEWED), _INDICATOR)
    rows = {key: _best_first(found, sources) for key, found in by_face.items()}
    periods = _grouped(rows, lambda key: key[0])
    return Ledger(
        area,
        sources,
        targets,
        vocabulary,
        rows,
        {key: _best_first(found, sources) for key, found in since.items()},
        {id_: tuple(sorted({period for _, period, _ in keys})) for id_, keys in periods.items()},
        {id_: tuple(found) for id_, found in unread.items()},
        again,
    )


def from_source_first(rows: Iterable[Observation], source: str) -> tuple[Observation, ...]:
    """The same observations, with those of one source before the others."""
    return tuple(sorted(rows, key=lambda row: row.evidence.source != source))


def _best_first(rows: list[Observation], sources: Mapping[str, Source]) -> tuple[Observation, ...]:
    by_date = sorted(rows, key=lambda row: published(sources[row.evidence.source]))
    latest_first = by_date[::-1]
    return tuple(sorted(latest_first, key=lambda row: (_special(row), standing(row, sources))))


def _special(row: Observation) -> bool:
    """Whether the figure is on a basis of its own, beside the one that is usually reported."""
    return row.figure.basis is not None


def _known(row: Observation, sources: Mapping[str, Source], vocabulary: Vocabulary) -> bool:
    return (
        row.indicator in vocabulary.indicators
        and row.figure.unit in vocabulary.units
        and row.evidence.source in sources
    )

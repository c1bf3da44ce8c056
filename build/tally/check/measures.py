"""Units that fit the measure, and the measure the indicator; periods that fit the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from tally.check.places import at
from tally.records.model import Figure, Indicator, Observation, Source, Target, Unit
from tally.records.problem import Problem
from tally.terms import Measure, complete

PERCENT, RATIO, RANK, INDEX = "percent", "ratio", "rank", "index"
DOUBLINGS = "doublings"
OWN = "own"  # those of the indicator's level
_FAMILIES: Mapping[Measure, tuple[str, ...]] = complete(
    Measure,
    {
        Measure.LEVEL: (OWN,),
        Measure.CUMULATIVE: (OWN,),
        Measure.GROWTH: (PERCENT, RATIO, DOUBLINGS),
        Measure.CHANGE: (OWN, PERCENT),
        Measure.SHARE: (PERCENT,),
        Measure.RATIO: (RATIO,),
        Measure.RANK: (RANK,),
        Measure.INDEX: (INDEX, PERCENT),
        Measure.GAP: (PERCENT,),
    },
)


FALLING = frozenset((Measure.GROWTH, Measure.CHANGE, Measure.CUMULATIVE))


def families(measure: Measure, indicator: Indicator) -> tuple[str, ...]:
    """The unit families that a measure of an indicator may be in."""
    found = ((indicator.unit_families if f == OWN else (f,)) for f in _FAMILIES[measure])
    return tuple(chain.from_iterable(found))


def unit_problems(figure: Figure, indicator: Indicator, unit: Unit) -> Iterator[Problem]:
    """Whether the unit is one that this measure of this indicator can have."""
    allowed = families(figure.measure, indicator)
    if unit.family not in allowed:
        message = f"{unit.id} ({unit.family}) is no unit of the {figure.measure} of {indicator.id}"
        help_ = f"it is in {' or '.join(dict.fromkeys(allowed))}; correct the unit or the measure"
        yield Problem(at(figure, "unit"), "unit", message, help_)


def base_problems(record: Observation | Target, figure: Figure, unit: Unit) -> Iterator[Problem]:
    """Whether growth that is told in doublings says from when, and a base lies before its end."""
    ends = record.period if isinstance(record, Observation) else record.due
    if figure.base_period is None:
        if unit.family == DOUBLINGS:
            message = f"{figure.value:f}{unit.id} does not say from when it counts"
            help_ = "add base_period: the year whose level it starts from, such as 2020"
            yield Problem(figure.place, "period", message, help_)
    elif figure.base_period.end >= ends.end:
        message = f"growth to {ends} cannot count from {figure.base_period}"
        help_ = "base_period is a time before it; correct either"
        yield Problem(at(figure, "base_period"), "period", message, help_)


def direction_problems(figure: Figure) -> Iterator[Problem]:
    """Whether the measure is one that can fall; what falls to 5 is at 5."""
    if figure.direction and figure.measure not in FALLING:
        message = f"a {figure.measure} has no direction: it is {figure.value:f}{figure.unit}"
        help_ = "remove direction, or correct the measure: growth and change can be down"
        yield Problem(at(figure, "direction"), "direction", message, help_)


def period_problems(record: Observation | Target, source: Source) -> Iterator[Problem]:
    """Whether a report can speak of the period: of the past as reported, not of it as promised."""
    spoken = source.year or int(source.published[:4])
    if isinstance(record, Observation):
        if record.period.end.year > spoken:
            message = f"{source.id} speaks from {spoken} and cannot report on {record.period}"
            help_ = "correct the period; what is promised belongs in targets/"
            yield Problem(at(record, "period"), "period", message, help_)
    elif record.due.end.year < spoken:
        message = f"{source.id} speaks from {spoken} and cannot promise {record.due}"
        help_ = "correct the year; what is reported belongs in observations/"
        yield Problem(at(record, "due"), "period", message, help_)

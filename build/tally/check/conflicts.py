"""One figure, said differently by two archived sources: both stay, and the check says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tally.records.model import Figure, Observation, Source, Unit
from tally.records.problem import Problem


def conflict_problems(
    observations: Sequence[Observation],
    sources: Mapping[str, Source],
    units: Mapping[str, Unit],
) -> Iterator[Problem]:
    """Reported figures for one thing of one area and period that sources give apart."""
    groups: dict[tuple[str | None, ...], list[Observation]] = defaultdict(list)
    for record in observations:
        if sources[record.evidence.source].archived:
            figure = record.figure
            face = record.area, record.indicator, record.period, figure.measure, figure.basis
            groups[face].append(record)
    for first, *others in groups.values():
        for other in others:
            if _said(first.figure, units) != _said(other.figure, units):
                yield _problem(other, first)


def _said(figure: Figure, units: Mapping[str, Unit]) -> tuple[str, str, Decimal, Decimal | None]:
    unit = units[figure.unit]
    high = figure.value_high * unit.factor if figure.value_high is not None else None
    return unit.base, figure.comparator, figure.value * unit.factor, high


def _problem(record: Observation, other: Observation) -> Problem:
    here, there = record.figure, other.figure
    message = (
        f"{record.evidence.source} says {here.value:f}{here.unit}, "
        f"{other.evidence.source} says {there.value:f}{there.unit} at {there.place}"
    )
    help_ = "both stay when both are right; the page says that they differ"
    return Problem(here.place, "conflict", message, help_, severity="warning")

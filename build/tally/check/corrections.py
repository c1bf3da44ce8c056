"""What a correction says was published and stands now, held to the figures that it names.

A correction of ours changed the figure: what is new stands there, or is what the next correction
calls old. A revision is the source's own: what is old stands in the figure named, what is new in
another of the same indicator, period and measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tally.check.places import at
from tally.records.model import Correction, Dataset, Figure, Observation, Target, Unit
from tally.records.problem import Problem
from tally.records.trace import find_figure, stated_numbers
from tally.terms import Comparator, CorrectionKind

Record = Observation | Target


def correction_problems(dataset: Dataset, units: Mapping[str, Unit]) -> Iterator[Problem]:
    """Corrections whose old or new value is not that of the figure they name."""
    records: Sequence[Record] = (*dataset.observations, *dataset.targets)
    by_id = {record.id: record for record in records}
    for correction in dataset.corrections:
        record = by_id.get(correction.figure)
        if record is None or record.figure is None or _is_untraced(record):
            continue
        later = _next(correction, dataset.corrections)
        if correction.kind == CorrectionKind.REVISION:
            others = [one.figure for one in records if one.figure and _is_sibling(one, record)]
            yield from _unsaid(correction, "old", [record.figure], units)
            yield from _unsaid(correction, "new", others, units)
        elif later is None:
            yield from _unsaid(correction, "new", [record.figure], units)
        elif later.old != correction.new:
            message = f"the correction of {later.date} begins with {later.old}"
            yield _problem(correction, "new", message, f"write {later.old}, or correct that one")


def _is_untraced(record: Record) -> bool:
    """Whether the figure itself is not what its quote says, which is told there."""
    return record.evidence.quote is not None and record.evidence.span is None


def _next(correction: Correction, others: Sequence[Correction]) -> Correction | None:
    """The correction of ours that changed the same figure next."""
    later = (
        one
        for one in others
        if one.figure == correction.figure
        and one.date > correction.date
        and one.kind == CorrectionKind.CORRECTION
    )
    return min(later, key=lambda one: one.date, default=None)


def _is_sibling(one: Record, other: Record) -> bool:
    return _said_of(one) == _said_of(other)


def _said_of(record: Record) -> tuple[object, ...]:
    time = record.due if isinstance(record, Target) else record.period
    measure = record.figure.measure if record.figure else None
    return type(record), record.area, record.indicator, time, measure


def _unsaid(
    correction: Correction, field: str, figures: Sequence[Figure], units: Mapping[str, Unit]
) -> Iterator[Problem]:
    """What a correction says that none of the figures does; words without a number are let be."""
    said = correction.old if field == "old" else correction.new
    numbers = stated_numbers(said)
    plain = [replace(figure, occurrence=1) for figure in figures]
    if numbers and not any(find_figure(figure, numbers, units) for figure in plain):
        stands = ", ".join(dict.fromkeys(map(_written, figures)))
        message = f"{field} is {said}, and {correction.figure} is {stands}"
        yield _problem(correction, field, message, f"correct {field}, or the figure it names")


def _written(figure: Figure) -> str:
    high = f"-{figure.value_high:f}" if figure.comparator == Comparator.RANGE else ""
    return f"{figure.value:f}{high}{figure.unit}"


def _problem(correction: Correction, field: str, message: str, help_: str) -> Problem:
    return Problem(at(correction, field), "correction", message, help_)

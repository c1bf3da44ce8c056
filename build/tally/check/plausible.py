"""Values that a figure of its kind can hardly have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from tally.check.places import at
from tally.records.model import Figure, Observation, Unit
from tally.records.problem import Problem
from tally.terms import Measure


@dataclass(frozen=True, slots=True)
class Rule:
    """What would be odd, said in words, with the field to look at."""

    odd: Callable[[Figure, Unit], bool]
    message: str
    field: str = "value"


def _base(figure: Figure, unit: Unit) -> Decimal:
    return figure.value * unit.factor


RULES = (
    Rule(lambda f, _: f.value < 0, "a negative value; a decline is its size with direction: down"),
    Rule(
        lambda f, _: f.value_high is not None and f.value_high <= f.value,
        "the upper end of the range is not above the lower",
        "value_high",
    ),
    Rule(
        lambda f, u: f.measure == "growth" and u.family == "percent" and _base(f, u) > 1000,
        "growth of more than 1000 %",
    ),
    Rule(
        lambda f, u: f.measure == "growth" and f.direction == "down" and _base(f, u) > 100,
        "a decline of more than 100 %",
    ),
    Rule(lambda f, u: f.measure == "share" and _base(f, u) > 100, "a share of more than 100 %"),
    Rule(
        lambda f, u: f.measure == "level" and u.family == "percent" and _base(f, u) > 200,
        "a rate of more than 200 %",
    ),
    Rule(
        lambda f, _: f.measure == "rank" and (f.value < 1 or f.value % 1 != 0),
        "a rank that is no place in an order",
    ),
    Rule(
        lambda f, u: u.family in ("persons", "households") and _base(f, u) % 1 != 0,
        "a number of people that is not whole",
    ),
)


def plausible_problems(figure: Figure, unit: Unit) -> Iterator[Problem]:
    """The rules that a figure breaks; a source may say odd things, so these are warnings."""
    for rule in RULES:
        if rule.odd(figure, unit):
            help_ = "look again; nothing needs to change when the source says so"
            message = f"{figure.value:f}{unit.id}: {rule.message}"
            yield Problem(at(figure, rule.field), "plausible", message, help_, severity="warning")


# --- cells of a series ---------------------------------------------------------------------------

_ENOUGH = 4  # cells that a row needs before one of them can be odd
_POINTS = 15  # of an index, away from the middle of its row
_TIMES = 3  # a level, above or below both years beside it


def series_problems(observations: Iterable[Observation]) -> Iterator[Problem]:
    """Cells that stand far from the others of their row: a slipped digit, a shifted point."""
    rows: defaultdict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for record in observations:
        if record.in_series:
            figure, source = record.figure, record.evidence.source
            rows[record.area, record.indicator, figure.measure, source].append(record)
    for row in rows.values():
        if len(row) >= _ENOUGH:
            yield from _odd_cells(sorted(row, key=lambda record: record.period))


def _odd_cells(row: Sequence[Observation]) -> Iterator[Problem]:
    values = [record.figure.value for record in row]
    for at_, record in enumerate(row):
        first = min(max(at_ - 1, 0), len(row) - 3)
        beside = [values[other] for other in range(first, first + 3) if other != at_]
        if _is_odd(record.figure, values, beside):
            others = ", ".join(f"{value:f}" for value in beside)
            message = f"{record.figure.value:f} is far from the years beside it ({others})"
            help_ = "look at the source again; nothing needs to change when it says so"
            yield Problem(record.place, "plausible", message, help_, severity="warning")


def _is_odd(figure: Figure, row: Sequence[Decimal], beside: Sequence[Decimal]) -> bool:
    if figure.measure == Measure.INDEX:
        return abs(figure.value - median(row)) > _POINTS
    low, high = min(beside) / _TIMES, max(beside) * _TIMES
    return figure.measure == Measure.LEVEL and not low <= figure.value <= high

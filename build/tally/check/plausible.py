"""Values that a figure of its kind can hardly have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tally.check.places import at
from tally.records.model import Figure, Unit
from tally.records.problem import Problem


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

"""The words beside a number: what bounds it, and whether it is a decline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tally.check.measures import FALLING
from tally.check.places import at
from tally.extract.wording import Wording
from tally.records.model import Figure, Observation, Target
from tally.records.problem import Problem
from tally.records.remnants import Remnant
from tally.terms import Comparator, Measure, complete

_WORDS: Mapping[Comparator, str] = complete(
    Comparator,
    {
        Comparator.EQ: "nothing beside it bounds it",
        Comparator.APPROX: "it says about (左右, 约, 近)",
        Comparator.GT: "it says more than (超, 突破, 多)",
        Comparator.GE: "it says at least (以上, 不低于)",
        Comparator.LT: "it says less than (不足, 低于)",
        Comparator.LE: "it says at most (以内, 不高于)",
        Comparator.RANGE: "it gives a range",
    },
)


def wording_problems(
    record: Observation | Target | Remnant, wording: Mapping[int, Wording]
) -> Iterator[Problem]:
    """Whether a figure's comparator and direction are those of the words beside its number."""
    figure, span = record.figure, record.evidence.span
    if figure is None or span is None or (said := wording.get(span.number_start)) is None:
        return
    if figure.comparator not in (said.comparator, "range"):
        place = at(figure, "comparator")
        message = f"of {figure.value:f} the quote does not say {figure.comparator}"
        help_ = f"{_WORDS[said.comparator]}: write comparator: {said.comparator}"
        yield Problem(place, "quote-comparator", message, help_)
    yield from _direction_problems(figure, said)


def _direction_problems(figure: Figure, said: Wording) -> Iterator[Problem]:
    if figure.measure not in FALLING:
        return
    if said.down and figure.direction is None and figure.measure != Measure.CUMULATIVE:
        message = f"the quote states a decline of {figure.value:f}, the figure does not"
        yield Problem(figure.place, "direction", message, "add direction: down")
    if figure.direction == "down" and not said.down:
        message = f"the figure is a decline of {figure.value:f}, the quote states none"
        yield Problem(at(figure, "direction"), "direction", message, "remove direction: down")

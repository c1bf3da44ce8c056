"""A problem of the data files: where, what, and how to put it right."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from tally.records.model import Place

_N = TypeVar("_N", bound=Hashable)
Severity = Literal["error", "warning"]
Code = Literal[
    "yaml",
    "file",
    "schema",
    "reference",
    "duplicate",
    "theme",
    "unit",
    "period",
    "quote-source",
    "quote-number",
    "quote-comparator",
    "direction",
    "coverage",
    "source-hash",
    "repair",
    "stale",
    "conflict",
    "disagreement",
    "plausible",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, said for the person who wrote the line.

    `code` is explained in tally.check.codes; `end` is where the wrong words end, exclusive.
    """

    place: Place
    code: Code
    message: str
    help: str
    severity: Severity = "error"
    end: Place | None = None


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by place, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.code, p.message)))


def repeated(named: Iterable[tuple[_N, Place]]) -> Iterator[tuple[_N, Place, Place]]:
    """Names that come again: each with its place, and the place where it came first."""
    first: dict[_N, Place] = {}
    for name, place in named:
        if first.setdefault(name, place) is not place:
            yield name, place, first[name]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them is more than a warning."""
    return any(problem.severity == "error" for problem in problems)

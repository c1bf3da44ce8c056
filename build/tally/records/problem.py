"""A problem of the data files: where, what, and how to put it right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tally.records.model import Place

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


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them is more than a warning."""
    return any(problem.severity == "error" for problem in problems)

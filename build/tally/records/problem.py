"""A problem of the data files: where, what, and how to put it right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
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
    "quote-qualifier",
    "quote-period",
    "quote-status",
    "quote-subject",
    "direction",
    "coverage",
    "source-hash",
    "repair",
    "stale",
    "conflict",
    "correction",
    "disagreement",
    "plausible",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, said for the person who wrote the line.

    `code` is explained in tally.check.codes; `end` is where the wrong words end, exclusive.
    `count` is how many problems it stands for.
    """

    place: Place
    code: Code
    message: str
    help: str
    severity: Severity = "error"
    end: Place | None = None
    count: int = 1


MOST_IN_A_FILE = 100
MOST_IN_A_RUN = 1000


def bounded(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems as a person can read them: errors first, each once, so many of a file and of a
    run, and the others by their number."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(in_order(problems), key=lambda p: p.severity):
        by_file[problem.place.path].append(problem)
    told = [one for own in by_file.values() for one in at_most(MOST_IN_A_FILE, own)]
    return tuple(at_most(MOST_IN_A_RUN, sorted(told, key=lambda p: (p.severity, p.place))))


def at_most(most: int, problems: Iterable[Problem]) -> Iterator[Problem]:
    """So many problems, and one in place of those behind them, which are only counted."""
    rest = iter(problems)
    yield from islice(rest, most)
    if (first := next(rest, None)) is not None:
        count = first.count + sum(problem.count for problem in rest)
        message = f"{count} more like this are not shown: {first.message}"
        yield replace(first, message=message, count=count)


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


def news(before: Iterable[Problem], now: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of now that were not there before, wherever in their file those stood; of those
    that are only counted, where there are more."""
    were = tuple(before)
    known = Counter(map(_said, were))
    counted = {(p.place.path, p.severity): p.count for p in were if p.count > 1}
    found = []
    for problem in now:
        if 1 < problem.count <= counted.get((problem.place.path, problem.severity), 0):
            continue
        known[_said(problem)] -= 1
        if known[_said(problem)] < 0:
            found.append(problem)
    return tuple(found)


def _said(problem: Problem) -> tuple[str, str, str]:
    return problem.place.path, problem.code, problem.message

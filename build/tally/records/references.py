"""Names that records use for each other: found, unknown, or given twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Protocol, TypeVar

from tally.records.files import Files
from tally.records.model import Place


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def place(self) -> Place: ...


_T = TypeVar("_T", bound=_Named)


def by_id(
    files: Files,
    records: Iterable[_T],
    where: Callable[[_T], Place] = lambda record: record.place,
    kind: str | None = None,
) -> dict[str, _T]:
    """Records by their id; one whose id is taken is reported, and left out. Of a `kind` that others
    name, nobody knows then which id was meant."""
    found: dict[str, _T] = {}
    for record in records:
        first = found.setdefault(record.id, record)
        if first is not record:
            message = f"{record.id} is here twice, first at {where(first)}"
            help_ = "merge the two, or say in which way they differ"
            files.report_at(where(record), "duplicate", message, help_)
            files.incomplete |= {kind} if kind else set()
    return found


def report_unknown(
    files: Files, place: Place, what: str, name: str, known: Iterable[str], kind: str
) -> None:
    """Report a name that nothing has, unless a file that may define it could not be read."""
    defining, defined_in = _DEFINED.get(kind, ({kind}, f"vocabulary/{kind}.yml"))
    if defining & files.incomplete:
        return
    meant = files.id_of(name) if kind == "indicators" else None
    if kind == "figures":
        known = [one for one in known if _YEAR.findall(one) == _YEAR.findall(name)]
    help_ = f"the id is {meant}" if meant else _remedy(name, sorted(known), defined_in)
    files.report_at(place, "reference", f"there is no {what} {name}", help_)


def _remedy(name: str, known: Sequence[str], defined_in: str) -> str:
    """The name that was meant, or all there are where they can be seen at once."""
    few = len(", ".join(known)) <= _SEEN_AT_ONCE
    cutoff = _LIKE_SHORT if len(name) <= _SHORT else _VERY_LIKE if few else _LIKE
    if near := get_close_matches(name, known, n=1, cutoff=cutoff):
        return f"did you mean {near[0]}?"
    if known and few:
        return f"it is one of {', '.join(known)}; or add it to {defined_in}"
    return f"add it to {defined_in}"


# A figure of another year is another figure, however like its id is.
_YEAR = re.compile("[0-9]{4}")
# In a name of so few characters one wrong one is much of it: 亿圆.
_SHORT = 3
# How like a known name must be to be the one that was meant. Where all are listed else, it
# must be very like: sports is not transport.
_LIKE_SHORT, _LIKE, _VERY_LIKE = 0.5, 0.6, 0.75
_SEEN_AT_ONCE = 240
# The kinds of files that define a name, and where a person would add one.
_DEFINED: Mapping[str, tuple[frozenset[str], str]] = {
    "indicators": (frozenset(("indicators",)), "vocabulary/indicators/"),
    "source": (
        frozenset(("source", "cited-sources")),
        "sources/, as a folder of its own or in cited.yml",
    ),
    "dataset.areas": (frozenset(("dataset",)), "`areas` in dataset.yml"),
    "figures": (
        frozenset(("observations", "targets", "indicators", "units", "source", "cited-sources")),
        "observations/ or targets/, or correct the id",
    ),
}

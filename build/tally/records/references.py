"""Names that records use for each other: found, unknown, or given twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    files: Files, records: Iterable[_T], where: Callable[[_T], Place] = lambda record: record.place
) -> dict[str, _T]:
    """Records by their id; one whose id is taken is reported, and left out."""
    found: dict[str, _T] = {}
    for record in records:
        first = found.setdefault(record.id, record)
        if first is not record:
            message = f"{record.id} is here twice, first at {where(first)}"
            help_ = "merge the two, or say in which way they differ"
            files.report_at(where(record), "duplicate", message, help_)
    return found


def report_unknown(
    files: Files, place: Place, what: str, name: str, known: Iterable[str], kind: str
) -> None:
    """Report a name that nothing has, unless a file that may define it could not be read."""
    defining, defined_in = _DEFINED.get(kind, ({kind}, f"vocabulary/{kind}.yml"))
    if defining & files.incomplete:
        return
    cutoff = 0.6 if len(name) > _SHORT else 0.5
    near = get_close_matches(name, list(known), n=1, cutoff=cutoff)
    help_ = f"did you mean {near[0]}?" if near else f"add it to {defined_in}"
    files.report_at(place, "reference", f"there is no {what} {name}", help_)


# In a name of so few characters one wrong one is much of it: 亿圆.
_SHORT = 3
# The kinds of files that define a name, and where a person would add one.
_DEFINED: Mapping[str, tuple[frozenset[str], str]] = {
    "indicators": (frozenset(("indicators",)), "vocabulary/indicators/"),
    "source": (
        frozenset(("source", "cited-sources")),
        "sources/, as a folder of its own or in cited.yml",
    ),
    "figures": (
        frozenset(("observations", "targets", "indicators", "units", "source", "cited-sources")),
        "observations/ or targets/, or correct the id",
    ),
}

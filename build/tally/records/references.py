"""Names that records use for each other: found, unknown, or given twice."""

from __future__ import annotations

from collections.abc import Iterable
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


def by_id(files: Files, records: Iterable[_T]) -> dict[str, _T]:
    """Records by their id; one whose id is taken is reported and left out."""
    found: dict[str, _T] = {}
    for record in records:
        first = found.setdefault(record.id, record)
        if first is not record:
            message = f"{record.id} is here twice, first at {first.place}"
            help_ = "merge the two, or say in which way they differ"
            files.report_at(record.place, "duplicate", message, help_)
    return found


def report_unknown(
    files: Files, place: Place, what: str, name: str, known: Iterable[str], kind: str
) -> None:
    """Report a name that nothing has, unless a file that may define it could not be read."""
    if kind in files.incomplete:
        return
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    help_ = f"did you mean {near[0]}?" if near else f"add it to {_DEFINED_IN[kind]}"
    files.report_at(place, "reference", f"there is no {what} {name}", help_)


_DEFINED_IN = {
    "themes": "vocabulary/themes.yml",
    "units": "vocabulary/units.yml",
    "areas": "vocabulary/areas.yml",
    "indicators": "vocabulary/indicators/",
    "source": "sources/, as a folder of its own or in cited.yml",
    "observations": "the observations or targets, or correct the id",
}

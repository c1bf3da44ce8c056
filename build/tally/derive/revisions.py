"""Changes after publication, as the corrections page and its feed tell them."""

from __future__ import annotations

from dataclasses import dataclass

from tally.records.model import Correction, Dataset, Observation, Target


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of corrections.yml with the figure it concerns, where that still exists.

    `ours` tells our correction of a wrong entry from the source's own revision.
    """

    correction: Correction
    record: Observation | Target | None

    @property
    def ours(self) -> bool:
        return self.correction.kind == "correction"


def changes(dataset: Dataset) -> tuple[Change, ...]:
    """All changes, the latest first; those of one day in the order of the file."""
    records: dict[str, Observation | Target] = {row.id: row for row in dataset.observations}
    records.update({row.id: row for row in dataset.targets})
    newest_first = sorted(dataset.corrections, key=lambda entry: entry.date, reverse=True)
    return tuple(Change(entry, records.get(entry.figure)) for entry in newest_first)

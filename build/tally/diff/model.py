"""The objects of this room: states of the data, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

RecordKind = Literal["observation", "target"]
ChangeKind = Literal["added", "removed", "changed", "moved"]
CHANGE_KINDS: tuple[ChangeKind, ...] = ("added", "removed", "changed", "moved")


class StateError(ValueError):
    """Something named as a state that is none; the message is for the person who named it."""


@dataclass(frozen=True, slots=True)
class Record:
    """A published row as text, by column; what the state does not tell is not in `fields`."""

    kind: RecordKind
    id: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """All figures of one state of the data, by id.

    `renamed` maps former indicator ids to present ones. `problems` counts the errors of the
    datasets: what stands in broken lines is not among the records.
    """

    name: str
    records: Mapping[str, Record]
    renamed: Mapping[str, str]
    problems: int = 0


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One column of a record that reads differently; empty text for nothing."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one record: `old` is None when it was added, `new` when removed.

    A moved record has another id (its indicator was renamed, or its period corrected) and
    may have changed besides.
    """

    kind: ChangeKind
    old: Record | None
    new: Record | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was when there is none now."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes between two states, in the order of their ids."""

    old: State
    new: State
    changes: tuple[Change, ...]

    def count(self, kind: ChangeKind) -> int:
        return sum(change.kind == kind for change in self.changes)

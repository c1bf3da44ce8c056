"""The objects of this room: states of the data, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tally.records.load import Loaded

RecordKind = Literal["observation", "target", "definition"]
ChangeKind = Literal["added", "removed", "changed", "moved"]
# What is gone is what nobody sees in the new files, so it is told first.
CHANGE_KINDS: tuple[ChangeKind, ...] = ("removed", "changed", "moved", "added")


class StateError(ValueError):
    """Something named as a state that is none; the message is for the person who named it."""


@dataclass(frozen=True, slots=True)
class Record:
    """A published row as text, by column; what the state does not tell is not in `fields`.

    A definition is what the figures rest on: an indicator, a unit, an area, a theme, a source, a
    dataset; its id is the address of such things (indicators/gdp, sources/taicang/gwr-2021).
    """

    kind: RecordKind
    id: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """All figures of one state of the data, by id.

    `renamed` maps former indicator ids to present ones. `problems` counts the errors of the
    datasets: what stands in broken lines is not among the records. `definitions` is None where
    not all of them are told, as in a package; `loaded` what a folder of datasets or a revision
    holds besides, None for a package.
    """

    name: str
    records: Mapping[str, Record]
    renamed: Mapping[str, str]
    problems: int = 0
    definitions: Mapping[str, Record] | None = None
    loaded: Loaded | None = field(default=None, compare=False, repr=False)


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
    """All changes between two states: what was removed first, each kind in the order of ids."""

    old: State
    new: State
    changes: tuple[Change, ...]

    def count(self, kind: ChangeKind) -> int:
        return sum(change.kind == kind for change in self.changes)

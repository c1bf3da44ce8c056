"""Where in a data file a record says something."""

from __future__ import annotations

from typing import Protocol

from tally.records.model import Place, Places


class _Placed(Protocol):
    @property
    def place(self) -> Place: ...

    @property
    def places(self) -> Places: ...


def at(record: _Placed, field: str) -> Place:
    """The place of a field's value; of the record when it does not say the field."""
    return record.places.get(field, record.place)

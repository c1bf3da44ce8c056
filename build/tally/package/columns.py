"""The columns of the published tables, read from columns.yml, where each is defined once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from importlib.resources import files
from typing import Any, Literal

import yaml

from tally import terms
from tally.records.model import Localized
from tally.words.tables import everywhere, word

ColumnType = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called, what it means and what it may hold.

    `values` is a closed list with a label for each; `unit` is set where every value has the
    same one, `unit_column` where another column names it; `width` is in characters.
    """

    name: str
    type: ColumnType
    title: Localized
    description: Localized
    values: Mapping[str, Localized]
    pattern: str | None
    minimum: int | None
    unit: str | None
    unit_column: str | None
    required: bool
    width: int


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns that name a row of a table."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class TableSpec:
    """A published table: its columns in order, its key, and what it refers to."""

    name: str
    title: Localized
    description: Localized
    key: tuple[str, ...]
    references: tuple[Reference, ...]
    columns: tuple[Column, ...]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all columns."""
        return frozenset(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name; raises KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


@cache
def table_specs() -> Mapping[str, TableSpec]:
    """All published tables by name, in their order."""
    text = files("tally.package").joinpath("columns.yml").read_text("utf-8")
    book = yaml.load(text, Loader=yaml.CSafeLoader)
    return {name: _spec(name, entry, book) for name, entry in book["tables"].items()}


def _spec(name: str, entry: Mapping[str, Any], book: Mapping[str, Any]) -> TableSpec:
    shared = book["shared"]
    return TableSpec(
        name=name,
        title=Localized(**entry["title"]),
        description=Localized(**entry["description"]),
        key=tuple(entry["key"]),
        references=tuple(
            Reference(tuple(r["columns"]), r["table"], tuple(r["to"]))
            for r in entry.get("references", ())
        ),
        columns=tuple(
            _column(column, {**shared.get(column, {}), **(own or {})})
            for column, own in entry["columns"].items()
        ),
    )


def _column(name: str, entry: Mapping[str, Any]) -> Column:
    return Column(
        name=name,
        type=entry.get("type", "string"),
        title=Localized(**entry["title"]),
        description=Localized(**entry["description"]),
        values=_labelled(entry["values"], entry.get("never", ())) if "values" in entry else {},
        pattern=entry.get("pattern"),
        minimum=entry.get("minimum"),
        unit=entry.get("unit"),
        unit_column=entry.get("unit_column"),
        required=entry.get("required", False),
        width=entry["width"],
    )


def _labelled(name: str, never: Sequence[str]) -> Mapping[str, Localized]:
    """The members of a closed list, by its name, with the words for each; but some."""
    members: type[terms.Term] = getattr(terms, name)
    told = (member for member in members if member not in never)
    return {str(member): everywhere(partial(word, member)) for member in told}

"""The tables of a package cut down to some figures: their rows, and the rows that these name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tally.package.cells import Row
from tally.package.tables import Table

Tables = Mapping[str, Table]
_FIGURES = ("observations", "targets")


class Slicer:
    """Cuts tables by the references that their columns declare."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        others = (name for name in tables if name not in _FIGURES)
        self._keyed = {name: {row["id"]: row for row in tables[name].rows} for name in others}

    def cut(self, figures: Mapping[str, Sequence[Row]]) -> Tables:
        """The tables with these rows of observations and targets alone, and of each other table
        the rows that they name, or that a named one names, in the order of the table."""
        found: dict[str, set[object]] = {name: set() for name in self._keyed}
        pending = [(name, row) for name, rows in figures.items() for row in rows]
        while pending:
            name, row = pending.pop()
            for reference in self._tables[name].spec.references:
                table, key = reference.table, row[reference.columns[0]]
                if table in found and key and key not in found[table]:
                    found[table].add(key)
                    pending.append((table, self._keyed[table][key]))
        named = {
            name: [row for key, row in rows.items() if key in found[name]]
            for name, rows in self._keyed.items()
        }
        return {
            name: Table(table.spec, tuple(named[name] if name in named else figures.get(name, ())))
            for name, table in self._tables.items()
        }


def indicator_slices(tables: Tables) -> dict[str, Tables]:
    """The tables of each indicator that figures are of, by its id, in the order of the table."""
    figures = {name: _by_indicator(tables[name]) for name in _FIGURES}
    ids = [str(row["id"]) for row in tables["indicators"].rows]
    slicer = Slicer(tables)
    return {
        id_: slicer.cut({name: figures[name].get(id_, []) for name in _FIGURES})
        for id_ in ids
        if any(id_ in rows for rows in figures.values())
    }


def _by_indicator(table: Table) -> Mapping[object, list[Row]]:
    groups: dict[object, list[Row]] = {}
    for row in table.rows:
        groups.setdefault(row["indicator"], []).append(row)
    return groups

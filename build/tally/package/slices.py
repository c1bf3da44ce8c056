"""The tables of a package cut down to one indicator: its rows, and the rows that these name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tally.package.cells import Row
from tally.package.tables import Table

Tables = Mapping[str, Table]
_FIGURES = ("observations", "targets")
_NAMING = ("source", "outcome_source")


@dataclass(frozen=True, slots=True)
class Named:
    """What rows of figures name: sources, areas and units, each by its id."""

    sources: Mapping[object, Row]
    areas: Mapping[object, Row]
    units: Mapping[object, Row]

    def sources_of(self, records: Iterable[Row]) -> list[Row]:
        """The sources that records rest on, then those that tell what became of them."""
        listed = list(records)
        keys = [row[name] for name in _NAMING for row in listed if row.get(name)]
        return [self.sources[key] for key in dict.fromkeys(keys)]

    def areas_of(self, records: Iterable[Row]) -> list[Row]:
        """The areas of records with those they lie in, in the order of the table."""
        used: set[object] = set()
        for row in records:
            area = row["area"]
            while area is not None and area not in used:
                used.add(area)
                area = self.areas[area]["within"]
        return [row for area, row in self.areas.items() if area in used]

    def units_of(self, records: Iterable[Row]) -> list[Row]:
        """The units that records are stated in, and the base units of these."""
        used = {row[column]: None for row in records for column in ("unit", "unit_base")}
        return [self.units[unit] for unit in used if unit]


def named(tables: Tables) -> Named:
    """The rows of these tables that others name."""
    return Named(
        sources={row["id"]: row for row in tables["sources"].rows},
        areas={row["id"]: row for row in tables["areas"].rows},
        units={row["id"]: row for row in tables["units"].rows},
    )


def indicator_slices(tables: Tables) -> dict[str, Tables]:
    """The tables of each indicator that figures are of, by its id, in the order of the table."""
    others = named(tables)
    figures = {name: _by_indicator(tables[name]) for name in _FIGURES}
    slices: dict[str, Tables] = {}
    for indicator in tables["indicators"].rows:
        own = {name: figures[name].get(indicator["id"], []) for name in _FIGURES}
        records = [row for rows in own.values() for row in rows]
        rows = {
            "indicators": [indicator],
            **own,
            "sources": others.sources_of(records),
            "areas": others.areas_of(records),
            "units": others.units_of(records),
        }
        if records:
            slices[str(indicator["id"])] = {
                name: Table(tables[name].spec, tuple(rows)) for name, rows in rows.items()
            }
    return slices


def _by_indicator(table: Table) -> Mapping[object, list[Row]]:
    groups: dict[object, list[Row]] = {}
    for row in table.rows:
        groups.setdefault(row["indicator"], []).append(row)
    return groups

"""Records to the rows of the published tables: pure functions, one for each table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tally.package.cells import Row
from tally.package.columns import TableSpec, table_specs
from tally.package.edition import Edition
from tally.package.rows import (
    area_row,
    indicator_row,
    observation_row,
    related_indicator,
    source_row,
    target_row,
    unit_row,
)
from tally.records.model import (
    Area,
    Dataset,
    Figure,
)

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


class UnwritableTextError(ValueError):
    """A text that no table may hold: a NUL, or half of a character."""


class ColumnError(LookupError):
    """A column that is declared and has no producer, or the other way round."""


@dataclass(frozen=True, slots=True)
class Table:
    """A published table: what its columns are, and its rows, each with every column."""

    spec: TableSpec
    rows: tuple[Row, ...]


def tables_of(edition: Edition) -> Mapping[str, Table]:
    """All tables of a package by name; raises UnwritableTextError and ColumnError."""
    rows: Mapping[str, Iterable[Row]] = {
        "indicators": indicator_rows(edition),
        "observations": observation_rows(edition),
        "targets": target_rows(edition),
        "sources": source_rows(edition),
        "areas": area_rows(edition),
        "units": unit_rows(edition),
    }
    return {name: _table(spec, rows[name]) for name, spec in table_specs().items()}


def observation_rows(edition: Edition) -> list[Row]:
    """One row for each observation, in the order of the records, with which is preferred."""
    return [row for dataset in edition.datasets for row in _observed(dataset, edition)]


def target_rows(edition: Edition) -> list[Row]:
    """One row for each target, in the order of the records, with its outcome and verdict."""
    return [
        target_row(target, edition.vocabulary, edition.outlooks[target.id])
        for dataset in edition.datasets
        for target in dataset.targets
    ]


def indicator_rows(edition: Edition) -> list[Row]:
    """The indicators that observations, targets and relations use, in vocabulary order."""
    observations = Counter(o.indicator for d in edition.datasets for o in d.observations)
    targets = Counter(t.indicator for d in edition.datasets for t in d.targets if t.indicator)
    related = {related_indicator(t) for d in edition.datasets for t in d.targets}
    return [
        indicator_row(indicator, observations[indicator.id], targets[indicator.id])
        for indicator in edition.vocabulary.indicators.values()
        if indicator.id in observations or indicator.id in targets or indicator.id in related
    ]


def source_rows(edition: Edition) -> list[Row]:
    """All sources of each area, used or only read."""
    return [row for dataset in edition.datasets for row in _sources_of(dataset)]


def area_rows(edition: Edition) -> list[Row]:
    """The areas of the datasets and those they lie in, in vocabulary order."""
    known, used = edition.vocabulary.areas, set[str]()
    for area in (area for dataset in edition.datasets for area in dataset.areas):
        used |= {one.id for one in _with_containers(area, known)}
    return [area_row(area) for area in known.values() if area.id in used]


def _with_containers(area_id: str, known: Mapping[str, Area]) -> Iterator[Area]:
    """An area, the one it lies in, and so on; a circle of areas ends where it closes."""
    found: dict[str, Area] = {}
    while area_id in known and area_id not in found:
        found[area_id] = known[area_id]
        area_id = known[area_id].within or ""
    yield from found.values()


def unit_rows(edition: Edition) -> list[Row]:
    """The units that figures use, with the base units these convert to, in vocabulary order."""
    units = edition.vocabulary.units
    stated = {figure.unit for dataset in edition.datasets for figure in _figures(dataset)}
    used = stated | {units[unit].base for unit in stated}
    return [unit_row(unit) for unit in units.values() if unit.id in used]


def _observed(dataset: Dataset, edition: Edition) -> Iterator[Row]:
    for observation in dataset.observations:
        row = observation_row(observation, edition.vocabulary)
        yield {**row, "preferred": observation.id in edition.preferred}


def _sources_of(dataset: Dataset) -> list[Row]:
    observations = Counter(o.evidence.source for o in dataset.observations)
    targets = Counter(t.evidence.source for t in dataset.targets)
    return [
        source_row(source, observations[source.id], targets[source.id])
        for source in dataset.sources.values()
    ]


def _figures(dataset: Dataset) -> Iterable[Figure]:
    yield from (observation.figure for observation in dataset.observations)
    yield from (target.figure for target in dataset.targets if target.figure)


def _unlike(spec: TableSpec, row: Row) -> str:
    idle, undeclared = sorted(spec.names - row.keys()), sorted(row.keys() - spec.names)
    said = [f"{spec.name}.{name} is declared in columns.yml, and nothing fills it" for name in idle]
    said += [
        f"{spec.name}.{name} is filled, and columns.yml does not declare it" for name in undeclared
    ]
    return "; ".join(said)


def _table(spec: TableSpec, rows: Iterable[Row]) -> Table:
    return Table(spec, tuple(_complete(spec, row) for row in rows))


def _complete(spec: TableSpec, row: Row) -> Row:
    """A row with its columns in order, each of which has been given."""
    if row.keys() != spec.names:
        raise ColumnError(_unlike(spec, row))
    full = {column.name: row[column.name] for column in spec.columns}
    for name, cell in full.items():
        if isinstance(cell, str) and _UNWRITABLE.search(cell):
            where = f"{spec.name}: {full['id']!s:.80}: {name}"
            raise UnwritableTextError(f"{where}: holds a NUL or half of a character")
    return full

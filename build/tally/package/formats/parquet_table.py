"""A table as Parquet, typed.

Numbers are doubles: pandas, R and DuckDB compute with them as they come, and a double gives back
every stated number exactly, as none has more than 15 digits. A DECIMAL would need one scale for
people and for billions of yuan alike, and opens as text-like objects in pandas.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb

from tally.package.cells import Row
from tally.package.columns import ColumnType
from tally.package.formats.json_text import json_lines
from tally.package.tables import Table

_TYPES: Mapping[ColumnType, str] = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
}
# One thread: the order of row groups must not depend on the machine. No extension is fetched.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def parquet_tables(tables: Mapping[str, Table]) -> dict[str, bytes]:
    """Each table as one Parquet file, by its name."""
    return parquet_files((name, _types(table), table.rows) for name, table in tables.items())


def parquet_files(
    tables: Iterable[tuple[str, Mapping[str, ColumnType], Iterable[Row]]], group: int = 122_880
) -> dict[str, bytes]:
    """Rows as Parquet files: for each its name, the types of its columns, and the rows; of these so
    many stand together that a reader gets them at once (DuckDB has its own number for that).

    One engine writes all of them: to start it takes three times as long as to write a table.
    """
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(config=_CONFIG) as engine:
        return {
            name: _written(types, rows, group, engine, Path(folder)) for name, types, rows in tables
        }


def _types(table: Table) -> Mapping[str, ColumnType]:
    return {column.name: column.type for column in table.spec.columns}


def _written(
    types: Mapping[str, ColumnType],
    given: Iterable[Row],
    group: int,
    engine: duckdb.DuckDBPyConnection,
    folder: Path,
) -> bytes:
    rows, out = folder / "rows.jsonl", folder / "table.parquet"
    rows.write_bytes(json_lines(given))
    columns = ", ".join(f"'{name}': '{_TYPES[type_]}'" for name, type_ in types.items())
    read = f"read_json($rows, format='newline_delimited', columns={{{columns}}})"
    engine.execute(
        f"COPY (SELECT * FROM {read}) TO $out (FORMAT parquet, ROW_GROUP_SIZE {group})",
        {"rows": str(rows), "out": str(out)},
    )
    return out.read_bytes()

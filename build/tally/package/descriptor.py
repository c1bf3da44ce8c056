"""datapackage.json: the package described as Data Package v2 asks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from tally.package import addresses
from tally.package.about import held
from tally.package.columns import Column, Reference, TableSpec
from tally.package.edition import Edition, stable_id
from tally.package.licences import licence_of
from tally.package.tables import Table
from tally.records.model import Localized

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA_TYPES: Mapping[str, str] = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}

# Said in full, as readers otherwise guess the separator from the data.
_DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n"}


def descriptor(
    edition: Edition,
    tables: Mapping[str, Table],
    files: Mapping[str, bytes],
    site_url: str | None = None,
) -> dict[str, object]:
    """The content of datapackage.json.

    The CSV files are its resources, so that each table is declared and validated once;
    `otherFormats` lists the same tables in the other files, by path.
    """
    stated: dict[str, object] = {
        "$schema": PROFILE,
        "name": edition.name,
        "id": stable_id(edition.name),
        "title": _both(edition.title),
        "description": _both(edition.description, "\n\n"),
        "homepage": addresses.absolute(site_url, addresses.DATA),
        "version": edition.version,
        "created": f"{edition.created}T00:00:00Z",
        "updated": f"{edition.updated}T00:00:00Z",
        "keywords": list(edition.keywords),
        "licenses": [_licence(edition.licence)],
        "contributors": _contributors(edition),
        "sources": _sources(edition),
        "resources": [_resource(table, files[f"{name}.csv"]) for name, table in tables.items()],
        "otherFormats": [_file(path, data) for path, data in files.items() if path[-4:] != ".csv"],
    }
    return {name: value for name, value in stated.items() if value}


def table_schema(spec: TableSpec) -> dict[str, object]:
    """The Table Schema of a table."""
    foreign = [_foreign_key(reference, spec) for reference in spec.references]
    return {
        "fields": [_field(column, spec) for column in spec.columns],
        "missingValues": [""],
        "primaryKey": list(spec.key),
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _resource(table: Table, data: bytes) -> dict[str, object]:
    spec = table.spec
    return {
        "name": spec.name,
        "type": "table",
        "title": _both(spec.title),
        "description": _both(spec.description, "\n"),
        **_file(f"{spec.name}.csv", data),
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "schema": table_schema(spec),
    }


def _file(path: str, data: bytes) -> dict[str, object]:
    kind = PurePosixPath(path).suffix.removeprefix(".")
    return {
        "path": path,
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _field(column: Column, spec: TableSpec) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column.name,
        "type": column.type,
        "title": _both(column.title),
        "description": _both(held(column), "\n"),
    }
    if column.unit:
        field["unit"] = column.unit
    if column.unit_column:
        field["unitColumn"] = column.unit_column
    if column.values:
        field["categories"] = [
            {"value": value, "label": label.en} for value, label in column.values.items()
        ]
    if constraints := _constraints(column, spec):
        field["constraints"] = constraints
    return field


def _constraints(column: Column, spec: TableSpec) -> dict[str, object]:
    stated: dict[str, object] = {
        "required": column.required or None,
        "unique": spec.key == (column.name,) or None,
        "enum": list(column.values) or None,
        "pattern": column.pattern,
        "minimum": column.minimum,
    }
    return {name: value for name, value in stated.items() if value is not None}


def _foreign_key(reference: Reference, spec: TableSpec) -> dict[str, object]:
    elsewhere = {"resource": reference.table} if reference.table != spec.name else {}
    return {
        "fields": list(reference.columns),
        "reference": {**elsewhere, "fields": list(reference.to)},
    }


def _licence(name: str) -> dict[str, str]:
    licence = licence_of(name)
    address = {"path": licence.path} if licence.path else {}
    return {"name": licence.name, "title": licence.title, **address}


def _contributors(edition: Edition) -> list[dict[str, object]]:
    return [{"title": who.title, "roles": [who.role]} for who in edition.contributors]


def _sources(edition: Edition) -> list[dict[str, str]]:
    return [
        {"title": _both(source.title), **({"path": source.url} if source.url else {})}
        for dataset in edition.datasets
        for source in dataset.sources.values()
    ]


def _both(text: Localized, between: str = " / ") -> str:
    return f"{text.zh}{between}{text.en}"

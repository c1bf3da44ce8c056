"""datapackage.json: the package described as Data Package v2 asks, with frictionless' classes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from frictionless import Dialect, Field, Package, Schema, fields, resources

from tally.package import addresses
from tally.package.about import held
from tally.package.columns import Column, ColumnType, Reference, TableSpec
from tally.package.edition import Edition, stable_id
from tally.package.formats.csv_table import pattern_in_csv
from tally.package.licences import Licence, licences_of
from tally.package.tables import Table
from tally.records.model import Localized

PROFILE = Package.metadata_v2_profile
MEDIA_TYPES: Mapping[str, str] = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}

# Said in full, as readers otherwise guess the separator from the data; flat, as the standard has
# it, where frictionless' own CsvControl would nest it.
_DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n"}
_FIELDS: Mapping[ColumnType, type[Field]] = {
    "string": fields.StringField,
    "integer": fields.IntegerField,
    "number": fields.NumberField,
    "boolean": fields.BooleanField,
    "date": fields.DateField,
}


def described(
    edition: Edition,
    tables: Mapping[str, Table],
    files: Mapping[str, bytes],
    site_url: str | None = None,
) -> Package:
    """The package of which datapackage.json is the descriptor.

    The CSV files are its resources, so that each table is declared and validated once;
    `otherFormats` lists the same tables in the other files, by path.
    """
    stated: dict[str, Any] = {
        "homepage": addresses.absolute(site_url, addresses.DATA),
        "keywords": list(edition.keywords),
        "contributors": [{"title": who.title, "roles": [who.role]} for who in edition.contributors],
        "sources": _sources(edition),
    }
    package = Package(
        schema_profile=PROFILE,
        name=edition.name,
        title=_both(edition.title),
        description=_both(edition.description, "\n\n"),
        version=edition.version,
        created=f"{edition.created}T00:00:00Z",
        licenses=[_licence(licence) for licence in licences_of(edition.licence)],
        resources=[_resource(table, files[f"{name}.csv"]) for name, table in tables.items()],
        **{name: value for name, value in stated.items() if value},
    )
    package.custom = {
        "id": stable_id(edition.name),
        "updated": f"{edition.updated}T00:00:00Z",
        "otherFormats": [_file(path, data) for path, data in files.items() if path[-4:] != ".csv"],
    }
    return package


def table_schema(spec: TableSpec) -> Schema:
    """The Table Schema of a table's CSV file."""
    schema = Schema(
        fields=[_field(column, spec) for column in spec.columns],
        missing_values=[""],
        primary_key=list(spec.key),
    )
    if spec.references:  # the standard allows no empty list
        schema.foreign_keys = [_foreign_key(reference, spec) for reference in spec.references]
    return schema


def _resource(table: Table, data: bytes) -> resources.TableResource:
    spec = table.spec
    dialect = Dialect()
    dialect.custom = _DIALECT
    resource = resources.TableResource(
        name=spec.name,
        title=_both(spec.title),
        description=_both(spec.description, "\n"),
        encoding="utf-8",
        dialect=dialect,
        schema=table_schema(spec),
        **_file(f"{spec.name}.csv", data),
    )
    resource.scheme = None  # that it is a file goes without saying
    return resource


def _file(path: str, data: bytes) -> dict[str, Any]:
    kind = PurePosixPath(path).suffix.removeprefix(".")
    return {
        "path": path,
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _field(column: Column, spec: TableSpec) -> Field:
    field = _FIELDS[column.type](
        name=column.name,
        title=_both(column.title),
        description=_both(held(column), "\n"),
        constraints=_constraints(column, spec),
    )
    labels = [{"value": value, "label": label.en} for value, label in column.values.items()]
    own = {"unit": column.unit, "unitColumn": column.unit_column, "categories": labels}
    field.custom = {name: value for name, value in own.items() if value}
    return field


def _constraints(column: Column, spec: TableSpec) -> dict[str, object]:
    stated = {
        "required": column.required or None,
        "unique": spec.key == (column.name,) or None,
        "enum": list(column.values) or None,
        "pattern": pattern_in_csv(column.pattern) if column.pattern else None,
        "minimum": column.minimum,
    }
    return {name: value for name, value in stated.items() if value is not None}


def _foreign_key(reference: Reference, spec: TableSpec) -> dict[str, object]:
    elsewhere = {"resource": reference.table} if reference.table != spec.name else {}
    to = {**elsewhere, "fields": list(reference.to)}
    return {"fields": list(reference.columns), "reference": to}


def _licence(licence: Licence) -> dict[str, str]:
    return {"name": licence.name, "title": licence.title, "path": licence.path}


def _sources(edition: Edition) -> list[dict[str, str]]:
    return [
        {"title": _both(source.title), **({"path": source.url} if source.url else {})}
        for dataset in edition.datasets
        for source in dataset.sources.values()
    ]


def _both(text: Localized, between: str = " / ") -> str:
    return f"{text.zh}{between}{text.en}"

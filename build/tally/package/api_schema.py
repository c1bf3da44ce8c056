"""The JSON Schema (2020-12) of api/v1/, made from the same columns as the tables."""

from __future__ import annotations

from collections.abc import Mapping

from tally.package.about import held
from tally.package.columns import Column, ColumnType, TableSpec, table_specs

_TYPES: Mapping[ColumnType, str] = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "string",
}
_Schema = dict[str, object]


def api_schema() -> _Schema:
    """The schema of every file: the index, an indicator, or the milestones."""
    files = {"index": _index(), "indicator": _indicator(), "milestones": _milestones()}
    rows = {f"{name}-row": _row(spec) for name, spec in table_specs().items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Tally API v1",
        "description": "index.json lists all indicators, indicators/<id>.json holds one of them, "
        "milestones.json the promises without a number.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in files],
        "$defs": {**files, **rows},
    }


def _index() -> _Schema:
    text = {"type": "string"}
    return _object(
        "All indicators, the areas they are of, and where the promises without a number are.",
        {
            "$schema": text,
            "version": text,
            "updated": {"type": "string", "format": "date"},
            "licence": {**text, "description": "SPDX id of the licence of the data."},
            "areas": _list(
                _object(
                    "An area and a dataset that has it, with the address of its datapackage.json.",
                    dict.fromkeys(
                        ("id", "dataset", "title_zh", "title_en", "version", "updated", "package"),
                        text,
                    ),
                )
            ),
            "indicators": _list(
                _object(
                    "An indicator with the address of its file, relative to this one.",
                    {
                        **dict.fromkeys(("id", "name_zh", "name_en", "theme", "address"), text),
                        "observations": {"type": "integer", "minimum": 0},
                        "targets": {"type": "integer", "minimum": 0},
                    },
                )
            ),
            "milestones": {**text, "description": "Their address, relative to this file."},
        },
    )


def _indicator() -> _Schema:
    return _object(
        "Everything of one indicator, with the sources and units its figures name.",
        {
            "$schema": {"type": "string"},
            "indicator": {"$ref": "#/$defs/indicators-row"},
            "observations": _rows("observations"),
            "targets": _rows("targets"),
            "sources": _rows("sources"),
            "units": _rows("units"),
            "links": _links(),
        },
    )


def _milestones() -> _Schema:
    return _object(
        "The promises without a number, with the sources that state them and what became of them.",
        {
            "$schema": {"type": "string"},
            "milestones": _rows("targets"),
            "sources": _rows("sources"),
            "links": _links(),
        },
    )


def _links() -> _Schema:
    link = {"type": "string", "format": "uri-reference"}
    names = ("index", "page_zh", "page_en")
    return _object("Addresses relative to this file.", dict.fromkeys(names, link))


def _row(spec: TableSpec) -> _Schema:
    return _object(spec.description.en, {column.name: _property(column) for column in spec.columns})


def _property(column: Column) -> _Schema:
    stated: _Schema = {
        "description": held(column).en,
        "type": _TYPES[column.type] if column.required else [_TYPES[column.type], "null"],
        "pattern": f"^({column.pattern})$" if column.pattern else None,
        "minimum": column.minimum,
        "format": "date" if column.type == "date" else None,
    }
    if column.values:
        stated["enum"] = [*column.values, *([] if column.required else [None])]
    return {name: value for name, value in stated.items() if value is not None}


def _object(description: str, properties: Mapping[str, object]) -> _Schema:
    return {
        "description": description,
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _rows(table: str) -> _Schema:
    return _list({"$ref": f"#/$defs/{table}-row"})


def _list(items: _Schema) -> _Schema:
    return {"type": "array", "items": items}

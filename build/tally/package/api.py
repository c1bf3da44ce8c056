"""api/v1/: static JSON, an index, a file for each indicator and one for the promises without a
number, with their JSON Schema.

Every link is relative to the file that holds it, so that the files work below any address.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tally.package import addresses
from tally.package.api_schema import api_schema
from tally.package.cells import Row
from tally.package.edition import Edition
from tally.package.formats.json_text import json_bytes
from tally.package.tables import Table

FOLDER = "api/v1/"
_UP_FROM_INDEX = "../../"
_UP_FROM_INDICATOR = "../../../"
_NAMING = ("source", "outcome_source")


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of all tables, with those of each indicator and those that others name."""

    observations: Mapping[str, list[Row]]
    targets: Mapping[str, list[Row]]
    sources: Mapping[tuple[object, object], Row]
    units: Mapping[object, Row]


def api_files(edition: Edition, tables: Mapping[str, Table]) -> Mapping[str, bytes]:
    """The files by path below the site's root, of an edition that holds all areas, and its tables.

    An indicator's former ids keep answering, with its file as it is now.
    """
    rows = _gather(tables)
    used = [row for row in tables["indicators"].rows if row["observations"] or row["targets"]]
    files = {
        f"{FOLDER}schema.json": json_bytes(api_schema()),
        f"{FOLDER}index.json": json_bytes(_index(edition, used)),
        f"{FOLDER}milestones.json": json_bytes(_milestones(tables["targets"], rows)),
    }
    for indicator in used:
        content = json_bytes(_indicator(indicator, rows))
        for name in (*str(indicator["former_ids"] or "").split(), str(indicator["id"])):
            files[addresses.indicator_data(name)] = content
    return files


def _index(edition: Edition, indicators: Iterable[Row]) -> dict[str, object]:
    return {
        "$schema": "schema.json",
        "version": edition.version,
        "updated": edition.updated,
        "licence": edition.licence,
        "areas": [
            {
                "id": area,
                "dataset": dataset.id,
                "title_zh": dataset.title.zh,
                "title_en": dataset.title.en,
                "version": dataset.version,
                "updated": dataset.updated,
                "package": f"{_UP_FROM_INDEX}{addresses.descriptor(dataset.id)}",
            }
            for dataset in edition.datasets
            for area in dataset.areas
        ],
        "indicators": [_entry(row) for row in indicators],
        "milestones": "milestones.json",
    }


def _milestones(targets: Table, rows: _Rows) -> dict[str, object]:
    promises = [row for row in targets.rows if row["type"] == "milestone"]
    return {
        "$schema": "schema.json",
        "milestones": promises,
        "sources": _sources_of(promises, rows),
        "links": {
            "index": "index.json",
            "page_zh": _UP_FROM_INDEX + addresses.page(addresses.TARGETS, "zh"),
            "page_en": _UP_FROM_INDEX + addresses.page(addresses.TARGETS, "en"),
        },
    }


def _entry(row: Row) -> dict[str, object]:
    names = ("id", "name_zh", "name_en", "theme", "observations", "targets")
    return {
        **{name: row[name] for name in names},
        "address": addresses.indicator_data(str(row["id"])).removeprefix(FOLDER),
    }


def _indicator(indicator: Row, rows: _Rows) -> dict[str, object]:
    name = str(indicator["id"])
    observations, targets = rows.observations.get(name, []), rows.targets.get(name, [])
    records = [*observations, *targets]
    units = {row[column]: None for row in records for column in ("unit", "unit_base")}
    return {
        "$schema": "../schema.json",
        "indicator": indicator,
        "observations": observations,
        "targets": targets,
        "sources": _sources_of(records, rows),
        "units": [rows.units[unit] for unit in units if unit],
        "links": {
            "index": "../index.json",
            "page_zh": _UP_FROM_INDICATOR + addresses.page(addresses.indicator(name), "zh"),
            "page_en": _UP_FROM_INDICATOR + addresses.page(addresses.indicator(name), "en"),
        },
    }


def _sources_of(records: Iterable[Row], rows: _Rows) -> list[Row]:
    """The sources that records rest on, then those that tell what became of them."""
    listed = list(records)
    named = [(row["area"], row[column]) for column in _NAMING for row in listed if row.get(column)]
    return [rows.sources[key] for key in dict.fromkeys(named)]


def _gather(tables: Mapping[str, Table]) -> _Rows:
    return _Rows(
        observations=_by_indicator(tables["observations"]),
        targets=_by_indicator(tables["targets"]),
        sources={(row["area"], row["id"]): row for row in tables["sources"].rows},
        units={row["id"]: row for row in tables["units"].rows},
    )


def _by_indicator(table: Table) -> Mapping[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in table.rows:
        if row["indicator"]:
            groups.setdefault(str(row["indicator"]), []).append(row)
    return groups

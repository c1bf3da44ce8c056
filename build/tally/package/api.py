"""api/v1/: static JSON, an index, a file for each indicator and one for the promises without a
number, with their JSON Schema.

Every link is relative to the file that holds it, so that the files work below any address.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tally.package import addresses
from tally.package.api_schema import api_schema
from tally.package.cells import Row
from tally.package.edition import Edition
from tally.package.formats.json_text import json_bytes
from tally.package.slices import Slicer, Tables, indicator_slices

FOLDER = "api/v1/"
_UP_FROM_INDEX = "../../"
_UP_FROM_INDICATOR = "../../../"


def api_files(edition: Edition, tables: Tables) -> Mapping[str, bytes]:
    """The files by path below the site's root, of an edition that holds all areas, and its tables.

    An indicator's former ids keep answering, with its file as it is now.
    """
    slices = indicator_slices(tables)
    used = [row for row in tables["indicators"].rows if row["id"] in slices]
    files = {
        f"{FOLDER}schema.json": json_bytes(api_schema()),
        f"{FOLDER}index.json": json_bytes(_index(edition, used)),
        f"{FOLDER}milestones.json": json_bytes(_milestones(tables)),
    }
    for indicator, its_tables in zip(used, slices.values(), strict=True):
        content = json_bytes(_indicator(indicator, its_tables))
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


def _milestones(tables: Tables) -> dict[str, object]:
    promises = [row for row in tables["targets"].rows if row["type"] == "milestone"]
    return {
        "$schema": "schema.json",
        "milestones": promises,
        "sources": Slicer(tables).cut({"targets": promises})["sources"].rows,
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


def _indicator(indicator: Row, tables: Tables) -> dict[str, object]:
    name = str(indicator["id"])
    others = ("observations", "targets", "sources", "units")
    return {
        "$schema": "../schema.json",
        "indicator": indicator,
        **{table: tables[table].rows for table in others},
        "links": {
            "index": "../index.json",
            "page_zh": _UP_FROM_INDICATOR + addresses.page(addresses.indicator(name), "zh"),
            "page_en": _UP_FROM_INDICATOR + addresses.page(addresses.indicator(name), "en"),
        },
    }

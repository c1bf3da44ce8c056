"""What a package says of itself, shared by its README and the first sheet of its workbook."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from tally.package.citation import cite_edition
from tally.package.columns import Column
from tally.package.edition import Edition
from tally.package.licences import licences_of
from tally.package.tables import Table
from tally.records.model import Localized


@cache
def good_to_know() -> tuple[Localized, ...]:
    """What everyone who uses the tables should know."""
    text = files("tally.package").joinpath("about.yml").read_text("utf-8")
    return tuple(Localized(**entry) for entry in yaml.load(text, Loader=yaml.CSafeLoader))


def facts(edition: Edition, site_url: str | None) -> list[tuple[Localized, str]]:
    """The edition's particulars, each with its label."""
    licences = licences_of(edition.licence)
    return [
        (Localized("版本", "Version"), edition.version),
        (Localized("更新", "Updated"), edition.updated),
        (Localized("发布", "Publisher"), f"{edition.publisher.zh} / {edition.publisher.en}"),
        (Localized("许可", "Licence"), ", ".join(f"{one.title} {one.path}" for one in licences)),
        (Localized("引用", "Citation"), cite_edition(edition, "zh", site_url).text),
        (
            Localized("引用（英文）", "Citation (English)"),
            cite_edition(edition, "en", site_url).text,
        ),
    ]


def sizes(tables: Mapping[str, Table]) -> list[tuple[str, Localized, int]]:
    """Name, title and number of rows of each table."""
    return [(name, table.spec.title, len(table.rows)) for name, table in tables.items()]


def held(column: Column) -> Localized:
    """The description of a column, with its closed list and its unit."""
    zh, en = column.description.zh, column.description.en
    if column.values:
        zh += " " + "；".join(f"{value}：{label.zh}" for value, label in column.values.items())
        en += " " + "; ".join(f"{value}: {label.en}" for value, label in column.values.items())
    return Localized(zh, f"{en} Unit: {column.unit}." if column.unit else en)

"""What a package says of itself, shared by its README and the first sheet of its workbook."""

from __future__ import annotations

from collections.abc import Mapping

from tally.package.citation import cite_edition
from tally.package.columns import Column
from tally.package.edition import Edition
from tally.package.licences import licences_of
from tally.package.tables import Table
from tally.records.model import Localized
from tally.words.tables import joined, phrase, table


def good_to_know(edition: Edition) -> tuple[Localized, ...]:
    """What everyone who uses the tables should know, then what is so of these data alone."""
    return (*(phrase(key) for key in table("zh") if key.startswith("know.")), *edition.notes)


def facts(edition: Edition, site_url: str | None) -> list[tuple[Localized, str]]:
    """The edition's particulars, each with its label."""
    licences = licences_of(edition.licence)
    return [
        (phrase("about.version"), edition.version),
        (phrase("about.updated"), edition.updated),
        (phrase("about.publisher"), f"{edition.publisher.zh} / {edition.publisher.en}"),
        (phrase("about.licence"), ", ".join(f"{one.title} {one.path}" for one in licences)),
        (phrase("about.citation"), cite_edition(edition, "zh", site_url).text),
        (phrase("about.citation_en"), cite_edition(edition, "en", site_url).text),
    ]


def sizes(tables: Mapping[str, Table]) -> list[tuple[str, Localized, int]]:
    """Name, title and number of rows of each table."""
    return [(name, table.spec.title, len(table.rows)) for name, table in tables.items()]


def held(column: Column) -> Localized:
    """The description of a column, with its closed list and its unit."""
    said = column.description
    if column.values:
        labels = [phrase("about.value", value=v, label=label) for v, label in column.values.items()]
        said = phrase("about.column", description=said, values=joined("about.between", labels))
    return phrase("about.unit", description=said, unit=column.unit) if column.unit else said

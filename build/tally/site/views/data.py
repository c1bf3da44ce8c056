"""The data page: packages with their files, lines to copy, and every column explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tally.package import addresses
from tally.package.about import held
from tally.package.citation import Citation, cite_edition
from tally.package.columns import table_specs
from tally.package.edition import ALL_AREAS
from tally.package.recipes import Recipe, recipes
from tally.site.offer import Package
from tally.site.routes import Lang
from tally.words import pick


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to download."""

    name: str
    path: str
    size: str


@dataclass(frozen=True, slots=True)
class PackageView:
    """One package: what it is, its files in groups, how to cite it."""

    name: str
    title: str
    description: str
    notes: tuple[str, ...]
    version: str
    updated: str
    licence: str
    main: tuple[FileView, ...]
    others: tuple[FileView, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column of a published table."""

    name: str
    type: str
    title: str
    description: str
    required: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """A published table with its columns."""

    name: str
    title: str
    description: str
    columns: tuple[ColumnView, ...]


def packages_view(
    offered: Sequence[Package], site_url: str | None, lang: Lang
) -> tuple[PackageView, ...]:
    """The packages; that of all areas only where there are several."""
    several = len(offered) > 2
    shown = [p for p in offered if p.files and (several or p.edition.name != ALL_AREAS)]
    return tuple(package_view(package, site_url, lang) for package in shown)


def package_view(package: Package, site_url: str | None, lang: Lang) -> PackageView:
    edition = package.edition
    files = [file_view(edition.name, name, data) for name, data in package.files.items()]
    main = [f for f in files if f.name.endswith((".xlsx", ".zip"))]
    return PackageView(
        name=edition.name,
        title=pick(edition.title, lang),
        description=pick(edition.description, lang),
        notes=tuple(pick(note, lang) for note in edition.notes),
        version=edition.version,
        updated=edition.updated,
        licence=edition.licence,
        main=tuple(main),
        others=tuple(f for f in files if f not in main),
        citation=cite_edition(edition, lang, site_url),
    )


def opened(offered: Sequence[Package], site_url: str | None) -> tuple[Recipe, ...]:
    """How to open a package, told of that with everything; the others open alike."""
    if not offered:
        return ()
    name = offered[-1 if len(offered) > 2 else 0].edition.name
    return recipes((site_url or "") + addresses.package_file(name), name)


def packaged_table(table: str, offered: Sequence[Package]) -> str | None:
    """The CSV of one table with all areas together; None where there are no packages."""
    return addresses.package_file(offered[-1].edition.name, f"{table}.csv") if offered else None


def file_view(package: str, name: str, data: bytes) -> FileView:
    return FileView(name, addresses.package_file(package, name), size(len(data)))


def size(length: int) -> str:
    """Bytes as people read them: 132 kB."""
    return f"{length / 1000:.0f} kB" if length >= 1000 else f"{length} B"


def columns_view(lang: Lang) -> tuple[TableView, ...]:
    """Every column of every table, from the one place that defines them."""
    return tuple(
        TableView(
            spec.name,
            pick(spec.title, lang),
            pick(spec.description, lang),
            tuple(
                ColumnView(c.name, c.type, pick(c.title, lang), pick(held(c), lang), c.required)
                for c in spec.columns
            ),
        )
        for spec in table_specs().values()
    )

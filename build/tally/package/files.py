"""The files of a data package by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tally.package import addresses
from tally.package.archive import SUMS, sha256_sums, zip_bytes
from tally.package.citation import citation_cff
from tally.package.descriptor import described
from tally.package.edition import ALL_AREAS, Edition, Outlooks, dataset_edition, whole_edition
from tally.package.formats.csv_table import csv_bytes
from tally.package.formats.json_text import json_bytes, json_table
from tally.package.formats.parquet_table import parquet_tables
from tally.package.formats.xlsx_book import xlsx_bytes
from tally.package.preferred import own_preferred
from tally.package.readme import readme
from tally.package.tables import Table, tables_of
from tally.records.model import Datasets


def editions(datasets: Datasets, outlooks: Outlooks, preferred: frozenset[str]) -> list[Edition]:
    """Every package to publish: one for each dataset, then all of them together.

    Raises ValueError for a dataset that is called as the package of all is.
    """
    if ALL_AREAS in datasets.datasets:
        raise ValueError(f"a dataset cannot be called {ALL_AREAS}: its package holds all")
    every = list(datasets.datasets.values())
    own = own_preferred(row for one in every for row in one.observations)
    facts = datasets.vocabulary, outlooks, preferred | own
    each = [dataset_edition(one, *facts) for one in every]
    return [*each, whole_edition(every, *facts)] if every else []


def package_files(edition: Edition, site_url: str | None = None) -> Mapping[str, bytes]:
    """The files of data/<area>/ by name: tables in every format, description, ZIP, checksums.

    The ZIP also holds README.md, which no folder of a site should have.
    """
    tables = tables_of(edition)
    data = _data_files(tables)
    data[f"{edition.name}.xlsx"] = xlsx_bytes(edition, tables, site_url)
    package = described(edition, tables, data, site_url)
    stated = {
        **data,
        addresses.DESCRIPTOR: json_bytes(package.to_descriptor()),
        "CITATION.cff": citation_cff(edition, site_url).encode(),
    }
    zipped = {**stated, "README.md": readme(edition, tables, site_url).encode()}
    files = {
        **stated,
        f"{edition.name}.zip": zip_bytes(zipped, date.fromisoformat(edition.updated)),
    }
    return {**files, SUMS: sha256_sums(files).encode()}


def preview_files(edition: Edition, site_url: str | None = None) -> Mapping[str, bytes]:
    """Those files of a package that do not take long to write: its tables and their description."""
    tables = tables_of(edition)
    data = _data_files(tables)
    package = described(edition, tables, data, site_url)
    return {**data, addresses.DESCRIPTOR: json_bytes(package.to_descriptor())}


def _data_files(tables: Mapping[str, Table]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    parquet = parquet_tables(tables)
    for name, table in tables.items():
        files[f"{name}.csv"] = csv_bytes(table)
        files[f"{name}.json"] = json_table(table)
        files[f"{name}.parquet"] = parquet[name]
    return files

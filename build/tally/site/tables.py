"""Tables for each indicator: what the packages hold of it, as CSV and as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

from tally.derive.across import Across
from tally.package.cells import Row
from tally.package.edition import Edition, indicator_edition
from tally.package.formats.csv_table import csv_bytes
from tally.package.formats.json_text import json_bytes
from tally.package.formats.xlsx_book import xlsx_bytes
from tally.package.slices import Slicer, Tables
from tally.package.tables import Table
from tally.site.kept import kept_pieces, program_key

_FOLDER = "data/indicators/"
_SUFFIXES = {"observations": "", "targets": "-targets"}


def indicator_table(indicator: str, name: str = "observations") -> str:
    """Where an indicator's rows of a published table stand."""
    return f"{_FOLDER}{indicator}{_SUFFIXES[name]}.csv"


def indicator_book(indicator: str) -> str:
    """Where the workbook of an indicator stands."""
    return f"{_FOLDER}{indicator}.xlsx"


def compared_table(name: str, table: str) -> str:
    """Where the rows of a published table stand that one face of an indicator has (gdp/growth)."""
    return f"{_FOLDER}{name}{_SUFFIXES[table]}.csv"


def compared_files(
    edition: Edition,
    tables: Tables,
    faces: Iterable[Across],
    site_url: str | None,
    kept: Path | None,
) -> dict[str, bytes]:
    """The promises and results of every face that areas are compared by, as CSV and as a workbook,
    which has all that bears on them too; without `kept`, where workbooks stay, there is none."""
    slicer, ids = Slicer(tables), {name: _by_id(tables[name]) for name in _SUFFIXES}
    slices = {one.name: slicer.cut(_rows_of(one, ids)) for one in faces}
    books = _books(edition, slices, site_url, kept)
    texts = {
        compared_table(name, table): csv_bytes(each[table])
        for name, each in slices.items()
        for table in _SUFFIXES
        if each[table].rows
    }
    return {**{indicator_book(name): book for name, book in books.items()}, **texts}


def _by_id(table: Table) -> Mapping[object, Row]:
    return {row["id"]: row for row in table.rows}


def _rows_of(told: Across, ids: Mapping[str, Mapping[object, Row]]) -> Mapping[str, list[Row]]:
    said = told.said.values()
    named = {
        "targets": {one.target.id for cell in said for one in cell.promises},
        "observations": {row.id for cell in said for row in cell.figures},
    }
    return {
        name: [row for id_, row in ids[name].items() if id_ in wanted]
        for name, wanted in named.items()
    }


def indicator_files(
    edition: Edition, slices: Mapping[str, Tables], site_url: str | None, kept: Path | None
) -> dict[str, bytes]:
    """The observations and targets of every indicator as CSV, each with its header, and all that
    bears on it as a workbook, unless `kept` is None; an indicator's former ids keep answering, with
    its files as they are now."""
    books = _books(edition, slices, site_url, kept)
    files: dict[str, bytes] = {}
    for name, tables in slices.items():
        texts = {table: csv_bytes(tables[table]) for table in _SUFFIXES if tables[table].rows}
        for one in (name, *edition.vocabulary.indicators[name].former_ids):
            files |= {indicator_book(one): books[name]} if name in books else {}
            files |= {indicator_table(one, table): text for table, text in texts.items()}
    return files


def _books(
    edition: Edition,
    slices: Mapping[str, Tables],
    site_url: str | None,
    kept: Path | None,
) -> Mapping[str, bytes]:
    """The workbook of each slice, whose name begins with its indicator's id. They take long to
    write, so those are kept of which neither the contents nor the program changed."""
    if kept is None:
        return {}
    program = program_key()
    pieces = {}
    for name, tables in slices.items():
        indicator = edition.vocabulary.indicators[name.partition("/")[0]]
        about = indicator_edition(indicator, edition)
        shown = {table: each for table, each in tables.items() if each.rows}
        rows = {table: each.rows for table, each in shown.items()}
        key = sha256(json_bytes([program, site_url, about, rows])).hexdigest()
        pieces[name] = key, partial(xlsx_bytes, about, shown, site_url)
    return kept_pieces(kept, pieces)

"""The folder of a corpus: one Parquet file a document and one of its claims, by area and year.

``documents/area_code=320583/year=2021/<key>.parquet`` and the same below ``claims/``; the key is
that of the document's path. A document is there once its file in ``documents`` is: that is written
last. Only files of such names are ever deleted, and only in a folder that a corpus was begun in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tally.corpus.documents import (
    CLAIM_TYPES,
    DOCUMENT_TYPES,
    Document,
    Read,
    document_row,
)
from tally.package.formats.parquet_table import parquet_files
from tally.text import replace_files

_MARK = "corpus.txt"
_SAID = "Written by `tally corpus`, which deletes documents here that it is no longer given.\n"
_TABLES = ("claims", "documents")
_NOTHING = "__HIVE_DEFAULT_PARTITION__"
"""What Hive, DuckDB, pandas and Spark read as no value."""


class StoreError(ValueError):
    """Why a folder can't hold a corpus; the message is for the person who named it."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A document with the Parquet files that hold it, by their paths in the corpus."""

    document: Document
    files: Mapping[str, bytes]


def pack(reads: Sequence[Read]) -> list[Packed]:
    """Documents and their claims as Parquet files; those of a document in the order of writing."""
    tables = (
        (_place(table, read.document), types, rows)
        for read in reads
        for table, types, rows in (
            ("claims", CLAIM_TYPES, read.claims),
            ("documents", DOCUMENT_TYPES, (document_row(read.document),)),
        )
        if rows
    )
    made = parquet_files(tables)
    places = ((read, [_place(table, read.document) for table in _TABLES]) for read in reads)
    return [
        Packed(read.document, {place: made[place] for place in both if place in made})
        for read, both in places
    ]


def _place(table: str, document: Document) -> str:
    area, year = document.area or _NOTHING, document.year or _NOTHING
    key = hashlib.sha256(document.file.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return f"{table}/area_code={area}/year={year}/{key}.parquet"


def begin(out: Path) -> None:
    """Make a folder ready for a corpus; raises StoreError where it holds something else."""
    mark = out / _MARK
    if out.exists() and not out.is_dir():
        raise StoreError(f"{out} is a file: name a folder")
    if out.is_dir() and not mark.is_file() and any(out.iterdir()):
        raise StoreError(f"{out} holds something else: name a new or an empty folder")
    out.mkdir(parents=True, exist_ok=True)
    mark.write_text(_SAID, "utf-8")


def put(out: Path, packed: Packed) -> None:
    """Move a document in, its claims first."""
    targets = {out / place: data for place, data in packed.files.items()}
    for target in targets:
        target.parent.mkdir(parents=True, exist_ok=True)
    replace_files(targets)


def documents_in(out: Path) -> Iterator[Document]:
    """The documents that are there; raises StoreError."""
    if not any(_written(out, ("documents",))):
        return
    everything = str(out / "documents" / "*" / "*" / "*.parquet")
    query = f"SELECT {', '.join(DOCUMENT_TYPES)} FROM read_parquet($all, hive_partitioning=false)"
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": False}) as engine:
            rows = engine.execute(query, {"all": everything}).fetchall()
    except duckdb.Error as error:
        raise StoreError(f"{out} can't be read: {error}") from error
    yield from (Document(*row) for row in rows)


def sweep(out: Path, keep: Container[str]) -> None:
    """Delete what is left of documents but those to keep, by the paths below the folder."""
    for path in _written(out, _TABLES):
        if str(path.relative_to(out)) not in keep:
            path.unlink()
            for folder in (path.parent, path.parent.parent):
                if not any(folder.iterdir()):
                    folder.rmdir()


def places_of(documents: Iterable[Document]) -> set[str]:
    """The paths in the corpus of the files that hold these documents."""
    return {_place(table, document) for document in documents for table in _TABLES}


def _written(out: Path, tables: Iterable[str]) -> list[Path]:
    shape = "area_code=*/year=*/*.parquet"
    return [path for table in tables for path in sorted((out / table).glob(shape))]

"""One file of a corpus to its rows: what it is, and what it claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tally.corpus.divisions import division_of
from tally.extract import Claim, extraction
from tally.extract.claim import JSON_KEYS
from tally.package.cells import Row
from tally.package.columns import ColumnType
from tally.text import LARGEST_REPORT, TextError, read_regular, read_text
from tally.text.documents import Document as Received
from tally.text.documents import read_document as received

_HEAD = 400
"""Characters of a text in which its place is looked for where path and title do not name it."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads files: the names of a vocabulary, the year where it is given, the folder that
    paths are relative to, and a key that changes with all that can change what is read."""

    key: str
    aliases: Mapping[str, str]
    units: frozenset[str]
    folder: Path
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the corpus.

    `size` in bytes and `modified` in nanoseconds tell whether it has changed since; `hash` is the
    SHA-256 of its bytes, `area` a code of GB/T 2260, `year` the one it speaks from, `url` and
    `title` are what it says of itself. Where it could not be read, `error` says why.
    """

    file: str
    size: int
    modified: int
    reader: str
    hash: str | None = None
    area: str | None = None
    area_name: str | None = None
    year: int | None = None
    year_certain: bool | None = None
    title: str | None = None
    url: str | None = None
    characters: int = 0
    claims: int = 0
    unread: int = 0
    error: str | None = None


DOCUMENT_TYPES: Mapping[str, ColumnType] = {
    "file": "string", "size": "integer", "modified": "integer", "reader": "string",
    "hash": "string", "area": "string", "area_name": "string", "year": "integer",
    "year_certain": "boolean", "title": "string", "url": "string", "characters": "integer",
    "claims": "integer", "unread": "integer", "error": "string",
}  # fmt: skip
_OF_DOCUMENT = ("file", "hash", "url", "area", "year")
_NUMBERS = ("value", "value_high", "confidence")
_PLACES = ("start", "end")
CLAIM_TYPES: Mapping[str, ColumnType] = {
    **{name: DOCUMENT_TYPES[name] for name in _OF_DOCUMENT},
    **dict.fromkeys(JSON_KEYS, "string"),
    **dict.fromkeys(_PLACES, "integer"),
    **dict.fromkeys(_NUMBERS, "number"),
}


@dataclass(frozen=True, slots=True)
class Read:
    """A document with the rows of its claims."""

    document: Document
    claims: tuple[Row, ...] = ()


def seen(file: Path, reader: Reader) -> Document:
    """A file as it stands, not read yet: what tells it from a former version of itself."""
    try:
        now = (reader.folder / file).stat()
    except OSError as error:
        return Document(str(file), 0, 0, reader.key, error=error.strerror or str(error))
    return Document(str(file), now.st_size, now.st_mtime_ns, reader.key)


def read_document(file: Path, reader: Reader) -> Read:
    """What a file is and claims; one that cannot be read gives its reason."""
    document = seen(file, reader)
    if document.error:
        return Read(document)
    try:
        data = read_regular(reader.folder / file, LARGEST_REPORT)
        document = replace(document, hash=hashlib.sha256(data).hexdigest())
        return _read(received(data), document, reader)
    except OSError as error:
        return Read(replace(document, error=error.strerror or str(error)))
    except TextError as error:
        return Read(replace(document, error=str(error)))


def _read(file: Received, document: Document, reader: Reader) -> Read:
    raw = file.text
    said = extraction(read_text(raw), year=reader.year, aliases=reader.aliases, units=reader.units)
    named = (f"{document.file}\n{file.title}", raw[:_HEAD])
    where = division_of(named, said.year)
    document = replace(
        document,
        area=where.code if where else None,
        area_name=where.name if where else None,
        year=said.year,
        year_certain=said.certain,
        title=file.title or None,
        url=file.url or None,
        characters=len(raw),
        claims=len(said.claims),
        unread=len(said.spoiled),
    )
    return Read(document, tuple(_claim_rows(said.claims, document)))


def document_row(document: Document) -> Row:
    """A document as a row of its table."""
    return asdict(document)


def _claim_rows(claims: tuple[Claim, ...], document: Document) -> Iterator[Row]:
    of_document = {name: getattr(document, name) for name in _OF_DOCUMENT}
    for claim in claims:
        yield {**of_document, **{key: getattr(claim, key) for key in JSON_KEYS}}

"""Many files to a folder of Parquet: what is there and unchanged is not read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib.resources import files as resources
from itertools import islice
from pathlib import Path

from tally.corpus.documents import Document, Read, Reader, read_document, seen
from tally.corpus.engine import LostError, spread
from tally.corpus.store import Packed, begin, documents_in, pack, places_of, put, sweep
from tally.records.model import Vocabulary

_TOGETHER = 8
"""Files of a task: enough that handing it out costs little, few enough to lose."""
_LOST = "every process that read it ended before its time"
_ROOMS = ("text", "terms", "extract", "corpus")

Task = tuple[Path, ...]


def reader_of(vocabulary: Vocabulary, year: int | None = None) -> Reader:
    """What reads files with the names of a vocabulary; its key follows from the program, too."""
    key = hashlib.sha256()
    for room in _ROOMS:
        for path in sorted(Path(str(resources(f"tally.{room}"))).rglob("*.*")):
            if path.suffix != ".pyc":
                key.update(path.read_bytes())
    names = (sorted(vocabulary.aliases.items()), sorted(vocabulary.unit_names), year)
    key.update(repr(names).encode())
    aliases, units = dict(vocabulary.aliases), vocabulary.unit_names
    return Reader(key.hexdigest()[:16], aliases, units, Path.cwd(), year)


def gather(
    files: Sequence[Path], out: Path, reader: Reader, address: str | None = None
) -> Iterator[Document]:
    """Bring a corpus up to date with these files; gives each document once it is there.

    Those that are there and have not changed are not read again, and come first. What is there of
    other files is deleted at the end. Raises StoreError and EngineError; whatever ends it, what
    was read stays, and the next run goes on from there.
    """
    begin(out)
    there = {document.file: document for document in _unchanged(out, reader)}
    yield from (there[str(file)] for file in files if str(file) in there)
    keep = places_of(there[str(file)] for file in files if str(file) in there)
    for packed in _packed([file for file in files if str(file) not in there], reader, address):
        put(out, packed)
        keep |= packed.files.keys()
        yield packed.document
    sweep(out, keep)


def _unchanged(out: Path, reader: Reader) -> Iterator[Document]:
    for document in documents_in(out):
        now = seen(Path(document.file), reader)
        was = (document.size, document.modified, document.reader)
        if (now.size, now.modified, now.reader) == was:
            yield document


def _packed(files: Sequence[Path], reader: Reader, address: str | None) -> Iterator[Packed]:
    """Files read and packed, in the order in which they end; one that ends its processes alone
    gives that as its reason."""
    if not files:
        return
    alone: list[Task] = []
    work = partial(_read_and_pack, reader=reader)
    for task, result in spread(work, _tasks(files), address):
        if isinstance(result, LostError):
            alone += [(file,) for file in task]
        else:
            yield from result
    for (file,), result in spread(work, alone, address) if alone else ():
        if isinstance(result, LostError):
            yield from pack([Read(_lost(file, reader))])
        else:
            yield from result


def _read_and_pack(task: Task, reader: Reader) -> list[Packed]:
    return pack([read_document(file, reader) for file in task])


def _lost(file: Path, reader: Reader) -> Document:
    return replace(seen(file, reader), error=_LOST)


def _tasks(files: Iterable[Path]) -> Iterator[Task]:
    waiting = iter(files)
    while task := tuple(islice(waiting, _TOGETHER)):
        yield task

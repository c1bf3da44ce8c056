"""What the machine reads in a source: its text is scanned once, and all that need it read that.

A scan is kept between runs, in a file for each source that begins with the key of all it follows
from: the texts, the year, the vocabulary and the program that reads. One that is damaged, or of
another key, is as good as none.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from tally.extract import (
    Claim,
    Extraction,
    NumberToken,
    extracted_yaml,
    extraction,
    scan_numbers,
    unread,
)
from tally.extract.wording import Wording, wordings
from tally.records.model import Source, Vocabulary
from tally.records.trace import Stated, stated_numbers

SCANS = "scans"  # the folder, among what is kept between builds
_READERS = ("text", "terms", "extract", "records")
_LIBRARIES = ("msgspec", "opencc", "pypinyin")
_LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Scan:
    """The numbers of a reading text with their units (`numbers`), whatever reads as a number
    (`tokens`), what the words beside each say (`wordings`, by where it begins), the claims, and
    what the source's extracted.yml says when it is not stale."""

    numbers: tuple[Stated, ...] = ()
    tokens: tuple[NumberToken, ...] = ()
    wordings: Mapping[int, Wording] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    extracted: str = ""


def scan_of(source: Source, vocabulary: Vocabulary, kept: Path | None = None) -> Scan:
    """The scan of a source, nothing where its text is not kept; from the folder `kept`, if it is
    there, else made now."""
    if source.reading is None:
        return Scan()
    if kept is None:
        return _made(source, vocabulary)
    key, path = _key(source, vocabulary), kept / f"{source.dataset}-{source.id}.scan"
    known = _read(path, key)
    if known is None:
        known = _made(source, vocabulary)
        _keep(path, key, known)
    return known


def read(source: Source, vocabulary: Vocabulary) -> Extraction:
    """What the machine reads in a source today; nothing where its text is not kept."""
    if source.reading is None:
        return Extraction((), source.year, True, ())
    aliases, units = vocabulary.aliases, vocabulary.unit_names
    return extraction(source.reading, year=source.year, aliases=aliases, units=units)


def _made(source: Source, vocabulary: Vocabulary) -> Scan:
    text, units = source.reading.text if source.reading else "", vocabulary.unit_names
    claims = read(source, vocabulary).claims
    return Scan(
        stated_numbers(text, units),
        tuple(scan_numbers(text, unread(units))),
        wordings(text, units),
        claims,
        extracted_yaml(text, claims),
    )


# --- between runs ------------------------------------------------------------------------------


def _read(path: Path, key: bytes) -> Scan | None:
    with suppress(OSError, msgspec.MsgspecError):
        if path.stat().st_size <= _LARGEST:
            found, content = (data := path.read_bytes())[: len(key)], data[len(key) :]
            return _decoder().decode(content) if found == key else None
    return None


def _keep(path: Path, key: bytes, scan: Scan) -> None:
    """Write aside and move into place; where nothing can be written nothing is kept."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as aside:
            aside.write(key + msgspec.msgpack.encode(scan))
        Path(aside.name).replace(path)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Scan]:
    return msgspec.msgpack.Decoder(Scan)


def _key(source: Source, vocabulary: Vocabulary) -> bytes:
    reading = source.reading
    texts = (reading.raw, reading.text) if reading else ()
    known = sorted(vocabulary.aliases.items()), sorted(vocabulary.unit_names)
    return sha256(repr((_program(), texts, source.year, known)).encode()).digest()


@cache
def _program() -> str:
    """A name for all that reads."""
    found = (one for room in _READERS for one in _within(files("tally").joinpath(room)))
    said = sha256(b"\0".join(found)).hexdigest()
    return " ".join((said, *map(version, _LIBRARIES)))


def _within(folder: Traversable) -> Iterable[bytes]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _within(one)
        elif one.name.endswith((".py", ".yml")):
            yield one.read_bytes()

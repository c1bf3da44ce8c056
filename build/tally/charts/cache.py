"""Drawings kept between builds, by the hash of all they depend on.

Entries are written aside and moved into place, so several builds can share the folder; an entry
that is damaged is as good as none.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import vl_convert

_T = TypeVar("_T")
_ENGINES = ("altair", "vl-convert-python")
_SOURCES = ("kinds", "fonts", "palette.py", "measures.py", "design.py", "titled.py", "png.py")


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of drawings; it need not exist."""

    folder: Path

    def get(self, key: str) -> str | None:
        """The drawing kept under a key, if it is whole."""
        try:
            proof, _, body = self._path(key).read_bytes().partition(b"\n")
        except OSError:
            return None
        return body.decode() if proof.decode(errors="replace") == _proof(body) else None

    def put(self, key: str, drawing: str) -> None:
        """Keep a drawing."""
        path, body = self._path(key), drawing.encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as aside:
            aside.write(_proof(body).encode() + b"\n" + body)
        Path(aside.name).replace(path)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def begin(
    wanted: Mapping[str, _T], make: Callable[[Iterator[_T]], Iterator[str]], kept: Cache | None
) -> Callable[[], Mapping[str, str]]:
    """Begin to make what is not kept, by its key; the function returned waits for all of it."""
    known = {key: kept.get(key) if kept else None for key in wanted}
    found = {key: drawing for key, drawing in known.items() if drawing is not None}
    missing = [key for key in wanted if key not in found]
    begun = make(wanted[key] for key in missing)

    def finished() -> Mapping[str, str]:
        for key, drawing in zip(missing, begun, strict=True):
            found[key] = drawing
            if kept:
                kept.put(key, drawing)
        return found

    return finished


def _proof(body: bytes) -> str:
    return sha256(body).hexdigest()


def key_of(*parts: str) -> str:
    """The name of what is made of these parts by our code and the engines as they are."""
    return sha256("\n".join((_program(), *parts)).encode()).hexdigest()


@cache
def _program() -> str:
    room = files("tally.charts")
    found = (one for name in _SOURCES for one in _within(room.joinpath(name)))
    sources = (sha256(one.read_bytes()).hexdigest() for one in found)
    versions = (version(engine) for engine in _ENGINES)
    return "\n".join((*sources, *versions, *vl_convert.get_vegalite_versions()))


def _within(source: Traversable) -> list[Traversable]:
    """A file, or the programs and fonts of a folder."""
    if source.is_file():
        return [source]
    every = sorted(source.iterdir(), key=lambda one: one.name)
    return [one for one in every if one.name.endswith((".py", ".otf"))]

"""Files kept between builds, in one archive for all they were made from.

Packages take seconds to write and change only with the datasets or the program.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

Files = Mapping[str, bytes]
_AT_MOST = 12  # archives
_WRITERS = ("duckdb", "xlsxwriter", "msgspec")


def kept_files(folder: Path, key: str, make: Callable[[], Files]) -> Files:
    """The files kept under a key, made and kept where there are none or they are damaged."""
    archive = folder / f"{key}.zip"
    try:
        return _unpacked(archive)
    except (OSError, zipfile.BadZipFile):
        made = make()
        _pack(made, archive)
        return made


def key_of(datasets: Path, *settings: str) -> str:
    """A name for everything that packages depend on: data files, program, writers, settings."""
    digest = sha256("\\0".join((*settings, *(version(name) for name in _WRITERS))).encode())
    program = Path(str(files("tally")))
    for path in (*_sources(program, (".py", ".yml")), *_sources(datasets, ("",))):
        digest.update(path.name.encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources(folder: Path, endings: tuple[str, ...]) -> Iterable[Path]:
    found = (path for path in folder.rglob("*") if path.name.endswith(endings) and path.is_file())
    return sorted(found)


def _unpacked(archive: Path) -> Files:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _pack(made: Files, archive: Path) -> None:
    """Write aside and move into place; only the newest archives stay."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.NamedTemporaryFile(dir=archive.parent, delete=False) as aside,
        zipfile.ZipFile(aside, "w") as opened,
    ):
        for name, content in made.items():
            opened.writestr(name, content)
    Path(aside.name).replace(archive)
    by_age = sorted(archive.parent.glob("*.zip"), key=lambda path: path.stat().st_mtime)
    for old in by_age[:-_AT_MOST]:
        old.unlink(missing_ok=True)

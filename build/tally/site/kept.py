"""What is kept between builds, in an archive for all that was made from the same things.

Packages and pages take seconds to make and change only with the datasets or the program, so a
build after a change of a page that somebody wrote, or of none, takes them as they are.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from tally.text import read_regular

Files = Mapping[str, bytes]
_AT_MOST = 6  # archives
_LARGEST = 50_000_000  # bytes of a file of the program or the datasets
_PIECES = "pieces"
_READ = (".py", ".yml", ".json", ".html", ".otf")  # of the program
_WRITERS = (
    "duckdb",
    "frictionless",
    "jinja2",
    "mkdocs-material",
    "msgspec",
    "opencc",
    "pypinyin",
    "vl-convert-python",
    "xlsxwriter",
)


def kept_files(folder: Path, key: str, make: Callable[[], Files]) -> Files:
    """The files kept under a key, made and kept where there are none or they are damaged."""
    known = read_kept(folder, key)
    if known is None:
        known = make()
        keep(folder, key, known)
    return known


def read_kept(folder: Path, key: str) -> Files | None:
    """The files kept under a key, if they are whole."""
    try:
        with zipfile.ZipFile(folder / f"{key}.zip") as opened:
            return {name: opened.read(name) for name in opened.namelist()}
    except (OSError, zipfile.BadZipFile):
        return None


def keep(folder: Path, key: str, made: Files) -> None:
    """Write aside and move into place; only the newest archives stay."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.NamedTemporaryFile(dir=folder, delete=False) as aside,
        zipfile.ZipFile(aside, "w") as opened,
    ):
        for name, content in made.items():
            opened.writestr(name, content)
    Path(aside.name).replace(folder / f"{key}.zip")
    by_age = sorted(folder.glob("*.zip"), key=lambda path: path.stat().st_mtime)
    for old in by_age[:-_AT_MOST]:
        old.unlink(missing_ok=True)


def kept_pieces(folder: Path, pieces: Mapping[str, tuple[str, Callable[[], bytes]]]) -> Files:
    """Files by name, each with a key of all it is made from: those that a former build made from
    the same, and the others made now. They are kept as one archive, by their keys."""
    known = read_kept(folder, _PIECES) or {}
    made = {key: known[key] if key in known else make() for key, make in pieces.values()}
    if made.keys() != known.keys():
        keep(folder, _PIECES, made)
    return {name: made[key] for name, (key, _) in pieces.items()}


def key_of(datasets: Path, *settings: str) -> str:
    """A name for all that decides what is made: data files, program, writers, settings."""
    return _key(*settings, program_key(), *_contents(datasets, ("",)))


def program_key() -> str:
    """A name for the program and the libraries that write."""
    return _key(*map(version, _WRITERS), *_contents(Path(str(files("tally"))), _READ))


def _key(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()


def _contents(folder: Path, endings: tuple[str, ...]) -> Iterator[str]:
    """Name and hash of each file below a folder that ends so."""
    for path in sorted(folder.rglob("*")):
        if path.name.endswith(endings) and path.is_file():
            yield f"{path.name} {sha256(_content(path)).hexdigest()}"


def _content(path: Path) -> bytes:
    try:
        return read_regular(path, _LARGEST)
    except OSError:  # what no build can read makes no difference to it
        return b""

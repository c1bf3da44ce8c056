"""The tables of data packages: of a folder, of a folder of folders, of a ZIP or of what
describes a package."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from tally.diff.model import StateError
from tally.package.addresses import DESCRIPTOR
from tally.text import read_regular

Tables = Mapping[str, bytes]

_HINT = f"name the folder of a package, its ZIP or its {DESCRIPTOR}"
_NAMES = ("observations.csv", "targets.csv", "indicators.csv")
_LARGEST = 200_000_000  # bytes of one table: far above any real one, far below a ZIP bomb


def package_tables(path: Path) -> list[Tables]:
    """The tables of each package at a path, by file name; none when it is no package.

    A folder of packages (data/) holds one for each area; its package of all areas, which
    repeats them, says the same again. Raises StateError and OSError.
    """
    if path.is_file():
        return [_beside(path) if path.name == DESCRIPTOR else _from_zip(path)]
    if not path.is_dir():
        raise StateError(f"{path}: not a data package; {_HINT}")
    folders = [path, *sorted(child for child in path.iterdir() if child.is_dir())]
    return [_from_folder(folder) for folder in folders if (folder / _NAMES[0]).is_file()]


def _beside(descriptor: Path) -> Tables:
    tables = _from_folder(descriptor.parent)
    if _NAMES[0] not in tables:
        raise StateError(f"{descriptor}: no {_NAMES[0]} is beside it; {_HINT}")
    return tables


def _from_folder(folder: Path) -> Tables:
    return {name: _read(folder / name) for name in _NAMES if (folder / name).is_file()}


def _read(path: Path) -> bytes:
    try:
        return read_regular(path, _LARGEST)
    except OSError as error:
        raise StateError(f"{path}: {error.strerror}") from error


def _from_zip(path: Path) -> Tables:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in _NAMES if name in archive.namelist()]
            if _NAMES[0] not in names:
                raise StateError(f"{path}: a ZIP without {_NAMES[0]} is no data package; {_HINT}")
            return {name: _unzipped(path, archive, name) for name in names}
    except zipfile.BadZipFile as error:
        raise StateError(f"{path}: not a data package; {_HINT}") from error
    except (OSError, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise StateError(f"{path}: this ZIP cannot be read: {error}; {_HINT}") from error


def _unzipped(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """A member of a ZIP; what it says of its size is not believed."""
    with archive.open(name) as member:
        data = member.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise StateError(f"{path}: {name} is larger than {_LARGEST:,} bytes")
    return data

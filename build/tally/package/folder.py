"""Writes the files of a package into its folder: aside first, then all at once."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tally.package.archive import SUMS
from tally.text import read_regular

_LARGEST_SUMS = 1_000_000


class StrangerError(Exception):
    """The folder holds something that is no part of a package, and that is not ours to remove."""


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold exactly these files; until all are written it stays as it was.

    Raises StrangerError and OSError.
    """
    refuse_strangers(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as aside:
        fresh = Path(aside, "fresh")
        fresh.mkdir()
        for name, data in files.items():
            fresh.joinpath(name).write_bytes(data)
        if folder.exists():
            folder.rename(Path(aside, "former"))
        fresh.rename(folder)


def refuse_strangers(folder: Path) -> None:
    """Raise StrangerError if replacing the folder would remove anything but a package as it was
    written, which its SHA256SUMS prove."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise StrangerError(f"{folder} is not a folder")
    here = sorted(folder.iterdir()) if folder.exists() else []
    sums = _sums(folder / SUMS) if here else {}
    for path in here:
        if path.name != SUMS and not _is_written(path, sums.get(path.name)):
            raise StrangerError(f"{folder} holds {path.name}, which is no part of a package")


def _sums(path: Path) -> Mapping[str, str]:
    """The checksums of the files of a package, by name."""
    try:
        lines = read_regular(path, _LARGEST_SUMS).decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _is_written(path: Path, digest: str | None) -> bool:
    """Whether a file is as the package has it."""
    if digest is None or path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == digest

"""Writes the files of a package into its folder: aside first, then all at once."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path


class StrangerError(Exception):
    """The folder holds something that is no part of a package, and that is not ours to remove."""


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold exactly these files; until all are written it stays as it was.

    Raises StrangerError and OSError.
    """
    refuse_strangers(folder, files)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as aside:
        fresh = Path(aside, "fresh")
        fresh.mkdir()
        for name, data in files.items():
            fresh.joinpath(name).write_bytes(data)
        if folder.exists():
            folder.rename(Path(aside, "former"))
        fresh.rename(folder)


def refuse_strangers(folder: Path, files: Mapping[str, bytes]) -> None:
    """Raise StrangerError if replacing the folder would remove anything but these files."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise StrangerError(f"{folder} is not a folder")
    here = folder.iterdir() if folder.exists() else ()
    if strangers := sorted(path.name for path in here if path.name not in files or path.is_dir()):
        raise StrangerError(f"{folder} holds {strangers[0]}, which is no part of the package")

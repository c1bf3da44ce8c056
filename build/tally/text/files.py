"""Files at the edges: only regular ones are read, to a limit; a file is written aside and moved."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO

LARGEST_DATA = 5_000_000
"""Bytes of a file of the datasets, far above any real one."""
LARGEST_REPORT = 20_000_000
"""Bytes of a report that somebody sends in."""


class UnfitFileError(OSError):
    """A file that is not for reading; `strerror` says why, for the person who named it."""

    def __init__(self, path: Path | str, why: str) -> None:
        super().__init__(errno.EINVAL, why, str(path))


def read_regular(path: Path, most: int, within: Path | None = None) -> bytes:
    """The bytes of a regular file of `most` bytes or fewer, which lies in the folder `within`.

    A pipe or a device is never waited for. Raises UnfitFileError, FileNotFoundError, OSError.
    """
    if within is not None and not _lies_within(path, within):
        raise UnfitFileError(path, "is a link out of the datasets")
    # Opened so that a pipe which nobody writes to does not block.
    with open(path, "rb", opener=_open_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise UnfitFileError(path, "is no regular file")
        return read_stream(file, most, path)


def read_stream(stream: IO[bytes], most: int, path: Path | str) -> bytes:
    """All bytes of a stream that ends after `most` or fewer; raises UnfitFileError."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise UnfitFileError(path, f"is larger than {most:,} bytes")
    return data


def replace_file(path: Path, data: bytes) -> None:
    """Write a file aside, under a name that nothing has, and move it over the one there."""
    replace_files({path: data})


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Write files aside, all of them before the first is moved over the one there."""
    aside: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            aside[path] = _written_aside(path, data)
        for path in files:
            aside[path].replace(path)
            del aside[path]
    finally:
        for made in aside.values():
            made.unlink(missing_ok=True)


def _written_aside(path: Path, data: bytes) -> Path:
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as aside:
        made = Path(aside.name)
        try:
            aside.write(data)
            aside.close()
            made.chmod(_mode_of(path))
        except BaseException:
            made.unlink(missing_ok=True)
            raise
    return made


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _lies_within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except RuntimeError as error:  # Python 3.11 and 3.12 say so of links in a circle
        raise UnfitFileError(path, "is a link that leads back to itself") from error


def _mode_of(path: Path) -> int:
    """The permissions of a file, or those that a new one has."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask

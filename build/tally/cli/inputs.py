"""The files that somebody names: one by one, by folder, by pattern, or in a list."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from tally.text import LARGEST_REPORT, read_regular

_LIST = "@"


def files_of(paths: Iterable[str]) -> list[Path]:
    """The files that are meant, each once, in the order in which they are named; - stands for
    itself.

    A folder means all files below it but hidden ones, a pattern what it fits, @FILE the paths in
    that file, one a line, relative to where the command runs. Raises click.BadParameter for what
    is not there.
    """
    return list(dict.fromkeys(file for path in paths for file in _meant(path)))


def _meant(path: str) -> Iterator[Path]:
    named = Path(path)
    if named.is_dir():
        yield from _below(named)
    elif named.exists() or path == "-":
        yield named
    elif path.startswith(_LIST):
        yield from _listed(Path(path.removeprefix(_LIST)))
    elif found := sorted(glob.glob(path, recursive=True)):  # noqa: PTH207
        yield from (Path(one) for one in found if Path(one).is_file())
    else:
        raise click.BadParameter(f"{path}: no such file, folder or pattern")


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file():
            yield path


def _listed(file: Path) -> Iterator[Path]:
    try:
        lines = read_regular(file, LARGEST_REPORT).decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise click.BadParameter(f"{file}: {error}") from error
    yield from (Path(line.strip()) for line in lines if line.strip())

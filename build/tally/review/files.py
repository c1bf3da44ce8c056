"""Files of the data with entries more, written nowhere yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tally.text import LARGEST_DATA, read_regular
from tally.write import appended

Files = Mapping[str, bytes]
_HEADING = "# yaml-language-server: $schema={up}schemas/{schema}.schema.json\n"


def text_of(root: Path, path: str) -> str:
    """The text of a file below the folder of datasets; empty where there is none."""
    there = (root / path).exists()
    return read_regular(root / path, LARGEST_DATA, within=root).decode("utf-8") if there else ""


def with_entries(root: Path, files: Files, entries: Iterable[tuple[str, str]]) -> Files:
    """The files with entries at the ends of lists, each of these a path and a text; what is in
    neither is read below the root. Raises WriteError, OSError."""
    by_file: dict[str, list[str]] = defaultdict(list)
    for path, entry in entries:
        by_file[path].append(entry)
    return {**files, **{path: _with(root, files, path, own) for path, own in by_file.items()}}


def _with(root: Path, files: Files, path: str, entries: Sequence[str]) -> bytes:
    folders = path.split("/")[:-1]
    heading = _HEADING.format(up="../" * (len(folders) + 1), schema=folders[1])
    before = files[path].decode("utf-8") if path in files else text_of(root, path)
    return appended(path, before, entries, heading).encode()

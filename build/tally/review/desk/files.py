"""Files of the data with entries more, written nowhere yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    texts = {path: data.decode("utf-8") for path, data in files.items()}
    for path, entry in entries:
        folders = path.split("/")[:-1]
        heading = _HEADING.format(up="../" * (len(folders) + 1), schema=folders[1])
        before = texts[path] if path in texts else text_of(root, path)
        texts[path] = appended(path, before, [entry], heading)
    return {path: text.encode() for path, text in texts.items()}

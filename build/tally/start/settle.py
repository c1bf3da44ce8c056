"""Putting a laid-out report where it belongs: written aside, moved in whole, never over a file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tally.start.layout import Start, StartError


def settle(root: Path, start: Start) -> Path:
    """Put a start below the folder of datasets and return the folder of its source.

    Raises StartError when the source is already there, or the place leads out of the root.
    """
    area = root / start.area
    target = area / "sources" / start.source
    if not target.resolve().is_relative_to(root.resolve()):
        raise StartError(f"{target} leads out of {root}")
    if os.path.lexists(target):
        raise StartError(f"{target} is already there: nothing was written")
    if start.area_entry is not None:
        _append(root / "vocabulary" / "areas.yml", start.area_entry)
    if (area / "dataset.yml").exists():
        _move_in(target, start.source_files)
    elif os.path.lexists(area):
        _move_in(target, start.source_files)
        for name, data in start.area_files.items():
            _write_new(area / name, data)
    else:
        _move_in(area, {**start.area_files, **_below(f"sources/{start.source}", start)})
    return target


def _below(folder: str, start: Start) -> Mapping[str, bytes]:
    return {f"{folder}/{name}": data for name, data in start.source_files.items()}


def _move_in(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a whole folder aside (hidden, so that nothing reads it), then move it in."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=target.parent) as aside:
        whole = Path(aside) / target.name
        for name, data in files.items():
            path = whole / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        whole.rename(target)


def _write_new(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)


def _append(path: Path, entry: str) -> None:
    """Add an entry to a list file, written aside and moved over it."""
    text = path.read_text("utf-8") if path.exists() else ""
    joined = text if not text or text.endswith("\n") else f"{text}\n"
    aside = path.with_name(f".{path.name}.new")
    aside.write_text(joined + entry, "utf-8", newline="\n")
    aside.replace(path)

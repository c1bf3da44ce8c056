"""Putting a laid-out report where it belongs: written aside, moved in whole, never over a file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tally.start.home import StartError
from tally.start.layout import Start
from tally.text import LARGEST_DATA, read_regular, replace_file
from tally.write import WriteError, appended


def settle(root: Path, start: Start) -> Path:
    """Put a start below the folder of datasets and return the folder of its source.

    The new area is entered last, so that it is there only with its source. Raises StartError
    when the source is already there, the place leads out of the root, or the area cannot be
    entered.
    """
    dataset = root / start.home.dataset
    target = dataset / "sources" / start.source
    if not target.resolve().is_relative_to(root.resolve()):
        raise StartError(f"{target} leads out of {root}")
    if os.path.lexists(target):
        raise StartError(f"{target} is already there: nothing was written")
    areas = root / "vocabulary" / "areas.yml"
    listing = _extended(areas, start.area_entry) if start.area_entry else None
    if (dataset / "dataset.yml").exists():
        move_in(target, start.source_files)
    elif os.path.lexists(dataset):
        move_in(target, start.source_files)
        for name, data in start.dataset_files.items():
            write_new(dataset / name, data)
    else:
        move_in(dataset, {**start.dataset_files, **_below(f"sources/{start.source}", start)})
    if listing is not None:
        replace_file(areas, listing.encode())
    return target


def _below(folder: str, start: Start) -> Mapping[str, bytes]:
    return {f"{folder}/{name}": data for name, data in start.source_files.items()}


def move_in(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a whole folder aside (hidden, so that nothing reads it), then move it in."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=target.parent) as aside:
        whole = Path(aside) / target.name
        for name, data in files.items():
            path = whole / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        whole.rename(target)


def write_new(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)


def _extended(path: Path, entry: str) -> str:
    """A list file with one entry more; raises StartError when it is no list of lines."""
    text = read_regular(path, LARGEST_DATA).decode("utf-8") if path.exists() else ""
    try:
        return appended(path.name, text, [entry])
    except WriteError as error:
        raise StartError(f"{error}; add the area yourself: {entry}") from error

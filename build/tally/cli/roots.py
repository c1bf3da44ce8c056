"""The folder of datasets that a command is about."""

from __future__ import annotations

import os
from pathlib import Path

import click

DATASETS = Path("datasets")
GO_THERE = f"go to the folder that holds {DATASETS}/"


def normal(path: Path) -> Path:
    """A path from the root of the file system, links not followed."""
    return Path(os.path.normpath(path.absolute()))


def root_of(path: Path) -> Path:
    """The folder of datasets that a path is, holds or lies in, as an absolute path.

    Raises UsageError when there is none.
    """
    whole = normal(path)
    for folder in (whole / DATASETS, whole, *whole.parents):
        if (folder / "vocabulary").is_dir():
            return folder
    raise click.UsageError(
        f"{path} is no folder of datasets, nor in one: there is no vocabulary/; {GO_THERE}, "
        "or name it"
    )

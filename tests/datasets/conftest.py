"""Tests of the datasets of this repository: those of a dataset that is not here are left out."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
DATASETS = HERE.parents[1] / "datasets"
collect_ignore = [
    path.name for path in HERE.iterdir() if path.is_dir() and not (DATASETS / path.name).is_dir()
]

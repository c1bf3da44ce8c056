"""Where a report goes: its dataset, the area it is of, and an id that no other source has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tally.records import entries
from tally.records.archive import CITED
from tally.records.files import Files


class StartError(ValueError):
    """Why a report cannot be laid out; the message is for the person who named it."""


@dataclass(frozen=True, slots=True)
class Home:
    """A dataset and one of its areas.

    `panel`: the dataset is not called after its only area, so that its sources name theirs.
    `taken` are the ids of the sources of all other datasets.
    """

    dataset: str
    area: str
    panel: bool = False
    taken: frozenset[str] = frozenset()

    def source_id(self, plain: str) -> str:
        """The id of a source: it ends in its area where the plain one would not tell it apart."""
        return f"{plain}-{self.area}" if self.panel or plain in self.taken else plain


def home_of(root: Path, dataset: str, area: str | None) -> Home:
    """Where a report goes, below the folder of datasets; `area` is the one that was named.

    Raises StartError when the dataset cannot be read, or does not tell which area is meant.
    """
    areas = _areas(root, dataset)
    if areas is None:
        areas = (area or dataset,)
    elif area and area not in areas:
        raise StartError(
            f"{area} is no area of {dataset}: add it to `areas` in {root / dataset}/dataset.yml"
        )
    elif not area and len(areas) > 1:
        raise StartError(f"{dataset} has several areas: give --area, such as {areas[0]}")
    taken = frozenset(_taken(root, dataset))
    return Home(dataset, area or areas[0], areas != (dataset,), taken)


def _areas(root: Path, dataset: str) -> tuple[str, ...] | None:
    """The areas of a dataset that is there already; None for a new one."""
    path = root / dataset / "dataset.yml"
    if not path.is_file():
        return None
    files = Files(root)
    described = files.single(path, "dataset")
    if described is None or files.problems:
        raise StartError(f"{path} is not sound: mend what tally check says of it first")
    return entries.areas_of(described, dataset)


def _taken(root: Path, dataset: str) -> Iterator[str]:
    """The ids of the sources of other datasets: the names of folders, and those only cited."""
    for sources in sorted(root.glob("*/sources")):
        if sources.parent.name != dataset and sources.is_dir():
            yield from (path.name for path in sources.iterdir() if path.is_dir())
            if os.path.lexists(sources / CITED):
                cited = Files(root).entries(sources / CITED, "cited-sources")
                yield from (str(entry["id"]) for entry in cited)

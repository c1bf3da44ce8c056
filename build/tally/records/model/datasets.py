"""The records of a folder, and of all folders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tally.records.model.base import Localized, Place, Places, no_places
from tally.records.model.documents import Source
from tally.records.model.meanings import Vocabulary
from tally.records.model.statements import Correction, Observation, Target


@dataclass(frozen=True, slots=True)
class Contributor:
    """Someone who made the dataset; `role` as in Data Package v2."""

    title: str
    role: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """One folder of `datasets/`, one data package: what is stated of one area or of many."""

    id: str
    areas: tuple[str, ...]
    title: Localized
    description: Localized
    publisher: Localized
    licence: str
    version: str
    created: str
    updated: str
    keywords: tuple[str, ...]
    contributors: tuple[Contributor, ...]
    sources: Mapping[str, Source]
    observations: tuple[Observation, ...]
    targets: tuple[Target, ...]
    corrections: tuple[Correction, ...]
    place: Place
    places: Places = field(default_factory=no_places, compare=False, repr=False)
    notes: tuple[Localized, ...] = ()


@dataclass(frozen=True, slots=True)
class Datasets:
    """Everything under `datasets/`."""

    vocabulary: Vocabulary
    datasets: Mapping[str, Dataset]

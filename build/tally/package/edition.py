"""An edition: what one package holds and what it says of itself."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tally.derive.model import Outlook
from tally.records.model import Contributor, Dataset, Indicator, Localized, Vocabulary
from tally.words.tables import joined, phrase

Outlooks = Mapping[str, Outlook]
_T = TypeVar("_T")

ALL_AREAS = "all"
# Names of ours are made from this; it never changes, as the ids of feed entries must not.
_NAMESPACE = uuid.UUID("b0c7a9de-5d0f-5c7e-9f43-6f1f0a6f2d21")


@dataclass(frozen=True, slots=True)
class Edition:
    """One package: its datasets with what is derived from them, and its metadata.

    `outlooks` holds the outlook of every target of its datasets, by target id; `preferred` the
    ids of the observations to use where several sources report the same thing.
    """

    name: str
    title: Localized
    description: Localized
    publisher: Localized
    licence: str
    version: str
    created: str
    updated: str
    keywords: tuple[str, ...]
    contributors: tuple[Contributor, ...]
    datasets: tuple[Dataset, ...]
    vocabulary: Vocabulary
    outlooks: Outlooks
    preferred: frozenset[str]
    notes: tuple[Localized, ...] = ()


def dataset_edition(
    dataset: Dataset, vocabulary: Vocabulary, outlooks: Outlooks, preferred: frozenset[str]
) -> Edition:
    """The package of one dataset."""
    return Edition(
        name=dataset.id,
        title=dataset.title,
        description=dataset.description,
        publisher=dataset.publisher,
        licence=dataset.licence,
        version=dataset.version,
        created=dataset.created,
        updated=dataset.updated,
        keywords=dataset.keywords,
        contributors=dataset.contributors,
        datasets=(dataset,),
        vocabulary=vocabulary,
        outlooks=outlooks,
        preferred=preferred,
        notes=dataset.notes,
    )


def whole_edition(
    datasets: Sequence[Dataset],
    vocabulary: Vocabulary,
    outlooks: Outlooks,
    preferred: frozenset[str],
) -> Edition:
    """The package of all datasets; its version is the day of the latest change of any."""
    updated = max(dataset.updated for dataset in datasets)
    return Edition(
        name=ALL_AREAS,
        title=phrase("edition.all"),
        description=phrase("edition.all_description"),
        publisher=_joined([dataset.publisher for dataset in datasets]),
        licence=", ".join(_distinct(dataset.licence for dataset in datasets)),
        version=updated.replace("-", "."),
        created=min(dataset.created for dataset in datasets),
        updated=updated,
        keywords=_distinct(word for dataset in datasets for word in dataset.keywords),
        contributors=_distinct(who for dataset in datasets for who in dataset.contributors),
        datasets=tuple(datasets),
        vocabulary=vocabulary,
        outlooks=outlooks,
        preferred=preferred,
        notes=tuple(note for dataset in datasets for note in dataset.notes),
    )


def indicator_edition(indicator: Indicator, edition: Edition) -> Edition:
    """What an edition says of itself where it is cut down to one indicator, without records."""
    return replace(
        edition,
        name=f"{edition.name}-{indicator.id}",
        title=phrase("edition.indicator", indicator=indicator.name, edition=edition.title),
        description=indicator.definition,
        datasets=(),
        vocabulary=Vocabulary(),
        outlooks={},
        preferred=frozenset(),
        notes=(),
    )


def stable_id(*names: str) -> str:
    """A globally unique name for something of ours, the same wherever the site stands."""
    return uuid.uuid5(_NAMESPACE, "/".join(names)).urn


def _distinct(items: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(items))


def _joined(names: Sequence[Localized]) -> Localized:
    return joined("edition.between", _distinct(names))

"""Datasets made by hand as a site of one area or of several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from tally.records.model import (
    Area,
    Dataset,
    Datasets,
    Indicator,
    Localized,
    Observation,
    Target,
    Theme,
    Vocabulary,
)
from tally.site.library import Library, gather
from tests.support.records import AREA, PLACE, both, dataset, vocabulary

_NO_CODES: Mapping[str, str] = MappingProxyType({})
_R = TypeVar("_R", Observation, Target)


def moved(made: Dataset, area: str) -> Dataset:
    """The same dataset as another area's, its sources called after the area."""

    def source(name: str) -> str:
        return f"{name}-{area}"

    def there(record: _R) -> _R:
        own = record.id.replace(f"{AREA}/", f"{area}/", 1)
        evidence = replace(record.evidence, source=source(record.evidence.source))
        return replace(record, area=area, id=own, evidence=evidence)

    return replace(
        made,
        id=area,
        areas=(area,),
        sources={
            source(name): replace(one, id=source(name), dataset=area, area=area)
            for name, one in made.sources.items()
        },
        observations=tuple(there(one) for one in made.observations),
        targets=tuple(there(one) for one in made.targets),
    )


Told = Mapping[str, Sequence[Observation | Target]]
"""What is told of each area."""


def told_in(indicator: Indicator, told: Told, codes: Mapping[str, str] = _NO_CODES) -> Library:
    """The library of areas that each tell something of one indicator; counties, unless their code
    says otherwise."""
    made = [
        moved(
            dataset(
                [one for one in rows if isinstance(one, Observation)],
                [one for one in rows if isinstance(one, Target)],
            ),
            area,
        )
        for area, rows in told.items()
    ]
    return gathered(vocabulary(indicator), *made, codes=codes)


def gathered(words: Vocabulary, *made: Dataset, codes: Mapping[str, str] = _NO_CODES) -> Library:
    """The library of these datasets; the area kunshan is called kunshan市 and Kunshan."""
    areas = {
        area: Area(
            area, Localized(f"{area}市", area.title()), codes.get(area, "999999"), None, PLACE
        )
        for one in made
        for area in one.areas
    }
    themes = {"economy": Theme("economy", both("Economy"), both("Output"), PLACE)}
    known = replace(words, areas=areas, themes=themes)
    return gather(Datasets(known, {one.id: one for one in made}))

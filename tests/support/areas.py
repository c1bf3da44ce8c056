"""Datasets made by hand as a site of one area or of several."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from tally.records.model import (
    Area,
    Dataset,
    Datasets,
    Localized,
    Observation,
    Target,
    Theme,
    Vocabulary,
)
from tally.site.library import Library, gather
from tests.support.records import AREA, PLACE, both

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


def gathered(words: Vocabulary, *made: Dataset) -> Library:
    """The library of these datasets; the area kunshan is called kunshan市 and Kunshan."""
    areas = {
        area: Area(area, Localized(f"{area}市", area.title()), "999999", None, PLACE)
        for one in made
        for area in one.areas
    }
    themes = {"economy": Theme("economy", both("Economy"), both("Output"), PLACE)}
    known = replace(words, areas=areas, themes=themes)
    return gather(Datasets(known, {one.id: one for one in made}))

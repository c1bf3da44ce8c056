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
    """The same dataset as another area's."""

    def there(record: _R) -> _R:
        return replace(record, area=area, id=record.id.replace(f"{AREA}/", f"{area}/", 1))

    return replace(
        made,
        area=area,
        sources={id_: replace(one, area=area) for id_, one in made.sources.items()},
        observations=tuple(there(one) for one in made.observations),
        targets=tuple(there(one) for one in made.targets),
    )


def gathered(words: Vocabulary, *made: Dataset) -> Library:
    """The library of these datasets; the area kunshan is called kunshan市 and Kunshan."""
    areas = {
        one.area: Area(one.area, Localized(f"{one.area}市", one.area.title()), "1", None, PLACE)
        for one in made
    }
    themes = {"economy": Theme("economy", both("Economy"), both("Output"), PLACE)}
    known = replace(words, areas=areas, themes=themes)
    return gather(Datasets(known, {one.area: one for one in made}))

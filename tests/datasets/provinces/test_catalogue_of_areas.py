"""What the search is given to find of the areas of this repository."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tally.site.catalogue import FILE, FOLDER, files
from tally.site.library import Library


@pytest.fixture(scope="module")
def made(whole_library: Library) -> Mapping[str, Any]:
    return dict(files(whole_library))


def test_an_area_is_known_without_what_it_is_called_by_law(made: Mapping[str, Any]) -> None:
    known = {row[0]: row for row in made[FILE]["areas"]}
    assert known["hebei"][3].split("|")[0] == "河北"
    assert known["guangxi"][3].split("|")[0] == "广西"
    assert "china" in known


def test_figures_that_read_alike_stand_in_each_area(
    whole_library: Library, made: Mapping[str, Any]
) -> None:
    """About 5 % is what several provinces promise for a year: none takes the others' place."""
    alike = [
        tuple(row[1:4])
        for area in whole_library.ledgers
        for row in made[f"{FOLDER}figures/{area}.json"].get("gdp", ())
        if "target" in row[0]
    ]
    assert len(alike) > len(set(alike))


def test_a_number_leads_to_the_series_that_state_it(
    whole_library: Library, made: Mapping[str, Any]
) -> None:
    series = made[f"{FOLDER}numbers/42.json"]["4250"]
    areas, indicators = list(whole_library.ledgers), [one.id for one in whole_library.indicators]
    pairs = zip(series[::2], series[1::2], strict=True)
    assert ("kunshan", "gdp") in {(areas[a], indicators[i]) for a, i in pairs}
    assert "42" in made[FILE]["numbers"]

"""What the search finds of Kunshan’s figures and promises, and how it says them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tally.records.load import load
from tally.site.catalogue import catalogue
from tally.site.library import Library, gather

DATASETS = Path(__file__).parents[3] / "datasets"


@pytest.fixture(scope="module")
def library() -> Library:
    return gather(load(DATASETS, ("kunshan",)).datasets)


@pytest.fixture(scope="module")
def rows(library: Library) -> Mapping[str, Sequence[Any]]:
    found: Any = catalogue(library)["rows"]
    return {row[1]: row for row in found}


def test_the_figure_of_the_latest_year_comes_first(rows: Mapping[str, Sequence[Any]]) -> None:
    figures = rows["areas/kunshan/gdp/"][6]
    assert figures[0][0].startswith("kunshan/gdp/2024/level")
    assert figures[0][3:] == ("2024年", "2024")


def test_a_figure_is_stated_in_both_languages(rows: Mapping[str, Sequence[Any]]) -> None:
    told = {figure[0]: figure[1:] for figure in rows["areas/kunshan/gdp/"][6]}
    assert told["kunshan/gdp/2020/level"] == ("4250亿元", "RMB 425.0 billion", "2020年", "2020")


def test_a_promise_says_that_it_is_one_and_how_it_stands(
    library: Library, rows: Mapping[str, Sequence[Any]]
) -> None:
    [promised] = rows["areas/kunshan/high-standard-farmland-added/"][6]
    assert promised[0] == library.targets["high-standard-farmland-added"][0].id
    assert promised[3].startswith("2021年承诺 · ")
    assert promised[4].startswith("Promise for 2021 · ")

"""What the search finds of Kunshan’s figures and promises, and how it says them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tally.records.load import load
from tally.site.catalogue import Shown, figures
from tally.site.library import gather

DATASETS = Path(__file__).parents[3] / "datasets"


@pytest.fixture(scope="module")
def found() -> Mapping[str, Sequence[Shown]]:
    """By indicator, each with its id below area and indicator."""
    return figures("kunshan", gather(load(DATASETS, ("kunshan",)).datasets))


def test_the_figure_of_the_latest_year_comes_first(found: Mapping[str, Sequence[Shown]]) -> None:
    id_, *_, year_zh, year_en = found["gdp"][0]
    assert id_.startswith("2024/level")
    assert (year_zh, year_en) == ("2024年", "2024")


def test_a_figure_is_stated_in_both_languages(found: Mapping[str, Sequence[Shown]]) -> None:
    told = {figure[0]: figure[1:] for figure in found["gdp"]}
    assert told["2020/level"] == ("4250亿元", "RMB 425.0 billion", "2020年", "2020")


def test_a_promise_says_that_it_is_one_and_how_it_stands(
    found: Mapping[str, Sequence[Shown]],
) -> None:
    [promised] = found["high-standard-farmland-added"]
    assert promised[0] == "2021/level/target"
    assert promised[3].startswith("2021年承诺 · ")
    assert promised[4].startswith("Promise for 2021 · ")

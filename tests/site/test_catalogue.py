"""What the search is given to find: a row for each thing, with the figures it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tally.records.load import load
from tally.records.periods import is_year
from tally.site.catalogue import catalogue
from tally.site.library import Library, gather

DATASETS = Path(__file__).parents[2] / "datasets"


@pytest.fixture(scope="module")
def library() -> Library:
    return gather(load(DATASETS).datasets)


@pytest.fixture(scope="module")
def made(library: Library) -> Mapping[str, Any]:
    return catalogue(library)


@pytest.fixture(scope="module")
def rows(made: Mapping[str, Any]) -> Mapping[str, Sequence[Any]]:
    """The rows by address; of those that share one, the last."""
    return {row[1]: row for row in made["rows"]}


def test_every_indicator_milestone_theme_source_and_page_has_a_row(
    library: Library, made: Mapping[str, Any]
) -> None:
    kinds = Counter(row[0] for row in made["rows"])
    assert kinds["i"] == len(library.indicators)
    assert kinds["t"] == sum(target.type == "milestone" for target in library.promises)
    assert kinds["h"] == len({indicator.theme for indicator in library.indicators})
    assert kinds["s"] == len(library.sources)
    assert {"targets/", "methodology/"} <= {row[1] for row in made["rows"] if row[0] == "p"}


def page_of(indicator: str, library: Library) -> str:
    """Where a search leads for an indicator: to its only series, else to where areas stand side
    by side."""
    areas = [one.area for one in library.areas]
    return f"areas/{areas[0]}/{indicator}/" if len(areas) == 1 else f"indicators/{indicator}/"


def test_figures_that_read_alike_stand_once(rows: Mapping[str, Sequence[Any]]) -> None:
    for row in rows.values():
        read = [figure[1:] for figure in row[6]]
        assert len(read) == len(set(read))


def test_the_figure_of_the_latest_year_comes_first(
    library: Library, rows: Mapping[str, Sequence[Any]]
) -> None:
    for indicator in library.indicators:
        told = library.observations.get(indicator.id, ())
        amounts = (o for o in told if o.figure.measure not in ("growth", "change"))
        years = [o.period for o in amounts if is_year(o.period)]
        if years:
            shown = rows[page_of(indicator.id, library)][6][0]
            assert shown[4] == max(years)


def test_every_figure_of_an_indicator_can_be_found(
    library: Library, rows: Mapping[str, Sequence[Any]]
) -> None:
    for indicator in library.indicators:
        row = rows[page_of(indicator.id, library)]
        listed = {figure[0] for figure in row[6]}
        stated = {o.figure.value for o in library.observations.get(indicator.id, ())}
        kept = [o for o in library.observations.get(indicator.id, ()) if o.id in listed]
        assert {o.figure.value for o in kept} == stated


def test_synonyms_are_of_use_and_folded(made: Mapping[str, Any]) -> None:
    assert all(len(group) > 1 for group in made["same"])
    assert all(word == word.strip().lower() for group in made["same"] for word in group)


def test_a_group_names_a_word_once(made: Mapping[str, Any]) -> None:
    assert all(len(group) == len(set(group)) for group in made["same"])

"""A long series: which of its figures stand on a page beside it, and where each then lives."""

from __future__ import annotations

import pytest

from tally.site.library import Library
from tally.site.links import Repository, permanent
from tally.site.views.figure_table import FigureTable
from tally.site.views.indicator import aside_table, series_view
from tests.support.areas import gathered
from tests.support.records import LATER, dataset, indicator, observation, vocabulary

GDP = indicator("gdp")


def told_twice(years: int, later: str = "0亿元") -> Library:
    """A level for each year, and another for the same year a year later."""
    stated = [
        one
        for year in range(1980, 1980 + years)
        for one in (
            observation("gdp", str(year), f"level {year}0亿元"),
            observation("gdp", str(year), f"level {year}{later}", LATER, "final"),
        )
    ]
    return gathered(vocabulary(GDP), dataset(stated))


def ids(table: FigureTable) -> set[str]:
    rows = [row for period in table.periods for row in period.rows]
    return {figure.id for row in rows for told in row.statements for figure in told}


def tables(library: Library) -> tuple[set[str], set[str]]:
    own = series_view(GDP, "kunshan", library, Repository(None), "zh")
    beside = aside_table(GDP, "kunshan", library, Repository(None), "zh")
    return ids(own.part.figures), ids(beside)


def test_of_many_figures_those_stand_beside_that_a_better_one_says_again() -> None:
    library = told_twice(31, "5亿元")
    shown, beside = tables(library)
    assert (len(shown), len(beside)) == (31, 31)
    assert shown | beside == {one.id for one in library.observations["gdp"]}
    kept = {library.by_id[id_].evidence.source for id_ in shown}
    assert len(kept) == 1


@pytest.mark.parametrize(("years", "later"), [(30, "5亿元"), (31, "0亿元")])
def test_few_figures_and_those_that_read_alike_stay_together(years: int, later: str) -> None:
    shown, beside = tables(told_twice(years, later))
    assert (len(shown), beside) == (2 * years, set())


def test_a_figure_leads_to_the_page_that_it_stands_on() -> None:
    library = told_twice(31, "5亿元")
    shown, beside = tables(library)
    for found, page in ((shown, ""), (beside, "others/")):
        for id_ in found:
            assert permanent(library.by_id[id_], library) == f"areas/kunshan/gdp/{page}#{id_}"

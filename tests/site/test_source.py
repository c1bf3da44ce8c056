"""The page of a source that is only cited: its figures, entry by entry."""

from __future__ import annotations

from dataclasses import replace

from tally.site.library import Library
from tally.site.links import Repository, entry, sentence
from tally.site.views.source import SourceView, source_view
from tests.support.areas import gathered, moved
from tests.support.records import (
    AREA,
    LATER,
    PLACE,
    dataset,
    indicator,
    observation,
    source,
    target,
    vocabulary,
)

YEARS = ("2020", "2021")
SECOND = PLACE._replace(line=9)
OBSERVATIONS = (
    observation("gdp", "2021", "growth 7.8%", LATER),
    observation("gdp", "2021", "level 4748亿元", LATER),
    observation("gdp", "2020", "level 4276亿元", LATER, place=SECOND),
    observation("gdp", "2019", "level 4045亿元"),
)


def library() -> Library:
    return gathered(vocabulary(indicator("gdp")), dataset(OBSERVATIONS))


def page() -> SourceView:
    return source_view(library().sources[LATER], library(), Repository(None), "zh")


def test_the_figures_of_an_entry_stand_together_the_amount_first() -> None:
    rows = [[one.figure.text for one in row.figures] for row in page().cited]
    assert rows == [["4748亿元", "+7.8%"], ["4276亿元"]]


def test_the_page_leads_to_its_rows_among_all_figures() -> None:
    assert page().query == f"source={AREA}/{LATER}"


def test_a_figure_is_pointed_to_by_its_id_without_area_and_source() -> None:
    cited, kept = OBSERVATIONS[1], OBSERVATIONS[3]
    sources = library().sources
    assert entry(cited, sources[LATER]) == "gdp/2021/level"
    assert sentence(cited, sources[LATER]).endswith(f"/{LATER}/#gdp/2021/level")
    assert sentence(kept, sources[kept.evidence.source]).endswith(f"#{kept.id}")


def test_both_names_of_a_figure_are_on_its_sources_page() -> None:
    names = [(one.figure.id, one.entry) for row in page().cited for one in row.figures]
    assert names[0] == (f"{AREA}/gdp/2021/level/{LATER}", "gdp/2021/level")


def panel() -> tuple[Library, SourceView]:
    """A source that tells of two areas, in one year of one of them twice."""
    shared = source("bureau", "2022-02-01", area=None)
    told = [observation("gdp", year, f"growth {n}%", "bureau") for n, year in enumerate(YEARS, 5)]
    promise = target("gdp", "growth 6%", source_id="bureau")
    one = dataset(
        [*told, observation("gdp", "2021", "growth 9%", "bureau", id="again")], [promise], [shared]
    )
    other = moved(dataset(told), "taicang")
    there = tuple(
        replace(o, evidence=replace(o.evidence, source="bureau"), id=o.id)
        for o in other.observations
    )
    both = gathered(vocabulary(indicator("gdp")), one, replace(other, observations=there))
    return both, source_view(both.sources["bureau"], both, Repository(None), "zh")


def test_a_source_of_many_areas_has_a_row_an_area_and_a_column_a_period() -> None:
    first = panel()[1].panels[0]
    assert (first.periods, first.unit) == (("2020年", "2021年"), "%")
    assert [(row.name, [cell and cell[1] for cell in row.cells]) for row in first.rows] == [
        ("kunshan市", ["5", "6"]),
        ("taicang市", ["5", "6"]),
    ]


def test_every_figure_of_such_a_source_stands_there_once_under_the_name_that_links_give() -> None:
    library, view = panel()
    names = [cell[0] for one in view.panels for row in one.rows for cell in row.cells if cell]
    records = library.resting["bureau"]
    assert sorted(names) == sorted(entry(one, library.sources["bureau"]) for one in records)
    assert len(set(names)) == len(records) == 6
    shown = sentence(records[0], library.sources["bureau"])
    assert shown == f"sources/{AREA}/bureau/#kunshan/gdp/2020/growth"


def test_promises_and_second_figures_of_a_year_have_a_panel_of_their_own() -> None:
    assert [len(one.rows) for one in panel()[1].panels] == [2, 1, 1]

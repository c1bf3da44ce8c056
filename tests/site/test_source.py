"""The page of a source that is only cited: its figures, entry by entry."""

from __future__ import annotations

from tally.site.library import Library
from tally.site.links import Repository, entry, sentence
from tally.site.views.source import SourceView, source_view
from tests.support.areas import gathered
from tests.support.records import AREA, LATER, PLACE, dataset, indicator, observation, vocabulary

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
    assert entry(cited) == "gdp/2021/level"
    assert sentence(cited, sources[LATER]).endswith(f"/{LATER}/#gdp/2021/level")
    assert sentence(kept, sources[kept.evidence.source]).endswith(f"#{kept.id}")


def test_both_names_of_a_figure_are_on_its_sources_page() -> None:
    names = [(one.figure.id, one.entry) for row in page().cited for one in row.figures]
    assert names[0] == (f"{AREA}/gdp/2021/level/{LATER}", "gdp/2021/level")

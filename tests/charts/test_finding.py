"""Titles state the finding, by rule, in both languages."""

from __future__ import annotations

import pytest

from tally.records.model import Localized, Observation, Target
from tests.charts.made import sketch
from tests.support.records import LATER, indicator, observation, relation, source, target

NAME = indicator("x", name=Localized("生产总值", "Gross product"))
OTHER = indicator("gdp", name=Localized("经济", "economy"))
BEFORE = observation("x", "2020", "growth 5%")
LEVELS = [observation("x", str(y), f"level {y - 2000}0亿元") for y in (2017, 2018, 2019, 2020)]

# fmt: off
TITLES: list[tuple[list[Observation], list[Target], str, str]] = [
    (LEVELS, [],
     "生产总值：2017年170亿元，2020年200亿元",
     "Gross product — 2017: RMB 17.0 billion; 2020: RMB 20.0 billion"),
    ([BEFORE], [target("x", "growth ≥6%")],
     "生产总值：2021年目标增长6%以上，2020年增长5%",
     "Gross product — 2021 target: growth of at least 6%; 2020: +5%"),
    ([BEFORE, observation("x", "2021", "growth 7.8%", LATER)], [target("x", "growth ≥6%")],
     "生产总值：2021年目标增长6%以上，实际增长7.8%，达成",
     "Gross product — 2021 target: growth of at least 6%; outcome +7.8%; met"),
    ([BEFORE, observation("x", "2021", "growth 4%", LATER)], [target("x", "growth ≥6%")],
     "生产总值：2021年目标增长6%以上，实际增长4%，未达成",
     "Gross product — 2021 target: growth of at least 6%; outcome +4%; missed"),
    ([observation("x", "2020", "level 428亿元"),
      observation("x", "2021", "level 466.9亿元", LATER)], [target("x", "growth ≥6%")],
     "生产总值：2021年目标增长6%以上，推算增长9.1%，达成",
     "Gross product — 2021 target: growth of at least 6%; derived +9.1%; met"),
    ([*LEVELS, observation("x", "2021", "growth 7.8%", LATER),
      observation("gdp", "2021", "growth 7.5%", LATER)], [relation("x", "gdp")],
     "生产总值：2021年目标与经济增长基本同步，实际增长7.8%，达成",
     "Gross product — 2021 target: growth about in step with economy; outcome +7.8%; met"),
]
# fmt: on


@pytest.mark.parametrize(("rows", "targets", "zh", "en"), TITLES)
def test_the_title_states_the_finding(
    rows: list[Observation], targets: list[Target], zh: str, en: str
) -> None:
    found = sketch(rows, targets, NAME, OTHER)
    assert found is not None
    assert (found.title.zh, found.title.en) == (zh, en)


def test_the_title_names_the_figure_that_the_chart_shows() -> None:
    rows = [
        observation("x", "2020", "level 10.5亿美元"),
        observation("x", "2020", "level 10.48亿美元", LATER, "final"),
    ]
    found = sketch(rows, [target("x", "level ≈11亿美元")], NAME)
    assert found is not None
    assert found.title.zh == "生产总值：2021年目标11亿美元左右，2020年10.48亿美元"


def test_the_latest_decided_promise_leads() -> None:
    rows = [BEFORE, observation("x", "2021", "growth 7%", LATER)]
    found = sketch(rows, [target("x", "growth ≥6%"), target("x", "growth ≥6.5%", "2025")], NAME)
    assert found is not None
    assert found.title.zh.endswith("达成")


def test_the_description_speaks_every_figure_of_a_short_chart() -> None:
    found = sketch([BEFORE], [target("x", "growth ≥6%")], NAME)
    assert found is not None
    assert found.description.zh == "生产总值。2020年：增长5%；2021年：增长6%以上（目标）。"
    assert found.description.en == "Gross product. 2020: +5%; 2021: growth of at least 6% (target)."


def test_the_description_of_a_long_chart_names_its_ends_and_leaves_the_rest_to_the_table() -> None:
    rows = [observation("x", str(year), f"level {year}亿元") for year in range(2010, 2020)]
    found = sketch(rows, [], NAME)
    assert found is not None
    assert found.description.zh == "生产总值。2010年：2010亿元；2019年：2019亿元。"
    assert len(found.rows) == 10


def test_the_table_has_every_figure_with_its_kind() -> None:
    found = sketch([BEFORE], [target("x", "growth ≥6%")], NAME)
    assert found is not None
    said = [tuple(cell.en for cell in row) for row in found.rows]
    assert said == [
        ("2020", "reported", "growth", "+5%"),
        ("2021", "target", "growth", "growth of at least 6%"),
    ]


def test_many_sources_are_counted_not_listed() -> None:
    names = [f"s{year}" for year in range(2010, 2016)]
    rows = [observation("x", name[1:], "level 9亿元", name) for name in names]
    found = sketch(rows, [], NAME, sources=[source(name, f"{name[1:]}-05-01") for name in names])
    assert found is not None
    assert found.source.en == "Source: title of s2015; title of s2014; title of s2013; 3 more"

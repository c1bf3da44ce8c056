"""Histories as small multiples: a panel an area, on one scale, before a grey line."""

from __future__ import annotations

from tally.charts.histories import histories_sketch
from tally.charts.model import Sketch
from tests.charts.made import SITE, rows
from tests.support.areas import told_in
from tests.support.records import LATER, indicator, observation, target

GDP = indicator("gdp")
YEARS = (2016, 2017, 2019, 2020)


def histories(
    areas: tuple[str, ...], years: tuple[int, ...] = YEARS, **codes: str
) -> Sketch | None:
    """Growth that is a percentage point higher from one area to the next, and a promise of 6 %."""
    told = {
        area: [
            *(observation("gdp", str(year), f"growth {n}%", LATER) for year in years),
            target("gdp", "growth ≥6%", due="2021"),
        ]
        for n, area in enumerate(areas, start=4)
    }
    (face,) = told_in(GDP, told, codes).across(GDP)
    return histories_sketch(face, SITE)


def test_each_area_has_a_panel_and_the_nation_stands_first() -> None:
    found = histories(("kunshan", "taicang", "china"), china="000000")
    names = dict.fromkeys(row["name"] for row in rows(found, "facts"))
    assert list(names) == ["china市", "kunshan市", "taicang市"]


def test_the_line_behind_is_the_nation() -> None:
    found = histories(("kunshan", "taicang", "china"), china="000000")
    assert [(row["year"], row["value"]) for row in rows(found, "ground")] == [
        (year, 6.0) for year in YEARS
    ]


def test_the_line_behind_is_the_median_where_there_is_no_nation() -> None:
    found = histories(("kunshan", "taicang", "qidong"))
    assert {row["value"] for row in rows(found, "ground")} == {5.0}


def test_lines_are_broken_where_a_year_is_missing() -> None:
    found = histories(("kunshan", "taicang", "qidong"))
    own = [row for row in rows(found, "facts") if row["area"] == "kunshan"]
    assert [row.get("segment") for row in own] == [0, 0, 1, 1, None]
    assert own[-1]["mark"] == "at-least"
    assert len({row["segment"] for row in rows(found, "ground")}) == 2


def test_few_areas_or_few_years_are_no_histories() -> None:
    assert histories(("kunshan", "taicang")) is None
    assert histories(("kunshan", "taicang", "qidong"), YEARS[:2]) is None

"""Areas side by side as a chart: a row each, promises as their wordings are."""

from __future__ import annotations

from tally.charts.comparison import comparison_sketch
from tally.charts.model import Sketch
from tally.terms import Period
from tests.charts.made import SITE, marks, rows, rules
from tests.support.areas import Told, told_in
from tests.support.records import LATER, indicator, observation, target

GDP = indicator("gdp")
PROMISED = {"kunshan": "growth ≥5%", "taicang": "growth ≈6%", "qidong": "growth 4~5%"}


def compared(told: Told, year: str = "2021") -> Sketch | None:
    (face, *_) = told_in(GDP, told).across(GDP)
    return comparison_sketch(face, Period(year), SITE)


def promised(due: str = "2021") -> dict[str, list[object]]:
    return {area: [target("gdp", words, due=due)] for area, words in PROMISED.items()}


def told(year: str) -> Told:
    """What is promised for 2021, and what was reached in a year."""
    return {
        area: [*rows_, observation("gdp", year, "growth 5.5%", LATER)]  # type: ignore[list-item]
        for area, rows_ in promised().items()
    }


def test_each_area_has_a_row_with_its_name_and_its_wording() -> None:
    found = compared(told("2020"))
    assert [row["label"] for row in rows(found, "names")] == ["taicang市", "kunshan市", "qidong市"]
    assert [row["label"] for row in rows(found, "said")] == ["6%左右", "5%以上", "4%—5%"]


def test_places_that_the_wordings_leave_open_are_a_span() -> None:
    assert [row["label"] for row in rows(compared(told("2020")), "places")] == ["1–2", "1–3", "2–3"]


def test_a_promise_is_drawn_as_it_is_worded_and_the_year_before_as_a_dot() -> None:
    found = compared(told("2020"))
    assert marks(found) == [
        *("reported", "target", "reported", "at-least", "reported", "target", "target")
    ]
    assert rules(found) == ["range"]
    assert [row["row"] for row in rows(found, "facts") if "low" in row] == [0]


def test_before_outcomes_are_known_the_title_counts_promises_against_those_before() -> None:
    both = told("2020")
    earlier = {area: target("gdp", "growth ≈6%", due="2020") for area in PROMISED}
    found = compared({area: [*rows_, earlier[area]] for area, rows_ in both.items()})
    assert found is not None
    assert found.title.zh == (
        "2021年gdp增长目标：3个地区，与上年目标相比，数字相同的1个，更低的2个"
    )
    assert rows(found, "verdicts") == []


def test_once_outcomes_are_known_each_row_ends_in_its_verdict() -> None:
    found = compared(told("2021"))
    assert found is not None
    assert [row["mark"] for row in rows(found, "verdicts")] == ["met", "met", "met"]
    assert found.title.zh == "2021年gdp增长目标：3个地区，达成3"
    assert [cell.zh for cell in found.columns] == ["地区", "2021年目标", "2021年实际"]


def test_where_nothing_is_promised_the_results_alone_are_drawn() -> None:
    found = compared(
        {area: [observation("gdp", "2020", f"level {n}亿元", LATER)]
         for area, n in {"kunshan": 4, "taicang": 9, "qidong": 5}.items()},
        "2020",
    )  # fmt: skip
    assert found is not None
    assert [row["label"] for row in rows(found, "said")] == ["9亿元", "5亿元", "4亿元"]
    assert (
        found.title.en
        == "gdp: 2020, 3 areas, from Taicang: RMB 900 million, Kunshan: RMB 400 million"
    )


def test_two_areas_are_no_chart() -> None:
    both = told("2020")
    del both["qidong"]  # type: ignore[attr-defined]
    assert compared(both) is None

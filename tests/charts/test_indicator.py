"""Which mark stands for which fact, and where a line is broken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tally.charts.model import Sketch
from tally.records.model import Localized, Observation
from tally.terms import Status
from tests.charts.made import (
    HISTORY,
    SITE,
    growth,
    history,
    marks,
    rows,
    rules,
    sketch,
    stretches,
)
from tests.support.records import LATER, observation, relation, target


def test_one_figure_is_not_a_chart() -> None:
    assert sketch([observation("x", "2020", "level 4250亿元")]) is None


def test_a_level_and_a_growth_of_one_year_are_not_a_chart() -> None:
    told = [observation("x", "2020", text) for text in ("level 4250亿元", "growth 5%")]
    assert sketch(told) is None


def test_a_part_of_a_year_is_never_beside_whole_years() -> None:
    told = [observation("x", "2020", "level 10亿元"), observation("x", "2021H1", "level 6亿元")]
    assert sketch(told) is None


def test_a_history_is_a_line_with_its_dots() -> None:
    found = sketch(history())
    assert marks(found) == ["reported"] * len(HISTORY)
    assert stretches(found) == [[*range(2014, 2021)]]


def test_a_missing_year_breaks_the_line_and_is_told() -> None:
    found = sketch([row for row in history() if row.period not in ("2016", "2017")])
    assert stretches(found) == [[2014, 2015], [2018, 2019, 2020]]
    assert "2016—2017年无数" in rows(found, "notes")[0]["text"]
    assert "no figure for 2016–2017" in rows(found, "notes", lang="en")[0]["text"]


def test_a_change_of_scope_breaks_the_line_and_is_told() -> None:
    remark = Localized("原文作“全社会”，口径可能不同。", "Of the whole society.")
    found = sketch([replace(history()[0], note=remark), *history()[1:]])
    assert stretches(found) == [[*range(2015, 2021)]]
    assert "2014年与2015年口径可能不同" in rows(found, "notes")[0]["text"]


@pytest.mark.parametrize(
    ("stated", "wedge"), [("level >3000亿元", "more"), ("level <3000亿元", "less")]
)
def test_a_bound_is_a_wedge_without_a_dot_that_no_line_goes_through(
    stated: str, wedge: str
) -> None:
    bound = observation("x", "2016", stated)
    found = sketch([row for row in history() if row.period != "2016"] + [bound])
    assert [row["mark"] for row in rows(found, "facts") if row["year"] == 2016] == [wedge]
    assert stretches(found) == [[2014, 2015], [2017, 2018, 2019, 2020]]


def test_a_wedge_of_several_years_stands_on_its_own_bar_not_at_a_year() -> None:
    span = observation("x", "2016-2020", "level >4000亿元")
    found = sketch([*history(), span])
    (wedge,) = [row for row in rows(found, "facts") if row["mark"] == "more"]
    (bar,) = rows(found, "rules")
    assert (bar["rule"], bar["year"], bar["x2"]) == ("span", 2016, 2020)
    assert bar["year"] < wedge["year"] < bar["x2"]
    assert wedge["year"] % 1 == 0.5
    assert wedge["value"] == bar["value"]


def test_amounts_in_two_currencies_never_share_an_axis() -> None:
    dollars = [observation("x", str(year), "level 10亿美元") for year in range(2014, 2018)]
    found = sketch(history() + dollars)
    assert found is not None
    assert [heading.zh for heading in found.panels] == ["亿元", "亿美元"]


# fmt: off
PROMISES = [
    # promise where more is better, marks, ends of what it accepts (None is the panel's edge)
    ("growth 6%", ["target"], (5.5, None)),
    ("growth ≈6%", ["target"], (5.5, None)),
    ("growth ≥6%", ["at-least"], (6.0, None)),
    ("growth >6%", ["at-least"], (6.0, None)),
    ("growth ≤6%", ["at-most"], (None, 6.0)),
    ("growth <6%", ["at-most"], (None, 6.0)),
    ("growth 5~7%", ["target", "target"], (5.0, None)),
]
# fmt: on


@pytest.mark.parametrize(("promise", "expected", "ends"), PROMISES)
def test_the_wording_of_a_promise_decides_its_mark(
    promise: str, expected: list[str], ends: tuple[float | None, float | None]
) -> None:
    found = sketch(growth("7", "6", "5.5", "5"), [target("x", promise)])
    assert [mark for mark in marks(found) if mark != "reported"] == expected
    (told,) = [row for row in rows(found, "facts") if row.get("accepts")]
    assert (told.get("low"), told.get("high")) == ends


def test_a_range_is_a_bar_between_two_ticks() -> None:
    found = sketch(growth("7", "6", "5.5", "5"), [target("x", "growth 5~7%")])
    (bar,) = rows(found, "rules")
    assert (bar["rule"], bar["value"], bar["y2"]) == ("range", 5.0, 7.0)


# fmt: off
DOTS: list[tuple[str, Status | None, str, str]] = [
    ("level 5亿元", "final", "reviewed", "reported"),
    ("level 5亿元", None, "reviewed", "reported"),
    ("level 5亿元", "preliminary", "reviewed", "preliminary"),
    ("level 5亿元", "preliminary", "extracted", "extracted"),
    ("level >5亿元", "final", "extracted", "more-extracted"),
]
# fmt: on


@pytest.mark.parametrize(("stated", "status", "review", "mark"), DOTS)
def test_the_standing_of_a_figure_decides_its_dot(
    stated: str, status: Status | None, review: str, mark: str
) -> None:
    last = observation("x", "2021", stated, status=status, review=review)
    assert marks(sketch([*history(), last]))[-1] == mark


def test_what_the_machine_has_read_gives_way_to_a_reviewed_figure() -> None:
    again = observation("x", "2020", "level 4999亿元", LATER, review="extracted")
    assert "extracted" not in marks(sketch([*history(), again]))


def test_a_promise_that_only_the_machine_has_read_has_a_broken_tick() -> None:
    promise = replace(target("x", "growth ≥6%"), review="extracted")
    assert "at-least-extracted" in marks(sketch(growth("7", "6", "5.5", "5"), [promise]))


def test_two_figures_that_disagree_are_both_drawn_and_bracketed() -> None:
    later = observation("x", "2020", "level 4276.76亿元", LATER, "final")
    found = sketch([*history(), later])
    both_ = [row for row in rows(found, "facts") if row["year"] == 2020]
    assert [(row["value"], "beside" in row) for row in both_] == [(4276.76, False), (4250.0, True)]
    assert rules(found) == ["bracket", "bracket"]
    assert stretches(found) == [[*range(2014, 2021)]]
    assert "segment" in both_[0]


@pytest.mark.parametrize(
    "stated", ["level 4250.0亿元", "level 4249.8亿元", "level 4250.6亿元", "level >4000亿元"]
)
def test_a_rounding_a_cut_or_a_bound_of_a_figure_is_no_second_dot(stated: str) -> None:
    again = observation("x", "2020", stated, LATER)
    assert len(rows(sketch([*history(), again]), "facts")) == len(HISTORY)


def test_a_derived_outcome_is_a_dashed_dot_with_a_whisker() -> None:
    told = [
        *growth("7", "6", "5.5", "5.1"),
        observation("x", "2020", "level 428亿元"),
        observation("x", "2021", "level 466.9亿元", LATER),
    ]
    found = sketch(told, [target("x", "growth ≈6%")])
    assert "derived" in marks(found, 1)
    assert rules(found, 1) == ["whisker"]


def test_a_relation_is_the_other_indicators_line_without_a_number_of_its_own() -> None:
    other = [observation("gdp", str(year), "growth 5%") for year in range(2016, 2021)]
    found = sketch(growth("7", "6", "5.5", "5") + other, [relation("x", "gdp")])
    assert [row["year"] for row in rows(found, "related")] == [2017, 2018, 2019, 2020]
    assert "target" not in marks(found)
    assert any("gdp" in row["label"] for row in rows(found, "labels"))


def test_to_hold_the_level_is_last_years_figure_carried_on() -> None:
    found = sketch(history(), [relation("x", "previous", "level")])
    held = [(row["rule"], row["year"], row["value"]) for row in rows(found, "related")]
    assert held == [("carried", 2020, 4250.0), ("carried", 2021, 4250.0)]


def test_a_derived_amount_is_told_in_the_unit_of_the_promise() -> None:
    told = [
        observation("x", "2022", "level 250亿元", LATER),
        observation("x", "2022", "growth 8.4%", LATER),
        observation("x", "2020", "level 225亿元"),
    ]
    found = sketch(told, [target("x", "level 250亿元")])
    assert found is not None
    assert "推算231亿元" in found.title.zh
    assert "推算231亿元" in [row["label"] for row in rows(found, "labels")]


VALUES = [
    ([*growth("7", "6", "5.5", "-5")], -5.0),
    ([*growth("7", "6", "5"), observation("x", "2020", "growth 1.5倍")], 150.0),
    ([*history(), observation("x", "2021", "level 47000000万元")], 47000000.0),
]


@pytest.mark.parametrize(("told", "last"), VALUES)
def test_values_stand_in_the_unit_that_was_stated_last(
    told: list[Observation], last: float
) -> None:
    assert rows(sketch(told), "facts")[-1]["value"] == last


def test_each_language_has_its_own_unit_and_numbers() -> None:
    found = sketch(history())
    assert found is not None
    assert (found.panels[0].zh, found.panels[0].en) == ("亿元", "RMB billion")
    assert [rows(found, "facts", lang=lang)[-1]["value"] for lang in ("zh", "en")] == [4250, 425]


def test_the_first_the_last_and_promises_are_labelled_and_not_all_figures() -> None:
    found = sketch(history(), [target("x", "level ≥4500亿元")])
    labels = {row["label"] for row in rows(found, "labels")}
    assert {"2400", "4250亿元", "目标4500亿元以上"} <= labels
    assert len(labels) < len(HISTORY)


def test_a_chart_names_its_sources_and_the_site() -> None:
    text = rows(sketch(history()), "notes")[0]["text"]
    assert "来源：" in text
    assert text.endswith(SITE.zh)


def many_years() -> Sketch | None:
    """Twelve years of growth, each with its promise, and the level of each."""
    years = range(2010, 2022)
    told = [
        observation("x", str(year), f"growth {n % 3 + 5}%", LATER) for n, year in enumerate(years)
    ]
    told += [
        observation("x", str(year), f"level {n + 100}亿元", LATER) for n, year in enumerate(years)
    ]
    promised = [target("x", "growth ≈6%", due=str(year)) for year in years]
    return sketch(told, promised)


def test_of_many_years_what_was_promised_comes_first() -> None:
    found = many_years()
    assert found is not None
    assert (found.kind, [heading.zh for heading in found.panels]) == (
        "history",
        ["增长，%", "亿元"],
    )
    assert found.title.zh == "x：2010—2021年已知结果的12次承诺：达成8次，未达成4次"


def test_of_many_years_only_the_ends_are_told_in_words() -> None:
    found = [row["label"] for row in rows(many_years(), "labels")]
    assert found[:2] == ["7%", "目标6%左右"]
    assert len(found) <= 5


def test_of_many_years_about_reaches_as_far_up_as_down() -> None:
    told = [row for row in rows(many_years(), "facts") if row.get("accepts")]
    assert {(row["low"], row["high"]) for row in told} == {(5.5, 6.5)}

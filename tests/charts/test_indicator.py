"""Which mark stands for which fact, and when figures are a chart at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tally.charts.model import Panel
from tally.records.model import (
    Localized,
    Observation,
)
from tally.terms import Status
from tests.charts.made import HISTORY, drawn, facts, kinds, sketch
from tests.support.records import LATER, indicator, observation, relation, target


def history(last: int = 2020) -> list[Observation]:
    first = last - len(HISTORY) + 1
    return [observation("x", str(first + n), f"level {v}亿元") for n, v in enumerate(HISTORY)]


def growth(*stated: str) -> list[Observation]:
    return [observation("x", str(2017 + n), f"growth {value}%") for n, value in enumerate(stated)]


def test_one_figure_is_not_a_chart() -> None:
    assert sketch([observation("x", "2020", "level 4250亿元")]) is None


def test_one_promise_is_not_a_chart() -> None:
    assert sketch([], [target("x", "level ≥6家")]) is None


def test_a_level_and_a_growth_of_one_year_are_not_a_chart() -> None:
    rows = [observation("x", "2020", text) for text in ("level 4250亿元", "growth 5%")]
    assert sketch(rows) is None


def test_a_part_of_a_year_is_never_beside_whole_years() -> None:
    rows = [observation("x", "2020", "level 10亿元"), observation("x", "2021H1", "level 6亿元")]
    assert sketch(rows) is None


def test_one_figure_and_one_promise_are_two_rows() -> None:
    (panel,) = drawn(sketch([observation("x", "2020", "growth 5%")], [target("x", "growth 6%")]))
    assert facts(panel) == ["reported", "target"]
    assert all(row["turn"] == 90 for row in panel.shapes)


def test_a_longer_history_is_a_line_with_its_dots() -> None:
    (panel,) = drawn(sketch(history()))
    assert facts(panel) == ["reported"] * len(HISTORY)
    assert kinds(panel) == ["series"] * (len(HISTORY) - 1)


def test_a_missing_year_is_a_gap_in_the_line() -> None:
    rows = [row for row in history() if row.period != "2016"]
    (panel,) = drawn(sketch(rows))
    years = [(row["line"], row["x"], row["x2"]) for row in panel.lines if row["line"] != "grid"]
    assert ("gap", 2015, 2017) in years
    assert kinds(panel).count("series") == 4


def test_level_and_growth_are_two_panels_over_the_same_years() -> None:
    level, change = drawn(sketch(history() + growth("7", "6", "5", "4")))
    assert level.frame.x == change.frame.x
    assert level.frame.top + level.frame.height < change.frame.top


def test_amounts_in_two_currencies_never_share_an_axis() -> None:
    dollars = [observation("x", str(year), "level 10亿美元") for year in range(2014, 2018)]
    assert len(drawn(sketch(history() + dollars))) == 2


# fmt: off
PROMISES = [
    # promise where more is better, marks, ends of what it accepts (None is the panel's edge)
    ("growth 6%", ["target"], (5.5, None)),
    ("growth ≈6%", ["target"], (5.5, None)),
    ("growth ≥6%", ["target", "at-least"], (6.0, None)),
    ("growth >6%", ["target", "at-least"], (6.0, None)),
    ("growth ≤6%", ["target", "at-most"], (None, 6.0)),
    ("growth <6%", ["target", "at-most"], (None, 6.0)),
    ("growth 5~7%", ["target", "target"], (5.0, None)),
]
# fmt: on


@pytest.mark.parametrize(("promise", "marks", "kept"), PROMISES)
def test_the_wording_of_a_promise_decides_its_mark(
    promise: str, marks: list[str], kept: tuple[float | None, float | None]
) -> None:
    (panel,) = drawn(sketch(growth("7", "6", "5.5", "5"), [target("x", promise)]))
    assert [fact for fact in facts(panel) if fact != "reported"] == marks
    assert _tint(panel) == (kept[0] or panel.frame.y[0], kept[1] or panel.frame.y[1])


def _tint(panel: Panel) -> tuple[float, float]:
    (tint,) = panel.tints
    return float(tint["y"]), float(tint["y2"])


def test_a_range_is_a_bar_between_two_ticks() -> None:
    (panel,) = drawn(sketch(growth("7", "6", "5.5", "5"), [target("x", "growth 5~7%")]))
    (bar,) = [row for row in panel.lines if row["line"] == "range"]
    assert (bar["y"], bar["y2"]) == (5.0, 7.0)


# fmt: off
DOTS: list[tuple[str, Status | None, str, list[str]]] = [
    ("level 5亿元", "final", "reviewed", ["reported"]),
    ("level 5亿元", None, "reviewed", ["reported"]),
    ("level 5亿元", "preliminary", "reviewed", ["preliminary"]),
    ("level 5亿元", "preliminary", "extracted", ["extracted"]),
    ("level >5亿元", "final", "reviewed", ["reported", "over"]),
    ("level <5亿元", "final", "reviewed", ["reported", "under"]),
]
# fmt: on


@pytest.mark.parametrize(("stated", "status", "review", "marks"), DOTS)
def test_the_standing_of_a_figure_decides_its_dot(
    stated: str, status: Status | None, review: str, marks: list[str]
) -> None:
    last = observation("x", "2021", stated, status=status, review=review)
    (panel,) = drawn(sketch([*history(), last]))
    assert facts(panel)[len(HISTORY) :] == marks


def test_what_the_machine_has_read_gives_way_to_a_reviewed_figure() -> None:
    again = observation("x", "2020", "level 4999亿元", LATER, review="extracted")
    assert "extracted" not in facts(drawn(sketch([*history(), again]))[0])


def test_a_promise_that_only_the_machine_has_read_has_a_broken_tick() -> None:
    promise = replace(target("x", "growth ≥6%"), review="extracted")
    (panel,) = drawn(sketch(growth("7", "6", "5.5", "5"), [promise]))
    assert facts(panel)[:2] == ["target-extracted", "at-least"]


def test_two_figures_that_disagree_are_both_drawn_and_bracketed() -> None:
    later = observation("x", "2020", "level 4276.76亿元", LATER, "final")
    (panel,) = drawn(sketch([*history(), later]))
    both = [row for row in panel.shapes if row["x"] == 2020]
    assert [(row["y"], row["dx"]) for row in both] == [(4276.76, 0), (4250.0, -10)]
    assert kinds(panel).count("bracket") == 3


def test_the_line_goes_through_the_final_figure_not_between_the_two() -> None:
    later = observation("x", "2020", "level 4276.76亿元", LATER, "final")
    (panel,) = drawn(sketch([*history(), later]))
    assert [row["y2"] for row in panel.lines if row["line"] == "series"][-1] == 4276.76


@pytest.mark.parametrize("stated", ["level 4250.0亿元", "level 4249.8亿元", "level >4000亿元"])
def test_a_rounding_or_a_bound_of_a_figure_is_no_second_dot(stated: str) -> None:
    again = observation("x", "2020", stated, LATER)
    assert len(drawn(sketch([*history(), again]))[0].shapes) == len(HISTORY)


def test_a_derived_outcome_is_a_dashed_dot_with_a_whisker() -> None:
    rows = [
        *growth("7", "6", "5.5", "5.1"),
        observation("x", "2020", "level 428亿元"),
        observation("x", "2021", "level 466.9亿元", LATER),
    ]
    change = drawn(sketch(rows, [target("x", "growth ≈6%")]))[-1]
    assert "derived" in facts(change)
    assert kinds(change).count("whisker") == 1


def test_a_relation_is_the_other_indicators_line_without_a_number_of_its_own() -> None:
    other = [observation("gdp", str(year), "growth 5%") for year in range(2016, 2021)]
    (panel,) = drawn(sketch(growth("7", "6", "5.5", "5") + other, [relation("x", "gdp")]))
    assert kinds(panel).count("other") == 3
    assert "target" not in facts(panel)


def test_to_hold_the_level_is_last_years_figure_carried_on() -> None:
    promise = relation("x", "previous", "level")
    (panel,) = drawn(sketch(history(), [promise]))
    (held,) = [row for row in panel.lines if row["line"] == "promise"]
    assert (held["x"], held["x2"], held["y"], held["y2"]) == (2020, 2021, 4250.0, 4250.0)


def test_a_figure_of_several_years_is_a_line_over_all_of_them() -> None:
    span = observation("x", "2016-2020", "growth 6.5%")
    (panel,) = drawn(sketch([*growth("7", "6", "5.5", "5"), span]))
    (line,) = [row for row in panel.lines if row["line"] == "span"]
    assert (line["x"], line["x2"]) == (2016, 2020)


def test_totals_of_several_years_are_rows_from_zero_below_the_years() -> None:
    spans = [observation("x", period, f"cumulative {value}亿元") for period, value in SPANS]
    level, totals = drawn(sketch([*history(), *spans]))
    assert kinds(level).count("series") == len(HISTORY) - 1
    assert [row["turn"] for row in totals.shapes] == [90, 90]
    assert ("zero", 0) in {(row["line"], row["x"]) for row in totals.lines}


SPANS = [("2011-2015", 9000), ("2016-2020", 9100)]


@pytest.mark.parametrize("face", ["share {}%", "ratio {}倍", "level {}亿元", "growth {}%"])
def test_amounts_that_hardly_differ_stand_close_together(face: str) -> None:
    years = {"2020": "47.5", "2021": "47.6"}
    rows = [observation("x", year, face.format(value)) for year, value in years.items()]
    (panel,) = drawn(sketch(rows))
    left, right = panel.frame.x
    one, other = (float(shape["x"]) for shape in panel.shapes)
    assert 0 < (other - one) / (right - left) < 0.02


def test_panels_of_rows_begin_below_each_other() -> None:
    rows = [observation("x", "2020", "growth 5%"), observation("x", "2019", "growth 6%")]
    spans = [observation("x", period, f"level {value}亿元") for period, value in SPANS]
    panels = drawn(sketch([*rows, *spans]))
    zeros = {round(panel.frame.left_of(0)) for panel in panels}
    assert len(panels) == 2
    assert len(zeros) == 1


@pytest.mark.parametrize(("values", "side"), [(("60", "50"), 10), (("6", "0.1"), -10)])
def test_a_bracket_turns_up_where_there_is_no_room_below(
    values: tuple[str, str], side: float
) -> None:
    rows = [*growth("70", "60", "55"), *_twice("2020", *values)]
    (panel,) = drawn(sketch(rows))
    assert {row["dy2"] for row in panel.lines if row["line"] == "bracket"} == {side}


def _twice(period: str, final: str, preliminary: str) -> list[Observation]:
    return [
        observation("x", period, f"growth {preliminary}%"),
        observation("x", period, f"growth {final}%", LATER, "final"),
    ]


def test_only_an_axis_that_starts_at_zero_has_a_dark_baseline() -> None:
    for stated, line in ((("1", "2", "3", "4"), "zero"), (("91", "92", "93", "94"), "grid")):
        (panel,) = drawn(sketch(growth(*stated)))
        bottom = panel.frame.y[0]
        across = [row for row in panel.lines if row["y"] == row["y2"] == bottom]
        assert [row["line"] for row in across if row["x"] != row["x2"]] == [line]


def test_the_other_indicator_is_named_in_the_head_where_there_is_no_room_at_its_line() -> None:
    other = [observation("gdp", str(year), f"growth {year % 7}%") for year in range(2016, 2021)]
    long = indicator("gdp", name=Localized("很长的名称" * 5, "a very long name " * 5))
    found = sketch(
        [*growth("7", "6", "5.5", "5"), *other], [relation("x", "gdp")], indicator("x"), long
    )
    (panel,) = drawn(found)
    (name,) = [row for row in panel.labels if row["tone"] == "other"]
    assert (name["y"], name["dy"]) == (panel.frame.y[1], -22)
    assert kinds(panel).count("other") == 3 + 1


def test_a_derived_amount_is_told_in_the_unit_of_the_promise() -> None:
    rows = [
        observation("x", "2022", "level 250亿元", LATER),
        observation("x", "2022", "growth 8.4%", LATER),
        observation("x", "2020", "level 225亿元"),
    ]
    found = sketch(rows, [target("x", "level 250亿元")])
    assert found is not None
    assert "推算231亿元" in found.title.zh
    assert "231亿元" in {text.zh for text in found.wide.texts}


def test_a_decline_stands_below_zero() -> None:
    rows = growth("7", "6", "5.5", "-5")
    assert min(float(row["y"]) for row in drawn(sketch(rows))[0].shapes) == -5.0


def test_growth_in_times_stands_in_percent() -> None:
    rows = [*growth("7", "6", "5"), observation("x", "2020", "growth 1.5倍")]
    assert max(float(row["y"]) for row in drawn(sketch(rows))[0].shapes) == 150.0


def test_the_axis_stands_in_the_unit_that_was_stated_last() -> None:
    rows = [*history(), observation("x", "2021", "level 47000000万元")]
    (panel,) = drawn(sketch(rows))
    assert max(float(row["y"]) for row in panel.shapes) == 47000000.0

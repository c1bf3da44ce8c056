"""Charts of many indicators at once: growth, verdicts, sparklines."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

import pytest

from tally.charts.drawing import draw
from tally.charts.glance import glance_sketch
from tally.charts.growth import growth_sketch
from tally.charts.model import Sketch
from tally.charts.placement import text_width
from tally.charts.spark import spark_sketches
from tally.records.model import Localized, Observation, Target
from tests.charts.made import facts, kinds, setting
from tests.support.records import LATER, REPORT, indicator, milestone, observation, target

THREE = [indicator(name, name=Localized(f"指标{name}", f"Indicator {name}")) for name in "abc"]


def growth(before: str = "579", source: str = REPORT) -> Sketch | None:
    reached = zip("abc", before, strict=True)
    rows = [observation(name, "2020", f"growth {v}%", source) for name, v in reached]
    promises = [target("a", "growth ≥6%"), target("b", "growth ≈3%"), target("c", "level 9亿元")]
    ledger, outlooks = setting(rows, promises, *THREE)
    return growth_sketch(ledger, outlooks, "2021")


def test_growth_has_a_row_for_each_indicator_with_both_and_sorts_by_the_gap() -> None:
    found = growth()
    assert found is not None
    assert [row[0].en for row in found.rows] == ["Indicator b", "Indicator a"]
    assert [[cell.en for cell in row[1:]] for row in found.rows] == [
        ["+7%", "growth of about 3%"],
        ["+5%", "growth of at least 6%"],
    ]


def test_growth_shows_what_was_reached_and_what_is_promised_on_one_line() -> None:
    found = growth()
    assert found is not None
    (panel,) = found.wide.panels
    assert facts(panel) == ["reported", "target", "reported", "target", "at-least"]
    assert len({row["y"] for row in panel.shapes}) == 2


@pytest.mark.parametrize(
    ("before", "zh", "en"),
    [
        ("579", "1项高于上年，1项低于上年", "1 higher, 1 lower"),
        ("639", "2项与上年相同", "2 the same"),
        ("539", "1项高于上年，1项与上年相同", "1 higher, 1 the same"),
    ],
)
def test_the_title_of_growth_counts_every_target(before: str, zh: str, en: str) -> None:
    found = growth(before)
    assert found is not None
    assert found.title.zh == f"2021年增长目标与上年增速：2项中{zh}"
    assert found.title.en == f"Growth targets for 2021 against the year before: of 2, {en}"


def test_growth_names_the_sources_of_promises_and_of_what_was_reached() -> None:
    found = growth(source=LATER)
    assert found is not None
    assert found.source.en == f"Source: title of {REPORT}; title of {LATER}"


def named(name: Localized) -> Sketch:
    """The growth of two indicators of one name."""
    rows = [observation(one, "2020", "growth 5%") for one in "ab"]
    promises = [target(one, "growth ≥6%") for one in "ab"]
    ledger, outlooks = setting(rows, promises, *[indicator(one, name=name) for one in "ab"])
    found = growth_sketch(ledger, outlooks, "2021")
    assert found is not None
    return found


def test_a_long_name_leaves_room_for_the_numbers_on_a_phone() -> None:
    narrow = named(Localized("很长的名字" * 9, "A name that is very long " * 9)).narrow
    assert narrow is not None
    said = next(text for text in narrow.texts if "→" in text.en)
    first, second = (text for text in narrow.texts if "name" in text.en)
    assert second.en.endswith("…")
    assert all(text_width(line) + text_width(said) <= narrow.width - 18 for line in (first, second))


def test_a_name_that_fills_two_lines_is_whole_in_both_drawings() -> None:
    long = Localized(
        "规模以上工业总产值", "Gross output of industrial enterprises above designated size"
    )
    found = named(long)
    for drawing in (found.wide, found.narrow):
        assert drawing is not None
        words = " ".join(text.en for text in drawing.texts)
        assert long.en in words.replace("  ", " ")
    assert long.en in found.description.en


def test_a_line_that_only_one_language_has_is_not_drawn_in_the_other() -> None:
    (chart,) = draw([named(Localized("工业总产值", "Output of industrial enterprises " * 2))])
    assert chart.file("zh").count(">工业总产值</text>") == 2
    assert "></text>" not in chart.html("zh", "growth")


def test_one_growth_target_is_not_a_chart() -> None:
    rows = [observation("a", "2020", "growth 5%")]
    ledger, outlooks = setting(rows, [target("a", "growth ≥6%")], *THREE)
    assert growth_sketch(ledger, outlooks, "2021") is None


def glance() -> Sketch:
    reached = {"a": "growth 7%", "b": "growth 1%"}
    rows = [observation(name, "2021", stated, LATER) for name, stated in reached.items()]
    promises = [target(name, "growth ≥6%") for name in "bac"] + [milestone("stadium")]
    ledger, outlooks = setting(rows, promises, *THREE)
    found = glance_sketch(ledger, outlooks)
    assert found is not None
    return found


def test_every_promise_is_a_mark_and_verdicts_stand_together() -> None:
    (panel,) = glance().wide.panels
    marks = [row["fact"] for row in panel.shapes if row["note"]]
    assert marks == ["met", "missed", "pending", "pending"]


def test_the_whole_is_counted_in_the_title_and_by_theme_in_the_table() -> None:
    found = glance()
    assert found.title.en == "4 promises: met 1, missed 1, not yet reported 2"
    assert [cell.zh for cell in found.rows[0]] == ["economy", "1", "1", "0", "2"]


def test_a_mark_names_its_promise() -> None:
    assert "Indicator a, growth of at least 6%: met" in [text.en for text in glance().wide.texts]


def test_no_promises_are_no_picture() -> None:
    ledger, _ = setting([])
    assert glance_sketch(ledger, []) is None


def sparks(rows: Sequence[Observation], *promises: Target) -> dict[str, Sketch]:
    ledger, outlooks = setting(rows, promises, *THREE)
    own = [[o for o in outlooks if o.target.indicator == one.id] for one in THREE]
    return spark_sketches(zip(THREE, own, strict=True), ledger)


def yearly(name: str, *years: int) -> list[Observation]:
    return [observation(name, str(year), f"level {year}亿元", LATER) for year in years]


def test_a_sparkline_is_the_line_its_last_dot_and_the_promise_without_words() -> None:
    found = sparks(yearly("a", 2017, 2018, 2020, 2022), target("a", "level ≥2023亿元"))["a"]
    (panel,) = found.wide.panels
    assert [(row["fact"], row["x"]) for row in panel.shapes] == [
        *(("point", 2017), ("point", 2018), ("point", 2020)),
        ("reported", 2022),
    ]
    assert kinds(panel) == ["series", "series", "series", "tick"]
    assert (panel.labels, found.narrow) == ((), None)


def test_the_tick_of_a_sparkline_stands_in_its_year_which_a_line_marks() -> None:
    found = sparks(yearly("a", 2017, 2018, 2022), target("a", "level ≥2023亿元"))["a"]
    lines = {row["line"]: row for row in found.wide.panels[0].lines}
    assert lines["tick"]["x"] == lines["grid"]["x"] == 2021


def test_a_column_of_sparklines_has_the_same_years() -> None:
    found = sparks([*yearly("a", 2010, 2020), *yearly("b", 2019, 2024)], target("b", "growth 6%"))
    assert len({sketch.wide.panels[0].frame.x for sketch in found.values()}) == 1
    first, last = found["a"].wide.panels[0].frame.x
    assert (ceil(first), floor(last)) == (2010, 2024)


def test_a_sparkline_needs_two_marks() -> None:
    assert sparks(yearly("a", 2020)) == {}

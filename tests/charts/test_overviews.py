"""Charts of many indicators at once: growth, verdicts, sparklines."""

from __future__ import annotations

from tally.charts import Sketch, glance_sketch, growth_sketch, spark_sketch
from tally.records.model import Localized
from tests.charts.made import facts, setting
from tests.support.records import LATER, indicator, milestone, observation, target

THREE = [indicator(name, name=Localized(f"指标{name}", f"Indicator {name}")) for name in "abc"]


def growth() -> Sketch | None:
    rows = [observation(name, "2020", f"growth {v}%") for name, v in zip("abc", "579", strict=True)]
    promises = [target("a", "growth ≥6%"), target("b", "growth ≈3%"), target("c", "level 9亿元")]
    ledger, outlooks = setting(rows, promises, *THREE)
    return growth_sketch(ledger, outlooks, "2021")


def test_growth_has_a_row_for_each_indicator_with_both_and_sorts_by_the_gap() -> None:
    found = growth()
    assert found is not None
    assert [row[0].en for row in found.rows] == ["Indicator b", "Indicator a"]
    assert [[cell.en for cell in row[1:]] for row in found.rows] == [
        ["+7%", "about 3%"],
        ["+5%", "at least 6%"],
    ]


def test_growth_shows_what_was_reached_and_what_is_promised_on_one_line() -> None:
    found = growth()
    assert found is not None
    (panel,) = found.wide.panels
    assert facts(panel) == ["reported", "target", "reported", "target", "at-least"]
    assert len({row["y"] for row in panel.shapes}) == 2


def test_the_title_of_growth_counts_what_is_asked_for() -> None:
    found = growth()
    assert found is not None
    assert found.title.zh == "2021年增长目标与上年增速：2项中1项高于上年，1项低于上年"


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
    assert "Indicator a, at least 6%: met" in [text.en for text in glance().wide.texts]


def test_no_promises_are_no_picture() -> None:
    ledger, _ = setting([])
    assert glance_sketch(ledger, []) is None


def test_a_sparkline_is_the_line_its_last_dot_and_the_promise_without_words() -> None:
    rows = [observation("a", str(year), f"growth {year - 2010}%") for year in range(2016, 2021)]
    ledger, outlooks = setting(rows, [target("a", "growth ≥6%")], *THREE)
    found = spark_sketch(THREE[0], ledger, outlooks)
    assert found is not None
    (panel,) = found.wide.panels
    assert facts(panel) == ["reported", "target", "at-least"]
    assert (len(panel.lines), panel.labels, found.narrow) == (4, (), None)


def test_a_sparkline_needs_two_marks() -> None:
    ledger, _ = setting([observation("a", "2020", "level 5亿元")], [], *THREE)
    assert spark_sketch(THREE[0], ledger, []) is None

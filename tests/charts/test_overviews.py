"""Charts of many indicators at once: growth, verdicts, sparklines."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tally.charts.glance import glance_sketch
from tally.charts.growth import growth_sketch
from tally.charts.kinds.grammar import MARKS, RULES
from tally.charts.legend import legend_sketch
from tally.charts.measures import FULL_WIDTH, text_width
from tally.charts.model import Sketch
from tally.charts.spark import spark_sketches
from tally.records.model import Localized, Observation, Target
from tally.terms import Period
from tests.charts.made import SITE, marks, rows, setting
from tests.support.records import LATER, REPORT, indicator, milestone, observation, target

THREE = [indicator(name, name=Localized(f"指标{name}", f"Indicator {name}")) for name in "abc"]


def growth(before: str = "579", source: str = REPORT) -> Sketch | None:
    reached = zip("abc", before, strict=True)
    rows = [observation(name, "2020", f"growth {v}%", source) for name, v in reached]
    promises = [target("a", "growth ≥6%"), target("b", "growth ≈3%"), target("c", "level 9亿元")]
    ledger, outlooks = setting(rows, promises, *THREE)
    return growth_sketch(ledger, outlooks, Period("2021"), SITE)


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
    assert marks(found) == ["reported", "target", "reported", "at-least"]
    assert [row["row"] for row in rows(found, "facts")] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("before", "zh", "en"),
    [
        ("579", "1项高于上年，1项低于上年", "1 higher, 1 lower"),
        ("639", "1项不低于上年，1项与上年大致相同", "1 no lower, 1 about the same"),
        ("539", "1项高于上年，1项与上年大致相同", "1 higher, 1 about the same"),
        ("829", "1项高于上年，1项下限低于上年", "1 higher, 1 with a floor below it"),
    ],
)
def test_the_title_of_growth_counts_every_target_as_it_is_worded(
    before: str, zh: str, en: str
) -> None:
    found = growth(before)
    assert found is not None
    assert found.title.zh == f"2021年增长目标与上年增速：2项中{zh}"
    assert found.title.en == f"Growth targets for 2021 against the year before: of 2, {en}"


def test_growth_is_against_the_figure_that_stands_now_where_it_was_revised() -> None:
    reached = [observation(name, "2020", "growth 5%", status="preliminary") for name in "ab"]
    final = observation("a", "2020", "growth 5.6%", LATER, "final")
    promises = [target(name, "growth ≥6%") for name in "ab"]
    ledger, outlooks = setting([*reached, final], promises, *THREE)
    found = growth_sketch(ledger, outlooks, Period("2021"), SITE)
    assert [row[1].en for row in found.rows if row[0].en == "Indicator a"] == ["+5.6%"]


def test_growth_names_the_sources_of_promises_and_of_what_was_reached() -> None:
    found = growth(source=LATER)
    assert found is not None
    assert found.source.en == f"Source: title of {REPORT}; title of {LATER}"


def test_a_long_name_stands_in_lines_beside_the_numbers() -> None:
    long = Localized("很长的名字" * 9, "A name that is very long " * 4)
    told = [observation(one, "2020", "growth 5%") for one in "ab"]
    promises = [target(one, "growth ≥6%") for one in "ab"]
    ledger, outlooks = setting(told, promises, *[indicator(one, name=long) for one in "ab"])
    names = rows(growth_sketch(ledger, outlooks, Period("2021"), SITE), "names")
    lines = [row["label"] for row in names if row["row"] == 0]
    assert "".join(lines) == long.zh
    assert all(text_width(line) < FULL_WIDTH - 100 for line in lines)


def test_one_growth_target_is_not_a_chart() -> None:
    rows = [observation("a", "2020", "growth 5%")]
    ledger, outlooks = setting(rows, [target("a", "growth ≥6%")], *THREE)
    assert growth_sketch(ledger, outlooks, Period("2021"), SITE) is None


def glance() -> Sketch:
    reached = {"a": "growth 7%", "b": "growth 1%"}
    rows = [observation(name, "2021", stated, LATER) for name, stated in reached.items()]
    promises = [target(name, "growth ≥6%") for name in "bac"] + [milestone("stadium")]
    ledger, outlooks = setting(rows, promises, *THREE)
    found = glance_sketch(ledger, outlooks, SITE)
    assert found is not None
    return found


def test_every_promise_is_a_mark_and_verdicts_stand_together() -> None:
    assert marks(glance()) == ["met", "missed", "pending", "pending"]


def test_the_whole_is_counted_in_the_title_and_by_theme_in_the_table() -> None:
    found = glance()
    assert found.title.en == "4 promises: met 1, missed 1, outcome not found yet 2"
    assert [cell.zh for cell in found.rows[0]] == ["economy", "1", "1", "0", "2"]


def test_verdicts_that_are_inferred_look_so_and_are_counted_apart() -> None:
    told = [observation("a", "2020", "level 100亿元"), observation("b", "2021", "growth 8%", LATER)]
    later = [observation("a", "2021", "level 109亿元", LATER)]
    promises = [target(name, "growth ≥6%") for name in "ab"]
    ledger, outlooks = setting([*told, *later], promises, *THREE)
    found = glance_sketch(ledger, outlooks, SITE)
    assert found is not None
    assert marks(found) == ["met", "met-derived"]
    assert found.title.en == "2 promises: met 2 (1 derived)"
    assert [row["label"] for row in rows(found, "key", lang="en")] == ["met 1", "derived met 1"]


def test_a_mark_names_its_promise() -> None:
    assert (
        rows(glance(), "facts", lang="en")[0]["says"] == "Indicator a, growth of at least 6%: met"
    )


def test_no_promises_are_no_picture() -> None:
    ledger, _ = setting([])
    assert glance_sketch(ledger, [], SITE) is None


def sparks(rows: Sequence[Observation], *promises: Target) -> dict[str, Sketch]:
    ledger, outlooks = setting(rows, promises, *THREE)
    own = [[o for o in outlooks if o.target.indicator == one.id] for one in THREE]
    return spark_sketches(zip(THREE, own, strict=True), ledger)


def yearly(name: str, *years: int) -> list[Observation]:
    return [observation(name, str(year), f"level {year}亿元", LATER) for year in years]


def test_a_sparkline_is_the_line_its_last_dot_and_the_promise_without_words() -> None:
    found = sparks(yearly("a", 2017, 2018, 2020, 2022), target("a", "level ≥2023亿元"))["a"]
    assert [(row["mark"], row["year"]) for row in rows(found, "facts")] == [
        *(("point", 2017), ("point", 2018), ("point", 2020)),
        *(("reported", 2022), ("at-least", 2021)),
    ]
    assert [row["year"] for row in rows(found, "due")] == [2021]


def test_a_column_of_sparklines_has_the_same_years() -> None:
    found = sparks([*yearly("a", 2010, 2020), *yearly("b", 2019, 2024)], target("b", "growth 6%"))
    years = {
        (one["first"], one["last"]) for f in found.values() for one in [f.picture("zh").params]
    }
    assert years == {(2010, 2024)}


def test_a_sparkline_needs_two_marks() -> None:
    assert sparks(yearly("a", 2020)) == {}


def test_the_legend_explains_every_mark_and_every_line_of_a_series() -> None:
    legend = legend_sketch()
    verdicts = {"met", "missed", "undecidable", "pending", "met-derived", "missed-derived"}
    alike = {"distance", "due", "more-derived", "less-derived", "more-extracted", "less-extracted"}
    alike |= {"less", "at-least-extracted", "at-most-extracted", "within"}
    shown = {row["mark"] for row in legend.picture("zh").data["facts"]}
    lines = {row["rule"] for row in legend.picture("zh").data["rules"]}
    lines |= {row["rule"] for row in legend.picture("zh").data["related"]}
    assert {*MARKS} - shown - verdicts - alike == set()
    assert {*RULES} - lines - alike == set()

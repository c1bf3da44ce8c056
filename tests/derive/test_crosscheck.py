"""Cross-checks: figures that bear on each other, with both numbers."""

from __future__ import annotations

import pytest

from tally.derive import CROSS_CHECKS, Finding, cross_check, judge
from tally.records.model import Indicator, Localized, Observation, Target
from tally.words.sentences import said
from tally.words.tables import phrase
from tests.support.records import (
    LATER,
    dataset,
    indicator,
    ledger_of,
    observation,
    target,
    vocabulary,
)


def findings(
    check: str, rows: list[Observation], *indicators: Indicator, targets: tuple[Target, ...] = ()
) -> list[Finding]:
    words = vocabulary(*(indicators or (indicator("x"),)))
    ledger = ledger_of(dataset(rows, targets), words)
    found = cross_check(ledger, judge(ledger))
    return [one for one in found if one.check == check]


def words(found: Finding) -> Localized:
    return said(found.text, vocabulary(indicator("x")))


def rows_of(*figures: str, name: str = "x", by: str = "gwr-2021") -> list[Observation]:
    return [observation(name, *text.split(" ", 1), by) for text in figures]


# fmt: off
TOTALS = [
    # total, single years, severity
    ("cumulative 3687亿元", ["2020 level 750亿元"], "consistent"),
    ("cumulative 700亿元", ["2020 level 750亿元"], "differs"),
    ("cumulative >1600亿元", ["2020 level 507亿元"], "consistent"),
    ("cumulative >500亿元", ["2020 level 507亿元"], "unknown"),
    ("cumulative 750亿元", ["2020 level 750亿元"], "unknown"),
    ("cumulative 10亿元", [f"{y} level 2亿元" for y in range(2016, 2021)], "rounding"),
    ("cumulative 15亿元", [f"{y} level 2亿元" for y in range(2016, 2021)], "differs"),
]
# fmt: on


@pytest.mark.parametrize(("total", "years", "severity"), TOTALS)
def test_a_total_is_at_least_the_sum_of_its_known_years(
    total: str, years: list[str], severity: str
) -> None:
    found = findings("totals-and-years", rows_of(f"2016-2020 {total}", *years))
    assert [one.severity for one in found] == [severity]


def test_a_total_is_shown_beside_the_years_it_holds() -> None:
    rows = rows_of("2016-2020 cumulative 3687亿元", "2018 level 686亿元", "2020 level 750亿元")
    (found,) = findings("totals-and-years", rows)
    assert words(found).en == (
        "RMB 368.7 billion in total over 2016–2020; 2018, 2020 together RMB 143.6 billion"
    )
    assert words(found).zh == "2016—2020年累计3687亿元；其中2018、2020年合计1436亿元"
    assert found.inputs == tuple(row.id for row in rows)


@pytest.mark.parametrize(
    ("bound", "period", "exact", "severity"),
    [
        ("level >4000亿元", "2016-2020", "2020 level 4250亿元", "consistent"),
        ("level >4000亿元", "2016-2020", "2020 level 3900亿元", "differs"),
        ("level >4000亿元", "2020", "2020 level 4250亿元", "consistent"),
        ("level ≤4000亿元", "2020", "2020 level 4250亿元", "differs"),
    ],
)
def test_an_exact_figure_lies_beyond_the_threshold_that_was_passed(
    bound: str, period: str, exact: str, severity: str
) -> None:
    found = findings("thresholds", rows_of(f"{period} {bound}", exact))
    assert [one.severity for one in found] == [severity]


@pytest.mark.parametrize(
    ("part", "severity"),
    [("level 225亿元", "consistent"), ("level 800亿元", "differs"), ("level >700亿元", "unknown")],
)
def test_a_part_is_never_above_its_whole(part: str, severity: str) -> None:
    rows = rows_of("2020 level 750亿元", name="whole") + rows_of(f"2020 {part}", name="part")
    found = findings(
        "parts-and-wholes", rows, indicator("whole"), indicator("part", part_of="whole")
    )
    assert [one.severity for one in found] == [severity]


def test_promised_parts_are_compared_with_promised_wholes() -> None:
    promises = (target("whole", "level 250亿元"), target("part", "level 300亿元"))
    kinds = (indicator("whole"), indicator("part", part_of="whole"))
    (found,) = findings("parts-and-wholes", [], *kinds, targets=promises)
    assert (found.severity, found.period) == ("differs", "2021")
    assert found.inputs == (promises[1].id, promises[0].id)


# fmt: off
BACK = [
    (["2019 level 720亿元", "2020 level 750亿元", "2020 growth 4.2%"], "nominal", "consistent"),
    (["2019 level 700亿元", "2020 level 750亿元", "2020 growth 4.2%"], "nominal", "differs"),
    (["2019 level 4045亿元", "2020 level 4250亿元", "2020 growth 5%"], "real", "consistent"),
    (["2019 level 4100亿元", "2020 level 4250亿元", "2020 growth 5%"], "real", "unknown"),
]
# fmt: on


@pytest.mark.parametrize(("figures", "basis", "severity"), BACK)
def test_a_level_and_its_growth_imply_the_year_before(
    figures: list[str], basis: str, severity: str
) -> None:
    found = findings("level-and-growth", rows_of(*figures), indicator("x", growth_basis=basis))
    assert [one.severity for one in found] == [severity]


def test_growth_at_constant_prices_says_so_where_a_level_is_implied() -> None:
    rows = rows_of("2019 level 4100亿元", "2020 level 4250亿元", "2020 growth 5%")
    (found,) = findings("level-and-growth", rows, indicator("x", growth_basis="real"))
    assert "constant prices" in words(found).en
    assert "不变价" in words(found).zh


@pytest.mark.parametrize(
    ("other", "severity"),
    [
        ("level 428亿元", "consistent"),
        ("level 428.03亿元", "rounding"),
        ("level >400亿元", "consistent"),
        ("level 430亿元", "differs"),
    ],
)
def test_the_same_figure_is_compared_between_sources(other: str, severity: str) -> None:
    rows = rows_of("2020 level 428亿元") + rows_of(f"2020 {other}", by=LATER)
    assert [one.severity for one in findings("two-sources", rows)] == [severity]


def test_findings_that_read_the_same_are_told_once() -> None:
    rows = rows_of("2019 level 720亿元", "2020 level 750亿元", "2020 growth 4.2%")
    rows += rows_of("2019 level 720亿元", by=LATER)
    assert len(findings("level-and-growth", rows)) == 1


def test_one_source_is_not_compared_with_itself() -> None:
    assert findings("two-sources", rows_of("2020 level 428亿元", "2020 level >400亿元")) == []


@pytest.mark.parametrize(
    ("change", "severity"), [("level 744家", "consistent"), ("level 436家", "differs")]
)
def test_a_net_change_is_the_difference_of_two_stocks(change: str, severity: str) -> None:
    rows = rows_of("2021 level 2000家", "2022 level 2744家", name="stock")
    rows += rows_of(f"2022 {change}", name="added")
    kinds = (indicator("stock"), indicator("added", change_of="stock"))
    assert [one.severity for one in findings("stocks-and-changes", rows, *kinds)] == [severity]


@pytest.mark.parametrize(
    ("outcome", "severity"),
    [("growth 7.8%", ["consistent"]), ("growth 5%", ["differs"]), ("level 5亿元", ["unknown"])],
)
def test_outcomes_are_compared_with_promises(outcome: str, severity: list[str]) -> None:
    rows = rows_of(f"2021 {outcome}", by=LATER)
    found = findings("outcomes-and-promises", rows, targets=(target("x", "growth ≥6%"),))
    assert [one.severity for one in found] == severity


def test_a_promise_without_outcome_is_no_finding() -> None:
    assert findings("outcomes-and-promises", [], targets=(target("x", "growth ≥6%"),)) == []


def test_every_check_is_explained_in_both_languages_and_tested_here() -> None:
    assert {check.id for check in CROSS_CHECKS} == {
        "two-sources",
        "level-and-growth",
        "totals-and-years",
        "thresholds",
        "parts-and-wholes",
        "stocks-and-changes",
        "outcomes-and-promises",
    }
    for check in CROSS_CHECKS:
        assert phrase(f"cross_check.{check.id}.name").zh
        explained = phrase(f"cross_check.{check.id}.explanation")
        assert explained.zh != explained.en

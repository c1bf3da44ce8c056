"""Aims over several years, judged from what is reported of single ones."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.derive import Outlook, judge
from tally.derive.interval import Interval, point, root
from tally.records.model import Indicator, Localized, Observation
from tally.terms import Direction, GrowthBasis
from tally.words.sentences import said
from tests.support.records import (
    LATER,
    dataset,
    indicator,
    ledger_of,
    observation,
    target,
    vocabulary,
)

FIRST = 2016
SPAN = "2016-2020"


def look(
    promised: str, rows: list[Observation], due: str = SPAN, one: Indicator | None = None
) -> Outlook:
    promise = target("x", promised, due)
    words = vocabulary(one or indicator("x"))
    return judge(ledger_of(dataset(rows, [promise]), words))[promise.id]


def yearly(measure: str, unit: str, *values: str, first: int = FIRST) -> list[Observation]:
    """A figure for each year from the first."""
    return [
        observation("x", str(first + index), f"{measure} {value}{unit}", LATER)
        for index, value in enumerate(values)
    ]


def ends(before: str, now: str) -> list[Observation]:
    """The levels of the year before the span, and of its last."""
    return [
        observation("x", str(FIRST - 1), f"level {before}"),
        observation("x", "2020", f"level {now}", LATER),
    ]


def rates(*values: str) -> list[Observation]:
    return yearly("growth", "%", *values)


def amounts(*values: str) -> list[Observation]:
    return yearly("level", "亿元", *values)


GROWTHS = ("6.4", "3.1", "6.2", "6.0", "5.9")

# fmt: off
FROM_YEARS = [
    # promise, what single years say, verdict
    # --- 年均, from the growth of each year
    ("growth ≥6%", rates(*GROWTHS), "missed"),
    ("growth ≥5.5%", rates(*GROWTHS), "met"),
    ("growth ≥6%", rates("6.0", "6.0", "6.0", "6.0", "6.0"), "met"),
    ("growth >6%", rates("6.0", "6.0", "6.0", "6.0", "6.0"), "missed"),
    ("growth ≥6.0%", rates("6", "6", "6", "6", "6"), "undecidable"),
    ("growth ≥6.0%", rates("7", "7", "7", "7", "7"), "met"),
    ("growth ≥6%", rates("9.0", "-1.0", "9.0", "8.0", "8.0"), "met"),
    ("growth ≥6%", rates(*GROWTHS[:4]), "undecidable"),
    # --- 年均, from the levels of the base year and of the last
    ("growth 6%", ends("1000亿元", "1345亿元"), "met"),
    ("growth ≥6%", ends("1000亿元", "1345亿元"), "met"),
    ("growth ≥6.2%", ends("1000亿元", "1345亿元"), "missed"),
    ("growth ≥6%", ends("1000亿元", "1338亿元"), "undecidable"),
    ("growth ≥6%", ends("1000亿元", ">2000亿元"), "met"),
    ("growth ≥6%", ends("1000亿元", "1345亿美元"), "undecidable"),
    # --- in all
    ("cumulative ≥5000亿元", amounts("950", "1000", "1050", "1080", "1120"), "met"),
    ("cumulative ≥5000亿元", amounts("950", "1000", "1050", "1080", "900"), "missed"),
    ("cumulative ≥5000亿元", amounts("1000", "1000", "1000", "1000", "1000"), "met"),
    ("cumulative ≥5000亿元", amounts("950", "1000", "1050", "1080"), "undecidable"),
    ("cumulative ≥5000亿元", yearly("level", "家", *["2000"] * 5), "undecidable"),
    ("level ≥5000亿元", amounts("950", "1000", "1050", "1080", "1120"), "met"),
    ("level ≤4%", yearly("level", "%", "1", "1", "1", "1", "1"), "undecidable"),
]
# fmt: on


@pytest.mark.parametrize(("promised", "rows", "verdict"), FROM_YEARS)
def test_an_aim_over_years_is_judged_when_all_years_are_known(
    promised: str, rows: list[Observation], verdict: str
) -> None:
    rows = [*rows, observation("x", SPAN, "change 1家", LATER)]
    assert look(promised, rows).verdict.code == verdict


def test_a_total_of_three_years_is_the_sum_of_them() -> None:
    found = look(
        "cumulative 2900家", yearly("level", "家", "900", "1000", "1050", first=2021), "2021-2023"
    )
    assert (found.verdict.code, found.verdict.inference) == ("met", "derived")
    assert found.weighed is not None
    assert found.weighed.interval == point(2950)
    assert len(found.verdict.inputs) == 3


def test_the_total_of_a_stock_is_no_sum() -> None:
    words = vocabulary(indicator("x"), indicator("y", change_of="x"))
    promise = target("x", "level ≥100家", SPAN)
    rows = yearly("level", "家", "90", "91", "92", "93", "94")
    found = judge(ledger_of(dataset(rows, [promise]), words))[promise.id]
    assert found.verdict.code == "pending"


def test_an_average_that_a_source_states_comes_before_a_derived_one() -> None:
    rows = [observation("x", SPAN, "growth 6.1%", LATER), *yearly("growth", "%", *GROWTHS)]
    found = look("growth ≥6%", rows)
    assert (found.verdict.code, found.verdict.inference) == ("met", "stated")


def test_levels_say_nothing_of_growth_at_constant_prices() -> None:
    real = indicator("x", growth_basis="real")
    assert look("growth 6%", ends("1000亿元", "1345亿元"), one=real).verdict.code == "pending"
    rows = yearly("growth", "%", *GROWTHS)
    assert look("growth ≥6%", rows, one=real).verdict.code == "missed"


def test_the_reason_says_how_the_years_were_reckoned() -> None:
    def why(promised: str, rows: list[Observation]) -> Localized:
        return said(look(promised, rows).verdict.reason, vocabulary(indicator("x")))

    average = why("growth ≥6%", yearly("growth", "%", *GROWTHS))
    assert average.zh == (
        "2016—2020年各年增长6.4%、增长3.1%、增长6.2%、增长6.0%、增长5.9%，平均每年增长5.5%；"
        "承诺增长6%以上"
    )
    assert "on average +5.5%; growth of at least 6% was promised" in average.en
    assert why("growth 6%", ends("1000亿元", "1345亿元")).en == (
        "RMB 134.5 billion in 2020 on RMB 100.0 billion in 2015 is +6.1% a year on average; "
        "+6% was promised"
    )
    same = yearly("level", "亿元", "10", "10", "10", "10", "10")
    total = why("cumulative 40亿元", same)
    assert total.zh.startswith("2016—2020年各年10亿元、10亿元、10亿元、10亿元、10亿元，合计50亿元")


# fmt: off
DOUBLINGS = [
    # promise (due 2025), level of 2020, level of 2025, verdict
    ("growth 1番 since 2020", "100亿元", "201亿元", "met"),
    ("growth 1番 since 2020", "100亿元", "190亿元", "missed"),
    ("growth 1番 since 2020", "100亿元", "200亿元", "met"),
    ("growth 1番 since 2020", "100亿元", "199亿元", "missed"),
    ("growth 1番 since 2020", "100亿元", ">190亿元", "undecidable"),
    ("growth 1番 since 2020", "100家", "200家", "met"),
    ("growth 1番 since 2020", "100家", "199家", "missed"),
    ("growth 2番 since 2020", "100家", "399家", "missed"),
    ("growth 2番 since 2020", "100家", "400家", "met"),
    ("growth 1倍 since 2020", "100家", "200家", "met"),
    ("growth 1倍 since 2020", "100家", "199家", "missed"),
    ("growth >1倍 since 2020", "100家", "200家", "missed"),
    ("growth 70% since 2020", "100家", "171家", "met"),
    ("growth 70% since 2020", "100家", "169家", "missed"),
    ("growth ≈1番 since 2020", "100家", "196家", "met"),
]
# fmt: on


@pytest.mark.parametrize(("promised", "before", "now", "verdict"), DOUBLINGS)
def test_a_doubling_is_judged_against_the_base_year_that_is_named(
    promised: str, before: str, now: str, verdict: str
) -> None:
    rows = [
        observation("x", "2020", f"level {before}"),
        observation("x", "2024", "level 1家", LATER),
        observation("x", "2025", f"level {now}", LATER),
    ]
    found = look(promised, rows, "2025")
    assert (found.verdict.code, found.verdict.inference) == (verdict, "derived")
    assert found.verdict.inputs == (rows[0].id, rows[2].id)


def test_a_doubling_over_a_span_counts_from_the_year_before_it() -> None:
    rows = ends("100家", "205家")
    assert look("growth 1番", rows).verdict.code == "met"
    assert look("growth 1倍", rows).verdict.code == "met"


def test_a_doubling_at_constant_prices_follows_from_the_growth_of_each_year() -> None:
    real = indicator("x", growth_basis="real")
    fast = yearly("growth", "%", "15.0", "15.0", "15.0", "15.0", "15.0")
    assert look("growth 1番", fast, one=real).verdict.code == "met"
    slow = yearly("growth", "%", "14.0", "14.0", "14.0", "14.0", "14.0")
    assert look("growth 1番", slow, one=real).verdict.code == "missed"


def test_growth_since_a_base_year_is_not_taken_for_that_of_one_year() -> None:
    rows = [observation("x", "2021", "growth 70% since 2007", LATER)]
    assert look("growth ≥6%", rows, "2021").verdict.code == "undecidable"
    assert look("growth ≥60% since 2007", rows, "2021").verdict.code == "met"
    assert look("growth ≥60% since 2010", rows, "2021").verdict.code == "undecidable"


def test_growth_since_the_year_before_is_that_of_one_year() -> None:
    rows = [observation("x", "2021", "growth 7%", LATER)]
    assert look("growth ≥6% since 2020", rows, "2021").verdict.code == "met"


def test_the_growth_of_one_year_does_not_answer_an_average() -> None:
    rows = [observation("x", "2020", "growth 9%", LATER)]
    assert look("growth ≥6%", rows).verdict.code == "pending"


@given(st.fractions(Fraction(1, 100), Fraction(100)), st.integers(1, 20))
def test_a_root_holds_the_number_it_is_the_root_of(value: Fraction, degree: int) -> None:
    found = root(point(value), degree)
    assert found.low is not None
    assert found.high is not None
    assert found.low**degree <= value <= found.high**degree
    assert found.high - found.low <= Fraction(1, 10**11)


def test_an_exact_root_is_exact() -> None:
    assert root(point(Fraction("1.06") ** 5), 5) == point(Fraction("1.06"))
    assert root(Interval(Fraction(4), None), 2) == Interval(Fraction(2), None)


# fmt: off
INDICES = [
    # promise, index (the year before is 100) of the year, verdict
    ("growth ≥6%", "106.9", "met"),
    ("growth ≥6%", "106.0", "met"),
    ("growth ≥6%", "105.9", "missed"),
    ("growth ≥6.00%", "106.0", "undecidable"),
    ("growth -≥3%", "96.5", "met"),
]
# fmt: on


@pytest.mark.parametrize(("promised", "index", "verdict"), INDICES)
@pytest.mark.parametrize("growth_basis", ["real", "nominal"])
def test_an_index_of_the_year_before_says_the_growth(
    promised: str, index: str, verdict: str, growth_basis: str
) -> None:
    rows = [observation("x", "2021", f"index {index}点", LATER)]
    one = indicator("x", Direction.NONE, growth_basis=GrowthBasis(growth_basis))
    found = look(promised.replace("-≥", "≥-"), rows, "2021", one)
    assert (found.verdict.code, found.verdict.inference) == (verdict, "derived")


def test_indices_make_an_average_as_growths_do() -> None:
    rows = yearly("index", "点", "106.4", "103.1", "106.2", "106.0", "105.9")
    real = indicator("x", growth_basis=GrowthBasis.REAL)
    assert look("growth ≥6%", rows, one=real).verdict.code == "missed"
    assert look("growth ≥5.5%", rows, one=real).verdict.code == "met"

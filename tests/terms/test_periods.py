"""Periods: which texts are some, and which days they cover."""

from __future__ import annotations

import json
import pickle
from datetime import date

import pytest

from tally.terms import Period, PeriodError, days_of, is_date


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2016-2020", "2016-01-01", "2020-12-31"),
        ("2020H1", "2020-01-01", "2020-06-30"),
        ("2020H2", "2020-07-01", "2020-12-31"),
        ("2020Q1", "2020-01-01", "2020-03-31"),
        ("2020Q4", "2020-10-01", "2020-12-31"),
        ("2020Q1-Q3", "2020-01-01", "2020-09-30"),
        ("2020Q2-Q4", "2020-04-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-01--2020-09", "2020-01-01", "2020-09-30"),
        ("2020-07--2021-06", "2020-07-01", "2021-06-30"),
    ],
)
def test_a_period_covers_its_days(text: str, start: str, end: str) -> None:
    period = Period(text)
    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    ["", "20", "1850", "2200", "2020-2016", "2020-2020", "2020H3", "2020Q0", "2020Q3-Q3",
     "2020Q3-Q1", "2020-13", "2020-00",
     "2020-07--2020-07", "2020-07--2019-01", "2020-01-11", "２０２０", "2020 ", "Q1 2020"],
)  # fmt: skip
def test_other_texts_are_no_periods(text: str) -> None:
    with pytest.raises(PeriodError):
        Period(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2021", True),
        ("2021-01", True),
        ("2021-01-11", True),
        ("2024-02-29", True),
        ("2021-02-29", False),
        ("2021-13", False),
        ("2021-1-1", False),
        ("0026-11-22", False),
        ("2101-01-01", False),
        ("2016-2020", False),
        ("2020H1", False),
        ("yesterday", False),
    ],
)
def test_a_date_is_a_day_a_month_or_a_year_of_the_calendar(text: str, right: bool) -> None:
    assert is_date(text) is right


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-11-30", "2021-11-30", "2021-11-30"),
    ],
)
def test_a_date_may_mean_any_of_its_days(text: str, first: str, last: str) -> None:
    assert days_of(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        ("2021", "2020"),
        ("2016-2020", "2011-2015"),
        ("2021H1", "2020H1"),
        ("2021Q3", "2020Q3"),
        ("2021-04", "2020-04"),
        ("2021-01--2021-04", "2020-01--2020-04"),
    ],
)
def test_the_period_before_is_of_the_same_kind(period: str, earlier: str) -> None:
    assert Period(period).before == earlier
    assert Period(earlier).after == period


@pytest.mark.parametrize(
    ("period", "first", "count"),
    [
        ("2021", 1, 12),
        ("2021H1", 1, 6),
        ("2021H2", 7, 6),
        ("2021Q3", 7, 3),
        ("2021-04", 4, 1),
        ("2021-01--2021-04", 1, 4),
    ],
)
def test_a_part_of_a_year_has_its_months(period: str, first: int, count: int) -> None:
    start = 2021 * 12 + first
    assert Period(period).months == (start, start + count)


@pytest.mark.parametrize("period", ["2016-2020", "2021-11--2022-02"])
def test_spans_over_years_have_no_months(period: str) -> None:
    assert Period(period).months is None


def test_a_span_has_its_years() -> None:
    assert Period("2019-2021").years == ("2019", "2020", "2021")
    assert Period("2021").years == ()


def test_a_period_is_its_text_wherever_it_is_written_sorted_or_looked_up() -> None:
    period = Period("2020H1")
    assert period == "2020H1"
    assert {"2020H1": "found"}[period] == "found"
    assert json.dumps([period]) == '["2020H1"]'
    assert sorted([Period("2021"), period, Period("2016-2020")]) == ["2016-2020", "2020H1", "2021"]


def test_a_period_is_one_object_however_often_it_is_read() -> None:
    period = Period("2020H1")
    assert Period("2020" + "H1") is period
    assert pickle.loads(pickle.dumps(period)) == period


def test_nothing_of_a_period_can_be_changed() -> None:
    with pytest.raises(AttributeError):
        Period("2020").start = date(1999, 1, 1)


def test_what_comes_before_the_first_year_and_after_the_last_has_its_days() -> None:
    assert Period("1900").before.start == date(1899, 1, 1)
    assert Period("2001-2100").after.end == date(2200, 12, 31)


def test_years_are_one_period_whether_one_or_several() -> None:
    assert Period.of_years(2020, 2020) == "2020"
    assert Period.of_years(2016, 2020) == "2016-2020"

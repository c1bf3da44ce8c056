"""Periods: which texts are some, and which days they cover."""

from __future__ import annotations

from datetime import date

import pytest

from tally.records.periods import PeriodError, days_of, is_date, parse_period


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
    period = parse_period(text)
    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text",
    ["", "20", "1850", "2200", "2020-2016", "2020-2020", "2020H3", "2020Q0", "2020Q3-Q3",
     "2020Q3-Q1", "2020-13", "2020-00",
     "2020-07--2020-07", "2020-07--2019-01", "2020-01-11", "２０２０", "2020 ", "Q1 2020"],
)  # fmt: skip
def test_other_texts_are_no_periods(text: str) -> None:
    with pytest.raises(PeriodError):
        parse_period(text)


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

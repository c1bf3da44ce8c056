"""Periods in relation to each other."""

from __future__ import annotations

import pytest

from tally.derive.timeline import after, before, months, span_years


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
    assert before(period) == earlier
    assert after(earlier) == period


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
    assert months(period) == (start, start + count)


@pytest.mark.parametrize("period", ["2016-2020", "2021-11--2022-02"])
def test_spans_over_years_have_no_months(period: str) -> None:
    assert months(period) is None


def test_a_span_has_its_years() -> None:
    assert span_years("2019-2021") == ("2019", "2020", "2021")
    assert span_years("2021") == ()

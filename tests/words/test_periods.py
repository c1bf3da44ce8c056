"""Periods in words."""

from __future__ import annotations

import pytest

from tally.records.model import Localized
from tally.terms import Period
from tally.words.periods import period_words


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2020", "2020年", "2020"),
        ("2016-2020", "2016—2020年", "2016–2020"),
        ("2020H1", "2020年上半年", "First half of 2020"),
        ("2020H2", "2020年下半年", "Second half of 2020"),
        ("2020Q1", "2020年第一季度", "Q1 2020"),
        ("2020Q4", "2020年第四季度", "Q4 2020"),
        ("2020Q1-Q3", "2020年前三季度", "Q1 to Q3 2020"),
        ("2020Q2-Q4", "2020年第二至第四季度", "Q2 to Q4 2020"),
        ("2020-02", "2020年2月", "February 2020"),
        ("2020-01--2020-09", "2020年1月至9月", "January to September 2020"),
        ("2020-07--2021-06", "2020年7月至2021年6月", "July 2020 to June 2021"),
    ],
)
def test_a_period_is_said_as_people_say_it(text: str, zh: str, en: str) -> None:
    assert period_words(Period(text)) == Localized(zh, en)

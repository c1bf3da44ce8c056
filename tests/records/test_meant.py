"""What was meant by words of reports in the places of codes."""

from __future__ import annotations

import pytest

from tally.records.meant import amount_meant, bound_meant, period_meant


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2020年", "2020"),
        ("２０２０年", "2020"),
        ("2016~2020", "2016-2020"),
        ("2016—2020年", "2016-2020"),
        ("2016至2020", "2016-2020"),
        ("2016年-2020年", "2016-2020"),
        ("2020年上半年", "2020H1"),
        ("2020上半年", "2020H1"),
        ("2020年前三季度", "2020Q1-Q3"),
        ("2020年第三季度", "2020Q3"),
        ("2020年7月", "2020-07"),
        ("2020年1-6月", "2020-01--2020-06"),
        ("2020", None),
        ("去年", None),
        ("十三五", None),
    ],
)
def test_a_period_as_reports_word_it(text: str, period: str | None) -> None:
    assert period_meant(text) == period


@pytest.mark.parametrize(
    ("text", "bound"),
    [(">=", "ge"), ("≥", "ge"), ("以上", "ge"), ("<", "lt"), ("以内", "le"), ("约", "approx"),
     ("＞＝", "ge"), ("most", None)],
)  # fmt: skip
def test_a_bound_as_reports_word_it(text: str, bound: str | None) -> None:
    assert bound_meant(text) == bound


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("5%", ("5", "%")),
        ("4,250亿元", ("4250", "亿元")),
        ("4250.5 亿元", ("4250.5", "亿元")),
        ("many", None),
        ("5", None),
    ],
)
def test_an_amount_is_a_number_and_a_unit(text: str, amount: tuple[str, str] | None) -> None:
    assert amount_meant(text) == amount

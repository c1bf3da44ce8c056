"""How figures read in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tally.site.format import number, reread, restated, scaled, stated, worded
from tests.support.records import UNITS, figure


@pytest.mark.parametrize(
    ("said", "zh", "en"),
    [
        ("level 4250亿元", "4250亿元", "RMB 425.0 billion"),
        ("level 9000.8亿元", "9000.8亿元", "RMB 900.08 billion"),
        ("level 62700元", "62700元", "RMB 62,700"),
        ("level 850亿美元", "850亿美元", "USD 85.0 billion"),
        ("level 1.1万人", "1.1万人", "11,000 persons"),
        ("level 166.7万人", "166.7万人", "1.667 million persons"),
        ("level 2000座", "2000座", "2,000"),
        ("level 3.7%", "3.7%", "3.7%"),
        ("level 5.10%", "5.10%", "5.10%"),
        ("level 0.5万人", "0.5万人", "5,000 persons"),
        ("ratio 1.93倍", "1.93倍", "1.93 times"),
        ("rank 1位", "第1位", "rank 1"),
        ("ratio 1.93比", "1.93∶1", "1.93 to 1"),
    ],
)
def test_number_keeps_the_digits_of_its_report(said: str, zh: str, en: str) -> None:
    assert number(figure(said), UNITS, "zh") == zh
    assert number(figure(said), UNITS, "en") == en


@pytest.mark.parametrize(
    ("said", "zh", "en"),
    [
        ("growth 5%", "+5%", "+5%"),
        ("growth -3.2%", "−3.2%", "−3.2%"),
        ("growth ≥6%", "增长6%以上", "growth of at least 6%"),
        ("growth ≈6%", "增长6%左右", "growth of about 6%"),
        ("growth ≥-10%", "下降10%以上", "decline of at least 10%"),
        ("growth 6~6.5%", "增长6%—6.5%", "growth of 6 to 6.5%"),
        ("level ≤2.5%", "2.5%以内", "at most 2.5%"),
        ("level >400家", "超过400家", "more than 400"),
        ("level <3%", "低于3%", "less than 3%"),
        ("change 1个百分点", "+1个百分点", "+1 percentage point"),
        ("change 1位", "上升1位", "up 1 place"),
        ("change -2位", "下降2位", "down 2 places"),
        ("change ≥2位", "上升2位以上", "up at least 2 places"),
        ("share 57%", "57%", "57%"),
    ],
)
def test_bounds_and_changes_read_as_words(said: str, zh: str, en: str) -> None:
    assert worded(figure(said), UNITS, "zh") == zh
    assert worded(figure(said), UNITS, "en") == en


@pytest.mark.parametrize(
    ("value", "factor", "expected"),
    [
        ("4250", 10**8, "4.250E+11"),
        ("1.5", 10**4, "1.5E+4"),
        ("0", 10**8, "0"),
        ("5.10", 1, "5.10"),
    ],
)
def test_conversion_invents_no_precision(value: str, factor: int, expected: str) -> None:
    converted = scaled(Decimal(value), Decimal(factor))
    assert converted == Decimal(expected)
    assert len(converted.as_tuple().digits) == len(Decimal(expected).as_tuple().digits)


def test_english_says_how_the_report_put_it() -> None:
    assert restated(figure("level 4250亿元"), UNITS, "en") == "4250亿元"
    assert restated(figure("level 3.7%"), UNITS, "en") is None
    assert restated(figure("level 4250亿元"), UNITS, "zh") is None


def test_range_states_a_percent_sign_at_both_ends() -> None:
    assert stated(figure("growth 6~6.5%"), UNITS) == "6%—6.5%"
    assert stated(figure("level 40~50万人"), UNITS) == "40—50万人"


@pytest.mark.parametrize(
    ("text", "like", "zh", "en"),
    [
        ("4250亿元", "level 4276.76亿元", "4250亿元", "RMB 425.0 billion"),
        ("5%", "growth 4.0%", "5%", "5%"),
        ("4250万元", "level 4276.76亿元", "4250万元", "4250万元"),
        ("约4250亿元", "level 4276.76亿元", "约4250亿元", "约4250亿元"),
        ("4250亿元左右", "level 4276.76亿元", "4250亿元左右", "4250亿元左右"),
        ("<b>", "level 4276.76亿元", "<b>", "<b>"),
        ("", "level 4276.76亿元", "", ""),
    ],
)
def test_former_value_reads_like_the_figure_in_its_place(
    text: str, like: str, zh: str, en: str
) -> None:
    assert reread(text, figure(like), UNITS, "zh") == zh
    assert reread(text, figure(like), UNITS, "en") == en

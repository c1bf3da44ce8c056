"""Numbers as reports write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.extract.numerals import arabic_value, chinese_value, scan_numbers

CHINESE = {
    "三": "3",
    "十": "10",
    "十二": "12",
    "二十": "20",
    "两百": "200",
    "一百零五": "105",
    "三千六": "3006",
    "一万二千三百": "12300",
    "一万亿": "1000000000000",
    "三点五": "3.5",
    "零点四": "0.4",
    "二〇二五": "2025",
    "百": "100",
    "千万": "10000000",
}

COUNTED = [
    ("工业总产值突破一万亿元大关", ["一万亿"]),
    ("第五届江苏技能状元大赛", ["第五"]),
    ("全省首批两宗项目", ["两"]),
    ("成为省内第二个、全国第八个", ["第二", "第八"]),
    ("位居第二。", ["第二"]),
    ("增长百分之三点五", ["百分之三点五"]),
    ("占比达五成。", ["五成"]),
    ("总量翻一番", ["翻一番"]),
    ("2020年新建5G基站1,923座", ["2020", "5", "1,923"]),
    ("PM2.5和S1线", ["2.5", "1"]),
    ("扶持三家企业", ["三"]),
]

NOT_COUNTED = [
    "一批",
    "一体化",
    "一带一路",
    "统一",
    "唯一",
    "红十字",
    "十分重要",
    "万物",
    "千方百计",
]


@pytest.mark.parametrize(("words", "value"), CHINESE.items())
def test_a_chinese_numeral_has_a_value(words: str, value: str) -> None:
    assert chinese_value(words) == Decimal(value)


@pytest.mark.parametrize("words", ["", "点五", "三点", "三点十", "甲", "三" * 40])
def test_what_is_no_numeral_has_no_value(words: str) -> None:
    assert chinese_value(words) is None


def test_decimals_stay_as_written() -> None:
    assert str(arabic_value("1,234.50")) == "1234.50"


def test_a_run_of_digits_too_long_for_a_report_has_no_value() -> None:
    assert arabic_value("9" * 40) is None


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_a_number_that_counts_or_ranks_is_scanned(text: str, expected: list[str]) -> None:
    assert [token.text for token in scan_numbers(text)] == expected


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_a_word_that_only_holds_a_numeral_is_not_scanned(text: str) -> None:
    assert scan_numbers(text) == ()


@given(st.text(alphabet="0123456789一二三十百千万亿第成番个元，。.,% ", max_size=60))
def test_tokens_are_in_order_and_show_their_text(text: str) -> None:
    position = 0
    for token in scan_numbers(text):
        assert position <= token.start < token.end
        assert text[token.start : token.end] == token.text
        position = token.end


@given(st.text(alphabet="甲乙，0123456789.", max_size=40))
def test_every_digit_is_in_a_token(text: str) -> None:
    covered = {i for token in scan_numbers(text) for i in range(token.start, token.end)}
    assert all(index in covered for index, c in enumerate(text) if c.isdigit())

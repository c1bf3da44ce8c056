"""What the words beside a number say of it."""

from __future__ import annotations

import pytest

from tally.extract.wording import wordings


def said(text: str, number: str) -> tuple[str, bool]:
    wording = wordings(text)[text.index(number)]
    return wording.comparator, wording.down


@pytest.mark.parametrize(
    ("text", "number", "comparator"),
    [
        ("地区生产总值增长5%。", "5%", "eq"),
        ("地区生产总值增长6%以上。", "6%", "ge"),
        ("城镇登记失业率控制在2.5%以内。", "2.5%", "le"),
        ("一般公共预算收入增长6%左右。", "6%", "approx"),
        ("净增高新技术企业超500家。", "500家", "gt"),
        ("总量突破2000家。", "2000家", "gt"),
        ("居家养老服务人数近6万人。", "6万人", "approx"),
        ("地区生产总值增长6-6.5%。", "6-6.5%", "range"),
        ("农房翻建不低于2000户。", "2000户", "ge"),
        ("收入、支出分别跨过4000亿元、400亿元台阶。", "4000亿元", "gt"),
        ("收入、支出分别跨过4000亿元、400亿元台阶。", "400亿元", "gt"),
        ("收入、支出分别增长5%、6%左右。", "5%", "approx"),
        ("新增病床560间以上。", "560间", "ge"),
    ],
)
def test_the_words_that_bound_a_number_are_found(text: str, number: str, comparator: str) -> None:
    assert said(text, number)[0] == comparator


@pytest.mark.parametrize(
    ("text", "number", "down"),
    [
        ("违法犯罪警情下降8.6%。", "8.6%", True),
        ("事故起数、死亡人数分别下降78%和74%。", "74%", True),
        ("外贸依存度下降11.9个百分点。", "11.9", True),
        ("地区生产总值增长5%。", "5%", False),
        ("PM2.5年均浓度降至30微克/立方米。", "30", False),
    ],
)
def test_a_decline_is_told_from_a_rise_and_from_a_new_level(
    text: str, number: str, down: bool
) -> None:
    assert said(text, number)[1] is down


def test_places_are_those_of_the_text_with_its_blanks() -> None:
    text = "地区生产总值\u3000增长 6 %以上。"
    assert {text[start]: w.comparator for start, w in wordings(text).items()} == {"6": "ge"}


def test_no_text_has_no_wordings() -> None:
    assert wordings("") == {}

"""Numbers with their units, before anything is known of what they say."""

from __future__ import annotations

import pytest

from tally.extract.compact import compact
from tally.extract.quantities import quantities

CASES = [
    ("4250亿元", "4250", None, "亿元"),
    ("1.1万套", "1.1", None, "万套"),
    ("2万3千多名", "23000", None, "名"),
    ("5200多万", "5200", None, "万"),
    ("3万余场次", "3", None, "万场次"),
    ("5万千瓦", "5", None, "万千瓦"),
    ("3千人", "3000", None, "人"),
    ("8百万吨", "800", None, "万吨"),
    ("一万亿元", "1", None, "万亿元"),
    ("两万个", "2", None, "万个"),
    ("百分之三点五", "3.5", None, "%"),
    ("千分之六", "6", None, "‰"),
    ("6-6.5%", "6", "6.5", "%"),
    ("4.5%—5%", "4.5", "5", "%"),
    ("8%至10%", "8", "10", "%"),
    ("1.5万—2万人", "1.5", "2", "万人"),
    ("30微克/立方米", "30", None, "微克/立方米"),
    ("16.9万吨/日", "16.9", None, "万吨/日"),
    ("0.3个百分点", "0.3", None, "个百分点"),
    ("翻两番", "2", None, "番"),
    ("第二位", "2", None, "位"),
    ("1,234.5公里", "1234.5", None, "公里"),
]

SPACED = [
    ("1 126.5 亿元", "1126.5", "亿元"),
    ("新增4 2家", "42", "家"),
    ("增长 8.2 %", "8.2", "%"),
    ("12. 5%", "12.5", "%"),
    ("535.51[1]亿元", "535.51", "亿元"),
    ("5　%", "5", "%"),
]


@pytest.mark.parametrize(("text", "value", "high", "unit"), CASES)
def test_a_quantity_has_value_and_unit(text: str, value: str, high: str | None, unit: str) -> None:
    (found,) = quantities(text)
    assert (str(found.value), found.unit) == (value, unit)
    assert (None if found.high is None else str(found.high)) == high
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(("text", "value", "unit"), SPACED)
def test_blanks_inside_a_number_do_not_cut_it(text: str, value: str, unit: str) -> None:
    (found,) = quantities(compact(text).text)
    assert (str(found.value), found.unit) == (value, unit)


def test_a_proportion_has_its_parts() -> None:
    (found,) = quantities("3.6:48:48.4")
    assert [str(value) for *_, value in found.parts] == ["3.6", "48", "48.4"]


def test_from_one_number_to_another_is_not_a_range() -> None:
    assert [str(q.value) for q in quantities("5%到3%")] == ["5", "3"]


def test_a_quantity_of_a_million_digits_is_none() -> None:
    assert not list(quantities("1" * 1_000_000))


@pytest.mark.parametrize("text", ["地区生产总值\n\n一、回顾", "甲 乙\n 丙", "12 个\t百 分 点"])
def test_compact_characters_know_their_places(text: str) -> None:
    dense = compact(text)
    for index, character in enumerate(dense.text):
        start, end = dense.span_before(index, index + 1)
        assert text[start:end] == character


def test_a_line_cut_by_the_page_is_joined() -> None:
    page = "五年来，全县人民抢抓机遇、开拓创新、艰苦奋斗，财\n政总收入2.86亿元。"
    assert "财政总收入" in compact(page).text


def test_a_long_title_is_not_joined_to_what_follows() -> None:
    page = "关于临江区国民经济和社会发展计划执行情况的报告\n全区地区生产总值862亿元"
    assert "\n" in compact(page).text


def test_a_heading_is_not_joined_to_what_follows() -> None:
    page = "二、“十五五”时期工作总体要求和主要目标任务安排\n今后五年是关键时期"
    assert "\n" in compact(page).text


RAGGED = """今年，共开展专项整治行动
150余次，出动
8000
余人次，发放
1500
份通知书，清除招牌
2000
块；完成率达到
99.8%
。
"""


def test_a_page_that_breaks_its_lines_around_numbers_is_joined() -> None:
    joined = "今年，共开展专项整治行动150余次，出动8000余人次，发放1500份通知书，清除招牌2000块；"
    assert compact(RAGGED).text == f"{joined}完成率达到99.8%。\n"


def test_a_single_number_on_its_line_is_left_there() -> None:
    assert compact("农业，工业\n12\n个村\n").text == "农业，工业\n12\n个村\n"


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("培育两三个产业", "2", "3", "个"),
        ("共有四五千户", "4000", "5000", "户"),
        ("一万五六千户", "15000", "16000", "户"),
        ("投入三五百万元", "300", "500", "万元"),
        ("销量13万2，", "13.2", None, "万"),
        ("三分之二的村", "66.67", None, "%"),
        ("稳定在全国1/10以上", "10", None, "%"),
        ("居全省第三多。", "3", None, "位"),
        ("同比：+5.3%", "5.3", None, "%"),
    ],
)
def test_numerals_as_they_are_spoken(text: str, value: str, high: str | None, unit: str) -> None:
    (found,) = quantities(text)
    assert (str(found.value), found.high and str(found.high), found.unit) == (value, high, unit)

"""Numbers as a text states them, and the one that a figure means."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tally.records.model import Figure, Localized, Place, Unit
from tally.records.trace import find_figure, numbers_within, stated_numbers

PLACE = Place("f.yml")


def unit(name: str, family: str, factor: str = "1", base: str = "", *forms: str) -> Unit:
    label = Localized(name, name)
    return Unit(name, label, family, Decimal(factor), base or name, forms, PLACE)


UNITS = {
    u.id: u
    for u in (
        unit("元", "money-cny"),
        unit("亿元", "money-cny", "100000000", "元"),
        unit("万亿元", "money-cny", "1000000000000", "元"),
        unit("元/月", "money-cny-per-month", "1", "元/月", "元"),
        unit("%", "percent"),
        unit("个百分点", "percent", "1", "%", "百分点"),
        unit("名", "persons", "1", "人"),
        unit("人", "persons"),
        unit("万人", "persons", "10000", "人"),
        unit("个", "count"),
        unit("例", "count"),
        unit("比", "ratio", "1", "比", "∶1"),
        unit("位", "rank"),
    )
}


def figure(value: str, unit_id: str, high: str | None = None, occurrence: int = 1) -> Figure:
    return Figure(
        measure="level",
        comparator="range" if high else "eq",
        value=Decimal(value),
        value_high=Decimal(high) if high else None,
        unit=unit_id,
        direction=None,
        occurrence=occurrence,
        place=PLACE,
    )


def found(text: str, wanted: Figure) -> str | None:
    number = find_figure(wanted, stated_numbers(text), UNITS)
    return text[number.start : number.end] if number else None


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("生产总值4250亿元、增长5%", figure("4250", "亿元"), "4250亿元"),
        ("生产总值4250亿元、增长5%", figure("5", "%"), "5%"),
        ("支出5.10亿元", figure("5.10", "亿元"), "5.10亿元"),
        ("收入62,700元", figure("62700", "元"), "62,700元"),
        ("增长6-6.5%", figure("6", "%", "6.5"), "6-6.5%"),
        ("高0.3个、0.8个百分点", figure("0.3", "个百分点"), "0.3个"),
        ("高0.3个、0.8个百分点", figure("0.8", "个百分点"), "0.8个百分点"),
        ("低保标准每月1045元", figure("1045", "元/月"), "1045元"),
        ("突破一万亿元大关", figure("1", "万亿元"), "一万亿元"),
        ("突破一万亿元大关", figure("10000", "亿元"), "一万亿元"),
        ("引进2万3千多名", figure("23000", "名"), "2万3千多名"),
        ("引进2万3千多名", figure("2.3", "万人"), "2万3千多名"),
        ("增长百分之三点五", figure("3.5", "%"), "百分之三点五"),
        ("缩小至1.93∶1", figure("1.93", "比"), "1.93∶1"),
        ("位居全省第二", figure("2", "位"), "第二"),
        ("医院“零感染”", figure("0", "例"), "零"),
        ("增长5%和5%", figure("5", "%", occurrence=2), "5%"),
    ],
)
def test_a_figure_is_found_where_the_text_states_it(text: str, wanted: Figure, words: str) -> None:
    assert found(text, wanted) == words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("生产总值4250亿元", figure("4251", "亿元")),
        ("生产总值4250亿元", figure("4250", "元")),
        ("生产总值4250亿元", figure("425000000000", "元")),
        ("生产总值14250亿元", figure("4250", "亿元")),
        ("支出5.10亿元", figure("5.1", "亿元")),
        ("支出5.1亿元", figure("5.10", "亿元")),
        ("提高3个百分点", figure("3", "个")),
        ("增长6-6.5%", figure("6", "%")),
        ("增长6-6.5%", figure("6", "%", "6.6")),
        ("增长5%和5%", figure("5", "%", occurrence=3)),
        ("二零二零年", figure("0", "例")),
        ("没有数字", figure("1", "%")),
    ],
)
def test_a_figure_that_the_text_does_not_state_is_not_found(text: str, wanted: Figure) -> None:
    assert found(text, wanted) is None


def test_the_second_of_two_equal_numbers_can_be_meant() -> None:
    text = "收入增长5%，支出增长5%"
    second = find_figure(figure("5", "%", occurrence=2), stated_numbers(text), UNITS)
    assert second is not None
    assert second.start == text.rindex("5%")


def test_only_numbers_wholly_within_a_span_belong_to_it() -> None:
    numbers = stated_numbers("一般4250亿元、增长5%")
    assert [n.number for n in numbers_within(numbers, 2, 8)] == ["4250"]
    assert numbers_within(numbers, 3, 8) == []
    assert numbers_within(numbers, 2, 7) == []


def test_hostile_text_takes_time_linear_in_its_length() -> None:
    for text in ("1" * 100_000, "1、" * 50_000, "零" * 100_000, "一" * 100_000, "1:" * 50_000):
        assert len(stated_numbers(text)) <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "社会消费品零售总额增长",
        "汽车零部件产业园",
        "零星工程",
        "打通服务群众零距离",
        "实现零的突破",
        "意义十分重大",
        "以“一带一路”为重点",
        "红十字会",
        "办好一件件实事",
        "新一代信息技术",
    ],
)
def test_a_numeral_inside_a_word_is_no_number(text: str) -> None:
    assert stated_numbers(text) == ()


@pytest.mark.parametrize("text", ["医院“零感染”", "安全生产零事故", "用电量零增长", "债务动态清零"])
def test_a_nought_that_counts_is_one(text: str) -> None:
    assert [number.value for number in stated_numbers(text)] == [Decimal(0)]

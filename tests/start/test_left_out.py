"""Numbers that a new source leaves out, and figures that are never among them."""

from __future__ import annotations

import pytest

from tally.extract import extraction
from tally.records.spans import occurrences
from tally.start.left_out import plainly_left_out
from tally.text import read_text

# By the class of what stands around a number: the custom of a phrase, or a rule of the reader.
PHRASES = [
    ("贯彻党的二十届四中全会精神", {"二十届四中全会": "meeting"}),
    ("党的二十届三中、四中全会精神", {"二十届三中、四中全会": "meeting"}),
    ("市委十三届七次全会提出", {"十三届七次全会": "meeting"}),
    ("制定第十五个五年规划", {"第十五个五年规划": "policy-name"}),
    ("落实中央八项规定精神", {"中央八项规定": "policy-name"}),
    ("办好十件民生实事", {"十件民生实事": "policy-name"}),
    ("PM2.5浓度下降", {"PM2.5": "code"}),
    ("source: https://www.x.cn/20260205_58.html\n", {"https://www.x.cn/20260205_58.html": "code"}),
    ("1月8日", {"1月8日": "date"}),
    ("特色产业［2］壮大", {"［2］": "list-number"}),
    ("落实“4+1”重要要求", {"“4+1”": "policy-name"}),
    ("出台“13条政策”", {"“13条政策”": "policy-name"}),
    ("实施“2030先行工程”", {"“2030先行工程”": "policy-name"}),
    ("推进5+2邻里之家", {"推进5+2邻": "code"}),
    ("做好以下六个方面工作", {"以下六个方面工": "list-number"}),
    ("\n3.“两新”：是指", {"3.": "list-number"}),
    ("办好第十七届省运会", {"办好第十七届省运": "ordinal"}),
    ("机场三期等项目", {"机场三期等项目": "ordinal"}),
    ("跻身全省第一方阵", {"全省第一方阵": "ordinal"}),
    ("信访量连续3年下降", {"连续3年下降": "duration"}),
    ("庆祝建市40周年", {"建市40周年": "duration"}),
    ("65岁以上老年人", {"65岁以上老": "qualifier"}),
    ("完善四级联动机制", {"完善四级联动机": "qualifier"}),
    ("超百亿元企业", {"超百亿元企业": "qualifier"}),
    ("新建220千伏变电站5座", {"新建220千伏变电站": "qualifier"}),
    ("回答好三个关键问题", {"答好三个关键问": "list-number"}),
    ("G15高速沿线", {"G15高速沿": "code"}),
    ("全球独角兽企业500强", {"企业500强": "code"}),
    ("推动12345热线升级", {"推动12345热线升": "code"}),
    ("2025年6月启动", {"2025年": "year", "2025年6月启动": "date"}),
    ("四项改革启动", {"四项改革启": "figure-of-speech"}),
]
FIGURES = [
    "地区生产总值1653亿元、增长7%",
    "总量居全省第5位",
    "建成5个产业园、12条道路",
    "新增学位3000个，其中二级甲等医院2家",
    "平均浓度降至2.5微克/立方米",
    "人均预期寿命达到81.5岁",
    "森林覆盖率23.1%，提高0.5个百分点",
    "粮食总产量稳定在1.2亿斤以上",
    "新建三所学校",
    "获批两个国家级园区",
    "劳动年龄人口平均受教育年限达到11.2年",
    "创建一家省级实验室",
]
# The reader passes over these, or may; a person judges them.
DOUBTFUL = [
    "惠及超300万名婴幼儿",
    "贡献了全省超三成的投资",
    "连年包揽前六名",
    "平均浓度低于每立方米19微克",
    "由2017年的73.41岁提高到75.64岁",
    "40多个代表团先后来访",
    "智能算力突破7000P",
    "办理时间压缩至0.5天",
    "改造老旧小区716个26.95万户",
]


def _left_out(text: str) -> dict[str, str]:
    return {**plainly_left_out(text, extraction(read_text(text), year=2026))}


@pytest.mark.parametrize(("text", "found"), PHRASES)
def test_a_number_that_states_nothing_is_left_out_for_its_reason(
    text: str, found: dict[str, str]
) -> None:
    assert _left_out(text) == found


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_never_left_out(text: str) -> None:
    left_out = [words for words in _left_out(text) if "级" not in words]
    assert left_out == []


@pytest.mark.parametrize("text", DOUBTFUL)
def test_a_number_that_may_be_a_figure_is_left_to_a_person(text: str) -> None:
    assert {words for words, why in _left_out(text).items() if why != "year"} == set()


def test_words_are_as_many_as_it_takes_to_hold_no_figure_elsewhere() -> None:
    text = "第三季度开放5个年级。\n\n全市开放5个年级、共20个班。"
    for words in _left_out(text):
        held = {text[start:end] for start, end in occurrences(words, text)}
        assert not any("5个" in one or "20个" in one for one in held)


def test_a_list_number_is_not_taken_for_the_beginning_of_a_figure() -> None:
    text = "一般公共预算收入增长20.2%。\n\n20. 改善居住条件\n"
    figure = text.index("20.2")
    (words,) = _left_out(text)
    assert not any(start <= figure < end for start, end in occurrences(words, text))


def test_a_phrase_that_holds_a_figure_of_a_known_indicator_is_kept() -> None:
    text = "完成30件民生实事。"
    found = extraction(read_text(text), year=2026)
    known = extraction(read_text(text), year=2026, aliases={found.claims[0].name: "livelihood"})
    assert "30件民生实事" in plainly_left_out(text, found)
    assert plainly_left_out(text, known) == {}

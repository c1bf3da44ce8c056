"""Standing phrases that a new source leaves out, and figures that none of them takes."""

from __future__ import annotations

import pytest

from tally.extract import extract_claims
from tally.start.left_out import plainly_left_out
from tally.text import read_text

PHRASES = [
    ("贯彻党的二十届四中全会精神", {"二十届四中全会": "meeting"}),
    ("市委十三届七次全会提出", {"十三届七次全会": "meeting"}),
    ("制定第十五个五年规划", {"第十五个五年规划": "policy-name"}),
    ("落实中央八项规定精神", {"中央八项规定": "policy-name"}),
    ("落实“4+1”重要要求", {"“4+1”": "policy-name"}),
    ("办好十件民生实事", {"十件民生实事": "policy-name"}),
    ("打造15分钟社区生活圈", {"15分钟社区生活圈": "policy-name"}),
    ("做好以下六个方面工作", {"六个方面": "list-number"}),
    ("\n3.“两新”：是指", {"3.“两新”：是": "list-number"}),
    ("PM2.5浓度下降", {"PM2.5": "code"}),
    ("入选世界500强", {"世界500强": "name"}),
    ("机场三期等项目", {"机场三期": "name"}),
    ("办好第十七届省运会", {"第十七届": "ordinal"}),
    ("信访量连续3年下降", {"连续3年": "duration"}),
    ("65岁以上老年人", {"65岁以上": "qualifier"}),
    ("1月8日", {"1月8日": "date"}),
    ("做到“七个坚持”", {"“七个坚持”": "policy-name"}),
    ("过去五年来，我们", {"五年": "duration"}),
    ("实施乡村建设三年行动", {"三年": "duration"}),
    ("庆祝建市40周年", {"40周年": "date"}),
    ("培养年轻一代企业家", {"年轻一代": "figure-of-speech"}),
    ("回答好三个关键问题", {"三个关键问题": "figure-of-speech"}),
    ("零就业家庭动态清零", {"零就业": "figure-of-speech", "动态清零": "figure-of-speech"}),
    ("跻身全省第一方阵", {"第一方阵": "ordinal"}),
    ("完善四级联动机制", {"四级联动机制": "qualifier"}),
    ("超百亿元企业", {"超百亿元": "qualifier"}),
    ("投资5000万元以上的项目", {"5000万元以上": "qualifier"}),
    ("新建220千伏变电站", {"220千伏": "qualifier"}),
    ("G15高速沿线", {"G15": "code"}),
    ("source: https://www.x.cn/20260205_58.html\n", {"https://www.x.cn/20260205_58.html": "code"}),
    ("特色产业［2］壮大", {"［2］": "list-number"}),
    ("推进“4+4新城工程”", {"“4+4新城工程”": "policy-name"}),
    ("\n**7.“双高”：**是指", {"**7.“双高”：*": "list-number"}),
    ("推进5+2邻里之家", {"5+2邻里之家": "policy-name"}),
    ("实施“2030先行工程”", {"“2030先行工程”": "policy-name"}),
    ("全球独角兽企业500强", {"全球独角兽企业500强": "name"}),
    ("举办2025中国花木大会", {"2025中国花木大会": "name"}),
]
FIGURES = [
    "地区生产总值1653亿元、增长7%",
    "总量居全省第5位",
    "建成5个产业园、12条道路",
    "新增学位3000个，其中二级甲等医院2家",
    "平均浓度降至2.5微克/立方米",
    "人均预期寿命达到81.5岁",
    "森林覆盖率23.1%，提高0.5个百分点",
    "开工城中村改造2期共30套",
    "粮食总产量稳定在1.2亿斤以上",
    "新建三所学校",
    "获批两个国家级园区",
    "劳动年龄人口平均受教育年限达到11.2年",
    "创建一家省级实验室",
]


@pytest.mark.parametrize(("text", "found"), PHRASES)
def test_a_standing_phrase_is_left_out_for_its_reason(text: str, found: dict[str, str]) -> None:
    assert plainly_left_out(text) == found


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_never_left_out(text: str) -> None:
    read = [claim.number_span for claim in extract_claims(read_text(text), year=2021)]
    assert plainly_left_out(text, read=read) == {}


def test_of_what_the_machine_has_read_only_words_of_no_known_figure_go() -> None:
    text = "二级公立医院，连续3年增长，三个关键问题"
    read = [(0, 2), (9, 10), (14, 16)]
    assert list(plainly_left_out(text, read=read)) == ["二级公立", "连续3年"]


def test_words_that_hold_a_known_figure_somewhere_are_kept() -> None:
    text = "连续3年增长"
    assert plainly_left_out(text, [(2, 3)]) == {}

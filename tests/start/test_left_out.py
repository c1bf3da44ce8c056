"""Standing phrases that a new source leaves out, and figures that none of them takes."""

from __future__ import annotations

import pytest

from tally.start.left_out import plainly_left_out

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
]


@pytest.mark.parametrize(("text", "found"), PHRASES)
def test_a_standing_phrase_is_left_out_for_its_reason(text: str, found: dict[str, str]) -> None:
    assert plainly_left_out(text) == found


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_never_left_out(text: str) -> None:
    assert plainly_left_out(text) == {}


def test_words_that_hold_a_known_figure_somewhere_are_kept() -> None:
    text = "连续3年增长"
    assert plainly_left_out(text, [(2, 3)]) == {}

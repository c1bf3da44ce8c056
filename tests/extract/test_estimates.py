"""How far a 预计 reaches over the figures of a sentence: those marked * are preliminary."""

from __future__ import annotations

import pytest

from tests.support.claims import PLAN_AHEAD, claims_of

REACHES = {
    "over a list that it opens": (
        "全年预计实现地区生产总值312亿元、比上年增长6%，财政收入18亿元、增长7%，投资增长9%。",
        "312亿元* 6%* 18亿元* 7%* 9%*",
    ),
    "not over a full stop": (
        "预计财政收入18亿元。粮食产量26万吨。",
        "18亿元* 26万吨",
    ),
    "over semicolons between what is listed": (
        "预计地区生产总值增长8%；工业增加值增长9%，进出口总额增长3%；财政收入增长4%。",
        "8%* 9%* 3%* 4%*",
    ),
    "not over a deed behind a semicolon, nor what follows it": (
        "预计地区生产总值增长8%；新建学校3所；财政收入增长4%。",
        "8%* 3所 4%",
    ),
    "only its own group when the sentence began without it": (
        "1—11月完成水利投资3.8亿元；预计全年完成投资4.1亿元，增长12.5%；水费收入2亿元。",
        "3.8亿元 4.1亿元* 12.5%* 2亿元",
    ),
    "not over what is told as done": (
        "预计全年接待游客96万人次、增长10%，已建成景区3个、民宿20家。",
        "96万人次* 10%* 3个 20家",
    ),
    "not over what a part of the year brought": (
        "预计地区生产总值增长8%，1—11月财政收入20亿元，增长3%。",
        "8%* 20亿元 3%",
    ),
    "from where it stands on": (
        "财政收入20亿元，增长3%，预计旅游收入5亿元，进出口总额增长2%。",
        "20亿元 3% 5亿元* 2%*",
    ),
    "over its own subject when it stands behind that": (
        "生产总值预计实现190亿元，完成全年目标的107%，同比增长15%，财政收入20亿元。",
        "190亿元* 107%* 15%* 20亿元",
    ),
    "not over the next subject behind 可达": (
        "旅游总收入预计可达5亿元，增长9%，粮食产量30万吨。",
        "5亿元* 9%* 30万吨",
    ),
    "over each of a pair": (
        "生产总值、财政收入预计分别增长5%、6%，投资增长7%。",
        "5%* 6%* 7%",
    ),
    "over the parts of a proportion": (
        "预计三次产业结构为3.6：48.4：48。",
        "3.6* 48.4* 48*",
    ),
    "over an account that is first reckoned": (
        "据初步核算，全市生产总值105亿元，增长9%；第一产业增加值3.4亿元。第二产业增加值50亿元。",
        "105亿元* 9%* 3.4亿元* 50亿元",
    ),
    "not over what a work will bring once it stands": (
        "产业园建成后预计年产值5亿元，税收2亿元。",
        "5亿元 2亿元",
    ),
}


@pytest.mark.parametrize(("sentence", "marked"), REACHES.values(), ids=REACHES.keys())
def test_an_estimate_reaches(sentence: str, marked: str) -> None:
    read = [c.number_text + ("*" if c.status else "") for c in claims_of(sentence)]
    assert read == marked.split()


def test_a_target_is_never_preliminary() -> None:
    found = claims_of("预计地区生产总值增长5%，财政收入增长6%。", PLAN_AHEAD)
    assert [(claim.kind, claim.status) for claim in found] == [("target", None)] * 2

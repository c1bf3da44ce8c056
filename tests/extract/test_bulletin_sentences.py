"""What the terse sentences of bulletins, budgets and towns' accounts are read as."""

from __future__ import annotations

import pytest

from tests.support.claims import claims_of, readings

READ = {
    "what it did is left out": (
        "人均生产总值36935元，同比11.4%。",
        ["人均地区生产总值 36935元 level eq", "人均地区生产总值 11.4% growth eq"],
    ),
    "a sign stands for a fall": (
        "货运周转量38亿吨公里，同比增长-9.7%。单位能耗-3.3%。",
        [
            "货运周转量 38亿吨公里 level eq",
            "货运周转量 ↓9.7% growth eq",
            "单位能耗 ↓3.3% growth eq",
        ],
    ),
    "only one of two has the sign": (
        "客运量、货运量分别增长-9.7%、11.4%。",
        ["客运量 ↓9.7% growth eq", "货运量 11.4% growth eq"],
    ),
    "a rate below nothing stays a rate": (
        "人口自然增长率-2.1‰。",
        ["人口自然增长率 ↓2.1‰ level eq"],
    ),
    "faster than the quarter before": (
        "出口增长6%，比一季度加快0.7个百分点；进口增长2%，比上半年放缓1.1个百分点。",
        [
            "出口总额 6% growth eq",
            "出口总额 0.7个百分点 change eq",
            "进口总额 2% growth eq",
            "进口总额 ↓1.1个百分点 change eq",
        ],
    ),
    "a note with a comma": (
        "全市出口12亿元，五年（2006—2010年，下同）年均增长16.9%。",
        ["出口总额 12亿元 level eq", "出口总额 16.9% growth eq"],
    ),
    "a footnote mark is no part of a name": (
        "现价旅游收入[2]369亿元。",
        ["现价旅游收入 369亿元 level eq"],
    ),
    "what the three sectors did": (
        "三次产业比为37：21：42，对经济增长的贡献率分别为36%、37%和27%。",
        [
            "第一产业占比 37 share eq",
            "第二产业占比 21 share eq",
            "第三产业占比 42 share eq",
            "第一产业对经济增长贡献率 36% share eq",
            "第二产业对经济增长贡献率 37% share eq",
            "第三产业对经济增长贡献率 27% share eq",
        ],
    ),
    "where it is stands before its size": (
        "新建南山、北坡350亩“早春”茶叶基地。",
        ["新建“早春”茶叶基地 350亩 level eq"],
    ),
    "a rank within a few places": (
        "财政收入12亿元，增长9%，增速在江东4市列第1位。",
        [
            "财政收入 12亿元 level eq",
            "财政收入 9% growth eq",
            "财政收入增速排名 1位 rank eq",
        ],
    ),
}
NOTHING = {
    "tasks": "落实四项重点工作。",
    "two thresholds": "引进一批总投资超亿元和超千万美元的项目。",
}


@pytest.mark.parametrize(("sentence", "expected"), READ.values(), ids=READ.keys())
def test_a_terse_sentence_is_read(sentence: str, expected: list[str]) -> None:
    assert readings(sentence) == expected


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING.keys())
def test_nothing_is_claimed_of(sentence: str) -> None:
    assert readings(sentence) == []


def test_as_many_rates_as_were_named_are_paired() -> None:
    names = [f"{product}产量" for product in "甲乙丙丁戊己庚辛"]
    amounts = "，".join(f"{name}{at}万吨" for at, name in enumerate(names, 10))
    rates = "、".join(f"{at}%" for at in range(11, 19))
    found = claims_of(f"全年{amounts}，分别增长{rates}。")
    assert [claim.name for claim in found] == names * 2


def test_a_look_at_a_part_is_no_starting_point() -> None:
    (claim,) = claims_of("从收入结构来看：税收收入11136万元。")
    assert claim.period == "2023"

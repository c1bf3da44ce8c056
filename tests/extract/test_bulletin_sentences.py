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
    "parts of an area": (
        "全市工业投资增长20%。其中，临江市完成112亿元，增长47.7%；北原县完成31亿元。",
        [
            "工业投资 20% growth eq",
            "临江市工业投资 112亿元 level eq",
            "临江市工业投资 47.7% growth eq",
            "北原县工业投资 31亿元 level eq",
        ],
    ),
    "money before the work it went into": (
        "投入资金1455万元，推进农村厕所改造项目，开工57个，竣工率100%。",
        [
            "农村厕所改造项目投入资金 1455万元 level eq",
            "农村厕所改造项目开工 57个 level eq",
            "农村厕所改造项目竣工率 100% level eq",
        ],
    ),
    "all of so many": ("目前34个水库全部开工。", ["水库 34个 level eq"]),
    "a sign for percent of another shape": (
        "财政收入增长15.2℅。",
        ["财政收入 15.2% growth eq"],
    ),
    "passed in years before": (
        "出口额3396万元，是继2012年突破1000万元之后，首次突破3000万元大关。",
        [
            "出口额 3396万元 level eq",
            "出口额 1000万元 level gt",
            "出口额 3000万元 level gt",
        ],
    ),
    "villages among villages": (
        "全县158个行政村中共有示范村103个。",
        ["行政村 158个 level eq", "示范村 103个 level eq"],
    ),
    "a heading before the year": (
        "经济概况 2006年财政收入7亿元。",
        ["财政收入 7亿元 level eq"],
    ),
    "all that the economy makes, whatever stands before": (
        "合同额3亿元，经济总量突破90亿元。",
        ["合同额 3亿元 level eq", "地区生产总值 90亿元 level gt"],
    ),
    "what is forecast": (
        "预测工业产值122亿元，预测增长13%。",
        ["工业产值 122亿元 level eq", "工业产值 13% growth eq"],
    ),
    "held against an earlier count": (
        "平均每户2.62人，比2010年普查的3.10人减少0.48人。",
        ["平均每户 2.62人 level eq", "平均每户 3.10人 level eq", "平均每户 ↓0.48人 change eq"],
    ),
    "a note that says what is a hundred": (
        "总人口性别比（以女性为100，男性对女性的比例）为105.07。",
        ["总人口性别比 105.07 ratio eq"],
    ),
    "lines of a list without stops": (
        "退税超过2.4万亿元\n务工规模超过3200万人\n",
        ["退税 2.4万亿元 level gt", "务工规模 3200万人 level gt"],
    ),
    "what an audit took off": (
        "送审金额34.82亿元，净核减3.32亿元。",
        ["送审金额 34.82亿元 level eq", "净核减 3.32亿元 level eq"],
    ),
    "parts of one whole": (
        "农作物播种面积1709万亩，其中，粮食播种面积417万亩，棉花882万亩。",
        [
            "农作物播种面积 1709万亩 level eq",
            "粮食播种面积 417万亩 level eq",
            "棉花播种面积 882万亩 level eq",
        ],
    ),
    "the rate of a year that it was worked out by": (
        "人均生产总值19763元，按2018年平均汇率计算为2865美元。",
        ["人均地区生产总值 19763元 level eq", "人均地区生产总值 2865美元 level eq"],
    ),
    "two sides of help": (
        "103个部门挂包117个村，2468名干部结对帮扶贫困户。",
        [
            "挂包部门 103个 level eq",
            "挂包村 117个 level eq",
            "结对帮扶贫困户干部 2468名 level eq",
        ],
    ),
    "a list of ranks": (
        "位居全国投资潜力第3、绿色发展第5、科技创新第6。",
        [
            "全国投资潜力排名 3位 rank eq",
            "绿色发展排名 5位 rank eq",
            "科技创新排名 6位 rank eq",
        ],
    ),
    "a rank in a circle that alone is named": (
        "税收收入增长30.9%，跃居全国省级财政第一，规模达到272亿元。",
        [
            "税收收入 30.9% growth eq",
            "税收收入增速排名 1位 rank eq",
            "税收收入 272亿元 level eq",
        ],
    ),
    "a short form right before its number": (
        "全市人均GDP110585元，增长4.6%。",
        ["人均地区生产总值 110585元 level eq", "人均地区生产总值 4.6% growth eq"],
    ),
    "things of one class": (
        "引进企业137家，其中注册资金千万元以上46家，亿元以上5家。",
        [
            "引进企业 137家 level eq",
            "引进注册资金千万元以上企业 46家 level eq",
            "引进亿元以上企业 5家 level eq",
        ],
    ),
    "a class above a number": (
        "引进项目56个，其中10亿元以上6个。",
        ["引进项目 56个 level eq", "引进10亿元以上项目 6个 level eq"],
    ),
    "two sizes of one work": (
        "举办培训班5个。完成55.3万平方米、2.9万户旧房改造。",
        [
            "举办培训班 5个 level eq",
            "旧房改造 55.3万平方米 level eq",
            "旧房改造 2.9万户 level eq",
        ],
    ),
    "work listed before without a number": (
        "免费筛查大病、培训养老护理人员3519人次。",
        ["培训养老护理人员 3519人次 level eq"],
    ),
    "better, not more": (
        "养老机构规范化提升74家。",
        ["养老机构规范化提升 74家 level eq"],
    ),
    "more was spent": (
        "教育支出480万元，比上年增支88万元。",
        ["教育支出 480万元 level eq", "教育支出 88万元 change eq"],
    ),
    "how much a share changed": (
        "产业投资92亿元，占全部投资的46.6%，比上年提高5.1个百分点。",
        [
            "产业投资 92亿元 level eq",
            "产业投资占全部投资比重 46.6% share eq",
            "产业投资占全部投资比重 5.1个百分点 change eq",
        ],
    ),
}
NOTHING = {
    "tasks": "落实四项重点工作。",
    "two thresholds": "引进一批总投资超亿元和超千万美元的项目。",
}

HALF_YEAR = "临江市2023年上半年工作总结\n{}\n"
PLANNED = {
    "what a plan set for the year": ("年度计划投资50亿元，完成投资18亿元。", ["target", "actual"]),
    "what was handed down": ("今年市下达工业投资增速目标12%。", ["target"]),
    "what a task was": ("税收收入任务174万元，完成198万元。", ["target", "actual"]),
    "what is hoped for the whole year": ("确保全年出口增长12%以上。", ["target"]),
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


@pytest.mark.parametrize(("sentence", "kinds"), PLANNED.values(), ids=PLANNED.keys())
def test_what_was_set_is_told_from_what_came_of_it(sentence: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in claims_of(sentence, HALF_YEAR)] == kinds


def test_what_is_hoped_for_the_year_is_not_for_its_half() -> None:
    (claim,) = claims_of("确保全年出口增长12%以上。", HALF_YEAR)
    assert claim.period == "2023"


def test_a_noun_that_begins_like_a_verb_is_no_flow() -> None:
    (claim,) = claims_of("五年来，服务业增加值跨上300亿元台阶。")
    assert (claim.measure, claim.period) == ("level", "2023")

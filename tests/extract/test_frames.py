"""What a document's words say together of its year, and of who looks back or ahead where."""

from __future__ import annotations

import pytest

from tally.extract.compact import compact
from tally.extract.setting import setting
from tests.support.claims import claims_of

REPORT_2026 = "政府工作报告\n——2026年1月20日在北原省第十四届人民代表大会第四次会议上\n"
REPORT_2023 = (
    "政府工作报告\n2023年1月10日在南溪县第七届人民代表大会第三次会议上\n一、2022年工作回顾\n"
)

# Each text with the kind and the period of its numbers, in order.
TEXTS = {
    "the year of a goal": (
        "2018年全镇发展的奋斗目标是：工业总产值完成5.1亿元，同比增长8%。",
        ["target 2018", "target 2018"],
    ),
    "a goal proposed": (
        "2022年全县主要预期目标建议为：出口增长6%以上。",
        ["target 2022"],
    ),
    "a plan without a title": (
        "“十三五”时期是全镇转型的五年。到2020年，工业总产值达到40亿元，年均增长7%以上。",
        ["target 2020", "target 2016-2020"],
    ),
    "news of a plan": (
        "《北原城市群发展规划》公布\n2019年11月06日 09:12 | 来源：北原网\n"
        "《规划》提出，到2025年，研发投入强度达到2.4%以上，城镇化率达到63%。",
        ["target 2025", "target 2025"],
    ),
    "goals of a plan that run through sentences": (
        "近日，南溪市公布了果业“十二五”奋斗目标。2011年到2015年，每年新栽果园1万亩以上。"
        "果园面积达到30万亩。",
        ["target 2011-2015", "target 2015"],
    ),
    "the last of the years gone by": (
        "“十五”期间，建成南溪大道8公里。2003年，我县出台意见后，公路建设提速。"
        "截止2005年底，全县建成公路510公里。",
        ["actual 2001-2005", "actual 2005"],
    ),
    "a year by its place in a plan": (
        "今年是实施“十二五”规划承前启后的关键一年。主要预期目标是，生产总值增长9%。",
        ["target 2013"],
    ),
    "a year by a congress": (
        "今年是贯彻党的十八大精神的开局之年。主要预期目标是，生产总值增长9%。",
        ["target 2013"],
    ),
    "hopes under a title that names no time": (
        REPORT_2023 + "出口增长9%。\n二、坚持产业强县\n力争全年投产项目30个，确保工业投资增长11%。",
        ["actual 2022", "target 2023", "target 2023"],
    ),
    "a year behind a salutation, within a look back on four": (
        "政府工作报告\n2022年1月10日在南溪县第八届人民代表大会第一次会议上\n"
        "四年来，全县新增企业400家。\n各位代表！2021年是本届政府任期的最后一年。出口增长6.2%。",
        ["actual 2018-2021", "actual 2021"],
    ),
    "the last year of a term by what it was for the term": (
        "政府工作报告\n2023年1月10日在北原省第十四届人民代表大会第一次会议上\n"
        "过去五年和2022年工作回顾\n五年来，全省新增企业400家。\n"
        "刚刚过去的2022年，是本届政府五年中挑战最大的一年。出口增长2.9%。",
        ["actual 2018-2022", "actual 2022"],
    ),
    "the last year of a plan by what was done in it": (
        "政府工作报告\n2016年1月20日在北原省第十二届人民代表大会第四次会议上\n"
        "“十二五”时期，全省新增企业400家。\n这五年，新建学校30所。\n"
        "2015年，我们克服困难，推动经济发展。出口增长8.1%。\n过去五年，变化很大。",
        ["actual 2011-2015", "actual 2011-2015", "actual 2015"],
    ),
    "the most in many years, which sums up none": (
        REPORT_2023 + "克服53年来最强洪水的影响，全县出口增长1%。",
        ["actual 2022"],
    ),
    "a paragraph that tells how a thing did": (
        "2025年南溪市政府工作报告\n营商环境进一步优化。对接政务系统28套，开发应用场景16个。",
        ["actual 2024", "actual 2024"],
    ),
    "a paragraph that begins with what is to be done": (
        "2021年南溪市政府工作报告\n4、努力让养老服务更方便。新建养老服务中心340家。",
        ["target 2021"],
    ),
    "deeds that are announced as done": (
        REPORT_2023 + "我们迎难而上，主要做了以下工作。\n一是加强定向调控。实施重点项目30个。\n"
        "二是深化改革开放。推进试点45个。",
        ["actual 2022", "actual 2022"],
    ),
    "aims that are listed below a colon": (
        REPORT_2023 + "出口增长9%。\n二、2023年工作安排\n主要预期目标是：\n"
        "——发展质量进一步提升。生产总值增长12%。\n——民生保障持续改善。新增就业5万人。",
        ["actual 2022", "target 2023", "target 2023"],
    ),
    "hopes in the last lines of a review": (
        REPORT_2023 + "出口增长9%。我们力争新增就业5000人。",
        ["actual 2022", "target 2023"],
    ),
    "a list of tasks": (
        REPORT_2023 + "出口增长9%。\n二、2023年民生实事\n1.新建养老站9个；2.改造小区20个。",
        ["actual 2022", "target 2023", "target 2023"],
    ),
    "the new year without its number": (
        REPORT_2023 + "出口增长9%。\n新一年工作\n培育规模以上企业18家。",
        ["actual 2022", "target 2023"],
    ),
    "a plan that a year closes": (
        REPORT_2026 + "一、“十四五”时期和2025年工作回顾\n刚刚过去的2025年，“十四五”圆满收官。"
        "全年地区生产总值增长5.1%，新增就业20万人。",
        ["actual 2025", "actual 2025"],
    ),
    "a year that is said to close a plan": (
        REPORT_2026 + "一、2025年工作回顾\n刚刚过去的一年，是“十四五”收官之年。出口增长5.2%。",
        ["actual 2025"],
    ),
    "a goal that was reached is none": (
        REPORT_2023 + "去年，我们完成了年初确定的主要预期目标，全县出口增长9%，税收收入增长4%。",
        ["actual 2022", "actual 2022"],
    ),
    "the year after a part of it": (
        REPORT_2026 + "一、2025年工作回顾\n一、二季度平稳增长；针对三季度回落，全年出口增长4.7%，"
        "税收收入增长2%。",
        ["actual 2025", "actual 2025"],
    ),
    "parts of the year one by one": (
        REPORT_2026 + "一、2025年工作回顾\n工业增加值一季度、上半年、全年分别增长5%、6%、7%。",
        ["actual 2025Q1", "actual 2025H1", "actual 2025"],
    ),
    "a base years ago": (
        REPORT_2026 + "一、2025年工作回顾\n粮食产量比2020年增长8%，蔬菜产量增长2%。",
        ["actual 2021-2025", "actual 2025"],
    ),
    "a base that is last year": (
        REPORT_2023 + "森林覆盖率由上年的35.1%提高到35.6%。",
        ["actual 2021", "actual 2022"],
    ),
    "a promise held against last year": (
        REPORT_2023 + "二、2023年工作安排\n主要预期目标是：粮食产量不低于上年；新增就业5万人。",
        ["target 2023"],
    ),
    "an average over years": (
        REPORT_2023 + "出口增长8.1%，两年平均增长5.1%，税收收入增长3%。",
        ["actual 2022", "actual 2021-2022", "actual 2022"],
    ),
    "a year in brackets": (
        "2022年，全县一般公共预算支出（扣除2021年专项债券外）增长3.4%，出口增长6%。",
        ["actual 2022", "actual 2022"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_time_and_kind_follow_from_the_whole_text(text: str, expected: list[str]) -> None:
    assert [f"{claim.kind} {claim.period}" for claim in claims_of("", text)] == expected


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        (REPORT_2026 + "一、2025年工作回顾\n出口增长5%。", True),
        ("2023年，出口增长5%。2024年，税收收入增长3%。2025年，就业增长2%。", False),
        ("出口增长5%。", False),
    ],
)
def test_a_year_is_certain_only_where_the_text_settles_it(text: str, certain: bool) -> None:
    assert setting(compact(text).text).certain is certain

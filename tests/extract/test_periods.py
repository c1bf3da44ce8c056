"""When a number is for, and whether it is reported or promised."""

from __future__ import annotations

import pytest

from tests.support.claims import claims_of

REVIEW = "临江市2026年政府工作报告\n一、2025年工作回顾\n{}\n"
LOOKING_BACK = "临江市2026年政府工作报告\n一、过去五年工作回顾\n五年来，我们砥砺前行。{}\n"
AHEAD = "临江市2026年政府工作报告\n三、2026年工作安排\n{}\n"
PLAN = "临江市国民经济和社会发展第十四个五年规划纲要\n第二章　主要目标\n{}\n"
BULLETIN = "临江市2023年国民经济和社会发展统计公报\n{}\n"
HALF_YEAR = "2023年临江市政府工作报告目标任务半年完成情况\n{}\n"
DECEMBER = (
    "关于临江区2021年国民经济和社会发展计划执行情况与2022年计划（草案）的报告\n"
    "2021年12月16日在临江区第五届人民代表大会上\n{}\n"
)
YEAR_END = "政府工作报告\n——2020年12月24日在海北县第八届人民代表大会第五次会议上\n{}\n"
YEAR_PLAN = "临江市2023年国民经济和社会发展计划\n{}\n"
NEWS = "市长向大会作政府工作报告，全面总结2024年发展成就，擘画2025年发展蓝图。\n{}\n"
TITLED_EARLY = (
    "2022年临江市政府工作报告\n——2022年12月23日在临江市第九届人民代表大会第二次会议上\n{}\n"
)
OFFICE = "临江市林业局2020年工作总结和2021年工作计划\n{}\n"
ACCOUNT = "临江镇2007年工作汇报\n{}\n"
PLEDGES = "临江市2026年政府工作报告\n附件\n2026年市十件民生实事\n{}\n"
PLEDGE_LIST = "临江市2026年民生实事项目\n{}\n"
SPEECH_DATE = "政府工作报告\n——2012年2月29日在海北区人民代表大会上\n一、过去一年工作回顾\n{}\n"

CASES = [
    (REVIEW, "地区生产总值增长5%。", "actual", "2025"),
    (REVIEW, "上半年失业率5.5%。", "actual", "2025H1"),
    (REVIEW, "前三季度工业增加值增长6%。", "actual", "2025Q1-Q3"),
    (REVIEW, "2024年，地区生产总值增长5.2%。", "actual", "2024"),
    (REVIEW, "到2030年，森林覆盖率达到45%。", "target", "2030"),
    (REVIEW, "与2020年相比，技术合同成交额是2020年的3.2倍。", "actual", "2025"),
    (LOOKING_BACK, "地区生产总值年均增长5.6%。", "actual", "2021-2025"),
    (LOOKING_BACK, "PM2.5年均浓度降至30微克/立方米。", "actual", "2025"),
    (LOOKING_BACK, "民生支出占比保持80%左右。", "actual", "2021-2025"),
    (LOOKING_BACK, "新增城镇就业412万人。", "actual", "2021-2025"),
    (LOOKING_BACK, "5条高铁建成运营。", "actual", "2021-2025"),
    (LOOKING_BACK, "城镇新增就业每年超过40万人。", "actual", "2021-2025"),
    (LOOKING_BACK, "长护险试点覆盖80万人。", "actual", "2025"),
    (LOOKING_BACK, "高新技术企业达到1.8万家。", "actual", "2025"),
    (LOOKING_BACK, "出口总额突破900亿元。", "actual", "2025"),
    (LOOKING_BACK, "财政收入是“十三五”末的2.6倍，旅游收入320亿元。", "actual", "2025"),
    (LOOKING_BACK, "7部戏曲获得省级大奖。", "actual", "2025"),
    (REVIEW, "四年来，全市新建学校12所。", "actual", "2022-2025"),
    (REVIEW, "近三年累计完成投资120亿元。", "actual", "2023-2025"),
    (REVIEW, "连续三年增长8%，地区生产总值500亿元。", "actual", "2025"),
    (REVIEW, "财政收入12亿元，是2021年的2.3倍，年均增长22.9%。", "actual", "2022-2025"),
    (AHEAD, "今年经济社会发展主要预期目标是：地区生产总值增长5%左右。", "target", "2026"),
    (AHEAD, "新增高标准农田2.3万亩。", "target", "2026"),
    (PLAN, "到2025年，地区生产总值突破1000亿元。", "target", "2025"),
    (PLAN, "地区生产总值年均增长7%左右。", "target", "2021-2025"),
    (PLAN, "“十三五”时期，新增学位2.9万个。", "actual", "2016-2020"),
    (BULLETIN, "年末常住人口62.3万人。", "actual", "2023"),
    (HALF_YEAR, "完成地区生产总值550.5亿元。", "actual", "2023H1"),
    (REVIEW, "“十五五”时期，地区生产总值年均增长6%以上。", "target", "2026-2030"),
    (REVIEW, "到“十五五”末，旅游收入突破500亿元。", "target", "2030"),
    (REVIEW, "“十五”时期，新增造林1200亩。", "actual", "2001-2005"),
    (REVIEW, "今后五年，新增学位2万个。", "target", "2026-2030"),
    (PLAN, "五年累计完成水利投资120亿元以上。", "target", "2021-2025"),
    (PLAN, "五年新增城镇就业4万人；登记失业率控制在4.5%以内。", "target", "2025"),
    (PLAN, "过去五年累计造林3万亩。", "actual", "2016-2020"),
    (DECEMBER, "地区生产总值预计实现862亿元。", "actual", "2021"),
    (YEAR_END, "地区生产总值预计实现862亿元。", "actual", "2020"),
    (YEAR_PLAN, "主要预期目标是：地区生产总值增长6%左右。", "target", "2023"),
    (SPEECH_DATE, "地区生产总值198.5亿元。", "actual", "2011"),
    (NEWS, "2024年，出口增长3%。", "actual", "2024"),
    (NEWS, "在2025年重点工作部署中，提出新建泊位9个。", "target", "2025"),
    (TITLED_EARLY, "出口增长3%。", "actual", "2022"),
    (OFFICE, "出口增长3%。", "actual", "2020"),
    (ACCOUNT, "农民人均纯收入4523元。", "actual", "2007"),
    (REVIEW, "财政收入由2018年的12亿元增加到2025年的20亿元，年均增长7.6%。", "actual", "2019-2025"),
    (REVIEW, "2021年以来，累计新建学校12所。", "actual", "2021-2025"),
    (REVIEW, "近两年，新增学位5000个。", "actual", "2024-2025"),
    (REVIEW, "过去的三年，财政收入年均增长6%。", "actual", "2023-2025"),
    (REVIEW, "提前两年完成“十五五”目标任务，新增造林3万亩。", "actual", "2025"),
    (REVIEW, "本届政府任期以来，累计完成投资300亿元。", "actual", "2021-2025"),
    (AHEAD, "在去年增长8%的基础上，财政收入增长6%。", "target", "2026"),
    (PLEDGES, "新建停车位9000个。", "target", "2026"),
    (PLEDGE_LIST, "新建停车位9000个。", "target", "2026"),
]


@pytest.mark.parametrize(("document", "sentence", "kind", "period"), CASES)
def test_where_a_sentence_stands_gives_kind_and_period(
    document: str, sentence: str, kind: str, period: str
) -> None:
    claim = claims_of(sentence, document)[-1]
    assert (claim.kind, claim.period) == (kind, period)


def test_both_ends_of_a_change_have_their_years() -> None:
    found = claims_of("研发投入强度从2.1%提高到2.9%。", LOOKING_BACK)
    assert [(str(claim.value), claim.period) for claim in found] == [
        ("2.1", "2020"),
        ("2.9", "2025"),
    ]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("819个水利工程建成运行。", ["cumulative"]),
        ("完成招商引资项目224项。", ["cumulative"]),
        ("“一园三区”引进项目470个。", ["cumulative"]),
        ("已建成和在建的焦化项目8个。", ["level"]),
        ("城镇新增就业每年超过40万人。", ["level"]),
        ("长护险试点覆盖80万人。", ["level"]),
        ("上市公司从118家增加到231家。", ["level", "level"]),
    ],
)
def test_only_what_was_done_is_summed_over_the_years(sentence: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(sentence, LOOKING_BACK)] == measures


def test_a_time_given_at_the_start_of_a_change_ends_with_it() -> None:
    found = claims_of("城镇调查失业率从上半年5.5%降到5.3%。", REVIEW)
    assert [claim.period for claim in found] == ["2025H1", "2025"]


def test_a_given_year_comes_before_what_the_text_says() -> None:
    from tally.extract import extract_claims
    from tally.text import read_text

    (claim,) = extract_claims(read_text("地区生产总值增长5%。"), year=2021)
    assert claim.period == "2020"


def test_without_any_year_the_period_is_unknown() -> None:
    (claim,) = claims_of("地区生产总值增长5%。", "{}")
    assert claim.period is None


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("地区生产总值增长5%左右", ("5", None, "approx")),
        ("地区生产总值增长4.5%—5%，在实际工作中努力争取更好结果", ("4.5", "5", "range")),
        ("全省生产总值增长5%以上", ("5", None, "ge")),
        ("经济增长5.5%左右", ("5.5", None, "approx")),
        ("地区生产总值按增长5%安排，在实际工作中努力争取更好结果", ("5", None, "eq")),
        ("GDP增长6%以上", ("6", None, "ge")),
        ("地区生产总值增长5%至5.5%", ("5", "5.5", "range")),
        ("地区生产总值增速保持在5%左右", ("5", None, "approx")),
        ("全市地区生产总值增长目标为6%左右", ("6", None, "approx")),
    ],
)
def test_a_headline_growth_target_is_read_with_its_wording(
    target: str, expected: tuple[str, str | None, str]
) -> None:
    (claim,) = claims_of(f"今年经济社会发展主要预期目标建议为：{target}。", AHEAD)
    high = None if claim.value_high is None else str(claim.value_high)
    assert (str(claim.value), high, claim.comparator) == expected
    assert (claim.name, claim.measure) == ("地区生产总值", "growth")
    assert (claim.kind, claim.period) == ("target", "2026")

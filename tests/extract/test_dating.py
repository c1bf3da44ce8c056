"""The year a document speaks from, however it is told: titles, days, wording, a posting's date."""

from __future__ import annotations

import pytest

from tests.support.claims import claims_of

CONGRESS = "临江县第十六届人民代表大会第四次会议"
# Each document with the kind and the period of its numbers, in order.
REPORTS = {
    "a day in brackets": (
        f"在{CONGRESS}上的政府工作报告\n县长 李文\n（2023年2月8日）\n地区生产总值增长5%。\n",
        ["actual 2022"],
    ),
    "a title of the year reported on, with the day of the congress": (
        f"2019年度政府工作报告\n（2020年1月10日在{CONGRESS}上）\n过去一年，地区生产总值增长5%。\n"
        "2020年主要任务\n地区生产总值增长6%。\n",
        ["actual 2019", "target 2020"],
    ),
    "a congress in December": (
        f"临江区2022年政府工作报告\n（2021年12月28日在{CONGRESS}上）\n"
        "过去五年，地区生产总值年均增长6%。今年，预计地区生产总值增长7%。\n",
        ["actual 2017-2021", "actual 2021"],
    ),
    "a congress of a party in autumn": (
        "在中国共产党临江市第九次代表大会上的报告\n（2016年9月20日）\n"
        "五年来，城镇新增就业5万人。\n今后五年，地区生产总值年均增长8%。\n",
        ["actual 2012-2016", "target 2017-2021"],
    ),
    "a new term of office": (
        "市长在市人民代表大会上作政府工作报告（摘要）\n（2017年1月12日）\n一、过去五年工作回顾\n"
        "五年来，地区生产总值年均增长9%。\n二、今后五年总体要求和奋斗目标\n地区生产总值年均增长8%。\n"
        "三、2017年工作建议\n地区生产总值增长8.5%。\n",
        ["actual 2012-2016", "target 2017-2021", "target 2017"],
    ),
    "the year past": (
        "刚刚过去的2016年，地区生产总值增长5%。今年是实施“十三五”规划的重要一年。"
        "主要预期目标：地区生产总值增长6%。\n",
        ["actual 2016", "target 2017"],
    ),
    "the year ending": (
        "即将过去的2010年，全县地区生产总值增长5%。明年，全县地区生产总值预期增长6%。\n",
        ["actual 2010", "target 2011"],
    ),
    "only the year that begins": (
        "一年来，主要做了以下工作：地区生产总值增长5%。\n2019年是新中国成立70周年，做好今年工作"
        "意义重大。主要预期目标是：地区生产总值增长6%。\n",
        ["actual 2018", "target 2019"],
    ),
    "the year a plan ends with": (
        "2015年是“十二五”规划收官之年。地区生产总值增长5%。\n2016年，我们要实现地区生产总值增长6%。\n",
        ["actual 2015", "target 2016"],
    ),
    "years held against are not spoken of": (
        "比2015年以来的平均水平高。2019年，全县粮食产量12万吨。\n",
        ["actual 2019"],
    ),
    "news of a report, its parts listed first": (
        "县长作政府工作报告。报告分四个部分：一是2010年政府工作回顾；二是“十二五”时期的奋斗目标。\n"
        "报告指出：2010年，财政收入增长15%。\n报告提出，2011年主要预期目标是：财政收入增长9%。\n",
        ["actual 2010", "target 2011"],
    ),
    "news that quotes what is said of plans and years": (
        "在回顾2015年工作时说：2015年，财政收入增长6%。\n"
        "关于“十三五”时期发展目标，财政收入年均增长8%。\n关于2016年工作，财政收入增长7%。\n",
        ["actual 2015", "target 2016-2020", "target 2016"],
    ),
    "news of a plan's goals": (
        "2006年01月18日07:30 晚报\n昨日从会上获悉，全省“十一五”发展的主要目标是：\n"
        "1.经济增长。财政收入年均增长10%，总量突破900亿元。\n",
        ["target 2006-2010", "target 2010"],
    ),
    "the last of several years gone by": (
        "“十四五”以来，全县财政收入不断增长。2021年，财政收入12亿元，比2020年增长5%。2023年、2024年，"
        "财政收入分别增长6%、7%，2025年前三季度财政收入增长8%。五年来累计新增就业3万人。\n",
        [
            "actual 2021",
            "actual 2021",
            "actual 2023",
            "actual 2024",
            "actual 2025Q1-Q3",
            "actual 2021-2025",
        ],
    ),
    "an audit of a budget": (
        "关于临江区2022年度本级预算执行和其他财政收支的审计工作报告\n2023年9月28日\n查出问题330项。\n",
        ["actual 2022"],
    ),
    "a title that is a goal": (
        "2023年出口目标为增长5%左右\n过去一年：\n财政收入增长3%\n过去五年：\n财政收入年均增长5.2%\n"
        "二、今年发展主要预期目标\n财政收入增长4%\n",
        ["target 2023", "actual 2022", "actual 2018-2022", "target 2023"],
    ),
    "pages that only promise": (
        "2024年临江县政府工作报告\n（三）推进科技创新。力争培育企业100家，新增平台20家。"
        "力争研发投入增长18%以上。\n（四）改善民生。新增学位4500个。\n",
        ["target 2024"] * 4,
    ),
    "pages that promise, without a year": (
        "（三）推进科技创新。力争培育企业100家。确保研发投入增长18%以上。\n",
        ["target None", "target None"],
    ),
    "pages that only look back": (
        "2024年临江县政府工作报告\n（三）推进科技创新。培育企业100家，研发投入同比增长18%。\n",
        ["actual 2023", "actual 2023"],
    ),
    "a signature below the text": (
        "去年，全区财政收入增长5%。今年，力争财政收入增长6%。\n临江区人民政府 2016年2月3日\n",
        ["actual 2015", "target 2016"],
    ),
    "headings that only name the year": (
        "县长在县委全会上的讲话\n（2018年12月30日）\n一、2018年工作\n财政收入增长5%。\n"
        "二、2019年工作\n财政收入增长6%。\n",
        ["actual 2018", "target 2019"],
    ),
    "headings that name plans": (
        "政府工作报告\n一、“十一五”工作回顾\n财政收入年均增长13%。\n二、“十二五”奋斗目标\n"
        "财政收入年均增长12%。\n三、2011年工作安排\n财政收入增长9%。\n",
        ["actual 2006-2010", "target 2011-2015", "target 2011"],
    ),
    "a conference of the year": (
        "在2022年全县经济工作会议上的讲话\n2021年，财政收入增长5%。今年，要确保财政收入增长6%。\n",
        ["actual 2021", "target 2022"],
    ),
    "a year that opens a plan and ends": (
        "今年是“十四五”规划的开局之年。财政收入增长5%。\n明年工作：财政收入增长6%。\n",
        ["actual 2021", "target 2022"],
    ),
    "only the plan that has ended": (
        "政府工作报告\n——在北原乡第三届人民代表大会第一次会议上\n一、前五年工作回顾\n"
        "十二五时期，是全乡加快发展的五年。五年来，粮食产量由2万吨增长到4万吨，增长100%。\n"
        "二、今后五年工作目标\n粮食产量年均增长3%，到2020年达到5万吨。\n",
        ["actual 2010", "actual 2015", "actual 2011-2015", "target 2016-2020", "target 2020"],
    ),
    "years in Chinese figures with a zero": (
        "回顾去年工作时说，二00五年，财政收入增长5%。谈到二00六年的主要预期目标，财政收入增长8%。\n",
        ["actual 2005", "target 2006"],
    ),
    "a speech in December": (
        "在全市经济工作会议上的讲话\n（2019年12月28日）\n今年，预计全市地区生产总值增长7%。"
        "明年，地区生产总值增长7.5%。\n",
        ["actual 2019", "target 2020"],
    ),
    "final accounts heard in autumn": (
        "关于临江市2018年市级决算草案的报告\n——2019年9月2日在市人民代表大会常务委员会会议上\n"
        "一般公共预算收入12亿元。\n",
        ["actual 2018"],
    ),
    "the page was put up later": (
        "关于临江市2015年国民经济和社会发展计划执行情况与2016年计划（草案）的报告\n"
        "来源：市发改委 发布时间：2017-08-01\n——2016年1月31日在市六届人大二次会议上\n"
        "全市生产总值增长8.9%。\n",
        ["actual 2015"],
    ),
}
SUMMARIES = {
    "this year is the one summed up": (
        "临江县农业局2019年工作总结及2020年工作思路\n今年，全县粮食产量20万吨。\n"
        "二、2020年工作思路\n粮食产量达到21万吨。\n",
        ["actual 2019", "target 2020"],
    ),
    "the next year is called so": (
        "县交通局2012年工作总结\n今年以来，我局完成投资3亿元。\n明年工作打算\n完成投资4亿元。\n",
        ["actual 2012", "target 2013"],
    ),
    "a year without its sign": (
        "2008镇政府工作总结\n发表时间：2013-07-01 11:23\n2008年，1—11月份财政收入199万元。"
        "今年创建专业合作社3家。\n",
        ["actual 2008", "actual 2008"],
    ),
    "the year's tasks before what was done in its half": (
        "水利上半年工作总结\n现把2010年1~6月工作总结如下：\n2010年的主要任务是：计划完成工程1911件。"
        "完成投资3亿元。\n一、各项工作完成情况\n完成投资1亿元。\n",
        ["target 2010", "target 2010", "actual 2010H1"],
    ),
    "an account of one field": (
        "县人民政府2017年脱贫攻坚工作情况汇报\n今年，修建公路112公里。\n"
        "三、下一步打算\n2018年计划修建公路90公里。\n",
        ["actual 2017", "target 2018"],
    ),
    "three quarters": (
        "临江开发区2013年前三季度工作总结\n完成工业产值120亿元。\n",
        ["actual 2013Q1-Q3"],
    ),
}
BRIEFS = {
    "a quarter": ("临江县2016年第一季度经济运行分析\n出口增长5%。\n", ["actual 2016Q1"]),
    "only a day of publication": (
        "一季度全县经济运行情况\n日期：2023-04-20\n一季度，出口增长5%。\n",
        ["actual 2023Q1"],
    ),
    "what came of a year's tasks": (
        "临江县2019年政府工作完成情况\n新建幼儿园5所。\n",
        ["actual 2019"],
    ),
    "the second quarter": (
        "2023年临江市经济运行情况\n全年出口增长5%，其中二季度增长6%。\n",
        ["actual 2023", "actual 2023Q2"],
    ),
    "a census": (
        "第七次全国人口普查公报（第二号）\n2021年5月11日\n现将2020年11月1日零时的人口情况公布如下：\n"
        "总人口与2010年普查的82万人相比，增加7万人。\n",
        ["actual 2010", "actual 2020"],
    ),
    "only the year held against": (
        "今年以来，高新区运行平稳。1至9月，出口增长3%。市场主体较2023年末净增5户。\n",
        ["actual 2024Q1-Q3", "actual 2024Q1-Q3"],
    ),
    "only a year two years before": (
        "上半年全市工业稳中向好\n工业增加值比2019年同期增长13.5%，两年平均增长6.5%。\n",
        ["actual 2021H1", "actual 2021H1"],
    ),
    "a year of its plan": (
        "市统计局通报上半年工业情况\n今年是“十二五”承上启下的关键一年。工业产值增长9%。\n",
        ["actual 2013H1"],
    ),
    "a whole year's brief put up in January": (
        "全市经济平稳运行\n2024-01-25 来源：统计局\n全年工业产值增长9%。\n",
        ["actual 2023"],
    ),
    "only a source and a day": (
        "前三季度全市经济稳中有进\n来源：市统计局 2019/10/25\n"
        "出口增长5%，比上半年加快1.2个百分点。\n",
        ["actual 2019Q1-Q3", "actual 2019Q1-Q3"],
    ),
}
PLANS = {
    "a plan of one field": (
        "临江市“十四五”推进农业农村现代化规划\n粮食产量达到20万吨。\n",
        ["target 2025"],
    ),
    "a plan with its years in brackets": (
        "临江市养老服务发展规划（2021—2025年）\n二、发展目标\n养老床位达到2万张。\n",
        ["target 2025"],
    ),
    "a plan of three years": (
        "临江市制造业三年行动计划（2023—2025年）\n规模以上工业企业达到500家。\n"
        "2023年，完成投资30亿元。三年累计培育企业200家。\n",
        ["target 2025", "target 2023", "target 2023-2025"],
    ),
    "tasks of a year shared out": (
        "关于2021年政府工作报告重点任务分工的通知\n新增学位5000个。\n",
        ["target 2021"],
    ),
    "proposals for a plan": (
        "中共临江县委关于制定国民经济和社会发展第十五个五年规划的建议\n城镇化率达到60%。\n",
        ["target 2030"],
    ),
    "the tenth plan": (
        "临江县国民经济和社会发展第十个五年计划纲要\n国内生产总值年均增长9%。\n",
        ["target 2001-2005"],
    ),
    "without its title": (
        "本纲要根据《中共临江市委关于制定国民经济和社会发展第十三个五年规划的建议》编制。\n"
        "第二章 主要目标\n生产总值年均增长8%。\n",
        ["target 2016-2020"],
    ),
    "a plan made known": (
        "临江县人民政府关于印发2017年国民经济和社会发展计划的通知\n临政发〔2017〕5号\n出口增长8%。\n",
        ["target 2017"],
    ),
}
DOCUMENTS = [*REPORTS.values(), *SUMMARIES.values(), *BRIEFS.values(), *PLANS.values()]
NAMES = [*REPORTS, *SUMMARIES, *BRIEFS, *PLANS]


@pytest.mark.parametrize(("document", "expected"), DOCUMENTS, ids=NAMES)
def test_the_year_of_a_document_is_found(document: str, expected: list[str]) -> None:
    assert [f"{claim.kind} {claim.period}" for claim in claims_of("", document)] == expected

"""What people ask of the whole site, and what must come first."""

from __future__ import annotations

SURVEYED = "surveyed-urban-unemployment-rate"
BUDGET = "general-public-budget-revenue"
INCOME = "disposable-income-per-capita"
JOBS = "new-urban-employment"

FIRST = {
    # an area and an indicator, in any script and order
    "河北 GDP": "hebei/gdp",
    "GDP 河北": "hebei/gdp",
    "河北GDP": "hebei/gdp",
    "河北省 地区生产总值": "hebei/gdp",
    "河北省生产总值": "hebei/gdp",
    "hebei gdp": "hebei/gdp",
    "Gross domestic product of Hebei": "hebei/gdp",
    "hb gdp": "hebei/gdp",
    "hebei dqsczz": "hebei/gdp",
    "冀 gdp": "hebei/gdp",
    "粤GDP": "guangdong/gdp",
    "guangdong unemployment": f"guangdong/{SURVEYED}",
    "廣東 失業率": f"guangdong/{SURVEYED}",
    "广东失业率": f"guangdong/{SURVEYED}",
    "失业率 广东": f"guangdong/{SURVEYED}",
    "guangdong shiyelv": f"guangdong/{SURVEYED}",
    "浙江 收入": f"zhejiang/{INCOME}",
    "zhejiang income": f"zhejiang/{INCOME}",
    "浙江居民人均可支配收入": f"zhejiang/{INCOME}",
    "上海 财政收入": f"shanghai/{BUDGET}",
    "shanghai budget revenue": f"shanghai/{BUDGET}",
    "四川 新增就业": f"sichuan/{JOBS}",
    "sichuan jobs": f"sichuan/{JOBS}",
    "shanxi gdp": "shanxi/gdp",
    "陕西 GDP": "shaanxi/gdp",
    "Shaanxi GDP": "shaanxi/gdp",
    "Inner Mongolia GDP": "inner-mongolia/gdp",
    "nmg gdp": "inner-mongolia/gdp",
    "內蒙古 地區生產總值": "inner-mongolia/gdp",
    "新疆 社零": "xinjiang/retail-sales",
    "tibet cpi": "tibet/consumer-prices",
    "重庆 物价": "chongqing/consumer-prices",
    "全国 CPI": "china/consumer-prices",
    "中国 通胀": "china/consumer-prices",
    "china inflation": "china/consumer-prices",
    "全国粮食产量": "china/grain-output",
    "全国 赤字率": "china/budget-deficit-ratio",
    "昆山 失业率": "kunshan/registered-urban-unemployment-rate",
    "kunshan exports": "kunshan/exports",
    # with year and promise words
    "河北 GDP 2026 目标": "hebei/gdp",
    "2026 河北 GDP 目标": "hebei/gdp",
    "hebei gdp target 2026": "hebei/gdp",
    "guangdong unemployment target 2026": f"guangdong/{SURVEYED}",
    "全国 GDP 增长 2020": "china/gdp",
    # an area alone, and its promises
    "河北": "hebei",
    "Hebei": "hebei",
    "河北省": "hebei",
    "內蒙古": "inner-mongolia",
    "neimenggu": "inner-mongolia",
    "粤": "guangdong",
    "新疆": "xinjiang",
    "全国": "china",
    "China": "china",
    "昆山": "kunshan",
    "河北 承诺": "hebei/targets",
    "guangdong promises": "guangdong/targets",
    # an indicator alone: all areas side by side
    "GDP": "indicators/gdp/",
    "地區生產總值": "indicators/gdp/",
    "dqsczz": "indicators/gdp/",
    "gdp growth": "indicators/gdp/",
    "城镇调查失业率": f"indicators/{SURVEYED}/",
    "社零": "indicators/retail-sales/",
    "CPI": "indicators/consumer-prices/",
    "how long do people live": "indicators/life-expectancy/",
    "拆迁": "indicators/housing-expropriated/",
    # what is neither
    "环保": "themes/environment/",
    "目标": "targets/",
    "方法": "methodology/",
    "2021年昆山市政府工作报告": "sources/kunshan/gwr-2021/",
    "河北 工作报告 2024": "sources/provinces/gwr-2024-hebei/",
    "足球场": "kunshan/targets/2021/6",
}
"""What must come first: a series, an area or its promises; an address with its slash."""

FIGURES = {
    "河北 GDP 2026 目标": "hebei/gdp/2026/growth/target",
    "hebei gdp target 2025": "hebei/gdp/2025/growth/target",
    "全国 GDP 增长 2020": "china/gdp/2020/growth",
    "china cpi target 2026": "china/consumer-prices/2026/growth/target",
    "4250亿": "kunshan/gdp/2020/level",
    "425 billion": "kunshan/gdp/2020/level",
    "62,700": f"kunshan/{INCOME}/2020/level",
    "昆山 5.6%": "kunshan/cultural-industry-share/2021/share/target",
    "2000座": "kunshan/5g-base-stations-built/2021/level/target",
}
"""The figure that must be shown first and led to, without the source that its id may end with."""

NEAR = {
    "unemploymnet": f"indicators/{SURVEYED}/",
    "地铁": "themes/transport/",
    "房价": "themes/housing/",
    "幼儿园": "themes/education/",
}

UNKNOWN = ("zzzzqqqq", "大象", "xylophone", "9876543210")


def route_of(expected: str) -> str:
    """The address of what is expected."""
    return expected if expected.endswith("/") else f"areas/{expected}/"

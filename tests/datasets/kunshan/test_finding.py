"""The search where the site tells of one area, asked in Node: what is typed is found, however it is
typed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tally.records.load import load
from tally.site.catalogue import files
from tally.site.library import gather
from tally.site.machine_files import compact_json
from tests.support.finding import Answer, asked_in_node

DATASETS = Path(__file__).parents[3] / "datasets"
GDP = "gdp"
BUDGET = "general-public-budget-revenue"
INCOME = "disposable-income-per-capita"
TRADE = "imports-exports"
RETAIL = "retail-sales"
UNEMPLOYED = "registered-urban-unemployment-rate"
RESEARCH = "rd-expenditure-share"
SORTING = "food-waste-sorting-accuracy"
HIGH_TECH = "high-tech-enterprises"
PROMISES = "targets/"

FOUND_FIRST = {
    # names: Chinese in both scripts, parts of them, other names, pinyin, initials
    "地区生产总值": GDP,
    "地區生產總值": GDP,
    "GDP": GDP,
    "ｇｄｐ": GDP,
    "dqsczz": GDP,
    "diqushengchanzongzhi": GDP,
    "di qu sheng chan zong zhi": GDP,
    "失业": UNEMPLOYED,
    "失業率": UNEMPLOYED,
    "shiyelv": UNEMPLOYED,
    "jinchukou": TRADE,
    "gdzctz": "fixed-asset-investment",
    "固投": "fixed-asset-investment",
    "社零": RETAIL,
    "高企": HIGH_TECH,
    "台资": "taiwan-business-fund",
    "台灣": "taiwan-business-fund",
    "5G": "5g-base-stations",
    "PM2.5": "pm25-concentration",
    "新建改扩建学校": "schools-under-construction",
    "三公经费": "official-hospitality-travel-vehicle-spending",
    "低保": "minimum-living-allowance",
    # what people say for it
    "收入": INCOME,
    "人均收入": INCOME,
    "居民收入": INCOME,
    "预算": BUDGET,
    "财政收入": BUDGET,
    "外贸": TRADE,
    "出口": "exports",
    "外资": "utilised-foreign-investment",
    "研发投入占比": RESEARCH,
    "服务业占比": "services-value-added-share",
    "上市公司": "listed-companies",
    "人口": "resident-population",
    "垃圾分类": SORTING,
    "猪肉": "pigs-in-stock",
    "电梯": "lifts-added-to-housing",
    "养老服务中心": "regional-elderly-care-centres-built",
    # English
    "gross domestic product": GDP,
    "imports and exports": TRADE,
    "import export": TRADE,
    "trade": TRADE,
    "exports": "exports",
    "R&D": RESEARCH,
    "research spending": "enterprise-rd-spending",
    "retail": RETAIL,
    "garbage sorting": SORTING,
    "pork": "pigs-in-stock",
    "buses": "bus-shelters-built-or-rebuilt",
    "parks": "pocket-parks-built",
    "tax": "tax-revenue",
    "household income": INCOME,
    "FDI": "utilised-foreign-investment",
    "high tech enterprises": HIGH_TECH,
    "life expectancy": "life-expectancy",
    "unemployment": UNEMPLOYED,
    "unem": UNEMPLOYED,
    # what is neither indicator nor promise
    "目标": PROMISES,
    "承诺": PROMISES,
    "targets": PROMISES,
    "方法": "methodology/",
    "数据下载": "data/",
    "housing": "themes/housing/",
    "交通": "themes/transport/",
    "2021年政府工作报告": "sources/kunshan/gwr-2021/",
    "足球场": "areas/kunshan/targets/2021/6/",
    # everyday words
    "拆迁": "housing-expropriated",
    "环保": "themes/environment/",
    "蓝天": "good-air-days-ratio",
    "小学": "schools-built",
    "入学": "school-places-added",
    "how long do people live": "life-expectancy",
    "shiyelu": UNEMPLOYED,
    "shiyelü": UNEMPLOYED,
    "R & D": RESEARCH,
}
"""The indicator that must come first, or the page with its slash."""

FIGURE_FIRST = {
    "4250": "kunshan/gdp/2020/level",
    "4250亿": "kunshan/gdp/2020/level",
    "425 billion": "kunshan/gdp/2020/level",
    "427.676": "kunshan/gdp/2020/level",
    "RMB 427.676 billion": "kunshan/gdp/2020/level",
    "62,700": "kunshan/disposable-income-per-capita/2020/level",
    "5.1%": "kunshan/general-public-budget-revenue/2020/growth",
    "2.5%": "kunshan/registered-urban-unemployment-rate/2021/level/target",
    "5.6%": "kunshan/cultural-industry-share/2021/share/target",
    "2000座": "kunshan/5g-base-stations-built/2021/level/target",
    "GDP增长": "kunshan/gdp/2024/growth",
    "GDP growth": "kunshan/gdp/2024/growth",
    "2021年GDP": "kunshan/gdp/2021/level",
    "GDP 2021 growth": "kunshan/gdp/2021/growth",
    "gdp目标": "kunshan/gdp/2021/growth/target",
    "unemployment target": "kunshan/registered-urban-unemployment-rate/2021/level/target",
    "2021年失业率目标": "kunshan/registered-urban-unemployment-rate/2021/level/target",
}
"""The figure that must be shown first and led to, without the source that its id may end with."""

MISTYPED = {
    "unemploymnet": UNEMPLOYED,
    "retial sales": RETAIL,
    "exprot": "exports",
    "populaton": "resident-population",
    "gpd": GDP,
    "diqushengcanzongzhi": GDP,
    "goverment": "themes/government/",
}

NEAR = {
    "地铁": "themes/transport/",
    "subway": "themes/transport/",
    "幼儿园": "themes/education/",
    "房价": "themes/housing/",
    "house prices": "themes/housing/",
    "人均GDP": GDP,
}
"""What the site has nothing of, and where it leads instead, said to be no more than near."""

UNKNOWN = ("zzzzqqqq", "大象", "xylophone", "9876543210")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Answer]:
    """The answers to all that is typed here."""
    folder = tmp_path_factory.mktemp("finding")
    for path, content in files(gather(load(DATASETS, ["kunshan"]).datasets)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(compact_json(content), "utf-8")
    typed = [*FOUND_FIRST, *FIGURE_FIRST, *MISTYPED, *NEAR, *UNKNOWN]
    return asked_in_node(folder, typed)


def route_of(expected: str) -> str:
    return expected if expected.endswith("/") else f"areas/kunshan/{expected}/"


@pytest.mark.parametrize("typed", FOUND_FIRST)
def test_what_is_typed_is_found_first(said: Mapping[str, Answer], typed: str) -> None:
    assert (said[typed].route, said[typed].near) == (route_of(FOUND_FIRST[typed]), False)


@pytest.mark.parametrize("typed", FIGURE_FIRST)
def test_the_figure_that_was_asked_for_is_shown(said: Mapping[str, Answer], typed: str) -> None:
    assert said[typed].figure.startswith(FIGURE_FIRST[typed])
    assert said[typed].meant


@pytest.mark.parametrize("typed", [*MISTYPED, *NEAR])
def test_what_is_not_there_leads_to_what_is_nearest(said: Mapping[str, Answer], typed: str) -> None:
    expected = {**MISTYPED, **NEAR}[typed]
    assert (said[typed].route, said[typed].near) == (route_of(expected), True)


@pytest.mark.parametrize("typed", UNKNOWN)
def test_no_answer_is_made_up(said: Mapping[str, Answer], typed: str) -> None:
    assert said[typed].found == 0


def test_words_find_only_what_holds_them(said: Mapping[str, Answer]) -> None:
    assert {typed for typed in ("pork", "buses") if said[typed].found > 5} == set()


def test_an_only_area_is_not_named(said: Mapping[str, Answer]) -> None:
    assert {answer.area for answer in said.values()} == {""}

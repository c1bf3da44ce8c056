"""Whose numbers they are where several things are named, and names as a reader would write them."""

from __future__ import annotations

import pytest

from tests.support.claims import readings

CASES = [
    (
        "全区大豆面积和产量分别为20万亩和11万吨。",
        ["大豆面积 20万亩 level eq", "大豆产量 11万吨 level eq"],
    ),
    (
        "全区玉米面积和产量是9.1万亩和3.6万吨，比上年增长4.1%和3.2%。",
        [
            "玉米面积 9.1万亩 level eq",
            "玉米产量 3.6万吨 level eq",
            "玉米面积 4.1% growth eq",
            "玉米产量 3.2% growth eq",
        ],
    ),
    (
        "其中水利投资，能源设施投资，民间投资均增长11%以上。",
        ["民间投资 11% growth ge", "水利投资 11% growth ge", "能源设施投资 11% growth ge"],
    ),
    (
        "进口货值、入境游客、免税销售额分别增长30%、52%、18%。",
        ["进口货值 30% growth eq", "入境游客 52% growth eq", "免税销售额 18% growth eq"],
    ),
    (
        "城镇居民人均可支配收入和农民人均纯收入均增长10%左右。",
        ["农民人均纯收入 10% growth approx", "城镇居民人均可支配收入 10% growth approx"],
    ),
    (
        "压减钢材产能140万吨、水泥60万吨、平板玻璃80万重量箱。",
        [
            "压减钢材产能 140万吨 level eq",
            "压减水泥 60万吨 level eq",
            "压减平板玻璃 80万重量箱 level eq",
        ],
    ),
    ("全口径税收1.4亿元，增长3%。", ["全口径税收 1.4亿元 level eq", "全口径税收 3% growth eq"]),
    (
        "园区26家规模以上企业实现产值52.3亿元。",
        ["规模以上企业 26家 level eq", "规模以上企业产值 52.3亿元 level eq"],
    ),
    (
        "连续五届跻身全国县域经济百强县行列，排名升至第62位。",
        ["全国县域经济百强县排名 62位 rank eq"],
    ),
    ("新增50辆公交车和7条公交线路。", ["新增公交车 50辆 level eq", "新增公交线路 7条 level eq"]),
    (
        "完成一般公共预算收入5234万元，为年初预算88.5%，比上年同期增加231万元，增长4.6%。",
        [
            "一般公共预算收入 5234万元 level eq",
            "一般公共预算收入完成年初预算比例 88.5% share eq",
            "一般公共预算收入 231万元 change eq",
            "一般公共预算收入 4.6% growth eq",
        ],
    ),
    (
        "城镇新增就业4200人，完成年度目标4000人的105%。",
        [
            "城镇新增就业 4200人 level eq",
            "城镇新增就业 4000人 level eq",
            "城镇新增就业完成年度目标比例 105% share eq",
        ],
    ),
    (
        "工业税收9.4亿元，逆势增长6%；出口12亿元，强势增长15%。",
        [
            "工业税收 9.4亿元 level eq",
            "工业税收 6% growth eq",
            "出口总额 12亿元 level eq",
            "出口总额 15% growth eq",
        ],
    ),
    (
        "财政收入8.2亿元，自然口径下降2.4%，扣除留抵退税因素后增长6.5%。",
        [
            "财政收入 8.2亿元 level eq",
            "财政收入 ↓2.4% growth eq",
            "财政收入 6.5% growth eq",
        ],
    ),
    ("金融业实现增加值310.5亿元。", ["金融业增加值 310.5亿元 level eq"]),
    (
        "第三产业完成投资860亿元，增长5.2%，从规模看，房地产业增长1.4%。",
        [
            "第三产业完成投资 860亿元 level eq",
            "第三产业完成投资 5.2% growth eq",
            "房地产业投资 1.4% growth eq",
        ],
    ),
    (
        "高新技术产业产值增长31.5%，对规模以上工业贡献率为45.2%。",
        ["高新技术产业产值 31.5% growth eq", "高新技术产业对规模以上工业贡献率 45.2% share eq"],
    ),
    (
        "茶叶产量800余吨，可使农民人均增收300余元。",
        ["茶叶产量 800吨 level gt", "农民人均增收 300元 level gt"],
    ),
    ("公交与轨道60米内换乘比例提升至90%。", ["公交与轨道60米内换乘比例 90% level eq"]),
    ("220千伏及以上输电线路总长超6万公里。", ["220千伏及以上输电线路总长 6万公里 level gt"]),
    ("失业率≤3.8%；人口自然增长率＜5‰；粮食产量≥6万吨。",
     ["失业率 3.8% level le", "人口自然增长率 5‰ level lt", "粮食产量 6万吨 level ge"]),
    ("城乡居民收入差距控制在2.4∶1以内。", ["城乡居民收入差距 2.4 ratio le"]),
    ("工业机器人产量实现了40%以上的高速增长。", ["工业机器人产量 40% growth ge"]),
    ("全省生产总值能够实现6%左右的预期目标。", ["地区生产总值 6% growth approx"]),
    ("一般公共预算支出（扣除专项债券外）增长4%以上。", ["一般公共预算支出 4% growth ge"]),
    ("GDP=4250亿元，增速：5%。", ["地区生产总值 4250亿元 level eq", "地区生产总值 5% growth eq"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_each_number_goes_to_its_own_subject(sentence: str, expected: list[str]) -> None:
    assert readings(sentence) == expected

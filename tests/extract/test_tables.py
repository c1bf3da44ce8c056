"""Tables: units and years stand in the head, names in the first cell."""

from __future__ import annotations

import pytest

from tests.support.claims import claims_of, readings

BULLETIN = "临江市2023年国民经济和社会发展统计公报\n{}\n"

TABLES = {
    "units in a column": (
        "指标\t单位\t绝对数\t比上年增长（%）\n地区生产总值\t亿元\t486.3\t5.7\n",
        ["地区生产总值 486.3亿元 level eq", "地区生产总值 5.7% growth eq"],
    ),
    "a unit in the head of a column": (
        "产品名称    产量（万吨）    增长（%）\n水泥    312.6    -8.5\n",
        ["水泥产量 312.6万吨 level eq", "水泥产量 ↓8.5% growth eq"],
    ),
    "single blanks between the cells": (
        "产品名称 单位 产量 比上年增长%\n水泥 万吨 35.2 -4.1\n发电量 亿千瓦时 12.6 8.8\n",
        [
            "水泥产量 35.2万吨 level eq",
            "水泥产量 ↓4.1% growth eq",
            "发电量 12.6亿千瓦时 level eq",
            "发电量 8.8% growth eq",
        ],
    ),
    "one unit for all": (
        "表1 主要指标（单位：亿元）\n指标 | 2023年\n税收收入 | 62.7\n",
        ["税收收入 62.7亿元 level eq"],
    ),
    "one cell to a line": (
        "主要指标\n绝对额（亿元）\n比上年增长（%）\n税收收入\n62.7\n5.3\n#个人所得税\n7.1\n-5.4\n",
        [
            "税收收入 62.7亿元 level eq",
            "税收收入 5.3% growth eq",
            "个人所得税 7.1亿元 level eq",
            "个人所得税 ↓5.4% growth eq",
        ],
    ),
    "one cell to a line, units among them": (
        "指标\n单位\n绝对数\n税收收入\n亿元\n62.7\n农业\n水稻产量\n万吨\n56.7\n",
        ["税收收入 62.7亿元 level eq", "水稻产量 56.7万吨 level eq"],
    ),
    "one cell to a line, with bars, counts in the heads": (
        "指标 |\n招生数（人） |\n毕业生数（人） |\n"
        "普通高中 |\n4113 |\n4328 |\n小学 |\n8051 |\n6800 |\n",
        [
            "普通高中招生数 4113人 level eq",
            "普通高中毕业生数 4328人 level eq",
            "小学招生数 8051人 level eq",
            "小学毕业生数 6800人 level eq",
        ],
    ),
    "two tables one below the other": (
        "产品\n产量（万吨）\n水稻\n56.7\n油料\n—\n棉花\n5.5\n"
        "表2 财政\n指标\n绝对数（亿元）\n税收收入\n62.7\n非税收入\n9.1\n",
        [
            "水稻产量 56.7万吨 level eq",
            "棉花产量 5.5万吨 level eq",
            "税收收入 62.7亿元 level eq",
            "非税收入 9.1亿元 level eq",
        ],
    ),
    "a unit in the name": (
        "指标\t2023年\n粮食总产量（万吨）\t134.6\n",
        ["粮食总产量 134.6万吨 level eq"],
    ),
}


@pytest.mark.parametrize(("table", "expected"), TABLES.values(), ids=TABLES.keys())
def test_a_table_is_read_by_its_head(table: str, expected: list[str]) -> None:
    assert readings(table, BULLETIN) == expected


def test_a_table_reads_alike_whatever_ends_its_lines() -> None:
    text = "指标\t单位\t绝对数\n税收收入\t亿元\t62.7\n#个人所得税\t亿元\t7.1\n"
    assert readings(text.replace("\n", "\r\n"), BULLETIN) == readings(text, BULLETIN)
    assert len(readings(text, BULLETIN)) == 2


def test_years_in_the_head_are_periods() -> None:
    found = claims_of("指标\t2020年\t2025年目标\n森林覆盖率（%）\t33.5\t35\n", BULLETIN)
    assert [(claim.period, claim.kind) for claim in found] == [
        ("2020", "actual"),
        ("2025", "target"),
    ]


def test_prose_after_a_table_is_read_as_prose() -> None:
    text = "指标\t单位\t绝对数\n水泥\t万吨\t312.6\n\n年末常住人口62.3万人。"
    assert readings(text, BULLETIN)[-1] == "常住人口 62.3万人 level eq"


@pytest.mark.parametrize("text", ["1\n2\n3\n4\n", "甲\n乙\n1\n丙\n丁\n2\n", "甲\n1\n2\n3\n4\n"])
def test_lines_of_numbers_without_a_head_are_no_table(text: str) -> None:
    assert readings(text, BULLETIN) == []


def test_a_table_with_rules_and_numbered_rows_is_read_by_its_columns() -> None:
    plan = "临江县国民经济和社会发展第十四个五年规划纲要\n{}\n"
    table = (
        "| 序号 | 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- | --- |\n"
        "| 1 | 地区生产总值 | 亿元 | 120 | 180 |\n| 2 | 粮食产量 | 万吨 | 11 | 12 |"
    )
    found = [(c.name, str(c.value), c.unit, c.kind, c.period) for c in claims_of(table, plan)]
    assert found == [
        ("地区生产总值", "120", "亿元", "actual", "2020"),
        ("地区生产总值", "180", "亿元", "target", "2025"),
        ("粮食产量", "11", "万吨", "actual", "2020"),
        ("粮食产量", "12", "万吨", "target", "2025"),
    ]

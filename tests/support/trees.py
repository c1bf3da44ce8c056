"""A small valid `datasets/` folder, written from texts that can be read here and changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

REPORT = """\
各位代表：
2020年，全市实现地区生产总值4250亿元、比上年增长5%。新建5G基站1923座。违法犯罪警情下降8.6%。
2021年的目标是：经济增长6%以上，城镇登记失业率控制在2.5%以内，居民人均可支配收入和经济增长基本同步，实现体育场主体结构封顶。
"""

FILES: Mapping[str, str] = {
    "vocabulary/themes.yml": """\
- {id: economy, name: {zh: 经济, en: Economy}, description: {zh: 产出, en: Output}}
- {id: society, name: {zh: 社会, en: Society}, description: {zh: 民生, en: Livelihood}}
""",
    "vocabulary/units.yml": """\
- {id: 元, name: {zh: 元, en: yuan}, family: money-cny, factor: 1, base: 元}
- {id: 亿元, name: {zh: 亿元, en: 100m yuan}, family: money-cny, factor: 100000000, base: 元}
- {id: "%", name: {zh: 百分比, en: per cent}, family: percent, factor: 1, base: "%"}
- {id: 座, name: {zh: 座, en: sites}, family: count, factor: 1, base: 座}
""",
    "vocabulary/areas.yml": """\
- {id: testshire, name: {zh: 试验市, en: Testshire}, code: "999999"}
""",
    "vocabulary/indicators/economy.yml": """\
- id: gdp
  name: {zh: 地区生产总值, en: Gross domestic product}
  definition: {zh: 一年内的最终成果, en: The final output of a year}
  theme: economy
  unit_family: money-cny
  direction: up
  aliases: [GDP, 经济]
- id: base-stations-5g
  name: {zh: 新建5G基站, en: 5G base stations built}
  definition: {zh: 一年内新建的5G基站, en: 5G base stations built in the year}
  theme: economy
  unit_family: count
  direction: up
  aliases: []
""",
    "vocabulary/indicators/society.yml": """\
- id: unemployment
  name: {zh: 城镇登记失业率, en: Registered urban unemployment rate}
  definition: {zh: 登记失业人员所占比例, en: The share of the registered unemployed}
  theme: society
  unit_family: percent
  direction: down
  aliases: [失业率]
- id: income
  name: {zh: 居民人均可支配收入, en: Disposable income per capita}
  definition: {zh: 居民可自由支配的收入, en: Income that residents may dispose of}
  theme: society
  unit_family: money-cny
  direction: up
  aliases: []
- id: incidents
  name: {zh: 违法犯罪警情, en: Crime incidents}
  definition: {zh: 警方接报的警情, en: Incidents reported to the police}
  theme: society
  unit_family: count
  direction: down
  aliases: []
""",
    "testshire/dataset.yml": """\
title: {zh: 试验市政府数据, en: Testshire in figures}
description: {zh: 试验用的数据, en: Data for tests}
publisher: {zh: 测试者, en: The testers}
licence: CC-BY-4.0
version: 1.0.0
created: 2021-02-01
updated: 2021-02-01
keywords: [test]
contributors:
  - {title: The testers, role: author}
""",
    "testshire/sources/report-2021/report.txt": REPORT,
    "testshire/sources/report-2021/source.yml": """\
kind: work-report
title: {zh: 试验市政府工作报告, en: Testshire Government Work Report}
publisher: {zh: 试验市人民政府, en: Testshire People's Government}
published: 2021-01
year: 2021
received: {zh: 为测试而写, en: Written for tests}
text: report.txt
sha256: SHA256
left_out:
  - {text: 2020年, reason: year}
  - {text: 2021年, reason: year}
  - {text: 5G, reason: code}
""",
    "testshire/sources/cited.yml": """\
- id: bulletin-2021
  kind: bulletin
  title: {zh: 试验市2021年统计公报, en: Testshire Statistical Bulletin 2021}
  publisher: {zh: 试验市统计局, en: Testshire Bureau of Statistics}
  published: 2022-03-01
""",
    "testshire/observations/economy.yml": """\
- indicator: gdp
  period: 2020
  source: report-2021
  quote: 全市实现地区生产总值4250亿元、比上年增长5%
  figures:
    - {measure: level, value: 4250, unit: 亿元}
    - {measure: growth, value: 5, unit: "%"}
- indicator: base-stations-5g
  period: 2020
  source: report-2021
  quote: 新建5G基站1923座
  figures:
    - {measure: level, value: 1923, unit: 座}
- indicator: gdp
  period: 2021
  source: bulletin-2021
  locator: section 1
  figures:
    - {measure: growth, value: 7.0, unit: "%", stated: 7.0%}
""",
    "testshire/observations/society.yml": """\
- indicator: incidents
  period: 2020
  source: report-2021
  quote: 违法犯罪警情下降8.6%
  figures:
    - {measure: growth, value: 8.6, unit: "%", direction: down}
""",
    "testshire/targets/economy.yml": """\
- indicator: gdp
  due: 2021
  source: report-2021
  quote: 经济增长6%以上
  figures:
    - {measure: growth, comparator: ge, value: 6, unit: "%"}
""",
    "testshire/targets/society.yml": """\
- indicator: unemployment
  due: 2021
  source: report-2021
  quote: 城镇登记失业率控制在2.5%以内
  figures:
    - {measure: level, comparator: le, value: 2.5, unit: "%"}
- indicator: income
  due: 2021
  source: report-2021
  quote: 居民人均可支配收入和经济增长基本同步
  relation: {measure: growth, comparator: approx, to: gdp}
- milestone: {zh: 体育场主体结构封顶, en: Stadium topped out}
  theme: society
  due: 2021
  source: report-2021
  quote: 实现体育场主体结构封顶
  kept: {zh: 主体结构封顶, en: The main structure is topped out}
""",
    "testshire/corrections.yml": """\
- date: 2021-03-01
  kind: correction
  figure: testshire/gdp/2020/level
  old: 4205亿元
  new: 4250亿元
  reason: {zh: 录入有误, en: A slip in typing}
  by: A reader
  since: 1.0.0
""",
}
_SOURCE = "testshire/sources/report-2021"


def write_tree(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the tree below `folder/datasets` and return that path.

    `changes` replaces files by path, adds new ones, or with None leaves one out. SHA256 in
    source.yml stands for the hash of report.txt as written.
    """
    root = folder / "datasets"
    contents = {**FILES, **(changes or {})}
    report = contents[f"{_SOURCE}/report.txt"]
    digest = hashlib.sha256(_bytes(report)).hexdigest() if report is not None else "f" * 64
    for path, content in contents.items():
        if content is not None:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_bytes(content).replace(b"SHA256", digest.encode()))
    return root


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def tell_outcome(root: Path, said: str) -> None:
    """Add what became of the tree's milestone, the last of the targets of society: met, …"""
    file = root / "testshire/targets/society.yml"
    file.write_text(f"{file.read_text('utf-8')}  outcome: {{{said}}}\n", "utf-8")


def change(root: Path, path: str, old: str, new: str) -> None:
    """Replace words in one file of a tree; they must be there, once."""
    file = root / path
    text = file.read_text("utf-8")
    if text.count(old) != 1:
        raise AssertionError(f"{old!r} stands {text.count(old)} times in {path}")
    file.write_text(text.replace(old, new), "utf-8")

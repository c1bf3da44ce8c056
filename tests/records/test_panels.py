"""Datasets of several areas, and series: a record a cell, each with its place and id."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from tally.records.load import Loaded, load
from tests.support.trees import FILES, write_tree

AREAS = "vocabulary/areas.yml"
UNITS = "vocabulary/units.yml"
DATASET, CITED = "panel/dataset.yml", "panel/sources/cited.yml"
GDP, TARGETS = "panel/observations/gdp.yml", "panel/targets/northshire.yml"
PANEL = {
    AREAS: FILES[AREAS]
    + '- {id: northshire, name: {zh: 北试省, en: Northshire}, code: "110000"}\n'
    + '- {id: southshire, name: {zh: 南试省, en: Southshire}, code: "120000"}\n',
    UNITS: FILES[UNITS]
    + "- {id: 上年=100, name: {zh: 指数, en: index}, family: index, factor: 1, base: 上年=100}\n",
    DATASET: FILES["testshire/dataset.yml"] + "areas: [northshire, southshire]\n",
    CITED: """\
- id: accounts
  kind: yearbook
  title: {zh: 核算, en: Accounts}
  publisher: {zh: 统计局, en: The bureau}
  published: 2021
- id: report-2021-northshire
  kind: work-report
  area: northshire
  title: {zh: 报告, en: Report}
  publisher: {zh: 省政府, en: The government}
  published: 2021
  year: 2021
""",
    GDP: """\
- indicator: gdp
  measure: index
  unit: "上年=100"
  source: accounts
  locator: 表一
  series:
    northshire: {2019: 106.10, 2020: 102.3}
    southshire: {2020: 101}
""",
    TARGETS: """\
- indicator: gdp
  area: northshire
  due: 2021
  source: report-2021-northshire
  locator: 目标
  figures:
    - {measure: growth, comparator: approx, value: 6, unit: "%", stated: 增长6%左右}
""",
}


def panel(tmp_path: Path, changes: Mapping[str, str] | None = None) -> Loaded:
    return load(write_tree(tmp_path, {**PANEL, **(changes or {})}))


def errors(found: Loaded) -> list[str]:
    return [f"{p.place}: {p.message}".removeprefix("datasets/") for p in found.problems]


def test_a_panel_has_no_problem(tmp_path: Path) -> None:
    assert errors(panel(tmp_path)) == []


def test_each_cell_of_a_series_is_a_record_with_its_own_place(tmp_path: Path) -> None:
    observations = panel(tmp_path).datasets.datasets["panel"].observations
    assert [(o.id, o.area, o.period, o.figure.value, str(o.place)) for o in observations] == [
        ("northshire/gdp/2019/index/accounts", "northshire", "2019", Decimal("106.10"),
         "datasets/panel/observations/gdp.yml:7:24"),
        ("northshire/gdp/2020/index/accounts", "northshire", "2020", Decimal("102.3"),
         "datasets/panel/observations/gdp.yml:7:38"),
        ("southshire/gdp/2020/index/accounts", "southshire", "2020", Decimal("101"),
         "datasets/panel/observations/gdp.yml:8:24"),
    ]  # fmt: skip


def test_the_digits_of_a_cell_stay_as_written(tmp_path: Path) -> None:
    first, *_ = panel(tmp_path).datasets.datasets["panel"].observations
    assert str(first.figure.value) == "106.10"


def test_a_source_of_a_panel_is_of_the_area_it_names_or_of_none(tmp_path: Path) -> None:
    sources = panel(tmp_path).datasets.datasets["panel"].sources
    assert {name: (one.dataset, one.area) for name, one in sources.items()} == {
        "accounts": ("panel", None),
        "report-2021-northshire": ("panel", "northshire"),
    }


def test_a_dataset_without_areas_is_that_of_the_area_it_is_called_after(tmp_path: Path) -> None:
    dataset = panel(tmp_path).datasets.datasets["testshire"]
    assert dataset.areas == ("testshire",)
    assert {source.area for source in dataset.sources.values()} == {"testshire"}


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (TARGETS, "  area: northshire\n", "",
         "panel/targets/northshire.yml:1:3: the dataset has several areas, and the entry"),
        (TARGETS, "area: northshire", "area: testshire",
         "panel/targets/northshire.yml:2:9: there is no area testshire"),
        (GDP, "southshire: {", "southshore: {",
         "panel/observations/gdp.yml:8:5: there is no area southshore"),
        (GDP, "2019: 106.10", "19: 106.10",
         "panel/observations/gdp.yml:7:18: northshire is not in the right form: 19"),
        (GDP, "102.3", "about 102",
         "panel/observations/gdp.yml:7:38: 2020 is a number, and this is about 102"),
        (GDP, "102.3}", "102.3, 2020: 103}",
         "panel/observations/gdp.yml:7:45: 2020 is here twice, first in line 7"),
        (GDP, "  measure: index\n", "",
         "panel/observations/gdp.yml:5:3: series goes with measure, which is missing"),
        (GDP, '"上年=100"', "点", "panel/observations/gdp.yml:3:9: there is no unit 点"),
        (CITED, "area: northshire", "area: testshire",
         "panel/sources/cited.yml:8:9: there is no area testshire"),
        (DATASET, "southshire]", "nowhere]", "panel/dataset.yml:11:21: there is no area nowhere"),
        (CITED, "id: accounts", "id: report-2021",
         "testshire/sources/report-2021/source.yml:1:1: another dataset has a source report-2021"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_panel_is_told_where_it_is(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    assert old in PANEL[file]
    found = errors(panel(tmp_path, {file: PANEL[file].replace(old, new)}))
    (own,) = [one for one in found if one.partition(":")[0] == told.partition(":")[0]]
    assert own.startswith(told)


def test_a_series_says_once_what_all_its_growth_is_counted_on(tmp_path: Path) -> None:
    real = PANEL[GDP].replace("  source:", "  basis: real\n  source:", 1)
    dataset = load(write_tree(tmp_path, {**PANEL, GDP: real})).datasets.datasets["panel"]
    assert {(row.id, row.figure.basis) for row in dataset.observations} == {
        ("northshire/gdp/2019/index/real/accounts", "real"),
        ("northshire/gdp/2020/index/real/accounts", "real"),
        ("southshire/gdp/2020/index/real/accounts", "real"),
    }


def test_the_id_of_a_cited_promise_ends_in_its_source(tmp_path: Path) -> None:
    aim = 'value: 7, unit: "%", stated: 力争增长7%, strength: ambition, basis: real}\n'
    said = PANEL[TARGETS] + "    - {measure: growth, " + aim
    dataset = load(write_tree(tmp_path, {**PANEL, TARGETS: said})).datasets.datasets["panel"]
    assert [row.id for row in dataset.targets] == [
        "northshire/gdp/2021/growth/target/report-2021-northshire",
        "northshire/gdp/2021/growth/real/target/ambition/report-2021-northshire",
    ]

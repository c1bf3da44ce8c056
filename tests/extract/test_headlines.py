"""Headline figures of whole reports: wordings that hid them, and the tool that finds the holes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract import headlines
from tests.support.claims import claims_of

REPORT = (
    "政府工作报告\n2023年1月10日在南溪县第七届人民代表大会第三次会议上\n"
    "一、2022年工作回顾\n过去一年，"
)
FIVE_YEARS = (
    "政府工作报告\n2023年1月10日在南溪县第八届人民代表大会第一次会议上\n一、过去五年工作回顾\n"
    "五年来，全县新增就业5万人，年均引进企业30家。"
)

# Each text with the name, the period and the kind of its last growth.
GROWTH = {
    "a step that was passed on the way": (
        REPORT + "全县生产总值迈上900亿元台阶、达901.8亿元、增长3.7%。",
        "地区生产总值 2022 actual",
    ),
    "a mark that was passed before": (
        REPORT + "生产总值跨越800亿元大关、达到834.9亿元，增长8.2%。",
        "地区生产总值 2022 actual",
    ),
    "a circle that was entered": (
        REPORT + "实现生产总值325.8亿元，继北原、南安之后第三个进入300亿元行列，比上年增长13%。",
        "地区生产总值 2022 actual",
    ),
    "what an area became": (
        REPORT + "全县生产总值105.6亿元，成为全市第五个总量超百亿元县，比上年增长10.2%。",
        "地区生产总值 2022 actual",
    ),
    "quarters before the year": (
        REPORT + "生产总值一季度增长3%、上半年增长4%、前三季度增长5%、全年增长6%。",
        "地区生产总值 2022 actual",
    ),
    "a list of quarters before the year": (
        REPORT + "生产总值一季度、上半年、前三季度分别增长3%、4%、5%，全年增长6%。",
        "地区生产总值 2022 actual",
    ),
    "growth that came back": (
        REPORT + "生产总值二季度由负转正、全年增长4.2%。",
        "地区生产总值 2022 actual",
    ),
    "a note in brackets behind the amount": (
        REPORT + "生产总值完成265.6亿元（不含北原，下同）、增长9%。",
        "地区生产总值 2022 actual",
    ),
    "a short word for the year before": (
        REPORT + "生产总值达229.6亿元，比增13.1%。",
        "地区生产总值 2022 actual",
    ),
    "an amount that may be passed": (
        REPORT + "生产总值可突破198亿元，同口径增长约7%。",
        "地区生产总值 2022 actual",
    ),
    "the year before within a look back on five years": (
        FIVE_YEARS + "全年实现生产总值720.5亿元，按可比价计算比上年增长12%左右。",
        "地区生产总值 2022 actual",
    ),
    "the last of five years in a paragraph of its own": (
        FIVE_YEARS + "\n2022年是本届政府任期的最后一年，各项目标全面完成。生产总值增长6.2%。",
        "地区生产总值 2022 actual",
    ),
    "exact amounts under a title that looks ahead": (
        REPORT
        + "出口增长9%。\n二、加快转型升级\n继续推进企业上市，持续为发展添活力。"
        "全年生产总值389.2亿元，增长0.3%。",
        "地区生产总值 2022 actual",
    ),
    "a hope that was kept": (
        REPORT + "迎难而上，确保经济平稳运行，全年实现生产总值581.3亿元，增长8.2%。",
        "地区生产总值 2022 actual",
    ),
    "a budget that is exact too": (
        REPORT + "出口增长9%。\n二、2023年收支安排\n全县一般公共预算收入安排19.76亿元，增长6%。",
        "一般公共预算收入安排 2023 target",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", GROWTH)
def test_a_growth_is_of_its_subject_and_its_year(what: str) -> None:
    text, expected = GROWTH[what]
    last = [claim for claim in claims_of(text, "{}") if claim.measure == "growth"][-1]
    assert f"{last.name} {last.period} {last.kind}" == expected


def test_a_short_name_in_a_list_stays_whole() -> None:
    text = REPORT + "GDP、固定资产投资、社会消费品零售总额分别增长5.4%、13.2%、2.7%。"
    names = [claim.name for claim in claims_of(text, "{}")]
    assert names == ["地区生产总值", "固定资产投资", "社会消费品零售总额"]


REVIEW = "一、2022年工作回顾\n过去一年，全县生产总值{level}亿元，增长{growth}%。\n"
AIMS = "二、2023年工作安排\n今年的主要预期目标是：生产总值增长6%。\n"
TITLE = "政府工作报告\n{year}年1月10日在南溪县第七届人民代表大会第三次会议上\n"


def _report(folder: Path, year: int, body: str) -> None:
    path = folder / "南溪县" / f"{year}.txt"
    path.parent.mkdir(exist_ok=True)
    body = body.replace("2023", str(year)).replace("2022", str(year - 1))
    path.write_text(TITLE.format(year=year) + body, encoding="utf-8")


def _told(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    table = folder / "table.csv"
    assert headlines.main([str(folder), "--out", str(table)]) == 0
    return capsys.readouterr().out + table.read_text("utf-8")


def test_the_table_has_the_headline_figures_of_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _report(tmp_path, 2023, REVIEW.format(level="300.5", growth="5.1") + AIMS)
    told = _told(tmp_path, capsys)
    assert "南溪县,2023,gdp,growth,actual,2022,5.1,%" in told
    assert "南溪县,2023,gdp,growth,target,2023,6,%" in told
    assert "gdp growth actual: 1.000 of 1 reports" in told


def test_a_report_without_a_figure_is_a_hole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _report(tmp_path, 2023, REVIEW.format(level="300.5", growth="5.1"))
    assert "hole gdp growth target" in _told(tmp_path, capsys)


def test_a_growth_out_of_line_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _report(tmp_path, 2023, REVIEW.format(level="300.5", growth="51.1") + AIMS)
    assert "line gdp" in _told(tmp_path, capsys)


def test_a_level_that_does_not_meet_the_year_before_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _report(tmp_path, 2022, REVIEW.format(level="300.5", growth="5.1") + AIMS)
    _report(tmp_path, 2023, REVIEW.format(level="500.5", growth="5.1") + AIMS)
    assert "base gdp" in _told(tmp_path, capsys)


def test_each_report_belongs_to_one_half() -> None:
    paths = [Path(f"南溪县/{year}.txt") for year in range(2008, 2027)]
    halves = [[headlines.of_half(path, half) for path in paths] for half in (0, 1)]
    assert all(one != other for one, other in zip(*halves, strict=True))
    assert all(headlines.of_half(path, None) for path in paths)

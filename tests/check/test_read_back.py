"""What an entry says of its number is read back from the words: a slip in any of it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.check.check import check
from tests.support.trees import FILES, REPORT, change, write_tree

CRIME = "testshire/observations/society.yml"
ECONOMY = "testshire/observations/economy.yml"
GROWTH = "testshire/targets/economy.yml"
SOCIETY = "testshire/targets/society.yml"
TEXT = "testshire/sources/report-2021/report.txt"
STADIUM = "实现体育场主体结构封顶"
GDP = "gdp\n  period"
MILESTONE = "  theme: society\n  due"
SOURCED = "  source: report-2021\n  quote: 全市实现"
EXPECTED = SOURCED.replace("实现", "预计实现")
LEVEL = "measure: level, value: 4250"
STATIONS = "measure: level, value: 1923"


def told(root: Path) -> list[tuple[str, str, str]]:
    return [(p.severity, p.code, str(p.place).removeprefix("datasets/")) for p in check(root)]


@pytest.mark.parametrize(
    ("path", "old", "new", "code", "place"),
    [
        (ECONOMY, f"{GDP}: 2020", f"{GDP}: 2019", "quote-period", "2:11"),
        (ECONOMY, f"{GDP}: 2020", f"{GDP}: 2018-2020", "quote-period", "2:11"),
        (GROWTH, "due: 2021", "due: 2022", "quote-period", "2:8"),
        (SOCIETY, f"{MILESTONE}: 2021", f"{MILESTONE}: 2022", "quote-period", "14:8"),
        (ECONOMY, SOURCED, f"  status: final\n{SOURCED}", "quote-status", "3:11"),
        (ECONOMY, SOURCED, f"  status: preliminary\n{SOURCED}", "quote-status", "3:11"),
        (ECONOMY, "value: 4250,", "value: 4250, direction: down,", "direction", "6:48"),
        (ECONOMY, LEVEL, LEVEL.replace("level", "cumulative"), "disagreement", "6:17"),
        (SOCIETY, "comparator: approx", "comparator: ge", "quote-comparator", "11:43"),
        (SOCIETY, "comparator: approx", "comparator: eq", "quote-comparator", "11:43"),
        (SOCIETY, f"quote: {STADIUM}", "quote: 各位代表", "quote-subject", "16:10"),
    ],
)
def test_a_slip_is_an_error_where_it_stands(
    tmp_path: Path, path: str, old: str, new: str, code: str, place: str
) -> None:
    root = write_tree(tmp_path)
    change(root, path, old, new)
    errors = [(code, place) for severity, code, place in told(root) if severity == "error"]
    assert (code, f"{path}:{place}") in errors


@pytest.mark.parametrize(
    ("path", "words", "now", "old", "new"),
    [
        (SOCIETY, STADIUM, f"2023年{STADIUM}", f"{MILESTONE}: 2021", f"{MILESTONE}: 2023"),
        (ECONOMY, "全市实现", "五年来全市实现", f"{GDP}: 2020", f"{GDP}: 2016-2020"),
        (ECONOMY, "全市实现", "全市预计实现", EXPECTED, f"  status: preliminary\n{EXPECTED}"),
    ],
)
def test_what_the_words_say_is_right(
    tmp_path: Path, path: str, words: str, now: str, old: str, new: str
) -> None:
    text = REPORT.replace(words, now)
    root = write_tree(tmp_path, {TEXT: text, path: FILES[path].replace(words, now)})
    change(root, path, old, new)
    assert [one for one in told(root) if one[1].startswith("quote-")] == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("", [("error", "disagreement")]),
        ("acknowledged: {measure: {zh: 合计, en: A total}}", []),
        ("acknowledged: {period: {zh: 合计, en: A total}}",
         [("error", "disagreement"), ("warning", "disagreement")]),
    ],
)  # fmt: skip
def test_a_disagreement_is_told_until_it_is_acknowledged(
    tmp_path: Path, entry: str, expected: list[tuple[str, str]]
) -> None:
    root = write_tree(tmp_path)
    change(root, ECONOMY, STATIONS, STATIONS.replace("level", "cumulative"))
    if entry:
        change(root, ECONOMY, "  quote: 新建5G基站", f"  {entry}\n  quote: 新建5G基站")
    found = [(severity, code) for severity, code, _ in told(root) if code == "disagreement"]
    assert found == expected


def test_where_the_machine_is_not_sure_a_disagreement_is_for_a_second_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tally.check.extracted.SURE", 1.0)
    root = write_tree(tmp_path)
    change(root, ECONOMY, STATIONS, STATIONS.replace("level", "cumulative"))
    found = [severity for severity, code, _ in told(root) if code == "disagreement"]
    assert found == ["warning"]


def test_an_acknowledgement_of_what_nobody_reads_otherwise_is_told(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, CRIME, "  figures:", "  acknowledged: {period: {zh: 无, en: None}}\n  figures:")
    assert told(root) == [("warning", "disagreement", f"{CRIME}:5:17")]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ('value: 0, unit: "%"', "与上年持平"),
        ('comparator: gt, value: 0, unit: "%"', "实现正增长"),
        ('comparator: ge, value: 10, unit: "%"', "两位数增长"),
    ],
)
def test_a_rate_that_a_cited_source_says_in_words_is_read_back(
    tmp_path: Path, figure: str, words: str
) -> None:
    root = write_tree(tmp_path)
    change(root, ECONOMY, 'value: 7.0, unit: "%", stated: 7.0%', f"{figure}, stated: {words}")
    assert [problem.message for problem in check(root)] == []

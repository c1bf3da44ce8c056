"""The help says what to write, and a cause is told before what follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.check.check import check
from tally.records.problem import Problem
from tests.support.trees import FILES, REPORT, change, write_tree

CITED = "testshire/sources/cited.yml"
ECONOMY = "testshire/observations/economy.yml"
GROWTH = "testshire/targets/economy.yml"
INDICATORS = "vocabulary/indicators/economy.yml"
TEXT = "testshire/sources/report-2021/report.txt"
GDP = "gdp\n  period: 2020"


def errors(root: Path) -> list[Problem]:
    return [problem for problem in check(root) if problem.severity == "error"]


@pytest.mark.parametrize(
    ("path", "old", "new", "help_"),
    [
        (ECONOMY, GDP, f"{GDP}年", "write 2020"),
        (ECONOMY, GDP, "gdp\n  period: 2016~2020", "write 2016-2020"),
        (GROWTH, "comparator: ge", "comparator: >=", "write ge"),
        (GROWTH, "comparator: ge", 'comparator: ">="', "write ge"),
        (GROWTH, "comparator: ge", "comparator: 以上", "write ge"),
        (ECONOMY, "value: 5,", 'value: "5%",', 'write 5, and its unit beside it: unit: "%"'),
        (GROWTH, "due: 2021", "period: 2021", "did you mean due?"),
        (ECONOMY, "quote: 新建5G基站1923座", "quote: “新建5G基站1923座”",
         "without the marks around it: 新建5G基站1923座"),
    ],
)  # fmt: skip
def test_the_help_gives_the_answer_outright(
    tmp_path: Path, path: str, old: str, new: str, help_: str
) -> None:
    root = write_tree(tmp_path)
    change(root, path, old, new)
    assert help_ in errors(root)[0].help


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (CITED, FILES[CITED] + FILES[CITED].replace("bulletin-2021", "report-2021")),
        (CITED, (FILES[CITED] * 2).replace("bulletin-2021", "other")),
        (INDICATORS, FILES[INDICATORS].replace("id: base-stations-5g", "id: gdp")),
    ],
)
def test_an_id_that_is_there_twice_is_told_without_what_follows(
    tmp_path: Path, path: str, content: str
) -> None:
    found = errors(write_tree(tmp_path, {path: content}))
    assert [problem.code for problem in found if problem.code in ("duplicate", "reference")] == [
        "duplicate"
    ]
    assert found[0].code == "duplicate"


def test_a_source_that_was_edited_is_restored_and_nothing_written_anew(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    (root / TEXT).write_text(REPORT.replace("4250", "4251"), "utf-8")
    (root / TEXT).with_name("extracted.yml").write_text("[]\n", "utf-8")
    codes = [problem.code for problem in check(root)]
    assert "source-hash" in codes
    assert "stale" not in codes


def test_one_wrong_field_does_not_hide_what_nobody_entered(tmp_path: Path) -> None:
    report = REPORT + "新建公园77个。\n"
    root = write_tree(tmp_path, {TEXT: report})
    change(root, ECONOMY, "value: 4250", "valu: 4250")
    found = {(p.code, p.place.path.rpartition("/")[2]) for p in errors(root)}
    assert found == {("schema", "economy.yml"), ("coverage", "report.txt")}
    [coverage] = [p for p in errors(root) if p.code == "coverage"]
    assert "77" in coverage.message

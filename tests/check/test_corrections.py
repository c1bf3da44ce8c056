"""A correction says what was published and what stands now: both are held to the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.check.check import check
from tests.support.trees import FILES, change, write_tree

CORRECTIONS = "testshire/corrections.yml"
ENTRY = FILES[CORRECTIONS]
NEXT = ENTRY.replace("2021-03-01", "2021-04-01")
BULLETIN = """\
- indicator: gdp
  period: 2020
  source: bulletin-2021
  locator: section 1
  figures:
    - {measure: level, value: 4276.76, unit: 亿元, stated: 4276.76亿元}
"""
ECONOMY = "testshire/observations/economy.yml"


def told(root: Path) -> list[tuple[str, str]]:
    errors = [problem for problem in check(root) if problem.severity == "error"]
    return [(p.code, str(p.place).removeprefix(f"datasets/{CORRECTIONS}:")) for p in errors]


@pytest.mark.parametrize(
    ("content", "errors"),
    [
        (ENTRY, []),
        (ENTRY.replace("new: 4250亿元", "new: 4251亿元"), [("correction", "5:8")]),
        (ENTRY.replace("new: 4250亿元", "new: 4250万元"), [("correction", "5:8")]),
        (ENTRY.replace("new: 4250亿元", "new: 没有数字"), []),
        (NEXT + ENTRY.replace("new: 4250", "new: 4205").replace("old: 4205", "old: 4025"), []),
        (NEXT + ENTRY.replace("new: 4250", "new: 4206"), [("correction", "13:8")]),
        (ENTRY.replace("level", "growth"), [("correction", "5:8")]),
    ],
)
def test_a_correction_ends_with_what_its_figure_says(
    tmp_path: Path, content: str, errors: list[tuple[str, str]]
) -> None:
    assert told(write_tree(tmp_path, {CORRECTIONS: content})) == errors


@pytest.mark.parametrize(
    ("old", "new", "errors"),
    [
        ("4250亿元", "4276.76亿元", []),
        ("4251亿元", "4276.76亿元", [("correction", "4:8")]),
        ("4250亿元", "4276.67亿元", [("correction", "5:8")]),
    ],
)
def test_a_revision_leads_from_one_figure_to_another(
    tmp_path: Path, old: str, new: str, errors: list[tuple[str, str]]
) -> None:
    entry = ENTRY.replace("kind: correction", "kind: revision")
    entry = entry.replace("4250亿元", new).replace("4205亿元", old)
    root = write_tree(tmp_path, {CORRECTIONS: entry, ECONOMY: FILES[ECONOMY] + BULLETIN})
    assert told(root) == errors


def test_a_figure_of_another_year_is_not_the_one_that_was_meant(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, CORRECTIONS, "gdp/2020/level", "gdp/2019/level")
    [problem] = [problem for problem in check(root) if problem.code == "reference"]
    assert "did you mean" not in problem.help

"""`tally propose`: a form's answers change one line, and hostile answers change nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tally.check.check import check
from tally.cli.propose import propose
from tests.support.hostile import HOSTILE
from tests.support.trees import FILES, write_tree

FORMS = Path(__file__).parents[2] / ".github" / "ISSUE_TEMPLATE"
ECONOMY = "testshire/observations/economy.yml"
SOCIETY = "testshire/targets/society.yml"
PANEL = """\
- indicator: gdp
  measure: level
  unit: 亿元
  source: bulletin-2021
  locator: table 1
  series:
    testshire: {2018: 3800, 2019: 4010.5}
"""
CITED = "testshire/gdp/2021/growth/bulletin-2021"
WRONG = {"figure": CITED, "correct": "7.5%", "evidence": "公报第一部分：增长7.5%"}
MET = {
    "figure": "testshire/milestone/stadium-topped-out/2021/target",
    "verdict": "达成 · met",
    "date": "2021-11-30",
    "title": "体育场封顶",
    "publisher": "试验日报",
    "published": "2021-12-01",
    "kind": "新闻 · news",
    "address": "https://www.paper.example/2021/1.html",
    "where": "第二段",
}
NUMBER = {
    "figure": "testshire/unemployment/2021/level/target",
    "value": "2.43%",
    "title": "bulletin-2021",
    "where": "section 9",
}
REPORT = "2022年试验市政府工作报告\n" + "2021年，全市实现地区生产总值4550.1亿元、增长7%。\n" * 9
NEW = {"area": "试验市", "year": "2022", "address": "https://gov.example/r", "text": REPORT}
SCRIPTS = ["$(touch pwned)", "`touch pwned`", "'; touch pwned; '", "${{ github.token }}"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with datasets/, a series among them."""
    write_tree(tmp_path, {ECONOMY: FILES[ECONOMY] + PANEL})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 2026-12-01
    return tmp_path


def run(here: Path, form: str, answers: Mapping[str, Any], *options: str, **more: Any) -> Result:
    told = {"form": form, "answers": answers, **more}
    return run_file(here, json.dumps(told).encode(), *options)


def run_file(here: Path, data: bytes, *options: str) -> Result:
    (here / "form.json").write_bytes(data)
    result = CliRunner().invoke(propose, ["form.json", "--forms", str(FORMS), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def contents(here: Path) -> dict[str, bytes]:
    folder = here / "datasets"
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def changed_lines(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The lines of each file that were not there before."""
    found = {}
    for path, data in after.items():
        old = before.get(path, b"").decode().splitlines()
        if new := [line for line in data.decode().splitlines() if line not in old]:
            found[path] = new
    return found


def test_a_wrong_value_is_one_line_its_correction_and_the_version(here: Path) -> None:
    before = contents(here)
    result = run(here, "wrong-value", WRONG, by="ann")
    assert result.exit_code == 0, result.output
    assert changed_lines(before, contents(here)) == {
        ECONOMY: ['    - {measure: growth, value: 7.5, unit: "%", stated: "7.5%"}'],
        "testshire/dataset.yml": ["version: 1.0.1", "updated: 2026-12-01"],
        "testshire/corrections.yml": [
            "- date: 2026-12-01",
            f"  figure: {CITED}",
            '  old: "7.0%"',
            '  new: "7.5%"',
            "  reason: {zh: 读者指出与出处不符：公报第一部分：增长7.5%, "
            'en: "A reader points to its source: 公报第一部分：增长7.5%"}',
            "  by: ann",
            "  since: 1.0.1",
        ],
    }
    assert not check(here / "datasets")


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        (
            {"correct": "约7.5%"},
            '    - {measure: growth, comparator: approx, value: 7.5, unit: "%", stated: "7.5%"}',
        ),
        (
            {"correct": "下降7.5%"},
            '    - {measure: growth, value: 7.5, direction: down, unit: "%", stated: "7.5%"}',
        ),
        ({"correct": "7.5"}, '    - {measure: growth, value: 7.5, unit: "%", stated: "7.5%"}'),
        (
            {"figure": "testshire/gdp/2019/level/bulletin-2021", "correct": "4011亿元"},
            "    testshire: {2018: 3800, 2019: 4011}",
        ),
        (
            {"figure": f"https://x.example/areas/testshire/gdp/#{CITED}"},
            '    - {measure: growth, value: 7.5, unit: "%", stated: "7.5%"}',
        ),
    ],
    ids=["wording", "decline", "no unit", "cell of a series", "permanent link"],
)
def test_what_is_said_of_a_value_is_what_changes(
    here: Path, answers: dict[str, str], line: str
) -> None:
    before = contents(here)
    result = run(here, "wrong-value", {**WRONG, **answers})
    assert result.exit_code == 0, result.output
    assert changed_lines(before, contents(here))[ECONOMY] == [line]


def test_the_outcome_of_a_milestone_is_entered_with_its_source(here: Path) -> None:
    before = contents(here)
    assert run(here, "outcome", MET).exit_code == 0
    lines = changed_lines(before, contents(here))
    told = "{verdict: met, source: paper-example-2021-12-01, locator: 第二段, date: 2021-11-30}"
    assert lines[SOCIETY] == [f"  outcome: {told}"]
    assert '  url: "https://www.paper.example/2021/1.html"' in lines["testshire/sources/cited.yml"]
    assert not check(here / "datasets")


def test_the_outcome_of_a_number_is_an_observation(here: Path) -> None:
    result = run(here, "outcome", NUMBER)
    assert result.exit_code == 0, result.output
    society = (here / "datasets/testshire/observations/society.yml").read_text("utf-8")
    assert '- {measure: level, value: 2.43, unit: "%", stated: "2.43%"}' in society
    assert "verdict:" in result.output


def test_a_report_with_its_text_becomes_a_source_in_progress(here: Path) -> None:
    result = run(here, "new-report", NEW)
    assert result.exit_code == 0, result.output
    folder = here / "datasets/testshire/sources/gwr-2022"
    assert (folder / "report.txt").read_text("utf-8") == REPORT.strip()
    assert "review: in-progress" in (folder / "source.yml").read_text("utf-8")


def test_a_dry_run_tells_and_writes_nothing(here: Path) -> None:
    before = contents(here)
    result = run(here, "wrong-value", WRONG, "--dry-run", "--format", "markdown", issue=7)
    assert result.exit_code == 0
    assert "Closes #7" in result.output
    assert contents(here) == before


REFUSED: list[tuple[str, Mapping[str, Any], str]] = [
    ("wrong-value", {**WRONG, "figure": "testshire/gdp/1999/level"}, "there is no figure"),
    ("wrong-value", {**WRONG, "figure": "testshire/gdp/2021/growt/target"}, "did you mean"),
    ("wrong-value", {**WRONG, "figure": "elsewhere/gdp/2020/level"}, "there is no figure"),
    ("wrong-value", {**WRONG, "figure": "../../../etc/passwd"}, "no figure is named"),
    ("wrong-value", {**WRONG, "figure": "a/" * 500 + "b"}, "no figure is named"),
    ("wrong-value", {**WRONG, "figure": "x" * 3000}, "longer than"),
    ("wrong-value", {**WRONG, "figure": HOSTILE}, "no figure is named"),
    ("wrong-value", {**WRONG, "correct": "about seven"}, "say one number"),
    ("wrong-value", {**WRONG, "correct": "7.5%}\n- indicator: x"}, "beside the number"),
    ("wrong-value", {**WRONG, "correct": "7.5% or 8%"}, "say one number"),
    ("wrong-value", {**WRONG, "correct": "-7.5%"}, "write a decline in words"),
    ("wrong-value", {**WRONG, "correct": "9" * 40 + "%"}, "nothing was written"),
    ("wrong-value", {**WRONG, "correct": "7.0%"}, "is 7.0% already"),
    ("wrong-value", {**WRONG, "correct": "NaN"}, "say one number"),
    ("wrong-value", {**WRONG, "correct": "7.5公里"}, "nothing was written"),
    ("wrong-value", {**WRONG, "evidence": "\u200b"}, "no evidence"),
    ("wrong-value", {**WRONG, "correct": 7.5}, "is no text"),
    ("wrong-value", {**WRONG, "path": "x"}, "has no field"),
    ("wrong-value", {**WRONG, "figure": "testshire/gdp/2020/level", "correct": "4260亿元"},
     "would bring errors"),
    ("wrong-value", {**WRONG, "figure": MET["figure"]}, "has no number"),
    ("outcome", {**MET, "figure": CITED}, "is no promise"),
    ("outcome", {**MET, "verdict": "kept"}, "met, missed or"),
    ("outcome", {**MET, "date": "yes"}, "write the day"),
    ("outcome", {**MET, "date": "2022-11-30"}, "would bring errors"),
    ("outcome", {**MET, "address": "javascript:alert(1)"}, "the address is none"),
    ("outcome", {**MET, "address": "https://user:pw@h.example/"}, "the address is none"),
    ("outcome", {**MET, "where": ""}, "where in the source"),
    ("outcome", {**MET, "figure": "testshire/income/2021/growth/target"}, "follows from"),
    ("new-report", {**NEW, "text": ""}, "nothing is fetched"),
    ("new-report", {**NEW, "area": "../vocabulary"}, "the area is new"),
    ("new-report", {**NEW, "year": "2022; rm -rf /"}, "four digits"),
    ("release", {}, "`form` is one of"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "answers", "said"), REFUSED)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    here: Path, form: str, answers: Mapping[str, Any], said: str
) -> None:
    before = contents(here)
    result = run(here, form, answers)
    assert (result.exit_code, said in result.output) == (1, True), result.output
    assert result.output.isprintable() or "\n" in result.output
    assert contents(here) == before


@pytest.mark.parametrize(
    "data",
    [
        b"", b"[]", b"nonsense", b"\xff\xfe{", b'{"form": "wrong-value"}', b'{"form": NaN}',
        b'{"form": ["wrong-value"], "answers": {}}', b"[" * 100_000, b'{"issue": {}}',
        b'{"issue": {"body": "### x"}}',
    ],
    ids=range(10),
)  # fmt: skip
def test_a_file_that_holds_no_form_is_refused(here: Path, data: bytes) -> None:
    before = contents(here)
    result = run_file(here, data)
    assert result.exit_code == 1
    assert contents(here) == before


@pytest.mark.parametrize("words", [HOSTILE, "a: b # c", "- x\n- y", "\x1b[31m\x00", *SCRIPTS])
def test_hostile_evidence_stays_the_words_of_one_reason(here: Path, words: str) -> None:
    result = run(
        here, "wrong-value", {**WRONG, "evidence": f"x {words}"}, "--format", "markdown", by=words
    )
    assert result.exit_code == 0, result.output
    assert not check(here / "datasets")
    assert not (here / "pwned").exists()
    for mark in ("<img", "<script", "](", "{{", "\x1b", "$("):
        assert mark not in result.output


@pytest.mark.parametrize("field", ["title", "publisher", "where"])
def test_hostile_words_of_a_source_stay_its_words(here: Path, field: str) -> None:
    result = run(here, "outcome", {**MET, field: HOSTILE}, "--format", "markdown")
    assert result.exit_code == 0, result.output
    assert not check(here / "datasets")
    assert "<img" not in result.output

"""`tally extract` and `tally evaluate` as people call them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from tally.cli.commands import cli

GOLD = Path(__file__).parent / "gold"
REPORT = GOLD / "county_report_2024.txt"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_lines_of_json_are_printed_where_nobody_looks() -> None:
    result = run("extract", REPORT)
    first = json.loads(result.stdout.splitlines()[0])
    assert (result.exit_code, first["name"], first["value"]) == (0, "地区生产总值", 312.6)


def test_yaml_holds_drafts() -> None:
    drafts = yaml.safe_load(run("extract", REPORT, "--format", "yaml").stdout)
    assert set(drafts) == {"observations", "targets"}


def test_a_table_shows_the_figures() -> None:
    assert "312.6" in run("extract", REPORT, "--format", "table").stdout


def test_the_year_may_be_given(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("地区生产总值增长5%。", "utf-8")
    result = run("extract", path, "--year", 2021)
    assert json.loads(result.stdout)["period"] == "2020"


def test_gb18030_is_read(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("粮食产量26.3万吨。".encode("gb18030"))
    assert json.loads(run("extract", path).stdout)["name"] == "粮食产量"


def test_several_files_are_read_in_turn(tmp_path: Path) -> None:
    copy = tmp_path / REPORT.name
    copy.write_bytes(REPORT.read_bytes())
    lines = run("extract", REPORT, copy).stdout.splitlines()
    files = [json.loads(line)["file"] for line in lines]
    assert files == [str(REPORT)] * (len(files) // 2) + [str(copy)] * (len(files) // 2)


@pytest.mark.parametrize("content", [b"", b"\n", "没有数字".encode()], ids=["empty", "blank", "no"])
def test_a_text_without_figures_gives_an_empty_result(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    result = run("extract", path)
    assert (result.exit_code, result.stdout) == (0, "")


def picture(folder: Path) -> Path:
    """A file that is no text."""
    path = folder / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xff\xfe")
    return path


@pytest.mark.parametrize(
    "given", ["粮食产量26.3万吨。".encode(), "粮食产量26.3万吨。".encode("gb18030")]
)
def test_a_dash_reads_the_standard_input(given: bytes) -> None:
    result = CliRunner().invoke(cli, ["extract", "-"], input=given)
    assert (result.exit_code, json.loads(result.stdout)["name"]) == (0, "粮食产量")


def test_what_is_no_file_is_wrong_use(tmp_path: Path) -> None:
    result = run("extract", tmp_path / "none.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


def test_bytes_that_are_no_text_are_told_in_one_line(tmp_path: Path) -> None:
    result = run("extract", picture(tmp_path))
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


def test_a_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    result = run("extract", picture(tmp_path), REPORT)
    assert result.exit_code == 1
    assert result.stdout == run("extract", REPORT).stdout


def test_no_file_is_wrong_use() -> None:
    assert run("extract").exit_code == 2


def test_quality_is_shown_by_document() -> None:
    result = run("evaluate", GOLD)
    assert result.exit_code == 0
    assert "precision" in result.stdout


def test_errors_are_listed_with_their_places(tmp_path: Path) -> None:
    (tmp_path / "made.txt").write_text("粮食产量26.3万吨，茶叶产量3吨。", "utf-8")
    record = {
        "start": 4, "number_text": "26.3万吨", "name": "粮食产量", "value": 26.3, "unit": "万吨",
        "measure": "change", "comparator": "eq", "kind": "actual", "period": None,
    }  # fmt: skip
    (tmp_path / "made.jsonl").write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    lines = run("evaluate", tmp_path, "--errors").stdout.splitlines()
    assert "made:4: misread 26.3万吨: measure is change, read as level" in lines
    assert "made:15: made up 3吨 (茶叶产量)" in lines


def test_a_folder_without_annotations_is_wrong_use(tmp_path: Path) -> None:
    result = run("evaluate", tmp_path)
    assert result.exit_code == 2
    assert "holds no .txt" in result.stderr


def test_a_broken_annotation_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "made.txt").write_text("粮食产量26.3万吨。", "utf-8")
    (tmp_path / "made.jsonl").write_text("{}", "utf-8")
    result = run("evaluate", tmp_path)
    assert result.exit_code == 1
    assert "made.jsonl:1: not a gold record" in result.stderr


def test_a_gold_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert run("evaluate", tmp_path / "none").exit_code == 2


def test_a_year_that_is_not_certain_is_said_once_with_the_way_to_give_it(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("地区生产总值增长5%。税收收入增长3%。", "utf-8")
    result = run("extract", path)
    assert result.exit_code == 0
    assert [line for line in result.stderr.splitlines() if "--year" in line] == [
        f"{path}: note: the year this text speaks from was not found; --year gives it"
    ]
    assert "--year" not in run("extract", path, "--year", 2021).stderr
    assert run("extract", REPORT).stderr == ""


def test_what_looks_like_a_number_and_is_none_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("2022年，\n收入425O亿元，增长5。1%；投资l2亿元，增长8%。", "utf-8")
    result = run("extract", path, "--year", 2023)
    assert result.stderr.splitlines() == [
        f"{path}:2:3: note: 425O looks like a number, and is not read",
        f"{path}:2:12: note: 5。1 looks like a number, and is not read",
        f"{path}:2:19: note: l2 looks like a number, and is not read",
    ]
    (claim,) = map(json.loads, result.stdout.splitlines())
    assert (claim["name"], claim["value"]) == ("投资", 8)

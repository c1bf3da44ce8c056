"""The command `tally diff`: its exits, and what goes where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tally.cli.diff import diff
from tests.support.trees import change, write_tree


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two states, old and new, that differ in one digit."""
    write_tree(tmp_path / "old")
    root = write_tree(tmp_path / "new")
    change(root, "testshire/observations/economy.yml", "value: 1923,", "value: 1932,")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
def test_a_difference_is_told_and_is_no_error() -> None:
    result = CliRunner().invoke(diff, ["old", "new"])
    assert result.exit_code == 0
    assert result.output == (
        "changed testshire/base-stations-5g/2020/level\n        value: 1923 → 1932\n1 changed\n"
    )


@pytest.mark.usefixtures("here")
def test_json_and_markdown_are_formats() -> None:
    counts = json.loads(CliRunner().invoke(diff, ["old", "new", "--format", "json"]).output)
    assert counts["counts"]["changed"] == 1
    shown = CliRunner().invoke(diff, ["old", "new", "--format", "markdown"]).output
    assert "| changed |" in shown


def test_datasets_with_errors_end_with_1_and_say_so(here: Path) -> None:
    change(here / "new/datasets", "testshire/targets/economy.yml", "due: 2021", "due: soon")
    result = CliRunner().invoke(diff, ["old", "new"])
    assert result.exit_code == 1
    assert "new: 1 error; figures that cannot be read are missing" in result.output
    assert "removed testshire/gdp/2021/growth/target" in result.output


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "arguments", [["old"], ["old", "nowhere"], ["old", "new", "--format", "x"]]
)
def test_wrong_use_ends_with_2(arguments: list[str]) -> None:
    result = CliRunner().invoke(diff, arguments)
    assert result.exit_code == 2
    assert "Error: " in result.output

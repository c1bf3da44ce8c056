"""`tally names`: what recurs and is no indicator yet, with the nearest one and a draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tally.cli.names import names
from tally.cli.new import new
from tally.records.schema import validate
from tally.records.strict_yaml import parse
from tests.support.trees import write_tree

TEXT = (
    "{year}年太仓市政府工作报告\n"
    "{last}年，全市古树名木达到1200株，5G基站新建数1923座，失业率为3%。\n"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with datasets/, two reports of one place among them."""
    write_tree(tmp_path)
    monkeypatch.chdir(tmp_path)
    for year in (2022, 2023):
        (tmp_path / f"{year}.txt").write_text(TEXT.format(year=year, last=year - 1), "utf-8")
    result = CliRunner().invoke(new, ["taicang", "2022.txt", "2023.txt"])
    assert result.exit_code == 0, result.output
    return tmp_path


def told(*options: str) -> str:
    result = CliRunner().invoke(names, options)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.usefixtures("here")
def test_a_name_in_several_sources_is_listed_with_its_units() -> None:
    assert "古树名木: 2 sources, 2 figures, 株\n" in told()
    assert "失业率" not in told()


@pytest.mark.usefixtures("here")
def test_the_nearest_indicator_is_named() -> None:
    (line,) = [line for line in told().splitlines() if "基站" in line]
    assert line.endswith("near base-stations-5g")


@pytest.mark.usefixtures("here")
def test_names_in_fewer_sources_are_left_out() -> None:
    assert told("--at-least", "3") == ""


@pytest.mark.usefixtures("here")
def test_a_draft_is_an_entry_of_the_vocabulary() -> None:
    document = parse("x.yml", told("--propose").encode())
    assert document.problems == ()
    assert [p.message for p in validate(document, "indicators").problems] == []

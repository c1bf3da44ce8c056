"""Other data in the place of ours: nothing of the program or the written pages knows a dataset."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tally.cli.commands import cli
from tally.site.dead_links import UNNAMED, dead_links
from tests.conftest import ROOT
from tests.support.pages import read_site

OURS = sorted(path.parent.name for path in ROOT.glob("datasets/*/dataset.yml"))
WRITTEN = (
    *(path for path in (ROOT / "docs").rglob("*") if path.suffix in (".md", ".css", ".js")),
    *(p for p in (ROOT / "build").rglob("*") if p.suffix in (".py", ".yml", ".html", ".js")),
)


def test_no_link_of_the_written_pages_is_dead_without_our_data(small_site: Path) -> None:
    assert dead_links(read_site(small_site / "site"), small_site / "site", UNNAMED) == []


@pytest.mark.parametrize("dataset", OURS)
def test_nothing_written_leads_to_a_dataset(dataset: str) -> None:
    ways = (f"datasets/{dataset}/", f"sources/{dataset}/", f"data/{dataset}/")
    naming = [p for p in WRITTEN if any(way in p.read_text("utf-8") for way in ways)]
    assert [path.relative_to(ROOT).as_posix() for path in naming] == []


@pytest.mark.parametrize("command", ["check", "package"])
def test_a_command_does_its_work_on_other_data(
    small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    shutil.copytree(small_site / "datasets", tmp_path / "datasets")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, [command])
    assert result.exit_code == 0, result.output

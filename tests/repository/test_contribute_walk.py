"""The steps of the page on contributing, each run as it stands, in the order of the page."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.desk import desk_of

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / "contribute.md", ROOT / "docs" / "en" / "contribute.md"]
TALLY = [sys.executable, "-c", "from tally.cli import main; main()"]
REPORT = """\
太仓市{year}年政府工作报告
{past}年，全市地区生产总值达到{value}亿元，比上年增长5%。城镇登记失业率2.1%。
{year}年的目标是：地区生产总值增长6%以上。
"""
ELSEWHERE = "tally propose"
"""What another test runs: tests/propose plays the way of a form."""


def steps(page: Path) -> list[str]:
    """The commands of a page, a line each."""
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def git(here: Path, *arguments: str) -> None:
    names = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org"}
    names |= {key.replace("AUTHOR", "COMMITTER"): value for key, value in names.items()}
    subprocess.run(["git", *arguments], cwd=here, env={**os.environ, **names}, check=True)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository with the vocabulary alone on `main`, a branch to work on, and three reports."""
    shutil.copytree(ROOT / "datasets" / "vocabulary", tmp_path / "datasets" / "vocabulary")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "datasets")
    git(tmp_path, "commit", "-q", "-m", "vocabulary")
    git(tmp_path, "switch", "-q", "-c", "taicang")
    for year in (2024, 2025, 2026):
        said = REPORT.format(year=year, past=year - 1, value=year - 500)
        (tmp_path / f"{year}.txt").write_text(said, "utf-8")
    return tmp_path


def test_each_step_does_what_it_is_for(here: Path) -> None:
    for step in steps(PAGES[0]):
        if step.startswith(ELSEWHERE):
            continue
        if step.startswith("tally review"):
            with desk_of(here, step.split()[2]) as (address, _):
                assert address.startswith("http://127.0.0.1:")
            continue
        if step.startswith("tally diff"):
            git(here, "add", "datasets")
            git(here, "commit", "-q", "-m", "taicang")
        command = [*TALLY, *shlex.split(step)[1:]]
        done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{step}\n{done.stdout}{done.stderr}"
    entered = (here / "datasets/taicang/observations/economy.yml").read_text("utf-8")
    assert "value: 1526" in entered


def test_both_languages_tell_the_same_steps() -> None:
    first, second = map(steps, PAGES)
    assert first == second

"""What day a build says it is."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tally.site.clock import days_of_change, source_date_epoch
from tally.site.plugin import TallyPlugin


def commit(folder: Path, moment: str, *changed: str) -> None:
    """A commit of that moment in the repository of `folder`, with some files changed."""
    name = {f"GIT_{who}_NAME": "A" for who in ("AUTHOR", "COMMITTER")}
    mail = {f"GIT_{who}_EMAIL": "a@example.org" for who in ("AUTHOR", "COMMITTER")}
    environment = {**os.environ, **name, **mail, "GIT_COMMITTER_DATE": moment}
    for path in changed:
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(moment)
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "--allow-empty", "-m", "One"]):
        subprocess.run(["git", *command], cwd=folder, env=environment, check=True)


def test_build_is_dated_to_the_last_commit(tmp_path: Path) -> None:
    commit(tmp_path, "2024-02-29T12:00:00+08:00")
    assert source_date_epoch(tmp_path) == "1709179200"


def test_copy_without_history_is_dated_all_the_same(tmp_path: Path) -> None:
    assert datetime.fromtimestamp(int(source_date_epoch(tmp_path)), UTC).year == 2021


def test_each_page_is_dated_to_the_last_commit_that_changed_it(tmp_path: Path) -> None:
    commit(tmp_path, "2024-01-01T12:00:00Z", "docs/about.md", "docs/数据.md", "other/about.md")
    commit(tmp_path, "2024-02-29T23:30:00-05:00", "docs/about.md")
    commit(tmp_path, "2024-03-09T12:00:00Z", "other/about.md")
    assert days_of_change(tmp_path / "docs") == {"about.md": "2024-03-01", "数据.md": "2024-01-01"}


def test_pages_without_history_have_no_date(tmp_path: Path) -> None:
    assert days_of_change(tmp_path) == {}


@pytest.mark.parametrize(("given", "expected"), [("86400", "86400"), (None, "1709179200")])
def test_plugin_keeps_a_date_that_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str | None, expected: str
) -> None:
    commit(tmp_path, "2024-02-29T12:00:00+08:00")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given or "")
    if given is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH")
    TallyPlugin().on_startup(command="build", dirty=False)
    assert os.environ["SOURCE_DATE_EPOCH"] == expected

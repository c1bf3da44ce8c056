"""What day a build says it is."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tally.site.clock import source_date_epoch
from tally.site.plugin import TallyPlugin


def commit(folder: Path, moment: str) -> None:
    """A repository in `folder` whose only commit is of that moment."""
    name = {f"GIT_{who}_NAME": "A" for who in ("AUTHOR", "COMMITTER")}
    mail = {f"GIT_{who}_EMAIL": "a@example.org" for who in ("AUTHOR", "COMMITTER")}
    environment = {**os.environ, **name, **mail, "GIT_COMMITTER_DATE": moment}
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "First"]):
        subprocess.run(["git", *command], cwd=folder, env=environment, check=True)


def test_build_is_dated_to_the_last_commit(tmp_path: Path) -> None:
    commit(tmp_path, "2024-02-29T12:00:00+08:00")
    assert source_date_epoch(tmp_path) == "1709179200"


def test_copy_without_history_is_dated_all_the_same(tmp_path: Path) -> None:
    assert datetime.fromtimestamp(int(source_date_epoch(tmp_path)), UTC).year == 2021


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

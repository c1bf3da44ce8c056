"""A form to a release, played with a repository of its own: what the workflows run, in order."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from tally.cli.commands import cli
from tests.support.trees import change, write_tree

ROOT = Path(__file__).parents[2]
FIGURE = "testshire/gdp/2021/growth/bulletin-2021"
ANSWERS = {"figure": FIGURE, "correct": "5.5%", "evidence": "公报第一部分：增长5.5%"}
ECONOMY = "testshire/observations/economy.yml"


def git(where: Path, *arguments: str) -> str:
    named = ("-c", "user.name=A Tester", "-c", "user.email=tester@example.org")
    command = ["git", "-C", str(where), *named, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def commit(where: Path, message: str) -> None:
    git(where, "add", "--all")
    git(where, "commit", "--quiet", "--message", message)


def tally(*arguments: str, code: int = 0) -> str:
    """What a command prints; its exit must be `code`."""
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == code, result.output
    return str(result.output)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of a bare repository, whose main branch was released as v1."""
    bare, work = tmp_path / "bare.git", tmp_path / "work"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "main", str(bare))
    git(tmp_path, "clone", "--quiet", str(bare), str(work))
    git(work, "checkout", "--quiet", "-B", "main")
    write_tree(work)
    commit(work, "Begin")
    git(work, "tag", "v1")
    git(work, "push", "--quiet", "origin", "main", "v1")
    monkeypatch.chdir(work)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 2026-12-01
    return work


def test_a_form_becomes_a_change_a_comment_and_a_release(here: Path) -> None:
    form = here.parent / "form.json"
    told = {"form": "wrong-value", "answers": ANSWERS, "by": "ann", "issue": 7}
    form.write_text(json.dumps(told), "utf-8")
    forms = str(ROOT / ".github" / "ISSUE_TEMPLATE")

    git(here, "checkout", "--quiet", "-b", "proposal/issue-7")
    said = tally("propose", str(form), "--forms", forms, "--format", "markdown")
    assert "Closes #7" in said
    changed = git(here, "diff", "--numstat").splitlines()
    assert [line.split("\t")[:2] for line in changed if ECONOMY in line] == [["1", "1"]]
    commit(here, "Change the data as issue 7 says")
    git(here, "push", "--quiet", "origin", "proposal/issue-7")

    git(here, "checkout", "--quiet", "main")
    git(here, "fetch", "--quiet", "origin")
    comment = tally("diff", "main", "origin/proposal/issue-7", "--format", "review")
    turned = comment.split("### Verdicts that turn")[1].split("###")[0]
    assert "<code>met</code> | <code>missed</code>" in turned
    assert "lacks" not in comment
    assert "New problems" not in comment

    git(here, "merge", "--quiet", "--no-ff", "--message", "Merge", "origin/proposal/issue-7")
    notes = tally("release", "v1")
    git(here, "tag", "v2")
    git(here, "push", "--quiet", "origin", "main", "v2")
    assert "<code>testshire</code> 1.0.1" in notes
    assert tally("diff", "v1", "v2", "--format", "markdown").split("\n", 1)[1] in notes
    assert "no figure changed" in tally("release", "v2")


def test_a_value_changed_by_hand_goes_in_untold_and_is_not_released(here: Path) -> None:
    old, new = 'value: 7.0, unit: "%", stated: 7.0%', 'value: 5.5, unit: "%", stated: 5.5%'
    change(here / "datasets", ECONOMY, old, new)
    tally("check", "--against", "main")
    commit(here, "Change a value")
    comment = tally("diff", "v1", "main", "--format", "review")
    assert "lacks" in tally("release", "v1", code=1)
    tally("release", "v1", "--write", code=1)
    block = comment.split("```yaml\n")[1].split("```")[0]
    with (here / "datasets/testshire/corrections.yml").open("a", encoding="utf-8") as file:
        file.write(block)
    commit(here, "Tell of it")
    assert "<code>testshire</code> 1.0.1" in tally("release", "v1")


def test_what_main_has_already_is_not_told_again(here: Path) -> None:
    change(here / "datasets", ECONOMY, "value: 1923,", "value: 1932,")
    commit(here, "Break main")
    tally("check", code=1)
    tally("check", "--against", "main")
    change(here / "datasets", ECONOMY, "value: 4250,", "value: 4520,")
    assert tally("check", "--against", "main", code=1).count("error[") == 1


@pytest.mark.parametrize("path", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=str)
def test_no_workflow_puts_what_others_write_into_a_shell(path: Path) -> None:
    """Expressions in `run` are replaced before the shell reads it: there is none."""
    jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
    scripts = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    assert not [script for script in scripts if "${{" in script]
    assert all(step.get("with", {}).get("persist-credentials") is False
               for job in jobs for step in job["steps"]
               if step.get("uses", "").startswith("actions/checkout@"))  # fmt: skip


def test_who_may_write_runs_nothing_that_came_in() -> None:
    """A job of the comment and the release that may write has no copy of the repository."""
    for name in ("comment.yml", "release.yml"):
        workflow = yaml.safe_load((ROOT / ".github/workflows" / name).read_text("utf-8"))
        for job in workflow["jobs"].values():
            if "write" in job["permissions"].values():
                used = [step.get("uses", "") for step in job["steps"]]
                assert not [one for one in used if one.startswith("actions/checkout")]
        assert workflow["permissions"] == {}

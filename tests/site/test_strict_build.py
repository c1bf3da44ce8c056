"""What a strict build refuses to publish."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import ROOT, link_program, run_build
from tests.support.aside import Run, job
from tests.support.trees import write_tree

OBSERVATIONS = "testshire/observations/economy.yml"
WRONG = (
    ("4250, unit", "4251, unit"),
    ("indicator: base-stations-5g", "indicator: base-stations-6g"),
)
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "build"), "NO_MKDOCS_2_WARNING": "1"}


def changed_tree(folder: Path, changed: Sequence[tuple[str, str]] = ()) -> Path:
    """The small tree, ready to be built, with some words of its observations changed."""
    write_tree(folder)
    file = folder / "datasets" / OBSERVATIONS
    for words in changed:
        assert words[0] in file.read_text("utf-8")
        file.write_text(file.read_text("utf-8").replace(*words), "utf-8")
    return link_program(folder)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@job
def refused(folder: Path) -> Callable[[], Run]:
    """How the build of data with two faults went."""
    return partial(run_build, changed_tree(folder, WRONG), folder / "site")


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("quote-number: 4251", id="a changed digit"),
        pytest.param("reference: there is no indicator base-stations-6g", id="an unknown name"),
    ],
)
def test_site_of_wrong_data_is_not_built(refused: Run, said: str) -> None:
    assert refused.returncode != 0
    assert f"{OBSERVATIONS}:" in refused.stderr
    assert said in refused.stderr


def test_site_of_sound_data_is_built(small_site: Path) -> None:
    assert (small_site / "site" / "index.html").is_file()


def test_a_build_that_is_killed_half_way_leaves_the_former_site_whole(
    small_site: Path, tmp_path: Path
) -> None:
    shutil.copytree(small_site, tmp_path, symlinks=True, dirs_exist_ok=True)
    former = bytes_of(tmp_path / "site")
    dataset = tmp_path / "datasets" / "testshire" / "dataset.yml"
    dataset.write_text(dataset.read_text("utf-8").replace("1.0.0", "1.0.1"), "utf-8")
    running = subprocess.Popen(
        BUILD, cwd=tmp_path, env=ENVIRONMENT, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while not any((tmp_path / ".cache").glob(".site-*/data/*/datapackage.json")):
        assert running.poll() is None
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGKILL)  # with the processes that draw for it
    running.wait()
    assert bytes_of(tmp_path / "site") == former
    again = subprocess.run(BUILD, cwd=tmp_path, env=ENVIRONMENT, check=False)
    assert again.returncode == 0
    assert bytes_of(tmp_path / "site") != former
    assert not any((tmp_path / ".cache").glob(".site-*"))


def test_a_build_into_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.html").write_text("mine")
    run = run_build(changed_tree(tmp_path), tmp_path / "site")
    assert run.returncode == 1
    assert "thesis.html, which no build has written" in run.stderr
    assert "Traceback" not in run.stderr
    assert (tmp_path / "site" / "thesis.html").read_text() == "mine"

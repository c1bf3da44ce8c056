"""What a strict build refuses to publish."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support.trees import write_tree

OBSERVATIONS = "testshire/observations/economy.yml"
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "build"), "NO_MKDOCS_2_WARNING": "1"}


def build(folder: Path, changed: tuple[str, str]) -> subprocess.CompletedProcess[str]:
    """Build the site of the small tree with some words of its observations changed."""
    write_tree(folder)
    file = folder / "datasets" / OBSERVATIONS
    assert changed[0] in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(*changed), "utf-8")
    for name in ("build", "docs", "mkdocs.yml", "schemas", "tests"):
        (folder / name).symlink_to(ROOT / name)
    return subprocess.run(
        BUILD, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param(("4250, unit", "4251, unit"), "quote-number", id="a changed digit"),
        pytest.param(("indicator: gdp", "indicator: gpd"), "reference", id="an unknown name"),
    ],
)
def test_site_of_wrong_data_is_not_built(
    tmp_path: Path, changed: tuple[str, str], said: str
) -> None:
    run = build(tmp_path, changed)
    assert run.returncode != 0
    assert f"{OBSERVATIONS}:" in run.stderr
    assert said in run.stderr


def test_site_of_sound_data_is_built(tmp_path: Path) -> None:
    run = build(tmp_path, ("unit: 亿元", "unit: 亿元"))
    assert run.returncode == 0, run.stderr


def test_a_build_that_is_killed_half_way_leaves_the_former_site_whole(tmp_path: Path) -> None:
    assert build(tmp_path, ("unit: 亿元", "unit: 亿元")).returncode == 0
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
    run = build(tmp_path, ("unit: 亿元", "unit: 亿元"))
    assert run.returncode == 1
    assert "thesis.html, which no build has written" in run.stderr
    assert "Traceback" not in run.stderr
    assert (tmp_path / "site" / "thesis.html").read_text() == "mine"

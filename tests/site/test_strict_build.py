"""What a strict build refuses to publish."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support.trees import write_tree

OBSERVATIONS = "testshire/observations/economy.yml"


def build(folder: Path, changed: tuple[str, str]) -> subprocess.CompletedProcess[str]:
    """Build the site of the small tree with some words of its observations changed."""
    write_tree(folder)
    file = folder / "datasets" / OBSERVATIONS
    assert changed[0] in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(*changed), "utf-8")
    for name in ("build", "docs", "mkdocs.yml", "schemas", "tests"):
        (folder / name).symlink_to(ROOT / name)
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "build"), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


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

"""What tests of several rooms share: the site, built once in a run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.hostile import write_hostile

ROOT = Path(__file__).parents[1]
MADE = {".venv", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache", "site"}


def build_site(root: Path, out: Path, **environment: str) -> Path:
    """Build the site of the repository copy at `root` into `out`, strictly, and return `out`.

    `environment` is added to this process's; a failed build fails the test with its output.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    source = {"PYTHONPATH": str(root / "build"), "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, **source, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, f"{' '.join(command)}\n{run.stdout}{run.stderr}"
    return out


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once in a run from the working tree."""
    return build_site(ROOT, tmp_path_factory.mktemp("built") / "site")


HOSTILE_SITE_URL = "https://tally.example/tally/"
HOSTILE_REPOSITORY = "https://git.example/testers/tally"


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of hostile datasets, which knows its own address and the repository's."""
    root = tmp_path_factory.mktemp("hostile")
    write_hostile(ROOT / "datasets", root / "datasets")
    for name in ("build", "docs", "mkdocs.yml", "schemas", "tests"):
        (root / name).symlink_to(ROOT / name)
    addresses = {"TALLY_SITE_URL": HOSTILE_SITE_URL, "TALLY_REPOSITORY": HOSTILE_REPOSITORY}
    return build_site(root, root / "site", **addresses)


def copy_repository(target: Path) -> Path:
    """Copy the working tree with its history, without what was made, and return `target`."""

    def made(folder: str, names: list[str]) -> set[str]:
        return (MADE if Path(folder) == ROOT else {"__pycache__"}) & set(names)

    return Path(shutil.copytree(ROOT, target, ignore=made))


@pytest.fixture
def repository_copy(tmp_path: Path) -> Path:
    """A copy of the working tree: edit it, build it."""
    return copy_repository(tmp_path / "repository")

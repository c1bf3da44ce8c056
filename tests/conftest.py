"""What tests of several rooms share: sites, built once in a run, and all datasets, read once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tally.records.load import load
from tally.site.library import Library, gather
from tests.support.hostile import write_hostile

ROOT = Path(__file__).parents[1]
ONE_AREA = "kunshan"
"""The dataset whose pages most tests walk through, as a site that holds it alone."""
MANY_AREAS = "provinces"
"""The dataset whose areas tests of the whole site ask about."""
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


def of_one_area(datasets: Path, target: Path) -> None:
    """Copy the vocabulary and the dataset of one area to `target`; without it the tests that walk
    through its pages are left out."""
    if not (datasets / ONE_AREA).is_dir():
        pytest.skip(f"these tests walk through the pages of {ONE_AREA}, which is not here")
    for name in ("vocabulary", ONE_AREA):
        shutil.copytree(datasets / name, target / name)


def only_one_area(repository: Path) -> Path:
    """Take all datasets out of a copy of the repository but that of one area."""
    for described in repository.glob("datasets/*/dataset.yml"):
        if described.parent.name != ONE_AREA:
            shutil.rmtree(described.parent)
    return repository


def link_program(root: Path) -> Path:
    """Have all that a build needs but data in `root`, as links to the working tree."""
    for name in ("build", "docs", "mkdocs.yml", "schemas", "tests"):
        (root / name).symlink_to(ROOT / name)
    return root


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site of one area, built once in a run from the working tree."""
    root = link_program(tmp_path_factory.mktemp("built"))
    of_one_area(ROOT / "datasets", root / "datasets")
    (ROOT / ".cache").mkdir(exist_ok=True)
    (root / ".cache").symlink_to(ROOT / ".cache")
    return build_site(root, root / "site")


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site with all its areas: minutes where nothing is kept, so only for
    what a site of one area cannot show."""
    return build_site(ROOT, tmp_path_factory.mktemp("whole") / "site")


@pytest.fixture(scope="session")
def whole_library() -> Library:
    """All areas."""
    return gather(load(ROOT / "datasets").datasets)


HOSTILE_SITE_URL = "https://tally.example/tally/"
HOSTILE_REPOSITORY = "https://git.example/testers/tally"


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of hostile datasets, which knows its own address and the repository's."""
    root = tmp_path_factory.mktemp("hostile")
    of_one_area(ROOT / "datasets", root / "real")
    write_hostile(root / "real", root / "datasets")
    link_program(root)
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

"""What tests of several rooms share: sites, built once in a run, and all datasets, read once."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tally.records.load import load
from tally.site.library import Library, gather
from tests.support.aside import Aside, Run, in_order, job, run_aside
from tests.support.hostile import write_hostile
from tests.support.trees import write_tree

ROOT = Path(__file__).parents[1]
ONE_AREA = "kunshan"
"""The dataset whose pages most tests walk through, as a site that holds it alone."""
MANY_AREAS = "provinces"
"""The dataset whose areas tests of the whole site ask about."""
MADE = {".venv", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache", "site"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need no site come first: the sites are built meanwhile."""
    items[:] = in_order(items)


@pytest.fixture(scope="session", autouse=True)
def aside(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Aside]:
    """What is built beside the tests, for `tests.support.aside.job`."""
    aside = Aside(tmp_path_factory.mktemp, request.session.items)
    yield aside
    aside.stop()


def run_build(root: Path, out: Path, **environment: str) -> Run:
    """Build the site of the repository copy at `root` into `out`, strictly; `environment` is added
    to this process's."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    source = {"PYTHONPATH": str(root / "build"), "NO_MKDOCS_2_WARNING": "1"}
    return run_aside(command, root, {**os.environ, **source, **environment})


def build_site(root: Path, out: Path, **environment: str) -> Path:
    """Build a site as `run_build` does, and return `out`; a failed build fails the test with its
    output."""
    run = run_build(root, out, **environment)
    assert run.returncode == 0, f"{' '.join(run.args)}\n{run.stdout}{run.stderr}"
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


def link_program(root: Path, *, alone: bool = False) -> Path:
    """Have all that a build needs but data in `root`, as links to the working tree; with what
    former builds keep unless it is to be `alone`."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    for name in (
        "build",
        "docs",
        "mkdocs.yml",
        "schemas",
        "tests",
        *(() if alone else (".cache",)),
    ):
        (root / name).symlink_to(ROOT / name)
    return root


@job
def built_site(folder: Path) -> Callable[[], Path]:
    """The folder of a site of one area, built once in a run from the working tree."""
    of_one_area(ROOT / "datasets", folder / "datasets")
    return partial(build_site, link_program(folder), folder / "site")


HOSTILE_SITE_URL = "https://tally.example/tally/"
HOSTILE_REPOSITORY = "https://git.example/testers/tally"


@job
def small_site(folder: Path) -> Callable[[], Path]:
    """A folder with the small tree of data, where `site` was built and nothing kept from others."""
    write_tree(folder)
    build = partial(build_site, link_program(folder, alone=True), folder / "site")
    return lambda: build().parent


@job
def hostile_site(folder: Path) -> Callable[[], Path]:
    """The site of hostile datasets, which knows its own address and the repository's."""
    of_one_area(ROOT / "datasets", folder / "real")
    write_hostile(folder / "real", folder / "datasets")
    addresses = {"TALLY_SITE_URL": HOSTILE_SITE_URL, "TALLY_REPOSITORY": HOSTILE_REPOSITORY}
    return partial(build_site, link_program(folder), folder / "site", **addresses)


@pytest.fixture(scope="session")
def whole_library() -> Library:
    """All areas."""
    return gather(load(ROOT / "datasets").datasets)


@job
def whole_site(folder: Path) -> Callable[[], Path]:
    """The folder of the real site with all its areas: minutes where nothing is kept, so only for
    what a site of one area cannot show."""
    return partial(build_site, ROOT, folder / "site")


def copy_repository(target: Path) -> Path:
    """Copy the working tree with its history, without what was made, and return `target`."""

    def made(folder: str, names: list[str]) -> set[str]:
        return (MADE if Path(folder) == ROOT else {"__pycache__"}) & set(names)

    return Path(shutil.copytree(ROOT, target, ignore=made))

"""The lock files: whole, hashed, and free of any address."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
BROWSER = ROOT / "tests" / "browser"
BUILD = (ROOT / "requirements" / "build.in").read_text().split()
SITE = [*PROJECT["dependencies"], *BUILD]
TEST = [*SITE, *PROJECT["optional-dependencies"]["test"]]


def locked(lock: str) -> dict[str, str]:
    """The name and version of each package of a lock file."""
    text = (ROOT / "requirements" / lock).read_text()
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize(("lock", "wanted"), [("site.txt", SITE), ("test.txt", TEST)])
def test_lock_satisfies_what_the_project_asks_for(lock: str, wanted: list[str]) -> None:
    versions = locked(lock)
    asked = [Requirement(line) for line in wanted]
    unmet = [
        f"{one}: {versions.get(canonicalize_name(one.name))}"
        for one in asked
        if not one.specifier.contains(versions.get(canonicalize_name(one.name), "0"))
    ]
    assert unmet == [], "run `make lock`"


@pytest.mark.parametrize("lock", ["site.txt", "test.txt"])
def test_every_locked_package_has_a_hash(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text()
    packages = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert [one.split()[0] for one in packages if "--hash=sha256:" not in one] == []


def test_site_and_tests_lock_the_same_versions() -> None:
    both = locked("test.txt")
    assert {name: both.get(name) for name in locked("site.txt")} == locked("site.txt")


def test_every_package_of_the_browser_has_a_hash() -> None:
    lock = json.loads((BROWSER / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []


@pytest.mark.parametrize(
    "lock",
    [*sorted((ROOT / "requirements").iterdir()), *sorted(BROWSER.glob("package*.json"))],
    ids=lambda path: path.name,
)
def test_lock_names_no_host(lock: Path) -> None:
    assert re.findall(r"\w+://\S+|--(?:index|extra-index|find-links)\S*", lock.read_text()) == []

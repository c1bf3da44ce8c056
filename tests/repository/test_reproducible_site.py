"""One commit, one site: the clock, the time zone, the folder and the cache leave no trace."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from tests.conftest import build_site, copy_repository, only_one_area
from tests.support.aside import job


def contents(site: Path) -> dict[str, str]:
    """The hash of each file of a site."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


ELSEWHERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}


@job
def built_elsewhere(folder: Path) -> Callable[[], Path]:
    """The site of one area from a copy of the repository, with nothing kept, on another clock."""
    copy = folder / "repository"
    return lambda: build_site(
        only_one_area(copy_repository(copy)), folder / "site", HOME=str(folder), **ELSEWHERE
    )


def test_two_builds_are_the_same_byte_for_byte(built_site: Path, built_elsewhere: Path) -> None:
    first, second = contents(built_site), contents(built_elsewhere)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []

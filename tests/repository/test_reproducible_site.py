"""One commit, one site: the clock, the time zone, the folder and the cache leave no trace."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.conftest import build_site, only_one_area


def contents(site: Path) -> dict[str, str]:
    """The hash of each file of a site."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_the_same_byte_for_byte(
    built_site: Path, repository_copy: Path, tmp_path: Path
) -> None:
    elsewhere = build_site(
        only_one_area(repository_copy),
        tmp_path / "elsewhere",
        TZ="Asia/Shanghai",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="1",
        HOME=str(tmp_path),
    )
    first, second = contents(built_site), contents(elsewhere)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []

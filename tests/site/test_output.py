"""The folder that a build writes into: written over, and nothing left that is not of the build."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tally.site.output import Output

OLD = 1_600_000_000_000_000_000


def write(folder: Path, uris: str, words: str = "old") -> None:
    """Files of a build before this one, or with other words of this one."""
    for uri in uris.split():
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / uri).write_text(words)
        if words == "old":
            os.utime(folder / uri, ns=(OLD, OLD))


def files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def built(folder: Path, uris: str, unlisted: str = "") -> dict[str, str]:
    """What is there after a build of these files, and of some that only other plugins know."""
    output = Output(folder / "site", folder / "kept" / "site")
    output.put_aside()
    assert not (folder / "site").exists()
    output.put_back(uris.split())
    write(folder / "site", f"{uris} {unlisted}", "new")
    output.delete_left(uris.split())
    return files(folder / "site")


@pytest.mark.parametrize(
    ("before", "uris", "unlisted", "after"),
    [
        ("", "a.html", "", {"a.html": "new"}),
        ("a.html", "a.html", "", {"a.html": "new"}),
        ("a.html b/c.html", "a.html", "", {"a.html": "new"}),
        ("a.html search.json", "a.html", "search.json", {"a.html": "new", "search.json": "new"}),
        (".git/HEAD .nojekyll", "a.html", "", dict.fromkeys((".git/HEAD", ".nojekyll"), "old")),
        ("b/.hidden", "a.html", "", {}),
        ("a/b.html c.html", "a", "", {}),
        ("a c.html", "a/b.html", "", {}),
    ],
)
def test_only_what_this_build_has_written_is_left(
    tmp_path: Path, before: str, uris: str, unlisted: str, after: dict[str, str]
) -> None:
    write(tmp_path / "site", before)
    left = after | dict.fromkeys(uris.split(), "new")
    assert built(tmp_path, uris, unlisted) == left
    assert [path.name for path in tmp_path.iterdir() if path.name != "kept"] == ["site"]


def test_a_file_that_stays_is_written_over_and_not_made_anew(tmp_path: Path) -> None:
    write(tmp_path / "site", "a.html")
    number = (tmp_path / "site/a.html").stat().st_ino
    built(tmp_path, "a.html")
    assert (tmp_path / "site/a.html").stat().st_ino == number


def test_folders_that_nothing_is_left_in_are_deleted(tmp_path: Path) -> None:
    write(tmp_path / "site", "a/b/c.html d/e.html")
    built(tmp_path, "d/e.html")
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["d"]


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_what_a_file_is_a_link_to_is_not_written_over(tmp_path: Path, link: type[os.link]) -> None:
    write(tmp_path, "elsewhere.html site/b.html")
    link(tmp_path / "elsewhere.html", tmp_path / "site/a.html")
    assert built(tmp_path, "a.html") == {"a.html": "new"}
    assert (tmp_path / "elsewhere.html").read_text() == "old"


def test_nothing_is_written_through_a_link_to_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/a.html site/b.html")
    (tmp_path / "site/linked").symlink_to(tmp_path / "elsewhere")
    assert built(tmp_path, "linked/a.html") == {"linked/a.html": "new"}
    assert files(tmp_path / "elsewhere") == {"a.html": "old"}


def test_a_folder_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    Output(tmp_path / "site", tmp_path / "kept").put_aside()
    assert (tmp_path / "site").is_symlink()


def test_what_a_build_that_was_ended_put_aside_comes_back(tmp_path: Path) -> None:
    write(tmp_path / "site", "a.html b.html")
    Output(tmp_path / "site", tmp_path / "kept/site").put_aside()
    assert built(tmp_path, "a.html") == {"a.html": "new"}


def test_a_build_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    write(tmp_path / "site", "a.html b.html")
    output = Output(tmp_path / "site", tmp_path / "kept/site")
    output.put_aside()
    output.put_back()
    assert files(tmp_path / "site") == {"a.html": "old", "b.html": "old"}


def test_what_somebody_else_has_deleted_meanwhile_is_gone(tmp_path: Path) -> None:
    write(tmp_path / "site", "a.html b.html")
    output = Output(tmp_path / "site", tmp_path / "kept/site")
    output.put_aside()
    output.put_back(["a.html"])
    (tmp_path / "site/b.html").unlink()
    output.delete_left(["a.html"])
    assert files(tmp_path / "site") == {"a.html": "old"}

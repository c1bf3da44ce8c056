"""The folder that a build writes into: written over, and nothing left that is not of the build."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tally.site.output import OccupiedError, Output

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


def begun(folder: Path, uris: str, *, in_place: bool = False) -> Output:
    """A build of these files that is about to end, and that MkDocs has deleted what it saw of."""
    output = Output.of(folder / "site", folder / "kept", in_place=in_place)
    output.prepare()
    assert not output.work.exists()
    output.put_back(uris.split())
    write(output.work, uris, "new")
    return output


def built(folder: Path, uris: str, unlisted: str = "", *, in_place: bool = False) -> dict[str, str]:
    """What is there after a build of these files, and of some that only other plugins know."""
    output = begun(folder, uris, in_place=in_place)
    write(output.work, unlisted, "new")
    output.finish(uris.split())
    return files(folder / "site")


def before(folder: Path, uris: str, *, in_place: bool) -> None:
    """What the builds before have written, from which this one starts."""
    if in_place:
        write(folder / "site", uris)
        return
    for _ in range(2):  # the second is written over
        output = Output.of(folder / "site", folder / "kept", in_place=False)
        output.prepare()
        output.put_back(uris.split())
        write(output.work, uris)
        output.finish(uris.split())


@pytest.mark.parametrize(
    ("first", "uris", "unlisted", "after"),
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
@pytest.mark.parametrize("in_place", [True, False])
def test_of_what_builds_have_written_only_what_this_one_has_is_left(
    tmp_path: Path, first: str, uris: str, unlisted: str, after: dict[str, str], in_place: bool
) -> None:
    before(tmp_path, first, in_place=in_place)
    left = after | dict.fromkeys(uris.split(), "new")
    assert built(tmp_path, uris, unlisted, in_place=in_place) == left
    assert [path.name for path in tmp_path.iterdir() if path.name != "kept"] == ["site"]


@pytest.mark.parametrize("in_place", [True, False])
def test_a_file_that_stays_is_written_over_and_not_made_anew(
    tmp_path: Path, in_place: bool
) -> None:
    before(tmp_path, "a.html", in_place=in_place)
    place = "site/a.html" if in_place else "kept/site/a.html"
    number = (tmp_path / place).stat().st_ino
    built(tmp_path, "a.html", in_place=in_place)
    assert (tmp_path / "site/a.html").stat().st_ino == number


@pytest.mark.parametrize("in_place", [True, False])
def test_folders_that_nothing_is_left_in_are_deleted(tmp_path: Path, in_place: bool) -> None:
    before(tmp_path, "a/b/c.html d/e.html", in_place=in_place)
    built(tmp_path, "d/e.html", in_place=in_place)
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["d"]


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_what_a_file_is_a_link_to_is_not_written_over(tmp_path: Path, link: type[os.link]) -> None:
    write(tmp_path, "elsewhere.html kept/site/b.html")
    link(tmp_path / "elsewhere.html", tmp_path / "kept/site/a.html")
    assert built(tmp_path, "a.html") == {"a.html": "new"}
    assert (tmp_path / "elsewhere.html").read_text() == "old"


def test_nothing_is_written_through_a_link_to_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/a.html kept/site/b.html")
    (tmp_path / "kept/site/linked").symlink_to(tmp_path / "elsewhere")
    assert built(tmp_path, "linked/a.html") == {"linked/a.html": "new"}
    assert files(tmp_path / "elsewhere") == {"a.html": "old"}


@pytest.mark.parametrize("in_place", [True, False])
def test_a_folder_that_is_a_link_stays_one(tmp_path: Path, in_place: bool) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    assert built(tmp_path, "a.html", in_place=in_place) == {"a.html": "new"}
    assert (tmp_path / "site").is_symlink()


def test_a_build_that_is_ended_half_way_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    before(tmp_path, "a.html b.html", in_place=False)
    begun(tmp_path, "a.html c.html")
    assert files(tmp_path / "site") == {"a.html": "old", "b.html": "old"}


def ended(output: Output) -> Path:
    """The folder of a build whose process is no more."""
    gone = output.work.with_name(output.work.name.rpartition("-")[0] + f"-{2**22 + 1}")
    output.work.rename(gone)
    return gone


def test_what_a_build_that_was_ended_has_left_is_deleted(tmp_path: Path) -> None:
    before(tmp_path, "a.html", in_place=False)
    gone = ended(begun(tmp_path, "a.html c.html"))
    assert built(tmp_path, "a.html") == {"a.html": "new"}
    assert not gone.exists()


def test_a_site_that_was_on_its_way_when_a_build_was_ended_comes_back(tmp_path: Path) -> None:
    before(tmp_path, "a.html b.html .nojekyll", in_place=False)
    gone = ended(begun(tmp_path, "a.html"))
    (tmp_path / "site").rename(gone.with_name(f"{gone.name}-former"))
    begun(tmp_path, "a.html")
    assert files(tmp_path / "site") == dict.fromkeys(("a.html", "b.html", ".nojekyll"), "old")


@pytest.mark.parametrize("in_place", [True, False])
def test_a_build_that_fails_leaves_what_was_there(tmp_path: Path, in_place: bool) -> None:
    before(tmp_path, "a.html b.html", in_place=in_place)
    output = Output.of(tmp_path / "site", tmp_path / "kept", in_place=in_place)
    output.prepare()
    output.abandon()
    assert files(tmp_path / "site") == {"a.html": "old", "b.html": "old"}


def test_a_build_that_fails_when_all_is_written_leaves_what_was_there(tmp_path: Path) -> None:
    before(tmp_path, "a.html b.html", in_place=False)
    output = begun(tmp_path, "a.html c.html")
    output.finish(["a.html", "c.html"])
    output.abandon()
    assert files(tmp_path / "site") == {"a.html": "old", "b.html": "old"}
    assert built(tmp_path, "a.html") == {"a.html": "new"}


def test_what_somebody_else_has_deleted_meanwhile_is_gone(tmp_path: Path) -> None:
    write(tmp_path / "site", "a.html b.html")
    output = Output.of(tmp_path / "site", tmp_path / "kept", in_place=True)
    output.prepare()
    output.put_back(["a.html"])
    (tmp_path / "site/b.html").unlink()
    output.finish(["a.html"])
    assert files(tmp_path / "site") == {"a.html": "old"}


def test_a_folder_that_holds_what_no_build_has_written_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "site/thesis.html site/b/c.html")
    with pytest.raises(OccupiedError, match=r"holds b/c\.html, which no build has written"):
        built(tmp_path, "a.html")
    assert files(tmp_path / "site") == {"thesis.html": "old", "b/c.html": "old"}


def test_a_site_of_which_nobody_noted_what_was_written_is_taken_for_one(tmp_path: Path) -> None:
    write(tmp_path, "site/a.html site/data/all/datapackage.json")
    assert built(tmp_path, "b.html") == {"b.html": "new"}


@pytest.mark.parametrize("name", ["thesis.docx", "b/thesis.docx", ".git/HEAD", "mine/thesis.docx"])
def test_a_file_that_no_build_has_written_stays(tmp_path: Path, name: str) -> None:
    before(tmp_path, "a.html b/c.html", in_place=False)
    write(tmp_path / "site", name)
    for _ in range(3):
        assert built(tmp_path, "a.html") == {"a.html": "new", name: "old"}


@pytest.mark.parametrize(("mine", "page"), [("b.html", "b.html"), ("b", "b/c"), ("b/c", "b")])
def test_a_file_that_no_build_has_written_is_not_written_over(
    tmp_path: Path, mine: str, page: str
) -> None:
    before(tmp_path, "a.html", in_place=False)
    write(tmp_path / "site", mine)
    with pytest.raises(OccupiedError, match="stands where a page goes"):
        built(tmp_path, f"a.html {page}")
    assert files(tmp_path / "site") == {"a.html": "old", mine: "old"}

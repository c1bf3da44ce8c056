"""Writing a package into its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.package.archive import SUMS, sha256_sums
from tally.package.folder import StrangerError, replace_folder


def package(**files: bytes) -> dict[str, bytes]:
    return {**files, SUMS: sha256_sums(files).encode()}


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    replace_folder(tmp_path / "a" / "b", {"x": b"1"})
    assert held(tmp_path / "a" / "b") == {"x": b"1"}


def test_a_former_package_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    replace_folder(tmp_path / "p", package(x=b"1", z=b"0"))
    replace_folder(tmp_path / "p", package(x=b"2", y=b"3"))
    assert held(tmp_path / "p") == package(x=b"2", y=b"3")
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_a_folder_with_someone_elses_file_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"mine")
    with pytest.raises(StrangerError, match=r"thesis\.docx"):
        replace_folder(tmp_path, {"x": b"1"})
    assert held(tmp_path) == {"thesis.docx": b"mine"}


@pytest.mark.parametrize(
    "mine",
    [
        {"observations.csv": b"mine"},
        {"observations.csv": b"mine", SUMS: b"not sums"},
        {"observations.csv": b"mine", SUMS: b"\xff\xfe"},
        {**package(**{"observations.csv": b"ours"}), "observations.csv": b"mine"},
        {**package(x=b"1"), "observations.csv": b"mine"},
    ],
)
def test_a_file_of_a_name_of_ours_that_we_did_not_write_is_left_as_it_is(
    tmp_path: Path, mine: dict[str, bytes]
) -> None:
    for name, data in mine.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(StrangerError, match=r"holds observations\.csv"):
        replace_folder(tmp_path, package(**{"observations.csv": b"ours"}))
    assert held(tmp_path) == mine


def test_a_link_of_a_name_of_ours_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"1")
    folder = tmp_path / "p"
    replace_folder(folder, package(x=b"1"))
    (folder / "x").unlink()
    (folder / "x").symlink_to(tmp_path / "x")
    with pytest.raises(StrangerError, match="holds x"):
        replace_folder(folder, package(x=b"2"))
    assert (folder / "x").is_symlink()


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_is_left_as_it_is(kind: str, tmp_path: Path) -> None:
    place = tmp_path / "p"
    if kind == "file":
        place.write_bytes(b"mine")
    else:
        (tmp_path / "elsewhere").mkdir()
        place.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StrangerError, match="not a folder"):
        replace_folder(place, {"x": b"1"})
    assert place.is_file() or place.is_symlink()


def test_a_failure_leaves_the_former_package_whole(tmp_path: Path) -> None:
    replace_folder(tmp_path / "p", package(x=b"1"))
    with pytest.raises(OSError, match="no"):
        replace_folder(tmp_path / "p", {"x": b"2", "no/such/folder": b"3"})
    assert held(tmp_path / "p") == package(x=b"1")
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_a_folder_with_the_name_of_a_file_of_ours_is_not_removed(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    (folder / "a.csv").mkdir(parents=True)
    (folder / "a.csv" / "thesis.docx").write_bytes(b"")
    with pytest.raises(StrangerError, match=r"a\.csv"):
        replace_folder(folder, {"a.csv": b"1"})
    assert (folder / "a.csv" / "thesis.docx").exists()

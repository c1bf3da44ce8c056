"""Reading and replacing files: regular ones only, to a limit, and no other's."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from tally.text import UnfitFileError, read_regular, read_stream, replace_file


def test_a_regular_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_regular(tmp_path / "a", 5, within=tmp_path) == b"12345"


def test_one_byte_too_many_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"123456")
    with pytest.raises(UnfitFileError, match="larger than 5 bytes"):
        read_regular(tmp_path / "a", 5)


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with pytest.raises(UnfitFileError, match="no regular file"):
        read_regular(tmp_path / "a", 5)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/urandom"])
def test_a_device_is_refused(device: str) -> None:
    with pytest.raises(UnfitFileError, match="no regular file"):
        read_regular(Path(device), 5)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        read_regular(tmp_path, 5)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").symlink_to(tmp_path / "a")
    with pytest.raises(UnfitFileError, match="out of the datasets"):
        read_regular(tmp_path / "in" / "a", 5, within=tmp_path / "in")
    assert read_regular(tmp_path / "in" / "a", 5, within=tmp_path) == b"1"


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    with pytest.raises(OSError, match=r"itself|symbolic"):
        read_regular(tmp_path / "a", 5, within=tmp_path)


def test_an_endless_stream_is_read_to_the_limit() -> None:
    stream = io.BytesIO(b"x" * 1000)
    with pytest.raises(UnfitFileError):
        read_stream(stream, 10, "the standard input")
    assert stream.tell() == 11


def test_a_file_is_replaced_with_its_permissions_and_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "a").chmod(0o640)
    (tmp_path / ".a.new").write_bytes(b"mine")
    replace_file(tmp_path / "a", b"2")
    assert (tmp_path / "a").read_bytes() == b"2"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.new", "a"]
    assert (tmp_path / ".a.new").read_bytes() == b"mine"


def test_what_a_link_leads_to_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"1")
    (tmp_path / "a").symlink_to(tmp_path / "theirs")
    replace_file(tmp_path / "a", b"2")
    assert (tmp_path / "theirs").read_bytes() == b"1"
    assert (tmp_path / "a").read_bytes() == b"2"

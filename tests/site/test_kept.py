"""Files kept between builds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tally.site.kept import Files, kept_files, kept_pieces, key_of

FILES = {"a.csv": b"1\n", "b.bin": bytes(range(256))}


def refuse() -> Files:
    raise AssertionError("made again")


def test_files_are_made_once(tmp_path: Path) -> None:
    assert kept_files(tmp_path, "key", lambda: FILES) == FILES
    assert kept_files(tmp_path, "key", refuse) == FILES


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 cut off", b"something else"])
def test_damaged_archive_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    kept_files(tmp_path, "key", lambda: FILES)
    (tmp_path / "key.zip").write_bytes(damage)
    assert kept_files(tmp_path, "key", lambda: FILES) == FILES


def test_another_key_is_made_anew(tmp_path: Path) -> None:
    kept_files(tmp_path, "one", lambda: FILES)
    assert kept_files(tmp_path, "other", lambda: {"c": b""}) == {"c": b""}


def test_key_follows_data_and_settings(tmp_path: Path) -> None:
    file = tmp_path / "economy.yml"
    file.write_text("- 1\n")
    before = key_of(tmp_path, "https://example.org/")
    assert key_of(tmp_path, "https://example.org/") == before
    assert key_of(tmp_path, "") != before
    file.write_text("- 2\n")
    assert key_of(tmp_path, "https://example.org/") != before


def test_pieces_are_made_where_their_key_is_new_and_forgotten_where_it_is_gone(
    tmp_path: Path,
) -> None:
    made: list[str] = []

    def piece(key: str) -> tuple[str, Callable[[], bytes]]:
        def make() -> bytes:
            made.append(key)
            return key.encode()

        return key, make

    first = kept_pieces(tmp_path, {"gdp": piece("a"), "income": piece("b")})
    then = kept_pieces(tmp_path, {"gdp": piece("c"), "income": piece("b")})
    kept_pieces(tmp_path, {"gdp": piece("a"), "income": piece("b")})
    assert first == {"gdp": b"a", "income": b"b"}
    assert then == {"gdp": b"c", "income": b"b"}
    assert made == ["a", "b", "c", "a"]

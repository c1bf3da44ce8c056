"""What the machine reads in a source, kept between runs: tally.records.scan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tally.records import scan
from tally.records.load import Loaded, load
from tally.records.scan import Scan
from tests.support.trees import write_tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "datasets")


def scans(loaded: Loaded) -> list[Scan]:
    return [one.scan for sources in loaded.archive.values() for one in sources.values()]


def never(*_: object) -> Scan:
    raise AssertionError("scanned again")


def test_a_source_is_scanned_once_and_its_scan_is_the_same_from_the_file(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = scans(load(root, kept=tmp_path / "kept"))
    monkeypatch.setattr(scan, "_made", never)
    assert any(one.claims and one.numbers and one.tokens and one.wordings for one in fresh)
    assert scans(load(root, kept=tmp_path / "kept")) == fresh


def change_text(root: Path) -> None:
    path = root / "testshire/sources/report-2021/report.txt"
    path.write_text(path.read_text("utf-8") + "学校12所。\n", "utf-8")


def change_year(root: Path) -> None:
    path = root / "testshire/sources/report-2021/source.yml"
    path.write_text(path.read_text("utf-8").replace("\nyear: 2021", "\nyear: 2022"), "utf-8")


def change_vocabulary(root: Path) -> None:
    path = root / "vocabulary/indicators/economy.yml"
    path.write_text(path.read_text("utf-8").replace("aliases: [", "aliases: [别名, ", 1), "utf-8")


@pytest.mark.parametrize("change", [change_text, change_year, change_vocabulary])
def test_it_is_scanned_again_when_what_it_follows_from_has_changed(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], None],
) -> None:
    load(root, kept=tmp_path / "kept")
    change(root)
    monkeypatch.setattr(scan, "_made", never)
    with pytest.raises(AssertionError, match="again"):
        load(root, kept=tmp_path / "kept")


@pytest.mark.parametrize("content", [b"", b"short", b"\x00" * 4000])
def test_a_damaged_file_is_as_good_as_none(root: Path, tmp_path: Path, content: bytes) -> None:
    fresh = scans(load(root, kept=tmp_path / "kept"))
    (file,) = (tmp_path / "kept").iterdir()
    file.write_bytes(file.read_bytes()[:32] + content)
    assert scans(load(root, kept=tmp_path / "kept")) == fresh


def test_where_nothing_can_be_kept_it_is_read_all_the_same(root: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file\n")
    assert scans(load(root, kept=tmp_path / "kept")) == scans(load(root))

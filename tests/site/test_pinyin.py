"""The pinyin of names, kept between builds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tally.site import pinyin
from tally.site.pinyin import recall, remember, syllables


@pytest.fixture(autouse=True)
def another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is spelled yet."""
    monkeypatch.setattr(pinyin, "_SPELLED", {})
    monkeypatch.setattr(pinyin, "_NEW", set())


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("重庆", ("chong", "qing")),
        ("重点", ("zhong", "dian")),
        ("5G基站", ("5G", "ji", "zhan")),
        ("", ()),
    ],
)
def test_a_name_is_spelled_as_it_is_read(text: str, spelled: tuple[str, ...]) -> None:
    assert syllables(text) == spelled


def test_a_name_that_was_spelled_before_needs_no_dictionary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    syllables("重庆")
    remember(tmp_path)
    monkeypatch.setattr(pinyin, "_SPELLED", {})
    monkeypatch.setitem(sys.modules, "pypinyin", None)
    recall(tmp_path)
    assert syllables("重庆") == ("chong", "qing")


def test_names_spelled_later_are_kept_beside_the_earlier_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("重庆", "昆山"):
        recall(tmp_path)
        syllables(text)
        remember(tmp_path)
    monkeypatch.setattr(pinyin, "_SPELLED", {})
    monkeypatch.setitem(sys.modules, "pypinyin", None)
    recall(tmp_path)
    assert [syllables(text)[0] for text in ("重庆", "昆山")] == ["chong", "kun"]


def test_another_dictionary_spells_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pinyin._SPELLED["重庆"] = ("zhong", "qing")
    pinyin._NEW.add("重庆")
    remember(tmp_path)
    monkeypatch.setattr(pinyin, "_SPELLED", {})
    monkeypatch.setattr(pinyin, "version", lambda name: f"{name} of tomorrow")
    recall(tmp_path)
    assert syllables("重庆") == ("chong", "qing")


def test_a_damaged_archive_is_as_good_as_none(tmp_path: Path) -> None:
    syllables("重庆")
    remember(tmp_path)
    for archive in tmp_path.iterdir():
        archive.write_bytes(b"PK")
    recall(tmp_path)
    assert syllables("昆山") == ("kun", "shan")

"""Bytes to text: encodings, byte-order marks, and what is no text."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.text import TextError, decode, read_text

TEXT = "昆山市：4250亿元\r\n增长5%\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
    ],
    ids=["utf-8", "utf-16-le", "utf-16-be", "gb18030", "gbk"],
)
def test_every_usual_encoding_reads_as_the_same_text_with_its_line_ends(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_byte_order_mark_counts_as_a_character_of_the_file_and_is_not_read(encoding: str) -> None:
    raw = decode(f"\ufeff{TEXT}".encode(encoding))
    reading = read_text(raw)
    assert raw == f"\ufeff{TEXT}"
    assert reading.text == TEXT
    assert reading.raw_span(0, 1) == (1, 2)


def test_no_bytes_are_no_text() -> None:
    assert decode(b"") == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04\0\0", "NUL"),
        ("全年预计实现地区生产总值".encode()[:-1], "ends in the middle"),
        (b"\x80\xff\xfe\x80", "not text in UTF-8 or GB18030"),
        (codecs.BOM_UTF16_LE + b"\x00", "not text"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, words: str) -> None:
    with pytest.raises(TextError, match=words):
        decode(data)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_text_in_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_text_error(data: bytes) -> None:
    with suppress(TextError):
        assert isinstance(decode(data), str)


CHINESE = "临江县2022年政府工作报告。地区生产总值增长5%，城镇居民收入增长8%。"


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (CHINESE.encode("gbk").decode("latin-1").encode(), "GBK that was read as Latin-1"),
        (CHINESE.encode().decode("latin-1").encode(), "UTF-8 that was read as Latin-1"),
        (CHINESE.encode().decode("gb18030", "replace").encode(), "UTF-8 that was read as GBK"),
        ("臨江縣政府工作報告。地區生產總值增長5%，城鎮居民收入增長。".encode("big5"), "Big5"),
    ],
)
def test_text_in_a_wrong_encoding_is_told_and_not_read(data: bytes, cause: str) -> None:
    with pytest.raises(TextError, match=cause):
        decode(data)


@pytest.mark.parametrize(
    "text", [CHINESE, "Rapport économique : été, à, ç, ü", "今日はいい天気ですね"]
)
def test_text_of_any_language_is_not_taken_for_garbled(text: str) -> None:
    assert decode(text.encode()) == text

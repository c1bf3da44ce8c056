"""Characters that nobody sees: none stands in a reading text, and none is taken for a letter."""

from __future__ import annotations

import unicodedata

import pytest

from tally.text import ODD_BLANK, UNSEEN, named, read_text

_ALL = [chr(code) for code in range(0x110000)]
_LINE_ENDS = "\t\n\r"


def test_controls_formats_and_separators_of_lines_cannot_be_seen() -> None:
    unseen = ("Cc", "Cf", "Cs", "Zl", "Zp")
    missed = [c for c in _ALL if unicodedata.category(c) in unseen and not UNSEEN.match(c)]
    assert "".join(missed) == _LINE_ENDS


def test_noncharacters_cannot_be_seen() -> None:
    nothing = [c for c in _ALL if ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF]
    assert len(nothing) == 66
    assert all(map(UNSEEN.match, nothing))


def test_every_blank_but_the_space_is_odd() -> None:
    blanks = {c for c in _ALL if unicodedata.category(c) == "Zs"} - {" "}
    assert blanks == set(filter(ODD_BLANK.match, _ALL))


@pytest.mark.parametrize(
    "letters", ["地区", "gdp", "４２８", "“”—…·", "é", "㎡", "䶮", "🚄", "\ue000"]
)
def test_what_can_be_seen_is_none_of_them(letters: str) -> None:
    assert not UNSEEN.search(letters)
    assert not ODD_BLANK.search(letters)


@pytest.mark.parametrize(
    "within",
    ["\u200b", "\u00ad", "\u2060", "\u3164", "\ufff9", "\ufeff", "\u202e", "\ufe0f", "\uffff",
     "\U000e0031", "\x08", "&#8203;", "&shy;", "&zwj;", "\u200b&#x200b;\u200b"],
)  # fmt: skip
def test_a_number_is_read_whole_whatever_nobody_sees_in_it(within: str) -> None:
    raw = f"收入4{within}28.5亿元"
    reading = read_text(raw)
    assert reading.text == "收入428.5亿元"
    number = reading.text.index("4"), reading.text.index("亿")
    start, end = reading.raw_span(*number)
    assert raw[start:end] == f"4{within}28.5"


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x0c", "\x85", "\n", "\r\n"])
def test_what_ends_a_line_stays(end: str) -> None:
    assert read_text(f"十三五{end}十四五").text == f"十三五{end}十四五"


@pytest.mark.parametrize(
    ("character", "said"),
    [
        ("\u3000", "a full-width blank: U+3000"),
        ("\u00a0", "a no-break space: U+00A0"),
        ("\u2009", "a blank that is no space: U+2009"),
        ("\U000e0001", "a character that cannot be seen: U+E0001"),
    ],
)
def test_a_character_is_named_by_its_code_point(character: str, said: str) -> None:
    assert named(character) == said

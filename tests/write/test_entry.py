"""Entries as lines: what a person would have typed, and read back as it was meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tally.records.strict_yaml import parse
from tally.write import Value, entry_text
from tests.support.hostile import HOSTILE

ENTRY: dict[str, Value] = {
    "indicator": "gdp",
    "period": "2020",
    "quote": "地区生产总值4250亿元、比上年增长5.10%",
    "name": {"zh": "地区生产总值"},
    "figures": [
        {"measure": "level", "value": Decimal(4250), "unit": "亿元"},
        {"measure": "growth", "value": Decimal("5.10"), "unit": "%"},
    ],
    "aliases": ["GDP", "生产总值"],
}
LINES = """\
- indicator: gdp
  period: 2020
  quote: 地区生产总值4250亿元、比上年增长5.10%
  name: {zh: 地区生产总值}
  figures:
    - {measure: level, value: 4250, unit: 亿元}
    - {measure: growth, value: 5.10, unit: "%"}
  aliases: [GDP, 生产总值]
"""


def test_an_entry_has_a_line_for_each_field_and_each_figure() -> None:
    assert entry_text(ENTRY) == LINES


def test_a_map_that_is_too_wide_has_a_line_for_each_language() -> None:
    note = {"zh": "一" * 60, "en": "word " * 20 + "end"}
    assert entry_text({"note": note}).splitlines()[:2] == ["- note:", f"    zh: {note['zh']}"]


WORDS = [
    *("no", "1e3", "12:30", "2020-01-01", "~", "-", "a: b", "a #b", "a,b", "{x}", " a", "a ", ""),
    *(
        "0x1F",
        "null",
        "第3%",
        "5G基站",
        "a  b",
        "“引”",
        "*a",
        "&a",
        "!a",
        "'",
        '"',
        "a\nb",
        "=",
        "<<",
    ),
    *("3∶1", "[", "]", "n", "?", "%", "@", "`", "|", ">", "a'b", "a:", "中 #x", "中\t文", "<<"),
]


@pytest.mark.parametrize("words", [*WORDS, *HOSTILE])
def test_any_words_are_read_back_as_they_were(words: str) -> None:
    text = entry_text({"a": words, "b": {"zh": words}, "c": [{"d": words}], "e": [words]})
    document = parse("x.yml", text.encode(), escapes=("a", "zh", "d", "e"))
    assert [problem.message for problem in document.problems if problem.severity == "error"] == []
    (entry,) = document.root
    assert (entry["a"], entry["b"]["zh"], entry["c"][0]["d"], entry["e"][0]) == (words,) * 4

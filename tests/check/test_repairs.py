"""Repairs restore words; whatever a person writes there, no number comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tally.check.repairs import repair_problems
from tally.records.model import Localized, Place, Repair, Source
from tally.text import Edit, read_text

RAW = (
    "一般公共預算收入428億元，增长5.1%、7%。進出口總額850?元，以?xún)?yōu)異成績完成三件大事。"
    "2022年是“十三五”的收官之年，新建泊位1.2萬個。"
)


def repaired(raw: str, reading: str, field: str = "repairs") -> list[tuple[str, str]]:
    label = Localized("", "")
    repair = Repair(raw, reading, label, Place("source.yml", 9))
    source = Source(
        id="s", dataset="a", area="a", kind="other", title=label, publisher=label,
        published="2021", year=2021,
        url=None, note=None, place=Place("source.yml"), text_path="report.txt",
        reading=read_text(RAW, [Edit(raw, reading)]),
    )  # fmt: skip
    found = repair_problems(replace(source, **{field: (repair,)}))
    return [(problem.severity, problem.message) for problem in found]


@pytest.mark.parametrize(
    ("raw", "reading"),
    [
        ("以?xún)?yōu)異成績", "以优异成绩"),
        ("收入428億元", "收入428亿元"),
        ("進出口總額850", "进出口总额850"),
        ("成績完", "成绩，完"),
    ],
)
def test_a_repair_of_words_is_right(raw: str, reading: str) -> None:
    assert repaired(raw, reading) == []


@pytest.mark.parametrize(
    ("raw", "reading"),
    [
        ("成績", "成绩，总额9999亿元"),
        ("成績", "成绩，总额９９９９亿元"),
        ("成績", "成绩，总额九千亿元"),
        ("成績", "成绩，增长百分之九"),
        ("428億元", "482亿元"),
        ("428億元", "若干亿元"),
        ("428億元", "428.0亿元"),
        ("%、", ""),
        ("428", "4·28"),
        ("三件大事", "九件大事"),
        ("增长5.1%、7%", "增长5.1%、7"),
        ("，", "0，"),
        ("億元，", "万亿元，"),
        ("1.2萬個", "1.2个"),
        ("2022年是", "2020年是"),
    ],
)
def test_a_repair_makes_no_other_number(raw: str, reading: str) -> None:
    assert [severity for severity, _ in repaired(raw, reading)] == ["error"]


def test_a_repair_adds_no_sentence() -> None:
    [(severity, message)] = repaired("成績", "成绩，人民群众获得感明显增强")
    assert severity == "error"
    assert "12 characters longer" in message


def test_where_a_scale_was_damaged_a_person_looks_again() -> None:
    [(severity, _)] = repaired("850?元", "850亿元")
    assert severity == "warning"


def test_a_year_is_corrected() -> None:
    assert repaired("2022年是“十三五”", "2020年是“十三五”", "year_corrections") == []


@pytest.mark.parametrize(
    ("raw", "reading"),
    [
        ("2022年是“十三五”", "2020年是“十四五”"),
        ("2022年是“十三五”的收官之年", "2020年总额9999亿元，是“十三五”的收官之年"),
        ("428億元", "429亿元"),
        ("2022年", "去年"),
    ],
)
def test_correcting_a_year_changes_nothing_else(raw: str, reading: str) -> None:
    assert [severity for severity, _ in repaired(raw, reading, "year_corrections")] == ["error"]

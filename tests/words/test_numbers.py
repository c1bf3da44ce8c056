"""Amounts in words: as stated, never more exact than they were."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tally.derive.interval import Interval
from tally.records.model import Localized
from tally.words.numbers import amount_words, number
from tests.support.records import UNITS, figure

# fmt: off
STATED = [
    ("level 4250亿元", "4250亿元", "RMB 425.0 billion"),
    ("level 9000.8亿元", "9000.8亿元", "RMB 900.08 billion"),
    ("level 62700元", "62700元", "RMB 62,700"),
    ("level 850亿美元", "850亿美元", "USD 85.0 billion"),
    ("level 1.1万人", "1.1万人", "11,000 persons"),
    ("level 166.7万人", "166.7万人", "1.667 million persons"),
    ("level 2000座", "2000座", "2,000"),
    ("level 3.7%", "3.7%", "3.7%"),
    ("level 5.10%", "5.10%", "5.10%"),
    ("level 0.5万人", "0.5万人", "5,000 persons"),
    ("ratio 1.93倍", "1.93倍", "1.93 times"),
    ("rank 1位", "第1位", "rank 1"),
    ("ratio 1.93比", "1.93∶1", "1.93 to 1"),
    ("level 466.9亿元", "466.9亿元", "RMB 46.69 billion"),
    ("level 5.10亿元", "5.10亿元", "RMB 510 million"),
    ("level 1万亿元", "1万亿元", "RMB 1 trillion"),
    ("level 10.5亿美元", "10.5亿美元", "USD 1.05 billion"),
    ("level 209.25万人", "209.25万人", "2.0925 million persons"),
    ("level 436家", "436家", "436"),
    ("level 5~6%", "5%—6%", "5 to 6%"),
    ("level 40~50万人", "40—50万人", "400,000 to 500,000 persons"),
    ("level 1人", "1人", "1 person"),
    ("level 100万人", "100万人", "1.00 million persons"),
    ("change 1.0个百分点", "1.0个百分点", "1.0 percentage points"),
    ("ratio 1.5倍", "1.5倍", "1.5 times"),
]
# fmt: on


@pytest.mark.parametrize(("text", "zh", "en"), STATED)
def test_a_number_keeps_the_digits_of_its_report(text: str, zh: str, en: str) -> None:
    assert number(figure(text), UNITS, "zh") == zh
    assert number(figure(text), UNITS, "en") == en


def between(low: str | None, high: str | None, *, without_ends: bool = False) -> Interval:
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Interval(ends[0], ends[1], without_ends, without_ends)


# fmt: off
AMOUNTS = [
    ("亿元", between("23006000000", "23120000000"), "231亿元", "RMB 23.1 billion"),
    ("亿元", between("12000000000", "12500000000"), "120至125亿元", "RMB 12 to 12.5 billion"),
    ("亿元", between("74950000000", "75050000000"), "750亿元", "RMB 75 billion"),
    ("家", between(None, "308"), "308家以内", "at most 308"),
    ("家", between(None, "308", without_ends=True), "低于308家", "less than 308"),
    ("家", between(None, "307.5"), "低于308家", "less than 308"),
    ("家", between("300", "308"), "300至308家", "300 to 308"),
    ("万人", between("1999500", "2000500"), "200万人", "2 million persons"),
]
# fmt: on


@pytest.mark.parametrize(("unit", "interval", "zh", "en"), AMOUNTS)
def test_derived_amounts_read_in_the_unit_of_their_input(
    unit: str, interval: Interval, zh: str, en: str
) -> None:
    assert amount_words(interval, UNITS[unit], UNITS) == Localized(zh, en)


def test_braces_in_a_unit_are_only_characters() -> None:
    unit = UNITS["家"]
    hostile = {
        "{0.x}": type(unit)("{0.x}", unit.name, "ratio", unit.factor, "{0.x}", (), unit.place)
    }
    words = amount_words(between("1", "1"), hostile["{0.x}"], hostile)
    assert words.zh == "1{0.x}"

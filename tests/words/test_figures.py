"""Numbers in words: as stated, never more exact than they were."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tally.derive.interval import Interval
from tally.records.model import Area, Localized, Vocabulary
from tally.words.figures import (
    amount_words,
    figure_words,
    in_a_sentence,
    percent_words,
    promise_words,
)
from tests.support.records import PLACE, UNITS, figure

# fmt: off
REPORTED = [
    ("level 4250亿元", "4250亿元", "RMB 425.0 billion"),
    ("level 466.9亿元", "466.9亿元", "RMB 46.69 billion"),
    ("level 5.10亿元", "5.10亿元", "RMB 510 million"),
    ("level >1万亿元", "超1万亿元", "more than RMB 1 trillion"),
    ("level 62700元", "62700元", "RMB 62,700"),
    ("level 10.5亿美元", "10.5亿美元", "USD 1.05 billion"),
    ("level 209.25万人", "209.25万人", "2.0925 million persons"),
    ("level 2.4万人", "2.4万人", "24,000 persons"),
    ("level 436家", "436家", "436"),
    ("ratio 1.93比", "1.93∶1", "1.93 to 1"),
    ("ratio 1.5倍", "1.5倍", "1.5 times"),
    ("level 5~6%", "5%—6%", "5 to 6%"),
    ("level ≈80%", "80%左右", "about 80%"),
    ("growth 7.8%", "增长7.8%", "+7.8%"),
    ("growth -2.3%", "下降2.3%", "−2.3%"),
    ("growth >11%", "增长超11%", "more than +11%"),
    ("change -0.5个百分点", "下降0.5个百分点", "−0.5 percentage points"),
    ("change 1个百分点", "增长1个百分点", "+1 percentage point"),
    ("change 1.0个百分点", "增长1.0个百分点", "+1.0 percentage points"),
    ("level 1人", "1人", "1 person"),
    ("level 100万人", "100万人", "1.00 million persons"),
    ("change 1位", "上升1位", "up 1 place"),
    ("change -2位", "下降2位", "down 2 places"),
    ("change >2位", "上升超2位", "up more than 2 places"),
]
# fmt: on


@pytest.mark.parametrize(("text", "zh", "en"), REPORTED)
def test_a_reported_figure_reads_as_it_was_stated(text: str, zh: str, en: str) -> None:
    assert figure_words(figure(text), UNITS) == Localized(zh, en)


# fmt: off
PROMISED = [
    ("growth ≥6%", "增长6%以上", "at least 6%"),
    ("growth ≈6%", "增长6%左右", "about 6%"),
    ("growth ≥-10%", "下降10%以上", "a fall of at least 10%"),
    ("level ≤2.5%", "2.5%以内", "at most 2.5%"),
    ("level <2.5%", "不到2.5%", "less than 2.5%"),
    ("level >400家", "超400家", "more than 400"),
    ("level 40万平方米", "40万平方米", "400,000 square metres"),
    ("change ≥2位", "上升2位以上", "up at least 2 places"),
]
# fmt: on


@pytest.mark.parametrize(("text", "zh", "en"), PROMISED)
def test_a_promise_reads_with_its_bound(text: str, zh: str, en: str) -> None:
    assert promise_words(figure(text), UNITS) == Localized(zh, en)


@pytest.mark.parametrize(
    ("name", "in_text"),
    [
        ("Gross domestic product", "gross domestic product"),
        ("5G base stations", "5G base stations"),
        ("R&D spending", "R&D spending"),
        ("GDP per head", "GDP per head"),
        ("Testshire unicorns", "Testshire unicorns"),
        ("Super League matches", "Super League matches"),
        ("“Lead goose” teams", "“Lead goose” teams"),
        ("X", "X"),
        ("", ""),
    ],
)
def test_a_name_in_a_sentence_has_a_capital_only_where_it_is_a_proper_one(
    name: str, in_text: str
) -> None:
    area = Area("testshire", Localized("试验市", "Testshire"), "999999", None, PLACE)
    words = Vocabulary({}, UNITS, areas={"testshire": area})
    assert in_a_sentence(Localized("名", name), words) == Localized("名", in_text)


def between(low: str | None, high: str | None, *, without_ends: bool = False) -> Interval:
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Interval(ends[0], ends[1], without_ends, without_ends)


# fmt: off
GROWTH = [
    (between("8.95", "9.23"), "增长9.1%", "+9.1%"),
    (between("7.4", "9.2"), "增长7至10%", "+7 to 10%"),
    (between("11.09", None), "增长超11%", "more than +11%"),
    (between("11", None), "增长11%以上", "at least +11%"),
    (between("11", None, without_ends=True), "增长超11%", "more than +11%"),
    (between("-3.04", "-2.96"), "下降3%", "−3%"),
    (between(None, "-1", without_ends=True), "下降超1%", "more than −1%"),
]
# fmt: on


@pytest.mark.parametrize(("interval", "zh", "en"), GROWTH)
def test_derived_growth_reads_as_its_middle_where_it_is_narrow(
    interval: Interval, zh: str, en: str
) -> None:
    assert percent_words(interval) == Localized(zh, en)


# fmt: off
AMOUNTS = [
    ("亿元", between("23006000000", "23120000000"), "231亿元", "RMB 23.1 billion"),
    ("亿元", between("12000000000", "12500000000"), "120至125亿元", "RMB 12 to 12.5 billion"),
    ("亿元", between("74950000000", "75050000000"), "750亿元", "RMB 75 billion"),
    ("家", between(None, "308"), "308家以内", "at most 308"),
    ("家", between(None, "308", without_ends=True), "不到308家", "less than 308"),
    ("家", between(None, "307.5"), "不到308家", "less than 308"),
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

"""Numbers in words: as stated, never more exact than they were."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from tally.derive.interval import Interval
from tally.records.model import Area, Localized, Vocabulary
from tally.terms import Basis, Strength
from tally.words.figures import (
    figure_words,
    growth_words,
    in_a_sentence,
)
from tests.support.records import PLACE, UNITS, figure

# fmt: off
FULL = [
    ("growth 7.8%", "增长7.8%", "+7.8%"),
    ("growth -2.3%", "下降2.3%", "−2.3%"),
    ("growth >11%", "增长超过11%", "growth of more than 11%"),
    ("growth ≥6%", "增长6%以上", "growth of at least 6%"),
    ("growth ≈6%", "增长6%左右", "growth of about 6%"),
    ("growth ≥-10%", "下降10%以上", "a decline of at least 10%"),
    ("growth 6~6.5%", "增长6%—6.5%", "growth of 6 to 6.5%"),
    ("change -0.5个百分点", "减少0.5个百分点", "−0.5 percentage points"),
    ("change 1个百分点", "增加1个百分点", "+1 percentage point"),
    ("change >-3个百分点", "减少超过3个百分点", "a decrease of more than 3 percentage points"),
    ("change ≈10个百分点", "增加10个百分点左右", "an increase of about 10 percentage points"),
    ("change 1位", "上升1位", "up 1 place"),
    ("change -2位", "下降2位", "down 2 places"),
    ("change >2位", "上升超过2位", "up more than 2 places"),
    ("level ≈80%", "80%左右", "about 80%"),
    ("level ≤2.5%", "2.5%以内", "at most 2.5%"),
    ("level <2.5%", "低于2.5%", "less than 2.5%"),
    ("level >400家", "超过400家", "more than 400"),
    ("level ≥400家", "400家以上", "at least 400"),
    ("level 40万平方米", "40万平方米", "400,000 square metres"),
    ("level >1万亿元", "超过1万亿元", "more than RMB 1 trillion"),
]
# fmt: on


@pytest.mark.parametrize(("text", "zh", "en"), FULL)
def test_a_figure_reads_in_full_with_its_bound_and_its_movement(
    text: str, zh: str, en: str
) -> None:
    assert figure_words(figure(text), UNITS) == Localized(zh, en)


@pytest.mark.parametrize(
    ("text", "said", "zh", "en"),
    [
        ("growth 7%", {"strength": Strength.AMBITION}, "力争增长7%", "an aim of +7%"),
        ("growth ≥6%", {"strength": Strength.MINIMUM}, "确保增长6%以上",
         "a guaranteed growth of at least 6%"),
        ("growth 6.2%", {"basis": Basis.LIKE_FOR_LIKE}, "同口径增长6.2%", "+6.2% like for like"),
        ("growth -4.8%", {"basis": Basis.AS_COLLECTED}, "自然口径下降4.8%", "−4.8% as collected"),
        ("growth ≥5%", {"basis": Basis.REAL, "strength": Strength.AMBITION},
         "力争按可比价增长5%以上", "an aim of growth of at least 5% at constant prices"),
        ("growth 2番", {}, "翻2番", "2 doublings"),
        ("growth ≥1番", {}, "翻1番以上", "at least 1 doubling"),
    ],
)  # fmt: skip
def test_a_figure_says_how_firmly_it_is_promised_and_what_it_is_counted_on(
    text: str, said: dict[str, Any], zh: str, en: str
) -> None:
    assert figure_words(replace(figure(text), **said), UNITS) == Localized(zh, en)


# fmt: off
CELLS = [
    ("growth 5%", "+5%", "+5%"),
    ("growth -3.2%", "−3.2%", "−3.2%"),
    ("growth ≥6%", "增长6%以上", "growth of at least 6%"),
    ("growth ≈6%", "增长6%左右", "growth of about 6%"),
    ("growth ≥-10%", "下降10%以上", "decline of at least 10%"),
    ("growth 6~6.5%", "增长6%—6.5%", "growth of 6 to 6.5%"),
    ("level ≤2.5%", "2.5%以内", "at most 2.5%"),
    ("level >400家", "超过400家", "more than 400"),
    ("level <3%", "低于3%", "less than 3%"),
    ("change 1个百分点", "+1个百分点", "+1 percentage point"),
    ("change 1位", "上升1位", "up 1 place"),
    ("change -2位", "下降2位", "down 2 places"),
    ("change ≥2位", "上升2位以上", "up at least 2 places"),
    ("share 57%", "57%", "57%"),
]
# fmt: on


@pytest.mark.parametrize(("text", "zh", "en"), CELLS)
def test_a_figure_in_a_cell_has_a_sign_where_it_is_a_plain_number(
    text: str, zh: str, en: str
) -> None:
    assert figure_words(figure(text), UNITS, "cell") == Localized(zh, en)


# fmt: off
IN_CHARTS = [
    ("growth 5%", "5%", "5%"),
    ("growth -3.2%", "−3.2%", "−3.2%"),
    ("growth ≥6%", "6%以上", "at least 6%"),
    ("growth >-10%", "下降超过10%", "decline of more than 10%"),
    ("change 1个百分点", "1个百分点", "1 percentage point"),
    ("change 1位", "上升1位", "up 1 place"),
    ("level ≤2.5%", "2.5%以内", "at most 2.5%"),
]
# fmt: on


@pytest.mark.parametrize(("text", "zh", "en"), IN_CHARTS)
def test_a_figure_in_a_chart_leaves_out_what_the_panel_says(text: str, zh: str, en: str) -> None:
    assert figure_words(figure(text), UNITS, "chart") == Localized(zh, en)


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
    (between("7.4", "9.2"), "增长7至10%", "growth of 7 to 10%"),
    (between("11.09", None), "增长超过11%", "growth of more than 11%"),
    (between("11", None), "增长11%以上", "growth of at least 11%"),
    (between("11", None, without_ends=True), "增长超过11%", "growth of more than 11%"),
    (between("-3.04", "-2.96"), "下降3%", "−3%"),
    (between(None, "-1", without_ends=True), "下降超过1%", "a decline of more than 1%"),
]
# fmt: on


@pytest.mark.parametrize(("interval", "zh", "en"), GROWTH)
def test_derived_growth_reads_as_its_middle_where_it_is_narrow(
    interval: Interval, zh: str, en: str
) -> None:
    assert growth_words(interval) == Localized(zh, en)

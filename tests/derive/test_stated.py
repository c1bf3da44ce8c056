"""What a number written in a report can be."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tally.derive.interval import Interval
from tally.derive.stated import base_unit, stated
from tests.support.records import UNITS, figure

F = Fraction

# fmt: off
READ = [
    # figure, low, high, open ends, in the base unit
    ("growth 5%", F("4.5"), F("5.5"), ")"),
    ("growth 5.1%", F("5.05"), F("5.15"), ")"),
    ("growth 5.10%", F("5.095"), F("5.105"), ")"),
    ("growth -2.3%", F("-2.35"), F("-2.25"), "("),
    ("level 4250亿元", F("4249.5") * 10**8, F("4250.5") * 10**8, ")"),
    ("level 466.9亿元", F("466.85") * 10**8, F("466.95") * 10**8, ")"),
    ("level 436家", F(436), F(436), ""),
    ("level 10.5万人", F(104_500 + 0) , F(105_500), ")"),
    ("level 209万人", F(2_085_000), F(2_095_000), ")"),
    ("level 62700元", F("62699.5"), F("62700.5"), ")"),
    ("level ≈80%", F(76), F(84), ""),
    ("growth ≈7%", F("6.5"), F("7.5"), ""),
    ("level 5~6%", F("4.5"), F("6.5"), ""),
    ("growth -2~3%", F("-3.5"), F("-1.5"), ""),
    ("level >400家", F(400), None, "("),
    ("level ≥400家", F(400), None, ""),
    ("level <2.5%", None, F("2.5"), ")"),
    ("level ≤2.5%", None, F("2.5"), ""),
    ("growth >-10%", None, F(-10), ")"),
    ("growth 1.5倍", F(145), F(155), ")"),
    ("level 1.5倍", F("1.45"), F("1.55"), ")"),
    ("growth 6‰", F("0.55"), F("0.65"), ")"),
]
# fmt: on


@pytest.mark.parametrize(("text", "low", "high", "opened"), READ)
def test_a_stated_figure_is_all_that_rounds_to_it(
    text: str, low: Fraction | None, high: Fraction | None, opened: str
) -> None:
    said = figure(text)
    found = stated(said, UNITS[said.unit])
    assert found == Interval(low, high, "(" in opened, ")" in opened)


@pytest.mark.parametrize(
    ("text", "unit"), [("growth 1.5倍", "%"), ("ratio 1.5倍", "倍"), ("level 3亿元", "元")]
)
def test_figures_are_compared_in_their_base_unit(text: str, unit: str) -> None:
    said = figure(text)
    assert base_unit(said, UNITS[said.unit]) == unit

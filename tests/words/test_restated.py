"""The other way to read a figure."""

from __future__ import annotations

import pytest

from tally.words.restated import reread, restated, stated
from tests.support.records import UNITS, figure


def test_english_says_how_the_report_put_it() -> None:
    assert restated(figure("level 4250亿元"), UNITS, "en") == "4250亿元"
    assert restated(figure("level 3.7%"), UNITS, "en") is None
    assert restated(figure("level 4250亿元"), UNITS, "zh") is None


def test_range_states_a_percent_sign_at_both_ends() -> None:
    assert stated(figure("growth 6~6.5%"), UNITS) == "6%—6.5%"
    assert stated(figure("level 40~50万人"), UNITS) == "40—50万人"


@pytest.mark.parametrize(
    ("text", "like", "zh", "en"),
    [
        ("4250亿元", "level 4276.76亿元", "4250亿元", "RMB 425.0 billion"),
        ("5%", "growth 4.0%", "5%", "5%"),
        ("4250万元", "level 4276.76亿元", "4250万元", "4250万元"),
        ("约4250亿元", "level 4276.76亿元", "约4250亿元", "约4250亿元"),
        ("4250亿元左右", "level 4276.76亿元", "4250亿元左右", "4250亿元左右"),
        ("<b>", "level 4276.76亿元", "<b>", "<b>"),
        ("", "level 4276.76亿元", "", ""),
    ],
)
def test_former_value_reads_like_the_figure_in_its_place(
    text: str, like: str, zh: str, en: str
) -> None:
    assert reread(text, figure(like), UNITS, "zh") == zh
    assert reread(text, figure(like), UNITS, "en") == en

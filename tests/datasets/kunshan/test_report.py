"""The report of Kunshan, damaged as it came, reads as it was written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tally.records.load import load
from tally.text import ReadingText

DATASETS = Path(__file__).parents[3] / "datasets"


@pytest.fixture(scope="module")
def reading() -> ReadingText:
    source = load(DATASETS).datasets.datasets["kunshan"].sources["gwr-2021"]
    assert source.reading is not None
    return source.reading


def test_only_genuine_latin_is_left(reading: ReadingText) -> None:
    words = set(re.findall(r"[A-Za-z][A-Za-z0-9.]*", reading.text))
    assert words == {"APP", "D", "G", "K1", "Ma", "PM2.5", "S1", "TOD", "V"}
    assert not re.search(r"[à-ǜāēīōūǎ]", reading.text)


def test_no_sign_of_damage_is_left(reading: ReadingText) -> None:
    assert not set(reading.text) & set("?\ufffd&;()")
    assert "?" in reading.raw


@pytest.mark.parametrize(
    "words",
    [
        "2020年是“十三五”的收官之年",
        "2021年是开启全面建设",
        "累计接驳转运上海口岸入境来苏人员",
        "空气质量优良天数比率提高至83.6%",
        "城镇登记失业率控制在2.5%以内，节能减排",
        "抓好危化品安全生产",
        "市属国企总会计师委派制度",
    ],
)
def test_what_was_damaged_reads_as_it_was_written(reading: ReadingText, words: str) -> None:
    assert reading.text.count(words) == 1


def test_every_number_maps_back_to_the_same_digits_in_the_file(reading: ReadingText) -> None:
    corrected = ("2020年是“十三五”的收官之年", "2021年是开启全面建设")
    for match in re.finditer(r"[0-9.]+", reading.text):
        start, end = reading.raw_span(*match.span())
        if not reading.text.startswith(corrected, match.start()):
            assert reading.raw[start:end] == match.group()

"""A unit is added to the vocabulary, and whatever reads numbers reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.check.check import check
from tally.extract import extract_claims, scan_numbers, unread
from tally.extract.quantities import quantities
from tally.extract.wording import wordings
from tally.records.load import load
from tally.records.trace import stated_numbers
from tally.text import read_text
from tests.support.trees import FILES, REPORT, write_tree

NEW = frozenset(("篇目", "万篇目", "篇目/座", "Zbps"))
SAID = "2020年，馆藏文献新增35篇目以上。"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("新增35篇目。", "35", "篇目"),
        ("新增3.5万篇目。", "3.5", "万篇目"),
        ("新增三百篇目。", "300", "篇目"),
        ("新增30至35篇目。", "30", "篇目"),
        ("平均12篇目/座。", "12", "篇目/座"),
        ("带宽达4Zbps。", "4", "Zbps"),
        ("新增35座。", "35", "座"),
    ],
)
def test_a_new_unit_is_read_behind_a_number(text: str, value: str, unit: str) -> None:
    (found,) = quantities(text, unread(NEW))
    assert (f"{found.value:f}", found.unit) == (value, unit)


def test_units_that_the_tables_hold_or_that_are_no_words_add_nothing() -> None:
    assert unread(frozenset(("座", "万人", "%", "个百分点", "∶1", "上年=100", ":1"))) == frozenset()


def test_a_new_unit_is_read_by_all_that_read_numbers() -> None:
    (number,) = (n for n in stated_numbers(SAID, NEW) if n.value == 35)
    assert number.units == ("篇目",)
    (claim,) = extract_claims(read_text(SAID), units=NEW)
    assert (claim.unit, claim.comparator) == ("篇目", "ge")
    assert [n.text for n in scan_numbers("新增三百篇目。", unread(NEW))] == ["三百"]
    assert wordings(SAID, NEW)[SAID.index("35")].comparator == "ge"


INDICATOR = """\
- id: catalogue-entries
  name: {zh: 馆藏文献, en: Catalogue entries}
  definition: {zh: 新增的馆藏文献, en: Entries added}
  theme: society
  unit_family: count
  direction: up
  aliases: []
"""
ENTRY = """\
- indicator: catalogue-entries
  period: 2020
  source: report-2021
  quote: 馆藏文献新增35篇目以上
  figures:
    - {measure: level, comparator: ge, value: 35, unit: 篇目}
"""
UNIT = "- {id: 篇目, name: {zh: 篇目, en: entries}, family: count, factor: 1, base: 篇目}\n"
INDICATORS = "vocabulary/indicators/society.yml"
OBSERVATIONS = "testshire/observations/society.yml"
MORE = {
    INDICATORS: FILES[INDICATORS] + INDICATOR,
    OBSERVATIONS: FILES[OBSERVATIONS] + ENTRY,
    "testshire/sources/report-2021/report.txt": REPORT + SAID + "\n",
}


def test_one_line_in_the_vocabulary_is_enough_for_a_new_unit(tmp_path: Path) -> None:
    units = "vocabulary/units.yml"
    root = write_tree(tmp_path, {**MORE, units: FILES[units] + UNIT})
    assert check(root) == ()
    dataset = load(root).datasets.datasets["testshire"]
    (span,) = (o.evidence.span for o in dataset.observations if o.figure.unit == "篇目")
    assert span is not None
    assert (REPORT + SAID)[span.raw_start : span.raw_end] == "35篇目"


def test_without_it_the_unit_is_refused_by_name(tmp_path: Path) -> None:
    messages = [problem.message for problem in load(write_tree(tmp_path, MORE)).problems]
    assert messages == ["there is no unit 篇目"]

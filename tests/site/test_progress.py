"""How far a curator has come with a source, where it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.records.load import load
from tally.site.library import Library, gather
from tally.site.views.lists import source_rows
from tests.support.trees import FILES, REPORT, write_tree

SOURCE = "testshire/sources/report-2021/source.yml"
MORE = "新增停车位300个。年末有学校25所。\n"


def library(tmp_path: Path, review: str, more: str = MORE) -> Library:
    files = {
        "testshire/sources/report-2021/report.txt": REPORT + more,
        SOURCE: FILES[SOURCE] + f"review: {review}\n",
    }
    return gather(load(write_tree(tmp_path, files)).datasets)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "核对中：8 个数字已核对 6 个"),
        ("en", "review in progress: 6 of 8 numbers reviewed"),
    ],
)
def test_a_source_in_progress_says_how_many_numbers_are_reviewed(
    tmp_path: Path, lang: str, said: str
) -> None:
    row, *_ = source_rows(library(tmp_path, "in-progress"), lang)
    assert row.progress == said


def test_a_number_that_is_left_out_is_not_counted(tmp_path: Path) -> None:
    found = library(tmp_path, "in-progress", more="2020年是收官之年。\n").progress
    assert found["report-2021"].total == 6


def test_a_complete_source_says_nothing_of_its_review(tmp_path: Path) -> None:
    row, *_ = source_rows(library(tmp_path, "complete"), "zh")
    assert row.progress is None

"""How well the machine reads, as a page shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tally.extract.evaluate import evaluate
from tally.site.reading import kept_reading
from tally.site.views.reading import band_rows, reading_view

TEXT = "2020年，实现地区生产总值4250亿元。\n"
RIGHT = {
    "start": 14,
    "number_text": "4250亿元",
    "name": "地区生产总值",
    "value": 4250,
    "unit": "亿元",
    "measure": "level",
    "comparator": "eq",
    "kind": "actual",
    "period": "2020",
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of one passage, with its one number annotated."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "small.txt").write_text(TEXT, "utf-8")
    annotate(folder, RIGHT)
    return folder


def annotate(folder: Path, *numbers: dict[str, object]) -> None:
    lines = "".join(json.dumps(number) + "\n" for number in numbers)
    (folder / "small.jsonl").write_text(lines, "utf-8")


def test_shares_are_in_percent(gold: Path) -> None:
    total = reading_view(evaluate(gold)).total
    assert (total.numbers, total.precision, total.recall) == (1, "100.0%", "100.0%")


def test_bands_of_confidence_stand_surest_first_with_their_part() -> None:
    low = {"band": "0.0-0.6", "claims": 1, "mean": 0.3, "right": 0.25}
    sure = {"band": "0.9-1.0", "claims": 3, "mean": 0.95, "right": 0.975}
    rows = band_rows([low, sure])
    assert [(row.band, row.part, row.right) for row in rows] == [
        ("0.9–1.0", "75.0%", "97.5%"),
        ("0.0–0.6", "25.0%", "25.0%"),
    ]


def test_what_was_kept_is_what_was_scored(gold: Path, tmp_path: Path) -> None:
    first = kept_reading(gold, tmp_path / "kept")
    assert first == reading_view(evaluate(gold)) == kept_reading(gold, tmp_path / "kept")


def test_another_annotation_is_scored_anew(gold: Path, tmp_path: Path) -> None:
    before = kept_reading(gold, tmp_path / "kept")
    annotate(gold, RIGHT, {**RIGHT, "start": 0, "number_text": "2020年"})
    after = kept_reading(gold, tmp_path / "kept")
    assert before is not None
    assert after is not None
    assert (before.total.numbers, after.total.numbers) == (1, 2)


def test_without_annotated_passages_there_is_nothing_to_show(tmp_path: Path) -> None:
    assert kept_reading(tmp_path / "none", tmp_path) is None
    assert kept_reading(None, tmp_path) is None

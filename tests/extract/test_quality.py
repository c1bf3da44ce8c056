"""The published quality of extraction: the bars hold on the annotated passages beside this."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tally.extract.evaluate import Gold, Score, evaluate, read_gold

GOLD = Path(__file__).parent / "gold"
BARS = {"name": 0.90, "measure": 0.92, "kind": 0.95, "period": 0.88, "comparator": 0.96}


def annotated(path: Path) -> tuple[str, tuple[Gold, ...]]:
    """The text of an annotated document, with its records."""
    with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    return text, read_gold(path, text)


@cache
def total() -> Score:
    return evaluate(GOLD).total


def test_enough_figures_are_annotated() -> None:
    assert sum(len(annotated(path)[1]) for path in GOLD.glob("*.jsonl")) >= 150


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.jsonl")), ids=lambda path: path.stem)
def test_annotations_fit_their_text(path: Path) -> None:
    text, records = annotated(path)
    for gold in records:
        assert text[gold.start : gold.end] == gold.number_text
        assert gold.number_text in gold.quote or "\n" in gold.number_text


def test_numbers_are_found() -> None:
    assert total().f1 >= 0.95


@pytest.mark.parametrize(("attribute", "bar"), BARS.items())
def test_an_attribute_is_right(attribute: str, bar: float) -> None:
    assert total().accuracy(attribute) >= bar


def test_all_five_are_right_together() -> None:
    assert total().all_right >= 0.80

"""A changed digit in any curated figure of the real datasets is caught at its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tally.check.check import Record, record_problems
from tally.check.quotes import shared_number_problems
from tally.check.wording import wording_problems
from tally.records.archive import Archived, trace
from tally.records.load import Loaded, load
from tally.records.model import Figure, Vocabulary
from tally.records.strict_yaml import plain_value

DATASETS = Path(__file__).parents[2] / "datasets"


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(DATASETS)


def changed_figures(figure: Figure) -> Iterator[Figure]:
    """The figure with one digit of its value, or of its upper value, made another."""
    for field in ("value", "value_high"):
        written = getattr(figure, field)
        for other in changed_numbers(f"{written:f}") if written is not None else ():
            yield replace(figure, **{field: other})


def changed_numbers(written: str) -> Iterator[Decimal]:
    for at, digit in enumerate(written):
        for other in "0123456789":
            value = plain_value(written[:at] + other + written[at + 1 :])
            # A number that now begins with a nought is refused by the reader of YAML.
            if digit.isdigit() and other != digit and isinstance(value, Decimal):
                yield value


def curated(loaded: Loaded) -> Iterator[tuple[Archived, Sequence[Record]]]:
    """Each source with the curated records that rest on it."""
    for area, dataset in loaded.datasets.datasets.items():
        records: list[Record] = [*dataset.observations, *dataset.targets]
        for name, archived in loaded.archive[area].items():
            yield (
                archived,
                [r for r in records if r.evidence.source == name and r.review == "reviewed"],
            )


def traced(record: Record, figure: Figure, archived: Archived, vocabulary: Vocabulary) -> Record:
    """The record as it would be loaded with another figure."""
    quote = record.evidence.quote
    span = trace(archived, quote, figure, vocabulary.units) if quote else None
    return replace(record, figure=figure, evidence=replace(record.evidence, span=span))


def test_every_changed_digit_of_every_curated_figure_is_an_error_at_its_place(
    loaded: Loaded,
) -> None:
    vocabulary = loaded.datasets.vocabulary
    tried = 0
    for archived, records in curated(loaded):
        wording = archived.scan.wordings
        for record in records:
            if record.figure is None:
                continue
            # A figure of a cited source that is written once has nothing to be held against.
            if not archived.source.archived and record.figure.stated is None:
                continue
            for figure in changed_figures(record.figure):
                tried += 1
                spoiled = traced(record, figure, archived, vocabulary)
                problems = list(record_problems(spoiled, archived, vocabulary))
                problems += wording_problems(spoiled, wording)
                if spoiled.evidence.span:
                    others = [spoiled if other is record else other for other in records]
                    problems += shared_number_problems(others, archived, vocabulary.units)
                lines = {p.place.line for p in problems if p.severity == "error"}
                assert record.figure.place.line in lines, f"{record.id}: {figure.value}"
    if not tried:
        pytest.skip("no figure has been reviewed yet")


def test_the_figures_as_they_stand_are_no_error(loaded: Loaded) -> None:
    vocabulary = loaded.datasets.vocabulary
    for archived, records in curated(loaded):
        for record in records:
            problems = record_problems(record, archived, vocabulary)
            assert [p for p in problems if p.severity == "error"] == []

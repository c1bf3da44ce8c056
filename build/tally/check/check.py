"""All that can be wrong with the datasets, in one run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tally.check.coverage import coverage_problems
from tally.check.measures import period_problems, unit_problems
from tally.check.quotes import quote_problems, shared_number_problems
from tally.check.wording import wording_problems, wordings
from tally.records.archive import Archived
from tally.records.load import Loaded, load
from tally.records.model import Dataset, Observation, Target, Vocabulary
from tally.records.problem import Problem, in_order

Record = Observation | Target


def check(root: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with the data files below `root` (`datasets/`), by place."""
    return problems_of(load(root))


def problems_of(loaded: Loaded) -> tuple[Problem, ...]:
    """What was wrong on loading, and what is wrong with what was loaded."""
    vocabulary = loaded.datasets.vocabulary
    found = (
        problem
        for area, dataset in loaded.datasets.datasets.items()
        for problem in _dataset_problems(dataset, loaded.archive[area], vocabulary)
    )
    return in_order((*loaded.problems, *found))


def _dataset_problems(
    dataset: Dataset, archive: Mapping[str, Archived], vocabulary: Vocabulary
) -> Iterator[Problem]:
    by_source: dict[str, list[Record]] = defaultdict(list)
    records: Iterable[Record] = (*dataset.observations, *dataset.targets)
    for record in records:
        by_source[record.evidence.source].append(record)
    for name, archived in archive.items():
        yield from _source_problems(archived, by_source[name], vocabulary)


def _source_problems(
    archived: Archived, records: Sequence[Record], vocabulary: Vocabulary
) -> Iterator[Problem]:
    wording = wordings(archived.text)
    reviewed = [record for record in records if record.review == "reviewed"]
    for record in reviewed:
        yield from quote_problems(record, archived, vocabulary.units)
        yield from wording_problems(record, wording)
        yield from period_problems(record, archived.source)
        if record.figure and record.indicator:
            unit = vocabulary.units[record.figure.unit]
            indicator = vocabulary.indicators[record.indicator]
            yield from unit_problems(record.figure, indicator, unit)
    if archived.source.reading:
        yield from shared_number_problems(reviewed, archived, vocabulary.units)
        yield from coverage_problems(archived, records)

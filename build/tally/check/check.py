"""All that can be wrong with the datasets, in one run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tally.check.conflicts import conflict_problems
from tally.check.corrections import correction_problems
from tally.check.coverage import coverage_problems, idle_problems
from tally.check.editions import edition_problems
from tally.check.extracted import by_number, disagreement_problems, stale_problems
from tally.check.measures import base_problems, direction_problems, period_problems, unit_problems
from tally.check.outcomes import outcome_problems
from tally.check.plausible import plausible_problems, series_problems
from tally.check.qualifiers import qualifier_problems
from tally.check.quotes import quote_problems, shared_number_problems
from tally.check.relations import relation_problems
from tally.check.repairs import repair_problems
from tally.check.statuses import status_problems
from tally.check.subjects import subject_problems
from tally.check.times import time_problems
from tally.check.vocabulary import vocabulary_problems
from tally.check.wording import wording_problems
from tally.records.archive import Archived
from tally.records.load import Loaded, load
from tally.records.model import Dataset, Evidence, Observation, Target, Vocabulary
from tally.records.problem import Problem, bounded
from tally.records.remnants import Remnant
from tally.terms import SourceReview

Record = Observation | Target
# What follows from something else that is wrong at the same place.
_FOLLOWING = frozenset(("disagreement", "quote-period"))
# The vocabulary that the machine reads with.
_READ_BY = "indicators"
_ACCOUNTED_FOR_IN = frozenset(("observations", "targets", "extracted"))
_LEFT_OUT = "left_out"


def check(
    root: Path, only: Container[str] | None = None, kept: Path | None = None
) -> tuple[Problem, ...]:
    """Everything that is wrong with the data files below `root` (`datasets/`), or with `only` some
    of its datasets and what all share: errors first, by place. Scans of sources stay in `kept`."""
    return problems_of(load(root, only, kept))


def problems_of(loaded: Loaded) -> tuple[Problem, ...]:
    """What was wrong on loading, and what is wrong with what was loaded."""
    vocabulary = loaded.datasets.vocabulary
    # Numbers of entries that could not be read would all seem forgotten.
    complete = not loaded.unread & _ACCOUNTED_FOR_IN and _LEFT_OUT not in loaded.incomplete
    found = [
        problem
        for name, dataset in {**loaded.datasets.datasets, **loaded.undescribed}.items()
        for problem in _dataset_problems(
            dataset,
            loaded.archive[name],
            vocabulary,
            loaded.unsound.get(name, ()) if complete else None,
        )
    ]
    for area, remnants in loaded.remnants.items():
        found += _remnant_problems(remnants, loaded.archive[area], vocabulary)
    for dataset in loaded.datasets.datasets.values():
        found += edition_problems(dataset)
        found += correction_problems(dataset, vocabulary.units)
    found += vocabulary_problems(vocabulary)
    if _READ_BY in loaded.incomplete:
        found = [problem for problem in found if problem.code != "stale"]
    return bounded(_causes((*loaded.problems, *found)))


def _causes(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Problems without those that go away with another of them.

    What the machine wrote is written anew as a whole, so that it matters little what is wrong
    with it; and where something is wrong, it is no news that the machine reads it otherwise.
    """
    altered = {_folder(p.place.path) for p in problems if p.code == "source-hash"}
    stale = {problem.place.path for problem in problems if problem.code == "stale"}
    wrong = {p.place for p in problems if p.severity == "error" and p.code not in _FOLLOWING}
    units = {problem.place[:2] for problem in problems if problem.code == "unit"}
    for problem in problems:
        rewritten = problem.place.path in stale and problem.code != "stale"
        mismeasured = problem.code == "disagreement" and problem.place[:2] in units
        follows = problem.code in _FOLLOWING and problem.place in wrong
        misled = problem.code == "stale" and _folder(problem.place.path) in altered
        if not (rewritten or mismeasured or follows or misled):
            yield problem


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _dataset_problems(
    dataset: Dataset,
    archive: Mapping[str, Archived],
    vocabulary: Vocabulary,
    unsound: Sequence[Evidence] | None,
) -> Iterator[Problem]:
    """What is wrong with a dataset; `unsound` are the words of entries that have a fault of their
    own, None where it is not known what all the entries are."""
    by_source: dict[str, list[Record]] = defaultdict(list)
    records: Iterable[Record] = (*dataset.observations, *dataset.targets)
    for record in records:
        by_source[record.evidence.source].append(record)
    for name, archived in archive.items():
        entered = [record for record in by_source[name] if record.entered]
        for record in entered:
            yield from record_problems(record, archived, vocabulary)
        yield from repair_problems(archived.source)
        if archived.source.reading:
            yield from _reading_problems(archived, entered, vocabulary)
            yield from idle_problems(archived, entered)
            if unsound is not None and archived.source.review == SourceReview.COMPLETE:
                if not unsound:
                    yield from shared_number_problems(entered, archived, vocabulary.units)
                yield from coverage_problems(archived, by_source[name], unsound)
    for target in dataset.targets:
        if target.outcome:
            archived = archive[target.outcome.evidence.source]
            yield from outcome_problems(target, target.outcome, archived)
    yield from series_problems(dataset.observations)
    yield from conflict_problems(dataset.observations, dataset.sources, vocabulary.units)


def _remnant_problems(
    remnants: Iterable[Remnant], archive: Mapping[str, Archived], vocabulary: Vocabulary
) -> Iterator[Problem]:
    """What is wrong with entries that are no records, as far as their source can tell."""
    by_source: dict[str, list[Remnant]] = defaultdict(list)
    for remnant in remnants:
        by_source[remnant.evidence.source].append(remnant)
    for name, own in by_source.items():
        for remnant in own:
            yield from quote_problems(remnant, archive[name], vocabulary)
            yield from wording_problems(remnant, archive[name].scan.wordings)


def record_problems(
    record: Record, archived: Archived, vocabulary: Vocabulary
) -> Iterator[Problem]:
    """What is wrong with one record, seen beside its source and its indicator."""
    yield from quote_problems(record, archived, vocabulary)
    yield from qualifier_problems(record)
    yield from period_problems(record, archived.source)
    if record.figure and record.indicator:
        unit = vocabulary.units[record.figure.unit]
        indicator = None if record.own else vocabulary.indicators[record.indicator]
        unfit = tuple(unit_problems(record.figure, indicator, unit)) if indicator else ()
        yield from unfit or direction_problems(record.figure)
        yield from base_problems(record, record.figure, unit)
        yield from plausible_problems(record.figure, unit)


def _reading_problems(
    archived: Archived, entered: Sequence[Record], vocabulary: Vocabulary
) -> Iterator[Problem]:
    """What the words beside the numbers, and the machine that reads them, say otherwise."""
    wording, beside = archived.scan.wordings, by_number(archived.scan.claims)
    for record in entered:
        span = record.evidence.span
        own = beside.get(span.number_start, ()) if span and record.figure else ()
        yield from wording_problems(record, wording)
        yield from time_problems(record, archived, own)
        yield from subject_problems(record, vocabulary.indicators, own)
        if isinstance(record, Observation):
            yield from status_problems(record, own)
        else:
            yield from relation_problems(record)
        yield from disagreement_problems(record, own)
    yield from stale_problems(archived)

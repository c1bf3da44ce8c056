"""What a dataset says of its own versions: its dates, and what was corrected since when."""

from __future__ import annotations

from collections.abc import Iterator

from tally.check.places import at
from tally.records.model import Correction, Dataset
from tally.records.problem import Problem


def edition_problems(dataset: Dataset) -> Iterator[Problem]:
    """A dataset changed before it was there; corrections that change nothing, or nothing yet."""
    if dataset.updated < dataset.created:
        message = f"updated on {dataset.updated}, before it was created on {dataset.created}"
        yield Problem(at(dataset, "updated"), "period", message, "correct one of the two days")
    for correction in dataset.corrections:
        yield from _correction_problems(correction, dataset.version)


def _correction_problems(correction: Correction, version: str) -> Iterator[Problem]:
    if correction.old == correction.new:
        message = f"old and new are both {correction.new}"
        help_ = "say what was published and what stands now, or remove the entry"
        yield Problem(at(correction, "new"), "plausible", message, help_, severity="warning")
    if _numbers(correction.since) > _numbers(version):
        message = f"since {correction.since}, and the dataset is at version {version}"
        help_ = "correct it, or raise the version in dataset.yml"
        yield Problem(at(correction, "since"), "period", message, help_)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))

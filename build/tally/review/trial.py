"""Entries tried where nobody sees it: the files as they would be, and what check says of them."""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tally.check.check import check
from tally.records.problem import Problem
from tally.review.files import Files, with_entries
from tally.review.statement import Statement

Objections = dict[Statement, dict[int, str]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement as an entry of a file, whose path is relative to the folder of datasets."""

    statement: Statement
    path: str
    text: str

    @property
    def lines(self) -> int:
        return self.text.count("\n")


def drafted(root: Path, drafts: Sequence[Draft]) -> Files:
    """The files with the drafts at their ends. Raises WriteError."""
    return with_entries(root, {}, ((draft.path, draft.text) for draft in drafts))


def problems_with(
    root: Path, dataset: str, source: str, files: Files, kept: Path | None = None
) -> Sequence[Problem]:
    """What check says of a dataset with these files. Only one source of it is there, so that it
    takes no longer in a large one; what is read in its text stays in `kept`."""
    with tempfile.TemporaryDirectory(prefix="tally-trial-") as aside:
        copy = Path(aside) / root.name
        _copied(root, copy, dataset, source)
        for path, data in files.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes(data)
        return check(copy, kept=kept)


def objections(root: Path, dataset: str, source: str, drafts: Sequence[Draft]) -> Objections:
    """What check has against the claims of drafts, by the offset where each begins."""
    files = drafted(root, drafts)
    every = problems_with(root, dataset, source, files)
    problems = [problem for problem in every if problem.severity == "error"]
    found: Objections = defaultdict(dict)
    for draft, line, problem in _met(root.name, files, drafts, problems):
        figures = draft.statement.claims
        own = line - (draft.lines - len(figures))
        for claim in figures[own : own + 1] if own >= 0 else figures:
            found[draft.statement].setdefault(claim.start, problem.message)
    return dict(found)


def _copied(root: Path, copy: Path, dataset: str, source: str) -> None:
    shutil.copytree(root / "vocabulary", copy / "vocabulary")
    others = {path.name for path in (root / dataset / "sources").iterdir()} - {source}
    shutil.copytree(root / dataset, copy / dataset, ignore=shutil.ignore_patterns(*others))


def _met(
    name: str, files: Files, drafts: Sequence[Draft], problems: Sequence[Problem]
) -> Iterator[tuple[Draft, int, Problem]]:
    """Each problem of a draft, with the line within it, from 0."""
    begins = dict(_begins(files, drafts))
    for problem in problems:
        for draft, start in begins.items():
            line = problem.place.line - start
            if problem.place.path == f"{name}/{draft.path}" and 0 <= line < draft.lines:
                yield draft, line, problem


def _begins(files: Files, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, int]]:
    """The line, from 1, where each draft begins in its file."""
    for path, text in files.items():
        own = [draft for draft in drafts if draft.path == path]
        line = text.count(b"\n") - sum(draft.lines for draft in own) + 1
        for draft in own:
            yield draft, line
            line += draft.lines

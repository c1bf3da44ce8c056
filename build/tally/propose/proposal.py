"""A form's answers as files, tried where nobody sees it, with what changes and what check says."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tally.check.check import check
from tally.diff import Comparison, compare, state_of
from tally.propose.draft import Draft, drafted
from tally.propose.form import Form
from tally.propose.new_report import new_report
from tally.propose.outcome import tell_outcome
from tally.propose.wrong_value import correct_value
from tally.records.load import Loaded
from tally.records.problem import Problem, news


@dataclass(frozen=True, slots=True)
class Proposal:
    """The files to write, by their path below datasets/; what changes by them, figure by figure;
    the problems that they bring; and what a person should look at."""

    form: Form
    files: Mapping[str, bytes]
    comparison: Comparison
    problems: Sequence[Problem]
    remarks: Sequence[str]


def propose(loaded: Loaded, form: Form, today: str) -> Proposal:
    """What the form asks for, as a change that is written nowhere yet.

    Raises UnfitError where no change follows from the answers, WriteError where a file cannot
    take it, OSError.
    """
    draft = _draft(loaded, form, today)
    files = drafted(loaded.root, draft)
    name = draft.dataset
    with tempfile.TemporaryDirectory(prefix="tally-propose-") as aside:
        copy = Path(aside) / loaded.root.name
        for folder in ("vocabulary", name):
            shutil.copytree(loaded.root / folder, copy / folder, symlinks=True)
        before, were = state_of("before", copy), check(copy)
        for path, data in files.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes(data)
        after, problems = state_of("after", copy), news(were, check(copy))
    return Proposal(form, files, compare(before, after), problems, draft.remarks)


def _draft(loaded: Loaded, form: Form, today: str) -> Draft:
    if form.kind == "wrong-value":
        return correct_value(form, loaded.datasets, today)
    if form.kind == "outcome":
        return tell_outcome(form, loaded.datasets, today)
    return new_report(form, loaded.root, loaded.datasets, today)

"""A decision as files, tried where nobody sees it: nothing goes in that check has an error
against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tally.records.load import Loaded
from tally.records.problem import Problem, news
from tally.review.desk import decisions as d
from tally.review.desk.numbers import accepted
from tally.review.desk.phrases import completed, left_out, new_indicator, promised
from tally.review.desk.sheet import Sheet
from tally.review.files import Files
from tally.review.trial import problems_with


@dataclass(frozen=True, slots=True)
class Change:
    """The files that a decision makes, by their path below datasets/, none of them written yet;
    and all that check then says of the source and its entries."""

    files: Files
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class Trial:
    """A source whose files are tried where nobody sees it; `kept` as for the desk."""

    loaded: Loaded
    sheet: Sheet
    kept: Path | None = None

    def problems_with(self, files: Files) -> Sequence[Problem]:
        """What check says of the dataset with these files."""
        source = self.sheet.archived.source
        return problems_with(self.loaded.root, source.dataset, source.id, files, self.kept)


def change_of(trial: Trial, decision: d.Decision, were: Sequence[Problem]) -> Change:
    """What a decision makes of the data, where check says `were` before.

    Raises DecisionError where nothing sound follows, in the words of check where it objects;
    WriteError where a file can't take it; OSError.
    """
    brought: Sequence[Problem] = ()
    for files in _ways(trial.loaded, trial.sheet, decision):
        now = trial.problems_with(files)
        brought = [one for one in news(were, now) if one.severity == "error"]
        if not brought:
            return Change(files, now)
    if not brought:
        raise d.DecisionError("the number is not written so in these words: choose others")
    raise d.DecisionError(f"{brought[0].message}; {brought[0].help}")


def _ways(loaded: Loaded, sheet: Sheet, decision: d.Decision) -> Iterator[Files]:
    """The ways to write a decision, the best first."""
    match decision:
        case d.Accept():
            yield from accepted(loaded, sheet, decision)
        case d.LeaveOut():
            yield from left_out(loaded, sheet, decision)
        case d.Milestone() | d.Relation():
            yield promised(loaded, sheet, decision)
        case d.NewIndicator():
            yield new_indicator(loaded, decision)
        case d.Complete():
            yield completed(loaded, sheet)

"""What became of milestones: told by a source that can know it, on a date that fits the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from tally.check.places import at
from tally.check.quotes import words_problems
from tally.records.archive import Archived
from tally.records.model import Outcome, Source, Target
from tally.records.problem import Problem
from tally.terms import days_of


def outcome_problems(target: Target, outcome: Outcome, archived: Archived) -> Iterator[Problem]:
    """What is wrong with the outcome of a milestone, seen beside the source that tells it."""
    yield from words_problems(outcome, archived)
    if outcome.date is not None:
        yield from _source_problems(outcome, outcome.date, archived.source)
        yield from _verdict_problems(target, outcome, outcome.date)


def _source_problems(outcome: Outcome, written: str, source: Source) -> Iterator[Problem]:
    """A source cannot tell what was done after it was published."""
    if days_of(written)[0] > days_of(source.published)[1]:
        message = f"{source.id} was published {source.published} and cannot tell of {written}"
        help_ = "correct the date, or name another source, which tells it"
        yield Problem(at(outcome, "date"), "period", message, help_)


def _verdict_problems(target: Target, outcome: Outcome, written: str) -> Iterator[Problem]:
    """Done by the end of the period in which it was due is met, done later is missed."""
    first, last = days_of(written)
    due = target.due.end
    if outcome.verdict == "met" and first > due:
        message = f"{written} is after {target.due}, by whose end it was due"
        help_ = "what was done late is missed; correct the date, or the verdict"
        yield Problem(at(outcome, "date"), "period", message, help_)
    if outcome.verdict == "missed" and last <= due:
        message = f"{written} is not after {target.due}, by whose end it was due"
        help_ = "what was done by then is met; correct the verdict, or the date when it was done"
        yield Problem(at(outcome, "date"), "period", message, help_)

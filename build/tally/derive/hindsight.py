"""What was published after the figure of its time, by which a promise is judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tally.derive.asked import Asked
from tally.derive.index import growth_of, indices, words_of
from tally.derive.interval import Interval
from tally.derive.ledger import Ledger
from tally.derive.sentence import Part, Reported
from tally.derive.stated import as_written
from tally.derive.trust import is_official, published
from tally.records.model import Observation
from tally.terms import Measure


@dataclass(frozen=True, slots=True)
class Later:
    """A later figure with what it says in the terms of the promise."""

    row: Observation
    interval: Interval
    words: Part


def newest(
    ledger: Ledger, asked: Asked, answers: Iterable[Observation], after: str
) -> Later | None:
    """The newest official figure that came out after a date; `answers` are those in the terms of
    the promise, indices give growth too."""
    found = [
        later
        for later in (*_stated(ledger, asked, answers), *_given(ledger, asked))
        if is_official(ledger.source(later.row)) and published(ledger.source(later.row)) > after
    ]
    return max(found, key=lambda later: published(ledger.source(later.row)), default=None)


def _stated(ledger: Ledger, asked: Asked, rows: Iterable[Observation]) -> Iterable[Later]:
    for row in rows:
        interval = as_written(row.figure, ledger.unit(row.figure), asked.half)
        yield Later(row, interval, Reported(row.figure))


def _given(ledger: Ledger, asked: Asked) -> Iterable[Later]:
    if asked.measure != Measure.GROWTH or asked.count is not None:
        return
    for row in indices(ledger, asked):
        growth = growth_of(ledger, row, asked.half)
        yield Later(row, growth, words_of(ledger, row, growth))

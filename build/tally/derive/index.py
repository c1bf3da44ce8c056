"""Growth as an index gives it: 106.8 with the year before at 100 is growth of 6.8 %."""

from __future__ import annotations

from fractions import Fraction

from tally.derive.asked import Asked
from tally.derive.bases import on_basis
from tally.derive.interval import Interval, point
from tally.derive.ledger import Ledger
from tally.derive.sentence import Growth, Reported, Sentence, sentence
from tally.derive.stated import as_written
from tally.derive.trust import published
from tally.records.model import Observation
from tally.terms import Comparator, Measure

_YEAR_BEFORE = point(100)


def indices(ledger: Ledger, asked: Asked) -> tuple[Observation, ...]:
    """The indices that give a growth on the basis asked for, the first published first."""
    rows = ledger.find(asked.indicator, asked.period, Measure.INDEX)
    found = on_basis(ledger, rows, asked.basis)
    return tuple(sorted(found[1], key=lambda row: published(ledger.source(row)))) if found else ()


def growth_of(ledger: Ledger, row: Observation, half: Fraction | None) -> Interval:
    """The growth, in percent, that an index gives; `half` as in `as_written`."""
    return as_written(row.figure, ledger.unit(row.figure), half) - _YEAR_BEFORE


def words_of(ledger: Ledger, row: Observation, growth: Interval) -> Sentence:
    """An index with its vintage, and the growth that follows."""
    figure = row.figure
    exact = figure.comparator == Comparator.EQ
    return sentence(
        "derived.index",
        year=ledger.source(row).published[:4],
        index=f"{figure.value:f}" if exact else Reported(figure),
        growth=Growth(growth),
    )

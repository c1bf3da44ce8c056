"""What single years say about several: averages, growth since a base year, and totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tally.derive.asked import Asked, Count
from tally.derive.bases import basis_of, follows_from_levels, on_basis
from tally.derive.interval import Interval, point, root
from tally.derive.ledger import Ledger, from_source_first
from tally.derive.model import Derived, Quantity
from tally.derive.rulebook import YEARS_RULES, YearsRule
from tally.derive.sentence import Amount, Growth, Listed, Part, Reported, sentence
from tally.derive.stated import as_written
from tally.derive.vintages import as_known, told, when_known
from tally.records.model import Observation
from tally.terms import Measure, Period

_HUNDRED = point(100)
_NO_SUMS = ("percent", "ratio", "rank", "index")
Rows = tuple[Observation, ...]


def is_total(ledger: Ledger, asked: Asked) -> bool:
    """Whether a total of several years is looked for: said to be one, or an amount for them that
    is no stock and can be summed."""
    if not asked.period.years:
        return False
    if asked.measure == Measure.LEVEL:
        family = ledger.vocabulary.units[asked.unit].family
        return family not in _NO_SUMS and not ledger.is_stock(asked.indicator)
    return asked.measure == Measure.CUMULATIVE


@dataclass(frozen=True, slots=True)
class _Grown:
    """How many times as much the last year was as the base year, from which figures, and what is
    said of them."""

    factor: Interval
    rows: Rows
    parts: Mapping[str, Part]


def over_years(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    """All that the figures of single years imply about several, by the rows of `rules.yml`."""
    for rule in YEARS_RULES:
        if rule.counts == "total" and is_total(ledger, asked):
            yield from _totals(ledger, asked)
        elif asked.count and rule.counts == ("average" if asked.count.average else "whole"):
            found = (_from_rates if rule.growth else _from_levels)(ledger, asked, asked.count)
            yield from (_growth(asked, asked.count, rule, grown) for grown in found)


def _growth(asked: Asked, count: Count, rule: YearsRule, grown: _Grown) -> Derived:
    yearly = root(grown.factor, len(count.years)) if count.average else grown.factor
    growth = yearly * _HUNDRED - _HUNDRED
    quantity = Quantity(growth, "%")
    how = sentence(f"derived.{rule.id}", **grown.parts, growth=Growth(growth))
    return Derived(asked.indicator, asked.period, asked.measure, quantity, grown.rows, how)


def _from_levels(ledger: Ledger, asked: Asked, count: Count) -> Iterator[_Grown]:
    """From the level of the base year, as it was known with that of the last year, to that."""
    if not (count.years and follows_from_levels(asked.basis)):
        return
    earlier = ledger.find(asked.indicator, count.base, Measure.LEVEL)
    ordered = from_source_first(earlier, asked.source)
    named: dict[str, Part] = {"base": count.base, "end": count.end}
    for now in ledger.find(asked.indicator, count.end, Measure.LEVEL):
        for before, first in as_known(ledger, ordered, when_known(ledger, (now,))):
            ends = _level(ledger, before, asked), _level(ledger, now, asked)
            alike = ledger.base(before.figure) == ledger.base(now.figure)
            if alike and all(end.positive for end in ends):
                parts = {**named, "before": told(before, first), "now": Reported(now.figure)}
                yield _Grown(ends[1] / ends[0], (before, now), parts)


def _level(ledger: Ledger, row: Observation, asked: Asked) -> Interval:
    """Beside a promise in words a level stands as it is written; else it is what it can be."""
    if asked.half is None:
        return as_written(row.figure, ledger.unit(row.figure), None)
    return ledger.interval(row.figure)


def _from_rates(ledger: Ledger, asked: Asked, count: Count) -> Iterator[_Grown]:
    """The growth of every year on one basis, one after another."""
    rows = [_rate(ledger, asked, year) for year in count.years]
    found = tuple(row for row in rows if row is not None)
    bases = {basis_of(row.figure, ledger.indicator(row.indicator)) for row in found}
    if not found or len(found) < len(rows) or len(bases) > 1:
        return
    factors = [_factor(ledger, row, asked) for row in found]
    if all(factor.positive for factor in factors):
        period = Period.of_years(count.years[0].start.year, count.end.end.year)
        yield _Grown(_product(factors), found, {"period": period, "rates": _each(found)})


def _rate(ledger: Ledger, asked: Asked, year: Period) -> Observation | None:
    rows = [
        row
        for measure in (Measure.GROWTH, Measure.INDEX)
        for row in ledger.find(asked.indicator, year, measure)
        if measure == Measure.INDEX or ledger.base(row.figure) == "%"
    ]
    answered = on_basis(ledger, rows, asked.basis)
    return answered[1][0] if answered else None


def _factor(ledger: Ledger, row: Observation, asked: Asked) -> Interval:
    """What a year is times the year before."""
    said = as_written(row.figure, ledger.unit(row.figure), asked.half)
    index = said if row.figure.measure == Measure.INDEX else said + _HUNDRED
    return index.scaled(Fraction(1, 100))


def _product(factors: Sequence[Interval]) -> Interval:
    made = point(1)
    for factor in factors:
        made = made * factor
    return made


def _totals(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    """The sum of the levels of all years."""
    years = asked.period.years
    rows = [_amount(ledger, asked, year) for year in years]
    found = tuple(row for row in rows if row is not None)
    if len(found) < len(rows):
        return
    total = point(0)
    for row in found:
        total = total + as_written(row.figure, ledger.unit(row.figure), asked.half)
    said = Amount(total, found[0].figure.unit)
    period = asked.period
    how = sentence("derived.total-of-years", period=period, levels=_each(found), total=said)
    quantity = Quantity(total, asked.unit)
    yield Derived(asked.indicator, asked.period, asked.measure, quantity, found, how)


def _amount(ledger: Ledger, asked: Asked, year: Period) -> Observation | None:
    rows = ledger.find(asked.indicator, year, Measure.LEVEL)
    return next((row for row in rows if ledger.base(row.figure) == asked.unit), None)


def _each(rows: Rows) -> Listed:
    return Listed(tuple(Reported(row.figure) for row in rows), each=True)

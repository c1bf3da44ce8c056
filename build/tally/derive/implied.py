"""Values nobody stated: what two or three reported figures imply, as intervals.

Each route answers one question (`Asked`) in one step from reported figures; a level that was
itself taken back from the next year counts as one figure. Growth at constant prices never
leads from a level to another without saying so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tally.derive.asked import Asked
from tally.derive.bases import basis_of, follows_from_levels, on_basis
from tally.derive.index import growth_of, indices, words_of
from tally.derive.interval import Interval, point
from tally.derive.ledger import Ledger, from_source_first
from tally.derive.model import Derived, Quantity
from tally.derive.sentence import Amount, Growth, NamedArea, Part, Reported, Sentence, sentence
from tally.derive.spans import is_total, over_years
from tally.derive.stated import as_written
from tally.derive.vintages import as_known, of_its_time, told, when_known
from tally.records.model import (
    Observation,
)
from tally.terms import Basis, GrowthBasis, Measure, Period

_HUNDRED = point(100)


@dataclass(frozen=True, slots=True)
class Level:
    """A level, reported or taken back, with the words and the figures it rests on."""

    interval: Interval
    words: Part
    inputs: tuple[Observation, ...]


def implied(ledger: Ledger, asked: Asked) -> tuple[Derived, ...]:
    """Everything that other figures imply about what is asked, the preferred one first."""
    if asked.count or is_total(ledger, asked):
        return tuple(over_years(ledger, asked))
    return tuple(
        found
        for route in _ROUTES.get(asked.measure, ())
        for found in route(ledger, asked)
        if found.quantity.unit == asked.unit
    )


def level_before(ledger: Ledger, level: Observation, growth: Observation) -> Derived | None:
    """The level of the year before, from a level and its growth; None when it has none."""
    factor = _growth_factor(ledger, growth)
    amount = ledger.interval(level.figure)
    real = _basis(ledger, growth) == Basis.REAL
    if factor is None or not amount.positive or not (real or _of_levels(ledger, growth)):
        return None
    earlier = amount / factor
    how = sentence(
        "derived.back_real" if real else "derived.back",
        period=level.period,
        level=Reported(level.figure),
        growth=Reported(growth.figure),
        earlier=Amount(earlier, level.figure.unit),
    )
    base = ledger.base(level.figure)
    return Derived(
        level.indicator,
        level.period.before,
        level.figure.measure,
        Quantity(earlier, base),
        (level, growth),
        how,
        real,
    )


def implied_levels(ledger: Ledger, indicator: str) -> tuple[Derived, ...]:
    """The prior-year levels implied by each source's own level and growth of a year."""
    return tuple(
        found
        for period in ledger.periods_of(indicator)
        for found in _levels_back(ledger, indicator, period)
    )


def growth_between(later: Interval, earlier: Interval) -> Interval | None:
    """Growth in percent from one level to another; None unless both are above zero."""
    if not (later.positive and earlier.positive):
        return None
    return later / earlier * _HUNDRED - _HUNDRED


def grown(now: Part, earlier: Part, growth: Interval) -> Sentence:
    """How growth follows from two levels."""
    return sentence("derived.growth", now=now, before=earlier, growth=Growth(growth))


def _growth_from_levels(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    if not follows_from_levels(asked.basis):
        return
    for now in _amounts(ledger, asked.indicator, asked.period):
        for earlier in _amounts_before(ledger, asked, now.inputs):
            if ledger.base(now.inputs[0].figure) != ledger.base(earlier.inputs[0].figure):
                continue
            growth = growth_between(now.interval, earlier.interval)
            if growth is not None:
                how = grown(now.words, earlier.words, growth)
                yield _derived(asked, growth, "%", now.inputs + earlier.inputs, how)


def _growth_from_index(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    """By the vintage that was published first, as promises are judged by what was known."""
    for row in indices(ledger, asked)[:1]:
        growth = growth_of(ledger, row, asked.half)
        yield _derived(asked, growth, "%", (row,), words_of(ledger, row, growth))


def _gap_from_growths(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    """How far growth lies above that of the area within which this one lies."""
    if ledger.within is None:
        return
    growth = replace(asked, measure=Measure.GROWTH, unit="%", basis=_usual(ledger, asked))
    for own in _growths(ledger, growth)[:1]:
        for other in _growths(ledger.within, growth)[:1]:
            names = {"own": own.words, "area": NamedArea(ledger.within.area)}
            how = sentence("derived.gap", **names, growth=other.words)
            gap = own.interval - other.interval
            yield _derived(asked, gap, "%", own.inputs + other.inputs, how)


def _usual(ledger: Ledger, asked: Asked) -> Basis | None:
    real = ledger.indicator(asked.indicator).growth_basis == GrowthBasis.REAL
    return Basis.REAL if real else None


def _growths(ledger: Ledger, asked: Asked) -> tuple[Level, ...]:
    """The growth of a period as it is reported, else as its index gives it."""
    rows = ledger.find(asked.indicator, asked.period, Measure.GROWTH)
    comparable = [row for row in rows if ledger.base(row.figure) == asked.unit]
    found = on_basis(ledger, of_its_time(ledger, comparable), asked.basis)
    reported = (_growth(ledger, row, asked) for row in (found[1] if found else ()))
    given = _growth_from_index(ledger, asked)
    return (*reported, *(Level(one.quantity.interval, one.how, one.inputs) for one in given))


def _growth(ledger: Ledger, row: Observation, asked: Asked) -> Level:
    interval = as_written(row.figure, ledger.unit(row.figure), asked.half)
    return Level(interval, Reported(row.figure), (row,))


def _level_from_next_year(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    for found in _levels_back(ledger, asked.indicator, asked.period.after):
        if not found.real:
            yield found


def _level_from_growth(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    for growth in ledger.find(asked.indicator, asked.period, Measure.GROWTH):
        if not _of_levels(ledger, growth):
            continue
        factor = _growth_factor(ledger, growth)
        for earlier in _amounts_before(ledger, asked, (growth,)):
            if factor is not None and earlier.interval.positive:
                yield _made(
                    ledger, asked, earlier, growth, earlier.interval * factor, "derived.forward"
                )


def _level_from_change(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    for change in ledger.find(asked.indicator, asked.period, Measure.CHANGE):
        for earlier in _amounts_before(ledger, asked, (change,)):
            if ledger.base(change.figure) == ledger.base(earlier.inputs[0].figure):
                level = earlier.interval + ledger.interval(change.figure)
                yield _made(ledger, asked, earlier, change, level, "derived.changed")


def _change_of_stock(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    """A net change (净增高新技术企业) from the stock of two years."""
    stock = ledger.indicator(asked.indicator).change_of
    if stock is None or stock not in ledger.vocabulary.indicators:
        return
    later = [*_amounts(ledger, stock, asked.period), *_stock_back(ledger, asked, stock)]
    for now in later:
        for earlier in _amounts(ledger, stock, asked.period.before):
            yield from _difference(ledger, asked, now, earlier)


def _change_from_levels(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    for now in _amounts(ledger, asked.indicator, asked.period):
        for earlier in _amounts_before(ledger, asked, now.inputs):
            yield from _difference(ledger, asked, now, earlier)


def _difference(ledger: Ledger, asked: Asked, now: Level, earlier: Level) -> Iterator[Derived]:
    bases = {ledger.base(amount.inputs[0].figure) for amount in (now, earlier)}
    if len(bases) == 1:
        change = now.interval - earlier.interval
        figure = now.inputs[0].figure
        said = Amount(change, figure.unit)
        how = sentence("derived.difference", now=now.words, before=earlier.words, change=said)
        yield _derived(asked, change, bases.pop(), now.inputs + earlier.inputs, how)


def _stock_back(ledger: Ledger, asked: Asked, stock: str) -> Iterator[Level]:
    """The stock of the period asked for: the next year's, less what that year added."""
    later = asked.period.after
    for flow in ledger.find(asked.indicator, later, Measure.LEVEL):
        for amount in _amounts(ledger, stock, later):
            if ledger.base(flow.figure) == ledger.base(amount.inputs[0].figure):
                figure = amount.inputs[0].figure
                level = amount.interval - ledger.interval(flow.figure)
                words = sentence(
                    "derived.less_added",
                    stock=Amount(level, figure.unit),
                    later=amount.words,
                    added=Reported(flow.figure),
                    period=later,
                )
                yield Level(level, words, (*amount.inputs, flow))


def _levels_back(ledger: Ledger, indicator: str, period: Period) -> Iterator[Derived]:
    for level in ledger.find(indicator, period, Measure.LEVEL):
        for growth in ledger.find(indicator, period, Measure.GROWTH):
            if growth.evidence.source == level.evidence.source:
                found = level_before(ledger, level, growth)
                if found is not None:
                    yield found


def _amounts(ledger: Ledger, indicator: str, period: Period) -> Iterator[Level]:
    for row in ledger.find(indicator, period, Measure.LEVEL):
        yield _reported(ledger, row)
    for found in _levels_back(ledger, indicator, period.after):
        if not found.real:
            figure = found.inputs[0].figure
            level = Amount(found.quantity.interval, figure.unit)
            words = sentence("derived.taken_back", level=level, how=found.how)
            yield Level(found.quantity.interval, words, found.inputs)


def _amounts_before(ledger: Ledger, asked: Asked, later: Sequence[Observation]) -> Iterator[Level]:
    """The amounts of the year before, as they were known when those of the year came out."""
    measure: Measure = Measure.SHARE if asked.measure == Measure.SHARE else Measure.LEVEL
    rows = ledger.find(asked.indicator, asked.period.before, measure)
    until = when_known(ledger, later)
    for row, first in as_known(ledger, from_source_first(rows, asked.source), until):
        yield replace(_reported(ledger, row), words=told(row, first))


def _reported(ledger: Ledger, row: Observation) -> Level:
    return Level(ledger.interval(row.figure), Reported(row.figure), (row,))


def _basis(ledger: Ledger, growth: Observation) -> Basis | None:
    return basis_of(growth.figure, ledger.indicator(growth.indicator))


def _of_levels(ledger: Ledger, growth: Observation) -> bool:
    """Whether a growth leads from one published level to the next."""
    return follows_from_levels(_basis(ledger, growth))


def _growth_factor(ledger: Ledger, growth: Observation) -> Interval | None:
    if ledger.base(growth.figure) != "%":
        return None
    factor = (ledger.interval(growth.figure) + _HUNDRED).scaled(Fraction(1, 100))
    return factor if factor.positive else None


def _made(
    ledger: Ledger, asked: Asked, earlier: Level, step: Observation, level: Interval, key: str
) -> Derived:
    figure = earlier.inputs[0].figure
    name = "growth" if step.figure.measure == Measure.GROWTH else "change"
    parts = {"before": earlier.words, name: Reported(step.figure)}
    how = sentence(key, **parts, level=Amount(level, figure.unit))
    return _derived(asked, level, ledger.base(figure), (*earlier.inputs, step), how)


def _derived(
    asked: Asked,
    interval: Interval,
    unit: str,
    inputs: tuple[Observation, ...],
    how: Sentence,
) -> Derived:
    quantity = Quantity(interval, unit)
    return Derived(asked.indicator, asked.period, asked.measure, quantity, inputs, how)


_Route = Callable[[Ledger, Asked], Iterator[Derived]]
_ROUTES: Mapping[Measure, tuple[_Route, ...]] = {
    Measure.GROWTH: (_growth_from_index, _growth_from_levels),
    Measure.GAP: (_gap_from_growths,),
    Measure.LEVEL: (
        _change_of_stock,
        _level_from_growth,
        _level_from_next_year,
        _level_from_change,
    ),
    Measure.SHARE: (_level_from_change,),
    Measure.CHANGE: (_change_from_levels,),
}

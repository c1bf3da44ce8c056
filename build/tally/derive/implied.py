"""Values nobody stated: what two or three reported figures imply, as intervals.

Each route answers one question (`Asked`) in one step from reported figures; a level that was
itself taken back from the next year counts as one figure. Growth at constant prices never
leads from a level to another without saying so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tally.derive.interval import Interval, point
from tally.derive.ledger import Ledger, from_source_first
from tally.derive.model import Derived, Quantity
from tally.derive.sentence import Amount, Growth, Part, Reported, Sentence, sentence
from tally.derive.timeline import after, before
from tally.records.model import (
    Observation,
)
from tally.records.periods import parse_period
from tally.terms import Measure

_HUNDRED = point(100)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for; `source` made the promise, so its baseline comes first."""

    indicator: str
    period: str
    measure: Measure
    unit: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A level, reported or taken back, with the words and the figures it rests on."""

    interval: Interval
    words: Part
    inputs: tuple[Observation, ...]


def implied(ledger: Ledger, asked: Asked) -> tuple[Derived, ...]:
    """Everything that other figures imply about what is asked, the preferred one first."""
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
    if factor is None or not amount.positive:
        return None
    earlier = amount / factor
    real = ledger.indicator(level.indicator).growth_basis == "real"
    how = sentence(
        "derived.back_real" if real else "derived.back",
        period=parse_period(level.period),
        level=Reported(level.figure),
        growth=Reported(growth.figure),
        earlier=Amount(earlier, level.figure.unit),
    )
    base = ledger.base(level.figure)
    return Derived(
        level.indicator,
        before(level.period),
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
    if ledger.indicator(asked.indicator).growth_basis == "real":
        return
    for now in _amounts(ledger, asked.indicator, asked.period):
        for earlier in _amounts_before(ledger, asked):
            if ledger.base(now.inputs[0].figure) != ledger.base(earlier.inputs[0].figure):
                continue
            growth = growth_between(now.interval, earlier.interval)
            if growth is not None:
                how = grown(now.words, earlier.words, growth)
                yield _derived(asked, growth, "%", now.inputs + earlier.inputs, how)


def _level_from_next_year(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    for found in _levels_back(ledger, asked.indicator, after(asked.period)):
        if not found.real:
            yield found


def _level_from_growth(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    if ledger.indicator(asked.indicator).growth_basis == "real":
        return
    for growth in ledger.find(asked.indicator, asked.period, Measure.GROWTH):
        factor = _growth_factor(ledger, growth)
        for earlier in _amounts_before(ledger, asked):
            if factor is not None and earlier.interval.positive:
                yield _made(
                    ledger, asked, earlier, growth, earlier.interval * factor, "derived.forward"
                )


def _level_from_change(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    for change in ledger.find(asked.indicator, asked.period, Measure.CHANGE):
        for earlier in _amounts_before(ledger, asked):
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
        for earlier in _amounts(ledger, stock, before(asked.period)):
            yield from _difference(ledger, asked, now, earlier)


def _change_from_levels(ledger: Ledger, asked: Asked) -> Iterator[Derived]:
    for now in _amounts(ledger, asked.indicator, asked.period):
        for earlier in _amounts_before(ledger, asked):
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
    later = after(asked.period)
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
                    period=parse_period(later),
                )
                yield Level(level, words, (*amount.inputs, flow))


def _levels_back(ledger: Ledger, indicator: str, period: str) -> Iterator[Derived]:
    for level in ledger.find(indicator, period, Measure.LEVEL):
        for growth in ledger.find(indicator, period, Measure.GROWTH):
            if growth.evidence.source == level.evidence.source:
                found = level_before(ledger, level, growth)
                if found is not None:
                    yield found


def _amounts(ledger: Ledger, indicator: str, period: str) -> Iterator[Level]:
    for row in ledger.find(indicator, period, Measure.LEVEL):
        yield _reported(ledger, row)
    for found in _levels_back(ledger, indicator, after(period)):
        if not found.real:
            figure = found.inputs[0].figure
            level = Amount(found.quantity.interval, figure.unit)
            words = sentence("derived.taken_back", level=level, how=found.how)
            yield Level(found.quantity.interval, words, found.inputs)


def _amounts_before(ledger: Ledger, asked: Asked) -> Iterator[Level]:
    measure: Measure = Measure.SHARE if asked.measure == Measure.SHARE else Measure.LEVEL
    rows = ledger.find(asked.indicator, before(asked.period), measure)
    for row in from_source_first(rows, asked.source):
        yield _reported(ledger, row)


def _reported(ledger: Ledger, row: Observation) -> Level:
    return Level(ledger.interval(row.figure), Reported(row.figure), (row,))


def _growth_factor(ledger: Ledger, growth: Observation) -> Interval | None:
    if ledger.base(growth.figure) != "%":
        return None
    factor = _times(ledger.interval(growth.figure) + _HUNDRED, Fraction(1, 100))
    return factor if factor.positive else None


def _times(interval: Interval, factor: Fraction) -> Interval:
    low, high = (None if end is None else end * factor for end in (interval.low, interval.high))
    return Interval(low, high, interval.low_open, interval.high_open)


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
    Measure.GROWTH: (_growth_from_levels,),
    Measure.LEVEL: (
        _change_of_stock,
        _level_from_growth,
        _level_from_next_year,
        _level_from_change,
    ),
    Measure.SHARE: (_level_from_change,),
    Measure.CHANGE: (_change_from_levels,),
}

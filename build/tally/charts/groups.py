"""The facts of an indicator, put together by what can share an axis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tally.charts.facts import Fact, Key, by_period, promised, unreviewed
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.derive.reasons import relation_words
from tally.records.model import (
    Indicator,
    Localized,
)
from tally.terms import Measure, Period
from tally.words.sentences import said

_FEW_YEARS = 9


@dataclass(frozen=True, slots=True)
class Companion:
    """What a promise without a number of its own is put beside.

    That is another indicator's figures, or the figure of the year before, carried on to the
    year that is due. `due` is the fact that the promise's `words` stand at.
    """

    name: Localized | None
    facts: tuple[Fact, ...]
    due: Fact | None
    words: Localized


@dataclass(frozen=True, slots=True)
class Group:
    """All facts of one measure in one base unit, in the order of their periods.

    `series` holds the one fact of each year that stands for it; the line joins these.
    """

    measure: Measure
    base: str
    facts: tuple[Fact, ...]
    series: tuple[Fact, ...]
    companions: tuple[Companion, ...] = ()

    @property
    def segments(self) -> tuple[tuple[Fact, ...], ...]:
        """The stretches of the line: it is broken where a year is missing, where the scope
        changes, and by a bound, which is no point."""
        found: list[list[Fact]] = []
        for fact in self.series:
            if fact.is_bound or fact.is_range:
                continue
            joins = found and fact.first - found[-1][-1].first == 1
            if joins and fact.scope == found[-1][-1].scope:
                found[-1].append(fact)
            else:
                found.append([fact])
        return tuple(map(tuple, found))

    @property
    def is_long(self) -> bool:
        """Whether it tells of so many years that not every mark can have its words beside it."""
        return len({fact.period for fact in self.facts if not fact.is_span}) > _FEW_YEARS

    def yearly(self) -> Group:
        """The same without figures of several years, which stand in the table."""
        facts = tuple(fact for fact in self.facts if fact.is_target or not fact.is_span)
        return replace(self, facts=facts)

    @property
    def targets(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.is_target)

    @property
    def periods(self) -> frozenset[str]:
        return frozenset(fact.period for fact in self.facts)

    @property
    def statements(self) -> int:
        """How many different things it tells: periods, promises, relations."""
        told = {(fact.period, fact.is_target) for fact in self.facts}
        return len(told) + sum(bool(companion.facts) for companion in self.companions)


def groups_of(
    indicator: Indicator, ledger: Ledger, outlooks: Iterable[Outlook]
) -> tuple[Group, ...]:
    """The facts of an indicator, measure by measure; whole years and spans of years only.

    A part of a year does not compare with a year, so it stands in the table, not the chart.
    """
    facts: defaultdict[Key, list[Fact]] = defaultdict(list)
    companions: defaultdict[Key, list[Companion]] = defaultdict(list)
    for key, rows in by_period(indicator.id, ledger):
        facts[key] += rows
    told = {(key, fact.period) for key, found in facts.items() for fact in found}
    for key, rows in unreviewed(indicator.id, ledger, told):
        facts[key] += rows
    series = {key: _yearly(rows) for key, rows in facts.items()}
    for outlook in outlooks:
        for key, fact in promised(outlook, ledger):
            facts[key].append(fact)
        for key, companion in _companions(outlook, ledger, series):
            companions[key].append(companion)
    return tuple(
        Group(*key, tuple(sorted(found, key=_order)), series.get(key, ()), tuple(companions[key]))
        for key, found in facts.items()
    )


def _order(fact: Fact) -> tuple[int, int, bool]:
    return fact.last, fact.first, fact.is_target


def _yearly(rows: list[Fact]) -> tuple[Fact, ...]:
    """The first, that is the best, fact of each year."""
    best: dict[int, Fact] = {}
    for fact in rows:
        if not fact.is_span:
            best.setdefault(fact.first, fact)
    return tuple(best[year] for year in sorted(best))


Series = dict[Key, tuple[Fact, ...]]


def _companions(outlook: Outlook, ledger: Ledger, own: Series) -> Iterator[tuple[Key, Companion]]:
    relation = outlook.target.relation
    if relation is None:
        return
    words = said(relation_words(relation), ledger.vocabulary)
    due = outlook.target.due
    itself = relation.to == "previous"
    for key, series in (own if itself else _series_of(relation.to, ledger)).items():
        if key[0] != relation.measure:
            continue
        if itself:
            yield key, _as_before(series, due, words)
        else:
            name = ledger.indicator(relation.to).name
            yield key, _alongside(name, _within(series, own.get(key, ()), due), due, words)


def _series_of(indicator: str, ledger: Ledger) -> Series:
    found: defaultdict[Key, list[Fact]] = defaultdict(list)
    for key, rows in by_period(indicator, ledger):
        found[key] += rows
    return {key: _yearly(rows) for key, rows in found.items()}


def _as_before(series: tuple[Fact, ...], due: Period, words: Localized) -> Companion:
    """The figure of the year before, carried on; nothing where that is not known."""
    start = next((fact for fact in series if fact.period == due.before), None)
    if start is None:
        return Companion(None, (), None, words)
    end = replace(start, period=due)
    return Companion(None, (start, end), end, words)


def _alongside(
    name: Localized, facts: tuple[Fact, ...], due: Period, words: Localized
) -> Companion:
    return Companion(name, facts, next((f for f in facts if f.period == due), None), words)


def _within(other: tuple[Fact, ...], own: tuple[Fact, ...], due: Period) -> tuple[Fact, ...]:
    """The other's figures in the years of one's own and in the year that is due."""
    first = own[0].first if own else int(due[:4]) - 1
    return tuple(fact for fact in other if first <= fact.first and fact.period <= due)

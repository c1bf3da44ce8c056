"""What an indicator's chart shows: records and what follows from them, as places on an axis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tally.charts.words import SAY, fill
from tally.derive.interval import Interval
from tally.derive.ledger import Ledger
from tally.derive.model import Derived, Outlook
from tally.derive.stated import high_value_of, value_of
from tally.derive.wording import amount_words, figure_words, percent_words, promise_words
from tally.records.model import Figure, Indicator, Localized, Measure, Observation, Target
from tally.records.periods import parse_period

_YEARS = ("year", "years")
_MORE = frozenset({"gt", "ge"})
_LESS = frozenset({"lt", "le"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One mark: what it is (`kind` of the grammar), when, and how much in the base unit.

    `low` and `high` are the ends of what a derived value can be or of what keeps a promise;
    None is no end. `figure` is the number as stated, if anyone stated it.
    """

    kind: str
    period: str
    value: Fraction
    low: Fraction | None
    high: Fraction | None
    words: Localized
    source: Localized
    figure: Figure | None = None

    @property
    def first(self) -> int:
        return parse_period(self.period).start.year

    @property
    def last(self) -> int:
        return parse_period(self.period).end.year

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2

    @property
    def is_span(self) -> bool:
        return self.first != self.last

    @property
    def is_target(self) -> bool:
        return self.kind == "target"

    @property
    def upward(self) -> bool:
        """More than the value: 以上, 超."""
        return self.figure is not None and self.figure.comparator in _MORE

    @property
    def downward(self) -> bool:
        """Less than the value: 以内, 不到."""
        return self.figure is not None and self.figure.comparator in _LESS

    @property
    def note(self) -> Localized:
        """What the mark says when it is asked."""
        when = parse_period(self.period).label
        if self.kind == "reported":
            return fill("{}：{}", "{}: {}", when, self.words)
        return fill("{}：{}（{}）", "{}: {} ({})", when, self.words, SAY[self.kind])


@dataclass(frozen=True, slots=True)
class Companion:
    """Another indicator's figures, beside which a promise was put; `label` is its name."""

    label: Localized
    facts: tuple[Fact, ...]
    target: Target


@dataclass(frozen=True, slots=True)
class Group:
    """All facts of one measure in one base unit, in the order of their periods.

    `series` holds the one fact of each year that the line goes through.
    """

    measure: Measure
    base: str
    facts: tuple[Fact, ...]
    series: tuple[Fact, ...]
    companions: tuple[Companion, ...] = ()

    @property
    def targets(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.is_target)

    @property
    def periods(self) -> frozenset[str]:
        return frozenset(fact.period for fact in self.facts)


Key = tuple[Measure, str]


def groups_of(
    indicator: Indicator, ledger: Ledger, outlooks: Iterable[Outlook]
) -> tuple[Group, ...]:
    """The facts of an indicator, measure by measure; whole years and spans of years only.

    A part of a year does not compare with a year, so it stands in the table, not the chart.
    """
    facts: defaultdict[Key, list[Fact]] = defaultdict(list)
    companions: defaultdict[Key, list[Companion]] = defaultdict(list)
    series: defaultdict[Key, list[Fact]] = defaultdict(list)
    for key, rows in _by_period(indicator.id, ledger):
        facts[key] += rows
        if not rows[0].is_span:
            series[key].append(rows[0])
    for outlook in outlooks:
        for key, fact in _promised(outlook, ledger):
            facts[key].append(fact)
        for key, companion in _companions(outlook, ledger):
            companions[key].append(companion)
    return tuple(
        Group(*key, tuple(sorted(found, key=_order)), tuple(series[key]), tuple(companions[key]))
        for key, found in facts.items()
    )


def _order(fact: Fact) -> tuple[int, int, bool]:
    return fact.last, fact.first, fact.is_target


def _by_period(indicator: str, ledger: Ledger) -> Iterator[tuple[Key, list[Fact]]]:
    """The distinct values of each year or span, the best first, by measure and base unit."""
    for period in ledger.periods_of(indicator):
        if parse_period(period).kind not in _YEARS:
            continue
        for measure in _MEASURES:
            by_base: defaultdict[str, list[Fact]] = defaultdict(list)
            for row in ledger.find(indicator, period, measure):
                known = by_base[ledger.base(row.figure)]
                if _says_more(row, known):
                    known.append(_observed(row, ledger))
            for base, rows in by_base.items():
                yield (measure, base), rows


_MEASURES: tuple[Measure, ...] = (
    *("level", "share", "cumulative", "ratio", "rank"),
    *("growth", "change"),
)


def _says_more(row: Observation, known: list[Fact]) -> bool:
    """Whether a figure adds to better ones: another value, and no bare bound beside a number."""
    if known and row.figure.comparator not in ("eq", "approx", "range"):
        return False
    return all(row.figure.value != fact.figure.value for fact in known if fact.figure)


def _observed(row: Observation, ledger: Ledger) -> Fact:
    kind = "preliminary" if row.status == "preliminary" else "reported"
    return Fact(
        "extracted" if row.review == "extracted" else kind,
        row.period,
        *_extent(row.figure, ledger),
        figure_words(row.figure, ledger.vocabulary.units),
        ledger.source(row).title,
        row.figure,
    )


def _extent(figure: Figure, ledger: Ledger) -> tuple[Fraction, Fraction | None, Fraction | None]:
    """The value, and the ends of what the words allow, without the rounding of plain numbers."""
    unit = ledger.unit(figure)
    value, high = value_of(figure, unit), high_value_of(figure, unit)
    if figure.comparator == "range":
        return (value + high) / 2, min(value, high), max(value, high)
    allowed = ledger.interval(figure)
    if figure.comparator == "eq":
        return value, value, value
    return value, allowed.low, allowed.high


def _promised(outlook: Outlook, ledger: Ledger) -> Iterator[tuple[Key, Fact]]:
    """The promise itself, and an outcome that was derived."""
    target, figure = outlook.target, outlook.target.figure
    if figure is not None and parse_period(target.due).kind in _YEARS:
        words = promise_words(figure, ledger.vocabulary.units)
        source = ledger.dataset.sources[target.evidence.source].title
        extent = _extent(figure, ledger)
        yield (
            (figure.measure, ledger.base(figure)),
            Fact("target", target.due, *extent, words, source, figure),
        )
    if outlook.derived is not None and parse_period(outlook.derived.period).kind in _YEARS:
        fact = _derived(outlook.derived, ledger)
        if fact is not None:
            yield (outlook.derived.measure, outlook.derived.quantity.unit), fact


def _derived(derived: Derived, ledger: Ledger) -> Fact | None:
    """The middle of what a derived value can be; its one end where it has no other."""
    low, high = derived.quantity.interval.low, derived.quantity.interval.high
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return None
    words = _derived_words(derived, ledger)
    return Fact(
        "derived",
        derived.period,
        sum(ends, Fraction(0)) / len(ends),
        low,
        high,
        words,
        SAY["derived"],
    )


def _derived_words(derived: Derived, ledger: Ledger) -> Localized:
    interval: Interval = derived.quantity.interval
    if derived.measure == "growth":
        return percent_words(interval)
    units = ledger.vocabulary.units
    return amount_words(interval, units[derived.quantity.unit], units)


def _companions(outlook: Outlook, ledger: Ledger) -> Iterator[tuple[Key, Companion]]:
    """What a promise without a number is relative to: another indicator's figures."""
    relation = outlook.target.relation
    if relation is None or relation.to == "previous":
        return
    other = ledger.vocabulary.indicators[relation.to]
    for key, rows in _all_of(other.id, relation.measure, ledger).items():
        yield key, Companion(other.name, tuple(rows), outlook.target)


def _all_of(indicator: str, measure: Measure, ledger: Ledger) -> Mapping[Key, list[Fact]]:
    found: defaultdict[Key, list[Fact]] = defaultdict(list)
    for key, rows in _by_period(indicator, ledger):
        if key[0] == measure and not rows[0].is_span:
            found[key].append(rows[0])
    return found

"""What an indicator's chart shows: records, and what follows from them, as places on an axis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tally.charts.words import SAY, fill
from tally.derive.interval import meet
from tally.derive.ledger import Ledger
from tally.derive.model import Derived, Outlook
from tally.derive.reasons import derived_words
from tally.derive.stated import high_value_of, value_of
from tally.records.model import (
    Figure,
    Localized,
    Observation,
)
from tally.records.periods import parse_period
from tally.terms import Measure, Review, complete
from tally.words.figures import figure_words, promise_words
from tally.words.sentences import said

Key = tuple[Measure, str]

MEASURES = complete(
    Measure,
    (
        *(Measure.LEVEL, Measure.SHARE, Measure.RATIO, Measure.RANK, Measure.CUMULATIVE),
        *(Measure.GROWTH, Measure.CHANGE, Measure.INDEX, Measure.GAP),
    ),
)
_YEARS = ("year", "years")
_TARGET_OF: Mapping[Review, str] = complete(
    Review, {Review.REVIEWED: "target", Review.EXTRACTED: "target-extracted"}
)
_TARGETS = frozenset(_TARGET_OF.values())
_MORE = frozenset({"gt", "ge"})
_LESS = frozenset({"lt", "le"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One mark: what it is (`kind` of the grammar), when, and how much in the base unit.

    `low` and `high` are the ends of what a derived value can be or of what keeps a promise;
    None is no end. `figure` is the number as stated, if anyone stated it; `ends` are those of
    a range that was stated.
    """

    kind: str
    period: str
    value: Fraction
    low: Fraction | None
    high: Fraction | None
    words: Localized
    source: Localized
    figure: Figure | None = None
    ends: tuple[Fraction, ...] = ()

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
        return self.kind in _TARGETS

    @property
    def upward(self) -> bool:
        """More than the value: 以上, 超."""
        return self.figure is not None and self.figure.comparator in _MORE

    @property
    def downward(self) -> bool:
        """Less than the value: 以内, 不到."""
        return self.figure is not None and self.figure.comparator in _LESS

    @property
    def is_range(self) -> bool:
        return self.figure is not None and self.figure.comparator == "range"

    @property
    def bound(self) -> str | None:
        """The mark for a figure that is only known to be more, or less."""
        unbounded = self.kind == "derived"
        if self.upward or (unbounded and self.high is None):
            return "over"
        return "under" if self.downward or (unbounded and self.low is None) else None

    @property
    def marks(self) -> tuple[str, ...]:
        """The shapes of the grammar that stand at the value."""
        if not self.is_target:
            return (self.kind, self.bound) if self.bound else (self.kind,)
        wedge = "at-least" if self.upward else "at-most" if self.downward else None
        return (self.kind, wedge) if wedge else (self.kind,)

    @property
    def note(self) -> Localized:
        """What the mark says when it is asked."""
        when = parse_period(self.period).label
        if self.kind == "reported":
            return fill("{}：{}", "{}: {}", when, self.words)
        return fill("{}：{}（{}）", "{}: {} ({})", when, self.words, SAY[self.kind])


def by_period(indicator: str, ledger: Ledger) -> Iterator[tuple[Key, list[Fact]]]:
    """The distinct values of each year or span, the best first, by measure and base unit."""
    for period in ledger.periods_of(indicator):
        if parse_period(period).kind not in _YEARS:
            continue
        for measure in MEASURES:
            by_base: defaultdict[str, list[Fact]] = defaultdict(list)
            for row in ledger.find(indicator, period, measure):
                known = by_base[ledger.base(row.figure)]
                if _says_more(row, known, ledger):
                    known.append(observed(row, ledger))
            for base, rows in by_base.items():
                yield (measure, base), rows


def unreviewed(
    indicator: str, ledger: Ledger, told: Container[tuple[Key, str]]
) -> Iterator[tuple[Key, Fact]]:
    """What only the machine has read, where no reviewed figure is told of the period."""
    for row in ledger.unreviewed.get(indicator, ()):
        key = row.figure.measure, ledger.base(row.figure)
        if parse_period(row.period).kind in _YEARS and (key, row.period) not in told:
            yield key, observed(row, ledger)


def _says_more(row: Observation, known: list[Fact], ledger: Ledger) -> bool:
    """Whether a figure cannot be a rounding or a bound of better ones (4276.8 of 4276.76)."""
    if not known:
        return True
    possible = ledger.interval(row.figure)
    stated = [ledger.interval(fact.figure) for fact in known if fact.figure]
    return not any(meet(possible, other) for other in stated)


def observed(row: Observation, ledger: Ledger) -> Fact:
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
    value = value_of(figure, unit)
    if figure.comparator == "eq":
        return value, value, value
    if figure.comparator == "range":
        high = high_value_of(figure, unit)
        return (value + high) / 2, min(value, high), max(value, high)
    allowed = ledger.interval(figure)
    return value, allowed.low, allowed.high


def promised(outlook: Outlook, ledger: Ledger) -> Iterator[tuple[Key, Fact]]:
    """The promise itself, and an outcome that was derived."""
    target, figure = outlook.target, outlook.target.figure
    if figure is not None and parse_period(target.due).kind in _YEARS:
        words = promise_words(figure, ledger.vocabulary.units)
        source = ledger.sources[target.evidence.source].title
        yield (
            (figure.measure, ledger.base(figure)),
            Fact(
                _TARGET_OF[target.review],
                target.due,
                _extent(figure, ledger)[0],
                *_accepted(outlook),
                words,
                source,
                figure,
                _ends(figure, ledger),
            ),
        )
    derived, told = outlook.derived, derived_words(outlook, ledger)
    if derived and told and parse_period(derived.period).kind in _YEARS:
        fact = _derived(derived, said(told, ledger.vocabulary))
        if fact is not None:
            yield (derived.measure, derived.quantity.unit), fact


def _ends(figure: Figure, ledger: Ledger) -> tuple[Fraction, ...]:
    unit = ledger.unit(figure)
    ends = sorted((value_of(figure, unit), high_value_of(figure, unit)))
    return tuple(ends) if figure.comparator == "range" else ()


def _accepted(outlook: Outlook) -> tuple[Fraction | None, Fraction | None]:
    if outlook.accepted is None:
        return None, None
    return outlook.accepted.interval.low, outlook.accepted.interval.high


def _derived(derived: Derived, words: Localized) -> Fact | None:
    """The middle of what a derived value can be; its one end where it has no other."""
    low, high = derived.quantity.interval.low, derived.quantity.interval.high
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return None
    middle = sum(ends, Fraction(0)) / len(ends)
    return Fact("derived", derived.period, middle, low, high, words, SAY["derived"])

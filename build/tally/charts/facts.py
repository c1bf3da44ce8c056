"""What an indicator's chart shows: records, and what follows from them, as places on an axis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tally.derive.conflicts import agree
from tally.derive.ledger import Ledger
from tally.derive.model import Derived, Outlook
from tally.derive.reasons import derived_words
from tally.derive.stated import high_value_of, value_of
from tally.records.model import (
    Figure,
    Localized,
    Observation,
)
from tally.terms import Measure, Period, Review, complete
from tally.words.figures import figure_words
from tally.words.periods import period_words
from tally.words.sentences import said
from tally.words.tables import phrase

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
_SCOPE = "口径"  # what a curator's note is about that tells a figure from its neighbours


@dataclass(frozen=True, slots=True)
class Fact:
    """One mark: what it is (`kind` of the grammar), when, and how much in the base unit.

    `low` and `high` are the ends of what a derived value can be or of what keeps a promise;
    None is no end. `figure` is the number as stated, if anyone stated it; `ends` are those of
    a range that was stated. `scope` is a remark that it may cover another scope than its
    neighbours.
    """

    kind: str
    period: Period
    value: Fraction
    low: Fraction | None
    high: Fraction | None
    words: Localized
    source: Localized
    figure: Figure | None = None
    ends: tuple[Fraction, ...] = ()
    scope: Localized | None = None

    @property
    def first(self) -> int:
        return self.period.start.year

    @property
    def last(self) -> int:
        return self.period.end.year

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
    def is_bound(self) -> bool:
        """Whether it is only known to be more, or less."""
        return self.upward or self.downward or None in (self.low, self.high)

    @property
    def mark(self) -> str:
        """The mark of the grammar that stands at the value: of a bound, its wedge alone."""
        if self.is_target:
            wedge = "at-least" if self.upward else "at-most" if self.downward else "target"
            return self.kind.replace("target", wedge)
        if not self.is_bound:
            return "point" if self.is_span and self.kind != "extracted" else self.kind
        side = "more" if self.upward or self.high is None else "less"
        return f"{side}-{self.kind}" if self.kind in ("extracted", "derived") else side

    @property
    def place(self) -> float:
        """The year it stands at; what runs over years stands between two of them, so that it is
        never taken for one year's."""
        return self.middle + 0.5 if self.is_span and self.middle % 1 == 0 else self.middle

    @property
    def note(self) -> Localized:
        """What the mark says when it is asked."""
        when = period_words(self.period)
        if self.kind == "reported":
            return phrase("chart.of", name=when, words=self.words)
        return phrase("chart.kind", name=when, words=self.words, kind=phrase(f"mark.{self.kind}"))


def by_period(indicator: str, ledger: Ledger) -> Iterator[tuple[Key, list[Fact]]]:
    """The distinct values of each year or span, the best first, by measure and base unit."""
    for period in ledger.periods_of(indicator):
        for measure in MEASURES:
            yield from _distinct(ledger.find(indicator, period, measure), ledger)


def unreviewed(
    indicator: str, ledger: Ledger, told: Container[tuple[Key, str]]
) -> Iterator[tuple[Key, list[Fact]]]:
    """What only the machine has read, where no reviewed figure is told of the period."""
    by_period: defaultdict[str, list[Observation]] = defaultdict(list)
    for row in ledger.unreviewed.get(indicator, ()):
        if ((row.figure.measure, ledger.base(row.figure)), row.period) not in told:
            by_period[row.period].append(row)
    for rows in by_period.values():
        yield from _distinct(rows, ledger)


def _distinct(rows: Iterable[Observation], ledger: Ledger) -> Iterator[tuple[Key, list[Fact]]]:
    """Figures of one period of years, without those that only say a better one less exactly."""
    known: defaultdict[Key, list[Observation]] = defaultdict(list)
    for row in rows:
        told = known[row.figure.measure, ledger.base(row.figure)]
        if row.period.kind in _YEARS and all(_apart(ledger, row, other) for other in told):
            told.append(row)
    for key, told in known.items():
        yield key, [observed(row, ledger) for row in told]


def _apart(ledger: Ledger, row: Observation, better: Observation) -> bool:
    """Whether a figure contradicts a better one; growth on another basis says another thing."""
    same = row.figure.basis == better.figure.basis
    return same and not agree(ledger, row, better)


def observed(row: Observation, ledger: Ledger) -> Fact:
    kind = "preliminary" if row.status == "preliminary" else "reported"
    value, low, high = _extent(row.figure, ledger)
    return Fact(
        kind="extracted" if row.review == "extracted" else kind,
        period=row.period,
        value=value,
        low=low,
        high=high,
        words=figure_words(row.figure, ledger.vocabulary.units),
        source=ledger.source(row).title,
        figure=row.figure,
        ends=_ends(row.figure, ledger),
        scope=row.note if row.note and _SCOPE in row.note.zh else None,
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
    if figure is not None and target.due.kind in _YEARS:
        words = figure_words(figure, ledger.vocabulary.units)
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
    if derived and told and derived.period.kind in _YEARS:
        fact = implied(derived, said(told, ledger.vocabulary))
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


def implied(derived: Derived, words: Localized) -> Fact | None:
    """The middle of what a derived value can be; its one end where it has no other."""
    low, high = derived.quantity.interval.low, derived.quantity.interval.high
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return None
    middle = sum(ends, Fraction(0)) / len(ends)
    return Fact("derived", derived.period, middle, low, high, words, phrase("mark.derived"))

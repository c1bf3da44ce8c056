"""Verdicts on promises without a number of their own: in step with something, or stable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import add

from tally.derive import reasons
from tally.derive.implied import Asked, grown, growth_between, implied
from tally.derive.interval import Interval, around, counted_from, point
from tally.derive.ledger import Ledger, from_source_first
from tally.derive.model import Derived, Quantity, Verdict
from tally.derive.rulebook import Rule
from tally.derive.rules import (
    Edges,
    accepted,
    relation_rule,
    rule_for,
)
from tally.derive.sentence import Named, Part, Reported, Sentence, sentence
from tally.derive.timeline import before
from tally.derive.verdict import Judged, other_reports, weighed
from tally.records.model import Observation, Relation, Target
from tally.records.periods import parse_period
from tally.terms import Inference, Measure, VerdictCode


@dataclass(frozen=True, slots=True)
class Compared:
    """What a relation comes to: a difference (growth) or a change (on the year before) in
    percent, with the figures and words it rests on; `other` is what it is relative to, `weighed`
    the outcome in the promise's own measure."""

    interval: Interval
    words: Part
    inputs: tuple[str, ...]
    outcome: Observation | None
    derived: Derived | None = None
    other: Observation | None = None
    weighed: Quantity | None = None


def judge_relation(ledger: Ledger, target: Target, relation: Relation) -> Judged:
    """The verdict on a relation: the first comparison that decides, else undecidable."""
    previous = relation.to == "previous"
    found = list((_with_year_before if previous else _with_other)(ledger, target, relation))
    rule_id = relation_rule(relation).id
    direction = ledger.indicator(target.indicator or "").direction
    promise = reasons.judged_relation(relation, direction)
    rule = rule_for(relation.comparator, direction)
    accepts = _accepts(rule, relation)
    if not found:
        other = next(iter(_others(ledger, target, relation)), None)
        verdict = _open(ledger, target, promise, rule_id)
        return Judged(verdict, accepted=_accepted(ledger, relation, accepts, other))
    codes = [weighed(rule, accepts, one.interval) for one in found]
    chosen = next((i for i, code in enumerate(codes) if code in ("met", "missed")), 0)
    judged = _judged(found[chosen], codes[chosen], promise, rule_id)
    return replace(judged, accepted=_accepted(ledger, relation, accepts, found[chosen].other))


def _judged(used: Compared, code: VerdictCode, promise: Part, rule: str) -> Judged:
    words = reasons.follows(used.words, promise, code)
    inference: Inference = Inference.DERIVED if used.derived else Inference.STATED
    verdict = Verdict(code, words, rule, inference, used.inputs)
    return Judged(verdict, used.outcome, used.derived, weighed=used.weighed)


def _accepts(rule: Rule, relation: Relation) -> Interval:
    """The differences that keep the promise, in percentage points or percent."""
    beyond = Interval(Fraction(0), Fraction(0), low_open=True, high_open=True)
    about = around(Fraction(0), relation_rule(relation).about)
    edges: Edges = {"beyond": beyond, "about": about}
    return accepted(rule, {"value": point(0), "rounded": point(0), **edges})


def _others(ledger: Ledger, target: Target, relation: Relation) -> tuple[Observation, ...]:
    """What the promise is relative to, the preferred figure first."""
    if relation.to == "previous":
        return _year_before(ledger, target, relation)
    return ledger.find(relation.to, target.due, relation.measure)


def _accepted(
    ledger: Ledger, relation: Relation, accepts: Interval, other: Observation | None
) -> Quantity | None:
    """The outcomes that keep the promise, in the base unit of what it is relative to."""
    if other is None:
        return None
    if relation.to == "previous":
        found = counted_from(accepts, ledger.interval(other.figure), _grown)
    else:
        found = counted_from(accepts, _as_written(ledger, other), add)
    return None if found is None else Quantity(found, ledger.base(other.figure))


def _grown(percent: Fraction, earlier: Fraction) -> Fraction:
    return earlier * (1 + percent / 100)


def _with_other(ledger: Ledger, target: Target, relation: Relation) -> Iterator[Compared]:
    """The indicator's own growth less the other's, as both are reported (or own derived)."""
    others = _others(ledger, target, relation)
    if relation.to not in ledger.vocabulary.indicators or not others:
        return
    other = others[0]
    for own in _own(ledger, target, relation):
        words = sentence(
            "relation.growths",
            own=own.words,
            other=Named(relation.to),
            growth=Reported(other.figure),
        )
        difference = own.interval - _as_written(ledger, other)
        weighed = Quantity(own.interval, "%")
        yield replace(
            own,
            interval=difference,
            words=words,
            inputs=(*own.inputs, other.id),
            other=other,
            weighed=weighed,
        )


def _own(ledger: Ledger, target: Target, relation: Relation) -> Iterator[Compared]:
    for row in _reports(ledger, target, relation):
        yield Compared(_as_written(ledger, row), _dated(row), (row.id,), row)
    asked = Asked(target.indicator or "", target.due, relation.measure, "%", target.evidence.source)
    for found in implied(ledger, asked):
        yield Compared(found.quantity.interval, found.how, _ids(found), None, found)


def _with_year_before(ledger: Ledger, target: Target, relation: Relation) -> Iterator[Compared]:
    """The reported growth of the year due, or the growth from the year before to it."""
    earlier_ones = _others(ledger, target, relation)
    for row in ledger.find(target.indicator or "", target.due, Measure.GROWTH):
        if relation.measure == "level" and ledger.base(row.figure) == "%":
            found = Compared(_as_written(ledger, row), _dated(row), (row.id,), row)
            yield replace(found, other=next(iter(earlier_ones), None))
    for now in _reports(ledger, target, relation):
        weighed = Quantity(ledger.interval(now.figure), ledger.base(now.figure))
        for earlier in earlier_ones:
            grown = _between(ledger, target, now, earlier)
            if grown is not None:
                interval = grown.quantity.interval
                yield Compared(interval, grown.how, _ids(grown), None, grown, earlier, weighed)


def _between(
    ledger: Ledger, target: Target, now: Observation, earlier: Observation
) -> Derived | None:
    if ledger.base(now.figure) != ledger.base(earlier.figure):
        return None
    growth = growth_between(ledger.interval(now.figure), ledger.interval(earlier.figure))
    if growth is None:
        return None
    how = grown(Reported(now.figure), Reported(earlier.figure), growth)
    quantity = Quantity(growth, "%")
    return Derived(now.indicator, target.due, Measure.GROWTH, quantity, (now, earlier), how)


def _reports(ledger: Ledger, target: Target, relation: Relation) -> tuple[Observation, ...]:
    rows = ledger.find(target.indicator or "", target.due, relation.measure)
    return tuple(row for row in rows if row.evidence.source != target.evidence.source)


def _year_before(ledger: Ledger, target: Target, relation: Relation) -> tuple[Observation, ...]:
    rows = ledger.find(target.indicator or "", before(target.due), relation.measure)
    return from_source_first(rows, target.evidence.source)


def _as_written(ledger: Ledger, row: Observation) -> Interval:
    """Two reported rates are compared as they are written, bounds as intervals."""
    interval = ledger.interval(row.figure)
    if row.figure.comparator != "eq" or interval.low is None or interval.high is None:
        return interval
    return point((interval.low + interval.high) / 2)


def _open(ledger: Ledger, target: Target, promise: Part, rule: str) -> Verdict:
    rows = other_reports(ledger, target.indicator or "", target.due, target.evidence.source)
    if not rows:
        return Verdict(VerdictCode.PENDING, reasons.nothing_reported(target.due, promise), rule)
    words = reasons.other_terms(target.due, rows, promise, real=False)
    return Verdict(VerdictCode.UNDECIDABLE, words, rule, None, tuple(row.id for row in rows))


def _dated(row: Observation) -> Sentence:
    period = parse_period(row.period)
    return sentence("relation.dated", period=period, figure=Reported(row.figure))


def _ids(found: Derived) -> tuple[str, ...]:
    return tuple(row.id for row in found.inputs)

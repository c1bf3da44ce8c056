"""Verdicts on promises without a number of their own: in step with something, or stable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from operator import add

from tally.derive import reasons
from tally.derive.asked import Asked
from tally.derive.bases import basis_of, on_basis
from tally.derive.implied import grown, growth_between, implied
from tally.derive.interval import Interval, around, counted_from, point
from tally.derive.ledger import Ledger, from_source_first
from tally.derive.model import Derived, Quantity, Verdict
from tally.derive.rulebook import RelationRule, Rule
from tally.derive.rules import Edges, accepted, relation_rule, rule_for
from tally.derive.sentence import Named, NamedArea, Part, Reported, Sentence, sentence
from tally.derive.verdict import DECIDED, Judged, judge_figure, other_reports, weighed
from tally.derive.vintages import as_known, of_its_time, told, when_known
from tally.records.model import Observation, Relation, Target
from tally.terms import Comparator, Inference, Measure, Review, VerdictCode

Ledgers = Mapping[str, Ledger]


@dataclass(frozen=True, slots=True)
class _Case:
    """A relation with what bears on it: the rows that judge it and the ledger of the other."""

    ledger: Ledger
    target: Target
    relation: Relation
    kind: RelationRule
    rule: Rule
    elsewhere: Ledger

    @property
    def indicator(self) -> str:
        return self.target.indicator or ""

    @property
    def other(self) -> str:
        """The indicator that the promise is relative to."""
        return self.relation.to if self.kind.to == "indicator" else self.indicator


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a relation comes to: how many points apart, or how many percent, with the figures and
    words it rests on; `weighed` is the outcome in the promise's own measure."""

    interval: Interval
    words: Part
    inputs: tuple[str, ...]
    outcome: Observation | None
    derived: Derived | None = None
    other: Observation | None = None
    weighed: Quantity | None = None


def judge_relation(ledger: Ledger, target: Target, relation: Relation, ledgers: Ledgers) -> Judged:
    """The verdict on a relation: the first comparison that decides, else undecidable.

    `ledgers` are those of all areas, by id, for a relation to another area.
    """
    kind = relation_rule(relation)
    if kind.to == "assigned":
        return _assigned(ledger, target, relation)
    direction = ledger.indicator(target.indicator or "").direction
    rule = rule_for(relation.comparator, direction)
    elsewhere = ledgers.get(relation.area or "", ledger)
    case = _Case(ledger, target, relation, kind, rule, elsewhere)
    promise = reasons.judged_relation(relation, kind, direction)
    return _judged(case, promise)


def _judged(case: _Case, promise: Part) -> Judged:
    accepts = _accepts(case)
    found = list(_comparisons(case))
    if not found:
        other = next((row for row, _ in _known(case, _others(case))), None)
        return Judged(_open(case, promise), accepted=_accepted(case, accepts, other))
    codes = [weighed(case.rule, accepts, one.interval) for one in found]
    chosen = next((i for i, code in enumerate(codes) if code in DECIDED), 0)
    used, code = found[chosen], codes[chosen]
    rows = (used.outcome, *(used.derived.inputs if used.derived else ()), used.other)
    remarks = (*reasons.left_open(code), *reasons.noted(row for row in rows if row))
    words = reasons.follows(used.words, promise, remarks)
    inference = Inference.DERIVED if used.derived else Inference.STATED
    verdict = Verdict(code, words, case.kind.id, inference, used.inputs)
    accepted_ = _accepted(case, accepts, used.other)
    return Judged(verdict, used.outcome, used.derived, accepted_, used.weighed)


def _accepts(case: _Case) -> Interval:
    """The differences that keep the promise, in percentage points or percent."""
    beyond = Interval(Fraction(0), Fraction(0), low_open=True, high_open=True)
    edges: Edges = {"beyond": beyond, "about": around(Fraction(0), case.kind.about)}
    return accepted(case.rule, {"value": point(0), "rounded": point(0), **edges})


def _accepted(case: _Case, accepts: Interval, other: Observation | None) -> Quantity | None:
    """The outcomes that keep the promise, in the base unit of what it is relative to."""
    if other is None:
        return None
    if case.kind.compared == "percent":
        found = counted_from(accepts, case.elsewhere.interval(other.figure), _more_by)
    else:
        found = counted_from(accepts, _as_written(case.elsewhere, other), add)
    return None if found is None else Quantity(found, case.elsewhere.base(other.figure))


def _more_by(percent: Fraction, other: Fraction) -> Fraction:
    return other * (1 + percent / 100)


def _others(case: _Case) -> tuple[Observation, ...]:
    """What the promise is relative to, the preferred figure first."""
    target, relation = case.target, case.relation
    if case.kind.to == "area" and case.elsewhere is case.ledger:
        return ()
    if case.other not in case.ledger.vocabulary.indicators:
        return ()
    previous = case.kind.to == "previous"
    period = target.due.before if previous else target.due
    rows = case.elsewhere.find(case.other, period, relation.measure)
    if not previous:
        rows = of_its_time(case.elsewhere, rows)
    found = on_basis(case.elsewhere, rows, basis_of(relation, case.ledger.indicator(case.other)))
    return (
        from_source_first(found[1], target.evidence.source)
        if found and previous
        else (found[1] if found else ())
    )


def _comparisons(case: _Case) -> Iterator[_Compared]:
    """Each outcome beside what it is relative to; of what is as it was also the growth that is
    reported."""
    others = _others(case)
    if case.kind.id == "stable":
        yield from _reported_growth(case, others)
    for own in _own(case):
        for other, first in _known(case, others, own):
            if own.weighed and own.weighed.unit == case.elsewhere.base(other.figure):
                yield from _compared(case, own, other, told(other, first))


def _known(
    case: _Case, others: tuple[Observation, ...], own: _Compared | None = None
) -> Iterable[tuple[Observation, Observation | None]]:
    """What an outcome is compared with: the year before as it was known when that came out."""
    if case.kind.to != "previous":
        return [(other, None) for other in others[:1]]
    derived = own.derived.inputs if own and own.derived else ()
    rows = (own.outcome,) if own and own.outcome else derived
    return as_known(case.ledger, others, when_known(case.ledger, rows))


def _compared(case: _Case, own: _Compared, other: Observation, words: Part) -> Iterator[_Compared]:
    inputs = (*own.inputs, other.id)
    if case.kind.compared == "points":
        apart = own.interval - _as_written(case.elsewhere, other)
        said = _beside(case, own, other, words)
        yield replace(own, interval=apart, words=said, inputs=inputs, other=other)
    elif own.outcome is not None:
        ends = case.ledger.interval(own.outcome.figure), case.elsewhere.interval(other.figure)
        growth = growth_between(*ends)
        if growth is not None:
            weighed_ = Quantity(ends[0], case.ledger.base(own.outcome.figure))
            said, derived = _beside(case, own, other, words), None
            if case.kind.to == "previous":
                said = grown(Reported(own.outcome.figure), words, growth)
                derived = _growth(case, own.outcome, other, growth, said)
            outcome = None if derived else own.outcome
            yield _Compared(growth, said, inputs, outcome, derived, other, weighed_)


def _beside(case: _Case, own: _Compared, other: Observation, words: Part) -> Sentence:
    """Both figures: of the other indicator, of the other area, or of the year before."""
    names: dict[str, Part] = {
        "indicator": Named(case.relation.to),
        "area": NamedArea(case.relation.area or ""),
        "previous": other.period,
    }
    return sentence("relation.growths", own=own.words, other=names[case.kind.to], growth=words)


def _growth(
    case: _Case, now: Observation, earlier: Observation, growth: Interval, how: Sentence
) -> Derived:
    quantity = Quantity(growth, "%")
    rows = (now, earlier)
    return Derived(case.indicator, case.target.due, Measure.GROWTH, quantity, rows, how)


def _own(case: _Case) -> Iterator[_Compared]:
    """The outcome in the promise's own measure, as reported, or as growth may follow."""
    ledger = case.ledger
    for row in _reports(case):
        interval = _as_written(ledger, row)
        weighed_ = Quantity(interval, ledger.base(row.figure))
        yield _Compared(interval, _dated(row), (row.id,), row, weighed=weighed_)
    if case.relation.measure == Measure.GROWTH:
        for found in implied(ledger, _asked(case)):
            inputs = tuple(row.id for row in found.inputs)
            weighed_ = found.quantity
            yield _Compared(weighed_.interval, found.how, inputs, None, found, weighed=weighed_)


def _asked(case: _Case) -> Asked:
    basis = basis_of(case.relation, case.ledger.indicator(case.indicator))
    source = case.target.evidence.source
    return Asked(case.indicator, case.target.due, Measure.GROWTH, "%", source, basis=basis)


def _reports(case: _Case) -> tuple[Observation, ...]:
    rows = case.ledger.find(case.indicator, case.target.due, case.relation.measure)
    reports = [row for row in rows if row.evidence.source != case.target.evidence.source]
    basis = basis_of(case.relation, case.ledger.indicator(case.indicator))
    found = on_basis(case.ledger, of_its_time(case.ledger, reports), basis)
    return found[1] if found else ()


def _reported_growth(case: _Case, earlier: tuple[Observation, ...]) -> Iterator[_Compared]:
    if case.relation.measure != Measure.LEVEL:
        return
    for row in case.ledger.find(case.indicator, case.target.due, Measure.GROWTH):
        if case.ledger.base(row.figure) == "%":
            interval = _as_written(case.ledger, row)
            known = as_known(case.ledger, earlier, when_known(case.ledger, (row,)))
            base = next((one for one, _ in known), None)
            yield _Compared(interval, _dated(row), (row.id,), row, other=base)


def _as_written(ledger: Ledger, row: Observation) -> Interval:
    """Two reported rates are compared as they are written, bounds as intervals."""
    interval = ledger.interval(row.figure)
    if row.figure.comparator != Comparator.EQ or interval.low is None or interval.high is None:
        return interval
    return point((interval.low + interval.high) / 2)


def _open(case: _Case, promise: Part) -> Verdict:
    target, due = case.target, case.target.due
    rows = other_reports(case.ledger, case.indicator, due, target.evidence.source)
    if not rows:
        words = reasons.nothing_reported(due, promise)
        return Verdict(VerdictCode.PENDING, words, case.kind.id)
    words = reasons.other_terms(due, rows, promise)
    ids = tuple(row.id for row in rows)
    return Verdict(VerdictCode.UNDECIDABLE, words, case.kind.id, None, ids)


def _assigned(ledger: Ledger, target: Target, relation: Relation) -> Judged:
    """By the number that was assigned, where another source promises it; else undecidable."""
    kind = relation_rule(relation)
    given = {
        ledger.interval(other.figure): (other.figure, other.evidence.source)
        for other in ledger.targets
        if other.figure and _assigns(ledger, other, target, relation)
    }
    if len(given) != 1:
        return Judged(Verdict(VerdictCode.UNDECIDABLE, reasons.assigned(), kind.id))
    ((figure, source),) = given.values()
    judged = judge_figure(ledger, target, figure)
    words = reasons.assigned_by(judged.verdict.reason, ledger.sources[source])
    return replace(judged, verdict=replace(judged.verdict, reason=words, rule=kind.id))


def _assigns(ledger: Ledger, other: Target, target: Target, relation: Relation) -> bool:
    """Whether a target of another source gives the number of the task."""
    return (
        (other.indicator, other.due) == (target.indicator, target.due)
        and other.figure is not None
        and other.figure.measure == relation.measure
        and other.evidence.source != target.evidence.source
        and other.review == Review.REVIEWED
        and ledger.knows(other)
    )


def _dated(row: Observation) -> Part:
    period = row.period
    return sentence("relation.dated", period=period, figure=Reported(row.figure))

"""Verdicts: whether outcomes keep a promise, by the rows of `rules.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tally.derive import reasons
from tally.derive.implied import Asked, implied
from tally.derive.interval import Interval, below, inside, point
from tally.derive.ledger import Ledger, from_source_first, standing
from tally.derive.model import Derived, Quantity, Verdict
from tally.derive.rulebook import Rule
from tally.derive.rules import accepted_figures, rule_for, wording_of
from tally.derive.sentence import Promised
from tally.derive.stated import half_unit, value_of
from tally.derive.timeline import before
from tally.records.model import (
    Figure,
    Indicator,
    Observation,
    Target,
)
from tally.terms import Direction, Inference, VerdictCode

_DECIDED: tuple[VerdictCode, ...] = (VerdictCode.MET, VerdictCode.MISSED)


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with what it was reached from; `outcome` or `derived` is the one used, `weighed`
    what it can be, `accepted` what it was held against."""

    verdict: Verdict
    outcome: Observation | None = None
    derived: Derived | None = None
    accepted: Quantity | None = None
    weighed: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """A promised figure with the row that judges it and the outcomes it accepts."""

    indicator: str
    due: str
    source: str
    figure: Figure
    rule: Rule
    accepts: Interval
    value: Fraction
    unit: str
    words: Promised


def judge_figure(ledger: Ledger, target: Target, figure: Figure) -> Judged:
    """The verdict on a promised figure: from what is reported, else from what follows.

    Where one report leaves it open (超9000亿元), what follows from others may still decide.
    """
    promise = _promise(ledger, target, figure)
    accepted = Quantity(promise.accepts, promise.unit)
    return replace(_judged(ledger, promise), accepted=accepted)


def _judged(ledger: Ledger, promise: Promise) -> Judged:
    stated = _stated_outcomes(ledger, promise)
    derived = _derived_outcomes(ledger, promise)
    reported = _from_reports(ledger, promise, stated) if stated else None
    if reported and not _is_open(reported):
        return reported
    followed = _from_derived(promise, derived) if derived else None
    if followed and (reported is None or followed.verdict.code in _DECIDED):
        return followed
    return reported or Judged(_without_outcome(ledger, promise))


def _is_open(judged: Judged) -> bool:
    """Whether a single report is too coarse to decide (and no other contradicts it)."""
    return judged.verdict.code == "undecidable" and len(judged.verdict.inputs) == 1


def better(indicator: Indicator, figure: Figure) -> Direction:
    """Which way is better for this face of an indicator: a rank is better when smaller."""
    if figure.measure == "rank" and indicator.direction != "none":
        return Direction.DOWN
    return indicator.direction


def weighed(rule: Rule, accepts: Interval, outcome: Interval) -> VerdictCode:
    """The verdict on an outcome that lies in an interval."""
    certainty = inside(outcome, accepts)
    if certainty == "yes":
        return VerdictCode.MET
    if certainty == "unknown":
        return VerdictCode.UNDECIDABLE
    return rule.above if below(accepts, outcome) else VerdictCode.MISSED


def step_beyond(
    direction: Direction, value: Fraction, baseline: Interval | None
) -> Fraction | None:
    """How far a promise goes beyond the year before; None when it does not, or is unknown."""
    if baseline is None or baseline.low is None or baseline.high is None:
        return None
    step = value - (baseline.low + baseline.high) / 2
    signed = {"up": step, "down": -step, "none": abs(step)}[direction]
    return signed if signed > 0 else None


def _promise(ledger: Ledger, target: Target, figure: Figure) -> Promise:
    indicator = ledger.indicator(target.indicator or "")
    unit = ledger.unit(figure)
    direction = better(indicator, figure)
    rule = rule_for(wording_of(figure), direction)
    value = value_of(figure, unit)
    step = step_beyond(direction, value, _level_before(ledger, target, figure))
    return Promise(
        indicator.id,
        target.due,
        target.evidence.source,
        figure,
        rule,
        accepted_figures(rule, figure, unit, step),
        value,
        ledger.base(figure),
        Promised(figure),
    )


def _level_before(ledger: Ledger, target: Target, figure: Figure) -> Interval | None:
    """The year before in the promise's own terms, where those are a state and not a rate."""
    if figure.measure not in ("level", "share", "ratio") or target.indicator is None:
        return None
    rows = ledger.find(target.indicator, before(target.due), figure.measure)
    for row in from_source_first(rows, target.evidence.source):
        if ledger.base(row.figure) == ledger.base(figure):
            return ledger.interval(row.figure)
    return None


def _stated_outcomes(ledger: Ledger, promise: Promise) -> tuple[Observation, ...]:
    rows = ledger.find(promise.indicator, promise.due, promise.figure.measure)
    return tuple(
        row
        for row in rows
        if ledger.base(row.figure) == promise.unit and row.evidence.source != promise.source
    )


def _derived_outcomes(ledger: Ledger, promise: Promise) -> tuple[Derived, ...]:
    measure = promise.figure.measure
    return implied(
        ledger, Asked(promise.indicator, promise.due, measure, promise.unit, promise.source)
    )


def _from_reports(ledger: Ledger, promise: Promise, rows: Sequence[Observation]) -> Judged:
    best = rows[0]
    codes = [_weigh_report(ledger, promise, row) for row in rows]
    equals = [
        index
        for index, row in enumerate(rows)
        if standing(row, ledger.sources) == standing(best, ledger.sources)
    ]
    clash = next((i for i in equals if {codes[i], codes[0]} == {"met", "missed"}), None)
    if clash is not None:
        words = reasons.clash(promise.due, best, rows[clash], promise.words)
        code: VerdictCode = VerdictCode.UNDECIDABLE
        used: tuple[Observation, ...] = (best, rows[clash])
    else:
        code, used = codes[0], (best,)
        words = reasons.reported(promise.due, best, promise.words, code)
    verdict = Verdict(code, words, promise.rule.id, Inference.STATED, tuple(row.id for row in used))
    weighed = Quantity(_report_interval(ledger, promise, best), promise.unit)
    return Judged(verdict, outcome=best, weighed=weighed)


def _weigh_report(ledger: Ledger, promise: Promise, row: Observation) -> VerdictCode:
    return weighed(promise.rule, promise.accepts, _report_interval(ledger, promise, row))


def _report_interval(ledger: Ledger, promise: Promise, row: Observation) -> Interval:
    """A report written as finely as the promise stands as it is written; else its rounding."""
    unit = ledger.unit(row.figure)
    finely = half_unit(row.figure, unit) <= half_unit(promise.figure, ledger.unit(promise.figure))
    if row.figure.comparator == "eq" and finely:
        return point(value_of(row.figure, unit))
    return ledger.interval(row.figure)


def _from_derived(promise: Promise, found: Sequence[Derived]) -> Judged:
    """The first that decides is used, unless another decides the opposite."""
    codes = [_weigh(promise, one) for one in found]
    decided = [i for i, code in enumerate(codes) if code in _DECIDED]
    chosen = decided[0] if decided else 0
    clash = next((i for i in decided if codes[i] != codes[chosen]), None)
    used: tuple[Derived, ...] = (found[chosen],)
    code = codes[chosen]
    if clash is None:
        words = reasons.follows(found[chosen].how, promise.words, code)
    else:
        code, used = VerdictCode.UNDECIDABLE, (found[chosen], found[clash])
        words = reasons.opposed(found[chosen].how, found[clash].how, promise.words)
    inputs = tuple(dict.fromkeys(row.id for one in used for row in one.inputs))
    verdict = Verdict(code, words, promise.rule.id, Inference.DERIVED, inputs)
    return Judged(verdict, derived=found[chosen], weighed=found[chosen].quantity)


def _weigh(promise: Promise, found: Derived) -> VerdictCode:
    return weighed(promise.rule, promise.accepts, found.quantity.interval)


def _without_outcome(ledger: Ledger, promise: Promise) -> Verdict:
    """Undecidable where the due period is reported in other terms, else not yet reported."""
    others = other_reports(ledger, promise.indicator, promise.due, promise.source)
    if not others:
        words = reasons.nothing_reported(promise.due, promise.words)
        return Verdict(VerdictCode.PENDING, words, promise.rule.id)
    real = ledger.indicator(promise.indicator).growth_basis == "real" and (
        promise.figure.measure == "growth" and any(row.figure.measure == "level" for row in others)
    )
    words = reasons.other_terms(promise.due, others, promise.words, real)
    ids = tuple(row.id for row in others)
    return Verdict(VerdictCode.UNDECIDABLE, words, promise.rule.id, None, ids)


def other_reports(
    ledger: Ledger, indicator: str, period: str, promised_in: str
) -> tuple[Observation, ...]:
    """What is reported on a period in any terms, by others than the source of the promise."""
    return tuple(
        row for row in ledger.find_any(indicator, period) if row.evidence.source != promised_in
    )

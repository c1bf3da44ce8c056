"""Verdicts: whether outcomes keep a promise, by the rows of `rules.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tally.derive import reasons
from tally.derive.asked import Asked, counted
from tally.derive.bases import basis_of, on_basis
from tally.derive.hindsight import newest
from tally.derive.implied import implied
from tally.derive.interval import Interval, below, inside
from tally.derive.ledger import Ledger, from_source_first
from tally.derive.model import Derived, Quantity, Verdict
from tally.derive.rulebook import BasisRule, Rule
from tally.derive.rules import accepted_figures, rule_for, wording_of
from tally.derive.sentence import Promised, Sentence
from tally.derive.spans import is_total
from tally.derive.stated import as_written, half_unit, in_words, value_of
from tally.derive.trust import standing
from tally.derive.vintages import is_late, of_its_time, timeliness, when_known
from tally.records.model import (
    Figure,
    Indicator,
    Observation,
    Target,
)
from tally.terms import Basis, Direction, Inference, Measure, Period, VerdictCode

DECIDED: tuple[VerdictCode, ...] = (VerdictCode.MET, VerdictCode.MISSED)


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

    asked: Asked
    figure: Figure
    rule: Rule
    accepts: Interval
    value: Fraction
    words: Promised


@dataclass(frozen=True, slots=True)
class Answers:
    """The reports in the terms of a promise, and the row that lets their basis answer its own."""

    rows: tuple[Observation, ...]
    basis: BasisRule


def judge_figure(ledger: Ledger, target: Target, figure: Figure) -> Judged:
    """The verdict on a promised figure: from what is reported, else from what follows.

    Where one report leaves it open (超9000亿元), what follows from others may still decide; not a
    late index that contradicts the report, which was revised: what that says is told beside.
    """
    promise = _promise(ledger, target, figure)
    accepted = Quantity(promise.accepts, promise.asked.unit)
    answers = _answers(ledger, promise)
    judged = _judged(ledger, promise, answers)
    verdict = _beside_later(ledger, promise, answers, judged)
    return replace(judged, verdict=verdict, accepted=accepted)


def _beside_later(
    ledger: Ledger, promise: Promise, answers: Answers | None, judged: Judged
) -> Verdict:
    """The verdict with that of the newest figure, where one came out after those it rests on."""
    verdict = judged.verdict
    used = (judged.outcome,) if judged.outcome else judged.derived.inputs if judged.derived else ()
    if not used:
        return verdict
    rows = answers.rows if answers else ()
    later = newest(ledger, promise.asked, rows, when_known(ledger, used))
    if later is None:
        return verdict
    code = weighed(promise.rule, promise.accepts, later.interval)
    verdict = replace(verdict, revised=code)
    if code not in DECIDED or code == verdict.code:
        return verdict
    return replace(verdict, reason=reasons.turned(verdict.reason, later.words, code))


def _judged(ledger: Ledger, promise: Promise, answers: Answers | None) -> Judged:
    derived = implied(ledger, promise.asked)
    reported = _from_reports(ledger, promise, answers) if answers else None
    if reported and not _is_open(reported):
        return reported
    if reported:
        derived = tuple(one for one in derived if not _revises(ledger, one, reported))
    followed = _from_derived(promise, derived) if derived else None
    if followed and (reported is None or followed.verdict.code in DECIDED):
        return followed
    return reported or Judged(_without_outcome(ledger, promise))


def _is_open(judged: Judged) -> bool:
    """Whether a single report is too coarse to decide (and no other contradicts it)."""
    return judged.verdict.code == "undecidable" and len(judged.verdict.inputs) == 1


def _revises(ledger: Ledger, found: Derived, reported: Judged) -> bool:
    """Whether it rests on a late index which is not the number that the report left open."""
    indices = (row for row in found.inputs if row.figure.measure == Measure.INDEX)
    if reported.weighed is None or not any(is_late(ledger, row) for row in indices):
        return False
    return inside(found.quantity.interval, reported.weighed.interval) == "no"


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
    accepts = accepted_figures(rule, figure, unit, step)
    asked = _asked(ledger, target, figure)
    return Promise(asked, figure, rule, accepts, value, Promised(figure))


def _asked(ledger: Ledger, target: Target, figure: Figure) -> Asked:
    indicator, unit = ledger.indicator(target.indicator or ""), ledger.unit(figure)
    return Asked(
        indicator.id,
        target.due,
        figure.measure,
        ledger.base(figure),
        target.evidence.source,
        counted(figure, unit, target.due),
        basis_of(figure, indicator),
        None if in_words(figure, unit) else half_unit(figure, unit),
    )


def _level_before(ledger: Ledger, target: Target, figure: Figure) -> Interval | None:
    """The year before in the promise's own terms, where those are a state and not a rate."""
    if figure.measure not in ("level", "share", "ratio") or target.indicator is None:
        return None
    rows = ledger.find(target.indicator, target.due.before, figure.measure)
    for row in from_source_first(rows, target.evidence.source):
        if ledger.base(row.figure) == ledger.base(figure):
            return ledger.interval(row.figure)
    return None


def _answers(ledger: Ledger, promise: Promise) -> Answers | None:
    asked = promise.asked
    rows = [
        row
        for row in of_its_time(ledger, _reports(ledger, asked))
        if ledger.base(row.figure) == asked.unit
        and row.evidence.source != asked.source
        and counted(row.figure, ledger.unit(row.figure), row.period) == asked.count
    ]
    found = on_basis(ledger, rows, asked.basis)
    return Answers(found[1], found[0]) if found else None


def _reports(ledger: Ledger, asked: Asked) -> Iterator[Observation]:
    """What is reported of the due period in the promise's measure, a total by either name."""
    yield from ledger.find(asked.indicator, asked.period, asked.measure)
    if is_total(ledger, asked):
        other = {Measure.LEVEL: Measure.CUMULATIVE}.get(asked.measure, Measure.LEVEL)
        yield from ledger.find(asked.indicator, asked.period, other)
    if asked.count is not None:
        for period in dict.fromkeys((asked.period, asked.count.end)):
            yield from ledger.since.get((asked.indicator, period), ())


def _from_reports(ledger: Ledger, promise: Promise, answers: Answers) -> Judged:
    rows, asked = answers.rows, promise.asked
    best = rows[0]
    intervals = [as_written(row.figure, ledger.unit(row.figure), asked.half) for row in rows]
    codes = [weighed(promise.rule, promise.accepts, interval) for interval in intervals]
    clash = next((i for i in _equals(ledger, rows) if {codes[i], codes[0]} == set(DECIDED)), None)
    if clash is not None:
        words = reasons.clash(asked.period, best, rows[clash], promise.words)
        code: VerdictCode = VerdictCode.UNDECIDABLE
        used: tuple[Observation, ...] = (best, rows[clash])
    else:
        code, used = codes[0], (best,)
        remarks = _remarks(promise, code, intervals[0], answers)
        words = reasons.reported(asked.period, best, promise.words, remarks)
    verdict = Verdict(code, words, promise.rule.id, Inference.STATED, tuple(row.id for row in used))
    return Judged(verdict, outcome=best, weighed=Quantity(intervals[0], asked.unit))


def _equals(ledger: Ledger, rows: Sequence[Observation]) -> list[int]:
    """Which rows nothing tells apart from the first: as good, or only on another basis."""
    best = rows[0]
    return [
        index
        for index, row in enumerate(rows)
        if _rank(ledger, row) == _rank(ledger, best) or row.figure.basis != best.figure.basis
    ]


def _rank(ledger: Ledger, row: Observation) -> tuple[object, ...]:
    return timeliness(ledger, row), standing(row, ledger.sources)


def _remarks(
    promise: Promise, code: VerdictCode, outcome: Interval, answers: Answers
) -> tuple[Sentence, ...]:
    """What else a reader must know of a verdict on a report."""
    best = answers.rows[0]
    return (
        *reasons.left_open(code),
        *reasons.on_basis(answers.basis, promise.figure, best.figure),
        *_rounding(promise, code, outcome),
        *reasons.noted((best,)),
    )


def _rounding(promise: Promise, code: VerdictCode, outcome: Interval) -> tuple[Sentence, ...]:
    """Whether it takes the rounding of the promised number to keep the promise."""
    rule, value = promise.rule, promise.value
    if code != VerdictCode.MET or "rounded" not in (rule.low, rule.high):
        return ()
    exact = Interval(value if rule.low else None, value if rule.high else None)
    return () if inside(outcome, exact) == "yes" else reasons.rounded()


def _from_derived(promise: Promise, found: Sequence[Derived]) -> Judged:
    """The first that decides is used, unless another decides the opposite."""
    codes = [_weigh(promise, one) for one in found]
    decided = [i for i, code in enumerate(codes) if code in DECIDED]
    chosen = decided[0] if decided else 0
    clash = next((i for i in decided if codes[i] != codes[chosen]), None)
    used: tuple[Derived, ...] = (found[chosen],)
    code = codes[chosen]
    if clash is None:
        remarks = (
            *reasons.left_open(code),
            *_rounding(promise, code, found[chosen].quantity.interval),
            *reasons.noted(found[chosen].inputs),
        )
        words = reasons.follows(found[chosen].how, promise.words, remarks)
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
    asked = promise.asked
    others = other_reports(ledger, asked.indicator, asked.period, asked.source)
    if not others:
        words = reasons.nothing_reported(asked.period, promise.words)
        return Verdict(VerdictCode.PENDING, words, promise.rule.id)
    words = reasons.other_terms(asked.period, others, promise.words, _other_terms(asked, others))
    ids = tuple(row.id for row in others)
    return Verdict(VerdictCode.UNDECIDABLE, words, promise.rule.id, None, ids)


def _other_terms(asked: Asked, rows: Sequence[Observation]) -> reasons.Terms:
    """Why reports on the due period do not answer."""
    if asked.measure != Measure.GROWTH:
        return "other_terms"
    if asked.basis == Basis.REAL and any(row.figure.measure == Measure.LEVEL for row in rows):
        return "real"
    grown = any(row.figure.measure == Measure.GROWTH for row in rows)
    return "other_basis" if grown and asked.basis and not asked.count else "other_terms"


def other_reports(
    ledger: Ledger, indicator: str, period: Period, promised_in: str
) -> tuple[Observation, ...]:
    """What is reported on a period in any terms, by others than the source of the promise."""
    return tuple(
        row for row in ledger.find_any(indicator, period) if row.evidence.source != promised_in
    )

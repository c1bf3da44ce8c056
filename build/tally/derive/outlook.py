"""Each promise beside its baseline, its outcome and its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tally.derive import reasons
from tally.derive.asked import counted
from tally.derive.interval import below, point
from tally.derive.ledger import Ledger, from_source_first
from tally.derive.model import Outlook, Outlooks, Verdict
from tally.derive.pace import pace_of
from tally.derive.relation import Ledgers, judge_relation
from tally.derive.stated import high_value_of, value_of
from tally.derive.verdict import Judged, better, judge_figure, other_reports
from tally.derive.vintages import revision
from tally.records.model import (
    Figure,
    Observation,
    Outcome,
    Target,
)
from tally.terms import Direction, Inference, Measure, TargetType, VerdictCode, complete

_OWN_TERMS_ELSE: Mapping[Measure, tuple[Measure, ...]] = complete(
    Measure,
    {
        Measure.GROWTH: (Measure.GROWTH, Measure.INDEX, Measure.LEVEL),
        Measure.LEVEL: (Measure.LEVEL, Measure.GROWTH),
        Measure.SHARE: (Measure.SHARE, Measure.LEVEL),
        Measure.CHANGE: (Measure.CHANGE, Measure.LEVEL),
        Measure.CUMULATIVE: (Measure.CUMULATIVE,),
        Measure.RATIO: (Measure.RATIO,),
        Measure.RANK: (Measure.RANK,),
        Measure.INDEX: (Measure.INDEX,),
        Measure.GAP: (Measure.GAP,),
    },
)


def judge(ledger: Ledger, ledgers: Ledgers | None = None) -> Outlooks:
    """The outlook of every target of an area; `ledgers` are those of all areas, by id.

    A target whose indicator or unit is not in the vocabulary is left out: `check` reports it.
    """
    known = (target for target in ledger.targets if ledger.knows(target) or target.own)
    return {target.id: outlook(ledger, target, ledgers or {}) for target in known}


def judge_all(ledgers: Iterable[Ledger]) -> Outlooks:
    """The outlook of every target of all areas, by its id."""
    by_area = {ledger.area: ledger for ledger in ledgers}
    return {id_: one for ledger in by_area.values() for id_, one in judge(ledger, by_area).items()}


def outlook(ledger: Ledger, target: Target, ledgers: Ledgers) -> Outlook:
    """One target beside all that bears on it; nothing does on one under its own words."""
    if target.own:
        return _alone(target)
    judged = _judged(ledger, target, ledgers)
    baselines = _baselines(ledger, target)
    baseline = baselines[0] if baselines else None
    return Outlook(
        target=target,
        baseline=baseline,
        baselines=baselines,
        revised=revision(ledger, baseline) if baseline else None,
        outcome=judged.outcome,
        outcomes=_outcomes(ledger, target, judged),
        derived=judged.derived,
        accepted=judged.accepted,
        weighed=judged.weighed,
        pace=pace_of(ledger, target),
        weaker=_weaker(ledger, target, baseline),
        verdict=judged.verdict,
        restates=ledger.restated.get(target.id),
    )


def _alone(target: Target) -> Outlook:
    return Outlook(
        target=target,
        baseline=None,
        baselines=(),
        revised=None,
        outcome=None,
        outcomes=(),
        derived=None,
        accepted=None,
        weighed=None,
        pace=None,
        weaker=False,
        verdict=Verdict(VerdictCode.PENDING, reasons.own_words(), "own-words"),
    )


def _judged(ledger: Ledger, target: Target, ledgers: Ledgers) -> Judged:
    judged = _weighed(ledger, target, ledgers)
    if target.review == "reviewed":
        return judged
    unread = Verdict(VerdictCode.PENDING, reasons.unreviewed(), "unreviewed")
    return Judged(unread, accepted=judged.accepted)


def _weighed(ledger: Ledger, target: Target, ledgers: Ledgers) -> Judged:
    if target.figure is not None:
        return judge_figure(ledger, target, target.figure)
    if target.relation is not None:
        return judge_relation(ledger, target, target.relation, ledgers)
    if target.type == TargetType.WISH:
        return Judged(Verdict(VerdictCode.UNDECIDABLE, reasons.wish(), "wish"))
    return Judged(_told(ledger, target.outcome))


def _told(ledger: Ledger, outcome: Outcome | None) -> Verdict:
    """A milestone's verdict: what a curator has read of its outcome."""
    if outcome is None:
        return Verdict(VerdictCode.PENDING, reasons.milestone_open(), "milestone")
    source = ledger.sources[outcome.evidence.source]
    words = reasons.milestone_told(outcome, source)
    return Verdict(outcome.verdict, words, "milestone", Inference.STATED)


def _measure(target: Target) -> Measure | None:
    said = target.figure or target.relation
    return None if said is None else said.measure


def _baselines(ledger: Ledger, target: Target) -> tuple[Observation, ...]:
    """The period before, or the level of the base year that is named: in the promise's own terms
    first, of the promise's source first."""
    measure = _measure(target)
    if measure is None or target.indicator is None:
        return ()
    figure = target.figure
    count = counted(figure, ledger.unit(figure), target.due) if figure else None
    if count is not None and not count.average:
        found = ledger.find(target.indicator, count.base, Measure.LEVEL)
        return from_source_first(found, target.evidence.source)
    return tuple(
        row for face in _OWN_TERMS_ELSE[measure] for row in _period_before(ledger, target, face)
    )


def _period_before(ledger: Ledger, target: Target, face: Measure) -> list[Observation]:
    rows = ledger.find(target.indicator or "", target.due.before, face)
    said = target.figure or target.relation
    basis = said.basis if said and said.measure == face else None
    ordered = from_source_first(rows, target.evidence.source)
    return sorted(ordered, key=lambda row: row.figure.basis != basis)


def _outcomes(ledger: Ledger, target: Target, judged: Judged) -> tuple[Observation, ...]:
    """All reports on the due period, the used one first, those in the same terms next."""
    if target.indicator is None:
        return ()
    rows = other_reports(ledger, target.indicator, target.due, target.evidence.source)
    measure = _measure(target)
    return tuple(
        sorted(rows, key=lambda row: (row != judged.outcome, row.figure.measure != measure))
    )


def _weaker(ledger: Ledger, target: Target, baseline: Observation | None) -> bool:
    figure = target.figure
    if figure is None or baseline is None or target.indicator is None:
        return False
    if not _same_terms(ledger, figure, baseline.figure):
        return False
    unit = ledger.unit(figure)
    least, most = sorted((value_of(figure, unit), high_value_of(figure, unit)))
    reached = ledger.interval(baseline.figure)
    match better(ledger.indicator(target.indicator), figure):
        case Direction.UP:
            return below(point(least), reached)
        case Direction.DOWN:
            return below(reached, point(most))
        case Direction.NONE:
            return False


def _same_terms(ledger: Ledger, figure: Figure, other: Figure) -> bool:
    alike = figure.measure == other.measure and figure.basis == other.basis
    return alike and ledger.base(figure) == ledger.base(other)

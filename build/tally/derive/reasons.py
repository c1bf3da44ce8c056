"""Why a verdict is what it is: one sentence with its numbers, for the room `words` to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from tally.derive.ledger import Ledger
from tally.derive.model import Derived, Outlook
from tally.derive.rulebook import BasisRule, RelationRule
from tally.derive.sentence import (
    Amount,
    Growth,
    Listed,
    Named,
    NamedArea,
    Part,
    Reported,
    Sentence,
    sentence,
)
from tally.records.model import Figure, Localized, Observation, Outcome, Relation, Source
from tally.terms import Comparator, Direction, Measure, Period, RelationTo, Status, VerdictCode

Terms = Literal["other_terms", "other_basis", "real"]


def reported(
    due: Period, row: Observation, promise: Part, remarks: tuple[Sentence, ...]
) -> Sentence:
    """For a verdict on a reported figure."""
    early = sentence("reason.preliminary") if row.status == Status.PRELIMINARY else ""
    return sentence(
        "reason.reported",
        period=due,
        figure=Reported(row.figure),
        early=early,
        open=remarks,
        promise=promise,
    )


def left_open(code: VerdictCode) -> tuple[Sentence, ...]:
    """A remark where the outcome can be on either side."""
    return (sentence("reason.open"),) if code == VerdictCode.UNDECIDABLE else ()


def rounded() -> tuple[Sentence, ...]:
    """A remark where only the rounding of the promised number keeps the promise."""
    return (sentence("reason.rounded"),)


def noted(rows: Iterable[Observation]) -> tuple[Sentence, ...]:
    """What a curator notes of the figures used: that a year is inferred, or a name differs."""
    notes = dict.fromkeys(row.note for row in rows if row.note)
    return tuple(sentence("reason.noted", note=_unstopped(note)) for note in notes)


def _unstopped(note: Localized) -> Localized:
    """A note within a sentence, without the full stop that it has as one of its own."""
    return replace(note, zh=note.zh.rstrip("。"), en=note.en.rstrip("."))


def on_basis(rule: BasisRule, promised: Figure, outcome: Figure) -> tuple[Sentence, ...]:
    """A remark where only one of the promise and the outcome says what its growth is counted on."""
    one_sided = (promised.basis is None) != (outcome.basis is None)
    return (sentence(f"reason.{rule.id}"),) if one_sided and rule.outcome != "same" else ()


def clash(due: Period, first: Observation, second: Observation, promise: Part) -> Sentence:
    """For two reports of equal standing with opposite verdicts."""
    return sentence(
        "reason.clash",
        period=due,
        first=Reported(first.figure),
        second=Reported(second.figure),
        promise=promise,
    )


def follows(how: Part, promise: Part, remarks: tuple[Sentence, ...]) -> Sentence:
    """For a verdict on a derived value."""
    return sentence("reason.follows", how=how, open=remarks, promise=promise)


def opposed(first: Part, second: Part, promise: Part) -> Sentence:
    """For two derivations with opposite verdicts."""
    return sentence("reason.opposed", first=first, second=second, promise=promise)


def nothing_reported(due: Period, promise: Part) -> Sentence:
    """For a period that no source reports on."""
    return sentence("reason.pending", period=due, promise=promise)


def other_terms(
    due: Period, rows: Sequence[Observation], promise: Part, terms: Terms = "other_terms"
) -> Sentence:
    """For a period reported in terms that cannot be compared with the promise."""
    figures = Listed(tuple(Reported(row.figure) for row in rows))
    return sentence(f"reason.{terms}", period=due, figures=figures, promise=promise)


def turned(reason: Sentence, later: Part, code: VerdictCode) -> Sentence:
    """For a verdict that a later figure would turn into this one."""
    return sentence(f"reason.turned.{code}", reason=reason, later=later)


def relation_words(relation: Relation) -> Sentence:
    """A promise relative to something else, as the report puts it."""
    if relation.to == RelationTo.ASSIGNED:
        return sentence("relation.assigned")
    if relation.to == RelationTo.PREVIOUS:
        return sentence(f"relation.previous.{relation.comparator}")
    measure = sentence(f"relation.measure.{relation.measure}")
    area = relation.to == RelationTo.AREA
    other = NamedArea(relation.area or "") if area else Named(relation.to)
    return sentence(f"relation.in_step.{relation.comparator}", other=other, measure=measure)


def judged_relation(relation: Relation, kind: RelationRule, direction: Direction) -> Sentence:
    """The same with what counts as stable, for an indicator that is better in this direction."""
    words = relation_words(relation)
    if kind.id != "stable" or relation.comparator != Comparator.APPROX:
        return words
    beyond = sentence(f"reason.beyond.{direction}")
    return sentence("reason.within", promise=words, tolerance=str(kind.about), beyond=beyond)


def assigned() -> Sentence:
    """For a task set from above whose number nobody has published."""
    return sentence("reason.assigned")


def assigned_by(reason: Sentence, source: Source) -> Sentence:
    """For one whose number a source gives."""
    return sentence("reason.assigned_by", reason=reason, source=source.title)


def wish() -> Sentence:
    """For a promise that sets no standard."""
    return sentence("reason.wish")


def milestone_open() -> Sentence:
    """For a milestone without a notice."""
    return sentence("reason.milestone_open")


def milestone_told(outcome: Outcome, source: Source) -> Sentence:
    """For a milestone whose outcome a source tells."""
    done = sentence("reason.done", date=outcome.date) if outcome.date else ""
    note = sentence("reason.note", note=outcome.note) if outcome.note else ""
    return sentence("reason.milestone_told", source=source.title, done=done, note=note)


def unreviewed() -> Sentence:
    """For a promise that only the machine has read."""
    return sentence("reason.unreviewed")


def own_words() -> Sentence:
    """For a promise that no shared indicator fits, so that no outcome is looked for."""
    return sentence("reason.own_words")


def derived_words(outlook: Outlook, ledger: Ledger) -> Amount | Growth | None:
    """A derived outcome, in the unit of the promise or of what was stated."""
    if outlook.derived is None:
        return None
    return implied_words(outlook.derived, ledger, outlook.target.figure)


def implied_words(
    derived: Derived, ledger: Ledger, promised: Figure | None = None
) -> Amount | Growth:
    """What others imply: growth in percent, an amount in the unit of what was stated."""
    interval, base = derived.quantity.interval, derived.quantity.unit
    if derived.measure == Measure.GROWTH:
        return Growth(interval)
    stated = (promised, *(row.figure for row in derived.inputs))
    like = next((figure for figure in stated if figure and ledger.base(figure) == base), None)
    return Amount(interval, like.unit if like else base)

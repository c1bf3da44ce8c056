"""One record to one row of a published table: every column of it, by name."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from tally.derive.model import Outlook
from tally.derive.stated import in_unit_base
from tally.package.cells import Cell, Row, converted, written
from tally.records.model import (
    Area,
    Evidence,
    Figure,
    Indicator,
    Localized,
    Observation,
    Outcome,
    Source,
    Target,
    Unit,
    Vocabulary,
)
from tally.terms import GrowthBasis, RelationTo, VerdictCode
from tally.words.sentences import said

# How the unit families of money are called.
_MONEY = "money-"


def observation_row(observation: Observation, vocabulary: Vocabulary) -> Row:
    """The row of one observation."""
    period = observation.period
    return {
        "id": observation.id,
        "area": observation.area,
        **_indicator_cells(observation, vocabulary),
        "theme": _theme(observation, vocabulary),
        "period": period,
        **_figure_cells(observation.figure, vocabulary.units),
        "measure": observation.figure.measure,
        "comparator": observation.figure.comparator,
        "basis": observation.figure.basis,
        "status": observation.status,
        **_record_cells(observation),
        "period_start": period.start,
        "period_end": period.end,
        "period_type": period.kind,
        "period_inferred": observation.period_inferred,
    }


def target_row(target: Target, vocabulary: Vocabulary, outlook: Outlook) -> Row:
    """The row of one target."""
    due = target.due
    promised = target.promised
    return {
        "id": target.id,
        "area": target.area,
        **_indicator_cells(target, vocabulary),
        "due": due,
        **_figure_cells(target.figure, vocabulary.units),
        "related_area": target.relation.area if target.relation else None,
        "measure": promised.measure if promised else None,
        "comparator": promised.comparator if promised else None,
        "strength": promised.strength if promised else None,
        "basis": promised.basis if promised else None,
        "status": None,
        **_record_cells(target),
        "type": target.type,
        **_both("title", target.title),
        "related_indicator": related_indicator(target),
        **_outlook_cells(outlook, vocabulary),
        **_accepted_cells(target, outlook, vocabulary.units),
        **_both("kept", target.kept),
        "borderline": target.borderline,
        "theme": target.theme,
        "due_start": due.start,
        "due_end": due.end,
        **_outcome_cells(target.outcome),
    }


def indicator_row(indicator: Indicator, observations: int, targets: int) -> Row:
    """The row of one indicator, with how often the package uses it."""
    return {
        "id": indicator.id,
        **_both("name", indicator.name),
        **_both("definition", indicator.definition),
        "theme": indicator.theme,
        "unit_family": " ".join(indicator.unit_families),
        "direction": indicator.direction,
        "aliases": "|".join(indicator.aliases) or None,
        "related": " ".join(indicator.related) or None,
        "codes": " ".join(f"{key}:{code}" for key, code in indicator.codes.items()) or None,
        "former_ids": " ".join(indicator.former_ids) or None,
        "growth_basis": _growth_basis(indicator),
        "part_of": indicator.part_of,
        "change_of": indicator.change_of,
        "observations": observations,
        "targets": targets,
    }


def source_row(source: Source, observations: int, targets: int) -> Row:
    """The row of one source, with how much rests on it."""
    return {
        "id": source.id,
        "area": source.area,
        "kind": source.kind,
        **_both("title", source.title),
        **_both("publisher", source.publisher),
        "published": source.published,
        "year": source.year,
        "language": source.language,
        "url": source.url,
        "provenance": source.provenance,
        "review": source.review if source.archived else None,
        "sha256": source.sha256,
        "text": source.text_path,
        **_both("received", source.received),
        **_both("note", source.note),
        "dataset": source.dataset,
        "repairs": len(source.repairs) + len(source.year_corrections),
        "observations": observations,
        "targets": targets,
    }


def area_row(area: Area) -> Row:
    """The row of one area."""
    return {
        "id": area.id,
        **_both("name", area.name),
        "code": area.code,
        "within": area.within,
        "level": area.level,
        "from": area.since,
        "to": area.until,
        "became": " ".join(area.became) or None,
    }


def unit_row(unit: Unit) -> Row:
    """The row of one unit."""
    return {
        "id": unit.id,
        **_both("name", unit.name),
        "family": unit.family,
        "factor": unit.factor,
        "base": unit.base,
    }


def _growth_basis(indicator: Indicator) -> GrowthBasis | None:
    """Only money grows at current or at constant prices: people, counts and rates have none."""
    priced = indicator.unit_families[0].startswith(_MONEY)
    return indicator.growth_basis if priced or indicator.growth_basis == "real" else None


def related_indicator(target: Target) -> str | None:
    """What a relation is relative to: the indicator itself, a year before or in another area;
    nothing that is known where it is a task from above."""
    if target.relation is None or target.relation.to == RelationTo.ASSIGNED:
        return None
    own = target.relation.to in (RelationTo.PREVIOUS, RelationTo.AREA)
    return target.indicator if own else target.relation.to


def _theme(observation: Observation, vocabulary: Vocabulary) -> str:
    own = observation.own
    return own.theme if own else vocabulary.indicators[observation.indicator].theme


def _indicator_cells(record: Observation | Target, vocabulary: Vocabulary) -> dict[str, Cell]:
    """The indicator of a record; of one under its own words only what it is called."""
    if record.own:
        named = {"indicator_name_zh": record.own.zh, "indicator_name_en": record.own.en}
        return {"indicator": None, **named}
    indicator = vocabulary.indicators[record.indicator] if record.indicator else None
    return {
        "indicator": indicator.id if indicator else None,
        **_both("indicator_name", indicator.name if indicator else None),
    }


_STATED = (
    *("value", "value_high", "unit", "value_base", "value_high_base", "unit_base"),
    *("direction", "stated", "base_period"),
)


def _figure_cells(figure: Figure | None, units: Mapping[str, Unit]) -> dict[str, Cell]:
    if figure is None:
        return dict.fromkeys(_STATED)
    unit = units[figure.unit]
    high = figure.value_high
    return {
        "value": figure.value,
        "value_high": high,
        "unit": unit.id,
        "value_base": converted(figure.value, unit.factor),
        "value_high_base": None if high is None else converted(high, unit.factor),
        "unit_base": unit.base,
        "direction": figure.direction,
        "stated": figure.stated,
        "base_period": figure.base_period,
    }


def _record_cells(record: Observation | Target) -> dict[str, Cell]:
    note = record.note
    return {
        **_evidence_cells(record.evidence),
        "provenance": record.provenance,
        "review": record.review,
        "note": note.zh if note else None,
        "note_en": note.en if note else None,
        "confidence": record.confidence,
    }


def _evidence_cells(evidence: Evidence | None) -> dict[str, Cell]:
    span = evidence.span if evidence else None
    return {
        "source": evidence.source if evidence else None,
        "quote": evidence.quote if evidence else None,
        "start": span.raw_start if span else None,
        "end": span.raw_end if span else None,
        "locator": evidence.locator if evidence else None,
    }


def _outlook_cells(outlook: Outlook, vocabulary: Vocabulary) -> dict[str, Cell]:
    verdict = outlook.verdict
    pending = verdict.code == VerdictCode.PENDING
    return {
        "baseline": outlook.baseline.id if outlook.baseline else None,
        "outcome": " ".join(observation.id for observation in outlook.outcomes) or None,
        "verdict": None if pending else verdict.code,
        "inference": None if pending else verdict.inference,
        **_both("verdict_reason", said(verdict.reason, vocabulary)),
        "verdict_derived": verdict.inference == "derived",
        "verdict_inputs": " ".join(verdict.inputs) or None,
        "verdict_revised": verdict.revised,
        "restates": outlook.restates,
    }


def _accepted_cells(target: Target, outlook: Outlook, units: Mapping[str, Unit]) -> dict[str, Cell]:
    """What the wording accepts, in the unit that the row names; a relation takes that of its
    interval, as it has none of its own."""
    accepted = outlook.accepted
    low, high = (accepted.interval.low, accepted.interval.high) if accepted else (None, None)
    own = {"unit_base": accepted.unit} if accepted and target.figure is None else {}
    return {
        **own,
        "accepted_low": _own_base(low, target.figure, units),
        "accepted_high": _own_base(high, target.figure, units),
        "accepted_low_open": accepted.interval.low_open if accepted and low is not None else None,
        "accepted_high_open": accepted.interval.high_open
        if accepted and high is not None
        else None,
    }


def _own_base(end: Fraction | None, figure: Figure | None, units: Mapping[str, Unit]) -> Cell:
    """An end of what is accepted, in the base of the figure's own unit."""
    if end is None or figure is None:
        return None if end is None else written(end)
    return written(in_unit_base(end, figure, units[figure.unit]))


def _outcome_cells(outcome: Outcome | None) -> dict[str, Cell]:
    """What became of a milestone, and where that is told."""
    evidence = _evidence_cells(outcome.evidence if outcome else None)
    return {
        **{f"outcome_{name}": cell for name, cell in evidence.items()},
        "outcome_date": outcome.date if outcome else None,
        **_both("outcome_note", outcome.note if outcome else None),
    }


def _both(name: str, text: Localized | None) -> dict[str, Cell]:
    return {f"{name}_zh": text.zh if text else None, f"{name}_en": text.en if text else None}

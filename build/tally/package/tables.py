"""Records to the rows of the published tables: pure functions, one for each table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tally.derive.model import Outlook
from tally.derive.stated import in_unit_base
from tally.package.cells import Cell, Row, converted, written
from tally.package.columns import TableSpec, table_specs
from tally.package.edition import Edition
from tally.records.model import (
    Area,
    Dataset,
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
from tally.records.periods import parse_period
from tally.terms import GrowthBasis, RelationTo, VerdictCode
from tally.words.sentences import said

# How the unit families of money are called.
_MONEY = "money-"
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


class UnwritableTextError(ValueError):
    """A text that no table may hold: a NUL, or half of a character."""


class ColumnError(LookupError):
    """A column that is declared and has no producer, or the other way round."""


@dataclass(frozen=True, slots=True)
class Table:
    """A published table: what its columns are, and its rows, each with every column."""

    spec: TableSpec
    rows: tuple[Row, ...]


def tables_of(edition: Edition) -> Mapping[str, Table]:
    """All tables of a package by name; raises UnwritableTextError and ColumnError."""
    rows: Mapping[str, Iterable[Row]] = {
        "indicators": indicator_rows(edition),
        "observations": observation_rows(edition),
        "targets": target_rows(edition),
        "sources": source_rows(edition),
        "areas": area_rows(edition),
        "units": unit_rows(edition),
    }
    return {name: _table(spec, rows[name]) for name, spec in table_specs().items()}


def observation_rows(edition: Edition) -> list[Row]:
    """One row for each observation, in the order of the records, with which is preferred."""
    return [row for dataset in edition.datasets for row in _observed(dataset, edition)]


def target_rows(edition: Edition) -> list[Row]:
    """One row for each target, in the order of the records, with its outcome and verdict."""
    return [
        target_row(target, edition.vocabulary, edition.outlooks[target.id])
        for dataset in edition.datasets
        for target in dataset.targets
    ]


def indicator_rows(edition: Edition) -> list[Row]:
    """The indicators that observations, targets and relations use, in vocabulary order."""
    observations = Counter(o.indicator for d in edition.datasets for o in d.observations)
    targets = Counter(t.indicator for d in edition.datasets for t in d.targets if t.indicator)
    related = {_related(t) for d in edition.datasets for t in d.targets}
    return [
        indicator_row(indicator, observations[indicator.id], targets[indicator.id])
        for indicator in edition.vocabulary.indicators.values()
        if indicator.id in observations or indicator.id in targets or indicator.id in related
    ]


def source_rows(edition: Edition) -> list[Row]:
    """All sources of each area, used or only read."""
    return [row for dataset in edition.datasets for row in _sources_of(dataset)]


def area_rows(edition: Edition) -> list[Row]:
    """The areas of the datasets and those they lie in, in vocabulary order."""
    known, used = edition.vocabulary.areas, set[str]()
    for area in (area for dataset in edition.datasets for area in dataset.areas):
        used |= {one.id for one in _with_containers(area, known)}
    return [area_row(area) for area in known.values() if area.id in used]


def _with_containers(area_id: str, known: Mapping[str, Area]) -> Iterator[Area]:
    """An area, the one it lies in, and so on; a circle of areas ends where it closes."""
    found: dict[str, Area] = {}
    while area_id in known and area_id not in found:
        found[area_id] = known[area_id]
        area_id = known[area_id].within or ""
    yield from found.values()


def unit_rows(edition: Edition) -> list[Row]:
    """The units that figures use, with the base units these convert to, in vocabulary order."""
    units = edition.vocabulary.units
    stated = {figure.unit for dataset in edition.datasets for figure in _figures(dataset)}
    used = stated | {units[unit].base for unit in stated}
    return [unit_row(unit) for unit in units.values() if unit.id in used]


def observation_row(observation: Observation, vocabulary: Vocabulary) -> Row:
    """The row of one observation."""
    period = parse_period(observation.period)
    return {
        "id": observation.id,
        "area": observation.area,
        **_indicator_cells(vocabulary.indicators[observation.indicator]),
        "theme": vocabulary.indicators[observation.indicator].theme,
        "period": observation.period,
        **_figure_cells(observation.figure, vocabulary.units),
        "measure": observation.figure.measure,
        "comparator": observation.figure.comparator,
        "basis": observation.figure.basis,
        "status": observation.status,
        **_record_cells(observation),
        "period_start": period.start,
        "period_end": period.end,
        "period_type": period.kind,
    }


def target_row(target: Target, vocabulary: Vocabulary, outlook: Outlook) -> Row:
    """The row of one target."""
    indicator = vocabulary.indicators[target.indicator] if target.indicator else None
    due = parse_period(target.due)
    promised = target.promised
    return {
        "id": target.id,
        "area": target.area,
        **_indicator_cells(indicator),
        "due": target.due,
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
        "related_indicator": _related(target),
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


def _observed(dataset: Dataset, edition: Edition) -> Iterator[Row]:
    for observation in dataset.observations:
        row = observation_row(observation, edition.vocabulary)
        yield {**row, "preferred": observation.id in edition.preferred}


def _growth_basis(indicator: Indicator) -> GrowthBasis | None:
    """Only money grows at current or at constant prices: people, counts and rates have none."""
    priced = indicator.unit_families[0].startswith(_MONEY)
    return indicator.growth_basis if priced or indicator.growth_basis == "real" else None


def _sources_of(dataset: Dataset) -> list[Row]:
    observations = Counter(o.evidence.source for o in dataset.observations)
    targets = Counter(t.evidence.source for t in dataset.targets)
    return [
        source_row(source, observations[source.id], targets[source.id])
        for source in dataset.sources.values()
    ]


def _figures(dataset: Dataset) -> Iterable[Figure]:
    yield from (observation.figure for observation in dataset.observations)
    yield from (target.figure for target in dataset.targets if target.figure)


def _related(target: Target) -> str | None:
    """What a relation is relative to: the indicator itself, a year before or in another area;
    nothing that is known where it is a task from above."""
    if target.relation is None or target.relation.to == RelationTo.ASSIGNED:
        return None
    own = target.relation.to in (RelationTo.PREVIOUS, RelationTo.AREA)
    return target.indicator if own else target.relation.to


def _indicator_cells(indicator: Indicator | None) -> dict[str, Cell]:
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


def _unlike(spec: TableSpec, row: Row) -> str:
    idle, undeclared = sorted(spec.names - row.keys()), sorted(row.keys() - spec.names)
    said = [f"{spec.name}.{name} is declared in columns.yml, and nothing fills it" for name in idle]
    said += [
        f"{spec.name}.{name} is filled, and columns.yml does not declare it" for name in undeclared
    ]
    return "; ".join(said)


def _table(spec: TableSpec, rows: Iterable[Row]) -> Table:
    return Table(spec, tuple(_complete(spec, row) for row in rows))


def _complete(spec: TableSpec, row: Row) -> Row:
    """A row with its columns in order, each of which has been given."""
    if row.keys() != spec.names:
        raise ColumnError(_unlike(spec, row))
    full = {column.name: row[column.name] for column in spec.columns}
    for name, cell in full.items():
        if isinstance(cell, str) and _UNWRITABLE.search(cell):
            where = f"{spec.name}: {full['id']!s:.80}: {name}"
            raise UnwritableTextError(f"{where}: holds a NUL or half of a character")
    return full

"""Observations and targets from their entries, each figure traced to its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal, TypeVar

from tally.records import entries, ids
from tally.records.archive import trace
from tally.records.context import Context
from tally.records.model import (
    Evidence,
    Figure,
    Localized,
    Observation,
    Outcome,
    Place,
    Relation,
    Source,
    Target,
)
from tally.records.references import by_id
from tally.records.refers import of_known_units, refers_well, report_other_theme, theme_of
from tally.records.remnants import Remnant, in_item, without
from tally.records.strict_yaml import Map
from tally.terms import Review, Status, TargetType, VerdictCode

Record = TypeVar("Record", Observation, Target)

# The field that makes an entry a target of a type.
_TYPES = {
    "figures": TargetType.FIGURE,
    "relation": TargetType.RELATION,
    "milestone": TargetType.MILESTONE,
    "wish": TargetType.WISH,
}


def read_observations(context: Context) -> tuple[Observation, ...]:
    """The reported figures of a dataset, in the order of its files."""
    usable = _usable(context, "observations")
    return _identified(context, (o for entry in usable for o in _observations(context, entry)))


def read_targets(context: Context) -> tuple[Target, ...]:
    """The promises of a dataset, in the order of its files."""
    usable = _usable(context, "targets")
    return _identified(context, (t for entry in usable for t in _targets(context, entry)))


def _usable(context: Context, kind: Literal["observations", "targets"]) -> Iterator[Map]:
    """The entries of a kind that can be records, without the figures that cannot.

    What is wrong is reported; of the other entries, what can be checked goes to the remnants.
    """
    for path in context.files.listed(context.folder / kind):
        for stated, wrong in context.files.stated(path, kind):
            entry = of_known_units(context, without(stated, wrong) if wrong else stated)
            known = refers_well(context, entry)
            if not known or entry is not stated:
                context.files.incomplete.add(kind)
                _note_unsound(context, entry, kind)
            if known and all(map(in_item, wrong)) and entry.get("figures") != []:
                report_other_theme(context, entry, path.stem)
                yield entry
            else:
                context.remnants.extend(_remnants(context, entry))


def _note_unsound(context: Context, entry: Map, kind: str) -> None:
    """Keep the words of an entry of which something is wrong, so that their numbers do not seem
    forgotten; where it has none, nobody knows which those are."""
    if entry.get("source") in context.sources and "quote" in entry:
        context.unsound.append(_evidence(context, entry, None))
    elif "locator" not in entry:
        context.files.unread.add(kind)


# --- records -----------------------------------------------------------------------------------


def _observations(context: Context, entry: Map) -> Iterator[Observation]:
    return _figures(context, entry) if "figures" in entry else _series(context, entry)


def _series(context: Context, entry: Map) -> Iterator[Observation]:
    """A record for each cell; its place is the cell's."""
    provenance = context.sources[entry["source"]].source.provenance
    rows = entry.get("series", {})
    for area, cells in rows.items():
        if area not in context.areas:
            continue
        for year, value in cells.items():
            place, period = cells.values_at[year], entries.period(year)
            cell = entries.cell(entry, value, place)
            yield Observation(
                id=ids.observation_id(area, entry["indicator"], period, cell.measure, cell.basis),
                area=area,
                indicator=entry["indicator"],
                period=period,
                figure=cell,
                status=None,
                evidence=_evidence(context, entry, None),
                provenance=provenance,
                review=Review(entry.get("review", Review.REVIEWED)),
                note=entries.maybe_localized(entry.get("note")),
                place=place,
                in_series=True,
                places={
                    **entry.values_at,
                    "area": rows.keys_at[area],
                    "period": cells.keys_at[year],
                },
            )


def _figures(context: Context, entry: Map) -> Iterator[Observation]:
    source = context.sources[entry["source"]].source
    area, period = context.area_of(entry), entries.period(entry["period"])
    indicator = _subject_of(entry)
    for figure in map(entries.figure, entry["figures"]):
        yield Observation(
            id=ids.observation_id(area, indicator, period, figure.measure, figure.basis),
            area=area,
            indicator=indicator,
            period=period,
            figure=figure,
            status=entries.maybe(Status, entry.get("status")),
            evidence=_evidence(context, entry, figure),
            provenance=source.provenance,
            review=Review(entry.get("review", Review.REVIEWED)),
            note=entries.maybe_localized(entry.get("note")),
            place=entry.place,
            period_inferred=entry.get("period_inferred", False),
            acknowledged=entries.acknowledged(entry),
            own=entries.own(entry, context.dataset),
            places=entry.values_at,
        )


def _subject_of(entry: Map) -> str:
    """The indicator of an entry's figures, or the id that they have under their own words."""
    return str(entry["indicator"] if "indicator" in entry else entry["id"])


def _targets(context: Context, entry: Map) -> Iterator[Target]:
    if "milestone" in entry:
        title = entries.localized(entry["milestone"])
        slug = entry.get("id") or ids.slug_of(title.en)
        plain = ids.milestone_id(context.area_of(entry), slug, entries.period(entry["due"]))
        yield _target(context, entry, plain, title=title)
    elif "wish" in entry:
        plain = ids.wish_id(
            context.area_of(entry), entry["indicator"], entries.period(entry["due"])
        )
        yield _target(context, entry, plain, title=entries.localized(entry["wish"]))
    elif "relation" in entry:
        relation = entries.relation(entry["relation"])
        yield _target(context, entry, _target_id(context, entry, relation), relation=relation)
    else:
        for figure in map(entries.figure, entry["figures"]):
            yield _target(context, entry, _target_id(context, entry, figure), figure=figure)


def _target_id(context: Context, entry: Map, promised: Figure | Relation) -> str:
    return ids.target_id(
        context.area_of(entry),
        _subject_of(entry),
        entries.period(entry["due"]),
        promised.measure,
        promised.basis,
        promised.strength,
    )


def _target(
    context: Context,
    entry: Map,
    plain_id: str,
    *,
    figure: Figure | None = None,
    relation: Relation | None = None,
    title: Localized | None = None,
) -> Target:
    return Target(
        id=plain_id,
        area=context.area_of(entry),
        due=entries.period(entry["due"]),
        type=next(type_ for field, type_ in _TYPES.items() if field in entry),
        theme=theme_of(context, entry),
        indicator=None if title is not None and "wish" not in entry else _subject_of(entry),
        figure=figure,
        relation=relation,
        title=title,
        kept=entries.maybe_localized(entry.get("kept")),
        borderline=entry.get("borderline", False),
        evidence=_evidence(context, entry, figure),
        provenance=context.sources[entry["source"]].source.provenance,
        review=Review(entry.get("review", Review.REVIEWED)),
        note=entries.maybe_localized(entry.get("note")),
        place=entry.place,
        outcome=_outcome(context, entry["outcome"]) if "outcome" in entry else None,
        acknowledged=entries.acknowledged(entry),
        own=entries.own(entry, context.dataset),
        places=entry.values_at,
    )


def _outcome(context: Context, entry: Map) -> Outcome:
    return Outcome(
        verdict=VerdictCode(entry["verdict"]),
        evidence=_evidence(context, entry, None),
        date=entries.when(entry["date"]) if "date" in entry else None,
        note=entries.maybe_localized(entry.get("note")),
        place=entry.place,
        places=entry.values_at,
    )


# --- evidence ----------------------------------------------------------------------------------


def _evidence(context: Context, entry: Map, figure: Figure | None) -> Evidence:
    quote = entry.get("quote")
    archived = context.sources[entry["source"]]
    units = context.vocabulary.units
    span = trace(archived, quote, figure, units) if quote else None
    return Evidence(entry["source"], quote, entry.get("locator"), span)


def _remnants(context: Context, entry: Map) -> Iterator[Remnant]:
    """What an entry that is no record quotes or locates, and what became of it."""
    if "outcome" in entry:
        yield from _remnants(context, entry["outcome"])
    if entry.get("source") in context.sources and ("quote" in entry or "locator" in entry):
        figures: list[Figure | None] = [*map(entries.figure, entry.get("figures", ()))]
        for figure in figures or [None]:
            evidence = _evidence(context, entry, figure)
            yield Remnant(evidence, figure, entry.place, entry.values_at)


# --- ids ---------------------------------------------------------------------------------------


def _identified(context: Context, records: Iterable[Record]) -> tuple[Record, ...]:
    """Records with their ids: the earliest archived source has the plain one."""
    stated = list(records)
    sources = {name: archived.source for name, archived in context.sources.items()}
    owners = _owners(stated, sources)
    named = (_named(record, owners.get(record.id)) for record in stated)
    return tuple(by_id(context.files, named, _place).values())


def _place(record: Observation | Target) -> Place:
    return record.figure.place if record.figure else record.place


def _owners(
    records: Iterable[Observation | Target], sources: Mapping[str, Source]
) -> dict[str, str]:
    owners: dict[str, str] = {}
    for record in records:
        source = sources[record.evidence.source]
        owner = sources.get(owners.get(record.id, ""))
        if source.archived and (owner is None or _age(source) < _age(owner)):
            owners[record.id] = source.id
    return owners


def _age(source: Source) -> tuple[str, str]:
    return source.published, source.id


def _named(record: Record, owner: str | None) -> Record:
    source = record.evidence.source
    return record if source == owner else replace(record, id=f"{record.id}/{source}")

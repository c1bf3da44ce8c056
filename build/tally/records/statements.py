"""Observations and targets from their entries, each figure traced to its source."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, TypeVar

from tally.records import entries, ids
from tally.records.archive import CITED, Archived, trace
from tally.records.files import Files
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
    Vocabulary,
)
from tally.records.references import by_id, report_unknown
from tally.records.remnants import Remnant, in_item, without
from tally.records.strict_yaml import Map
from tally.terms import RelationTo, Review, Status, TargetType, VerdictCode

Record = TypeVar("Record", Observation, Target)

# The field that makes an entry a target of a type.
_TYPES = {
    "figures": TargetType.FIGURE,
    "relation": TargetType.RELATION,
    "milestone": TargetType.MILESTONE,
    "wish": TargetType.WISH,
}


@dataclass(frozen=True, slots=True)
class Context:
    """What the entries of a dataset refer to; `folder` is its own, `described` its dataset.yml.

    `remnants` takes what is left of those that cannot be records, `unsound` what those rest on of
    which anything is wrong.
    """

    files: Files
    folder: Path
    vocabulary: Vocabulary
    areas: tuple[str, ...]
    sources: Mapping[str, Archived]
    described: Map | None = None
    remnants: list[Remnant] = field(default_factory=list)
    unsound: list[Evidence] = field(default_factory=list)

    @property
    def dataset(self) -> str:
        return self.folder.name

    def area_of(self, entry: Map) -> str:
        """The area an entry speaks of: it names one where the dataset has several."""
        return str(entry.get("area", self.areas[0]))


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
            entry = _of_known_units(context, without(stated, wrong) if wrong else stated)
            known = _refers_well(context, entry)
            if not known or entry is not stated:
                context.files.incomplete.add(kind)
                _note_unsound(context, entry, kind)
            if known and all(map(in_item, wrong)) and entry.get("figures") != []:
                _report_other_theme(context, entry, path.stem)
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


# --- references --------------------------------------------------------------------------------


def _refers_well(context: Context, entry: Map) -> bool:
    """Whether all that an entry names is known; what is not is reported."""
    vocabulary = context.vocabulary
    named = (
        ("indicator", "indicator", vocabulary.indicators, "indicators"),
        ("theme", "theme", vocabulary.themes, "themes"),
    )
    known = _source_is_known(context, entry)
    known = _area_is_named(context, entry) and known
    if "outcome" in entry:
        known = _source_is_known(context, entry["outcome"]) and known
    for key, what, among, kind in named:
        known = (key not in entry or _is_known(context, entry, key, what, among, kind)) and known
    return _relation_is_known(context, entry) and known


def _area_is_named(context: Context, entry: Map) -> bool:
    """Whether it is said which of the dataset's areas an entry speaks of."""
    if "series" in entry:
        rows = entry["series"]
        for area in rows:
            if area not in context.areas:
                where = rows.keys_at[area]
                report_unknown(context.files, where, "area", area, context.areas, "dataset.areas")
        return True
    if "area" not in entry:
        if len(context.areas) > 1:
            message = "the dataset has several areas, and the entry does not say which"
            help_ = f"add `area:`, as in area: {context.areas[0]}"
            context.files.report_at(entry.place, "reference", message, help_)
        return len(context.areas) == 1
    if entry["area"] in context.areas:
        return True
    place, name = entry.values_at["area"], entry["area"]
    report_unknown(context.files, place, "area", name, context.areas, "dataset.areas")
    return False


def _report_other_theme(context: Context, entry: Map, stem: str) -> None:
    """A file that is called after a theme holds entries of that theme only."""
    field = "indicator" if "indicator" in entry else "theme"
    theme = _theme_of(context, entry)
    if theme != stem and stem in context.vocabulary.themes:
        message = f"{entry[field]} belongs to the theme {theme}, not to {stem}"
        place = entry.values_at[field]
        context.files.report_at(place, "theme", message, f"move the entry to {theme}.yml")


def _theme_of(context: Context, entry: Map) -> str:
    indicator = context.vocabulary.indicators.get(entry.get("indicator", ""))
    return indicator.theme if indicator else str(entry["theme"])


def _source_is_known(context: Context, entry: Map) -> bool:
    """Whether an entry, or the outcome within it, names a source that is there."""
    if "source" not in entry:
        return False
    name = entry["source"]
    if name in context.sources:
        return True
    cited = context.folder / "sources" / CITED
    if os.path.lexists(cited):
        place = entry.values_at["source"]
        report_unknown(context.files, place, "source", name, context.sources, "source")
    else:
        message = "the file is missing, and entries name sources that have no folder"
        context.files.report(cited, "file", message, "restore it, or correct the sources named")
    return False


def _of_known_units(context: Context, entry: Map) -> Map:
    """An entry without its figures whose unit nothing defines, which are reported."""
    units, figures = context.vocabulary.units, entry.get("figures", ())
    if "series" in entry and entry["unit"] not in units:
        place = entry.values_at["unit"]
        report_unknown(context.files, place, "unit", entry["unit"], units, "units")
        return without(entry, [("series",)])
    unknown = [number for number, figure in enumerate(figures) if figure["unit"] not in units]
    for number in unknown:
        unit, place = figures[number]["unit"], figures[number].values_at["unit"]
        report_unknown(context.files, place, "unit", unit, units, "units")
    return without(entry, [("figures", number) for number in unknown]) if unknown else entry


def _relation_is_known(context: Context, entry: Map) -> bool:
    relation = entry.get("relation")
    to = relation["to"] if relation else RelationTo.PREVIOUS
    if isinstance(to, Map):
        return _is_known(context, to, "area", "area", context.vocabulary.areas, "areas")
    if relation is None or to in (RelationTo.PREVIOUS, RelationTo.ASSIGNED):
        return True
    known = context.vocabulary.indicators
    return _is_known(context, relation, "to", "indicator", known, "indicators")


def _is_known(
    context: Context, entry: Map, field: str, what: str, known: Iterable[str], kind: str
) -> bool:
    """Whether the name in a field is one of those known; it is reported when not."""
    if entry[field] in known:
        return True
    place = entry.values_at[field]
    report_unknown(context.files, place, what, entry[field], known, kind)
    return False


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
            place = cells.values_at[year]
            cell = entries.cell(entry, value, place)
            yield Observation(
                id=ids.observation_id(area, entry["indicator"], year, cell.measure, cell.basis),
                area=area,
                indicator=entry["indicator"],
                period=year,
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
    area, period = context.area_of(entry), entries.when(entry["period"])
    for figure in map(entries.figure, entry["figures"]):
        yield Observation(
            id=ids.observation_id(area, entry["indicator"], period, figure.measure, figure.basis),
            area=area,
            indicator=entry["indicator"],
            period=period,
            figure=figure,
            status=entries.maybe(Status, entry.get("status")),
            evidence=_evidence(context, entry, figure),
            provenance=source.provenance,
            review=Review(entry.get("review", Review.REVIEWED)),
            note=entries.maybe_localized(entry.get("note")),
            place=entry.place,
            acknowledged=entries.acknowledged(entry),
            places=entry.values_at,
        )


def _targets(context: Context, entry: Map) -> Iterator[Target]:
    if "milestone" in entry:
        title = entries.localized(entry["milestone"])
        slug = entry.get("id") or ids.slug_of(title.en)
        plain = ids.milestone_id(context.area_of(entry), slug, entries.when(entry["due"]))
        yield _target(context, entry, plain, title=title)
    elif "wish" in entry:
        plain = ids.wish_id(context.area_of(entry), entry["indicator"], entries.when(entry["due"]))
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
        entry["indicator"],
        entries.when(entry["due"]),
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
        due=entries.when(entry["due"]),
        type=next(type_ for field, type_ in _TYPES.items() if field in entry),
        theme=_theme_of(context, entry),
        indicator=entry.get("indicator"),
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

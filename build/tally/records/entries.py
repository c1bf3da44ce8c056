"""Entries of data files, already valid by their schema, as records of the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from tally.records.model import (
    Area,
    Contributor,
    Correction,
    Dataset,
    Figure,
    Indicator,
    LeftOut,
    Localized,
    Original,
    Own,
    Place,
    Relation,
    Repair,
    Source,
    Theme,
    Unit,
)
from tally.records.strict_yaml import Map
from tally.terms import (
    Basis,
    Comparator,
    CorrectionKind,
    Direction,
    DocumentType,
    GrowthBasis,
    Measure,
    Period,
    RelationTo,
    SourceReview,
    StatedDirection,
    Strength,
    Term,
)

_Term = TypeVar("_Term", bound=Term)


def localized(entry: Mapping[str, Any]) -> Localized:
    return Localized(entry["zh"], entry["en"])


def maybe_localized(entry: Mapping[str, Any] | None) -> Localized | None:
    return None if entry is None else localized(entry)


def own(entry: Map, dataset_id: str) -> Own | None:
    """What an entry calls its figures where no indicator fits them."""
    name = entry.get("name")
    return Own(name["zh"], name.get("en"), entry["theme"], dataset_id) if name else None


def acknowledged(entry: Map) -> Mapping[str, Localized]:
    """The fields that the machine reads otherwise, as a curator has seen, with the reasons."""
    return {name: localized(reason) for name, reason in entry.get("acknowledged", {}).items()}


def when(value: str | Decimal) -> str:
    """A date or period, which is a number when it is a year."""
    return str(value) if isinstance(value, str) else str(int(value))


def period(value: str | Decimal) -> Period:
    return Period(when(value))


def maybe(terms: type[_Term], word: str | None) -> _Term | None:
    """The member of a closed list that a word names; None for none."""
    return None if word is None else terms(word)


def theme(entry: Map) -> Theme:
    return Theme(
        entry["id"],
        localized(entry["name"]),
        localized(entry["description"]),
        entry.place,
        entry.values_at,
    )


def unit(entry: Map) -> Unit:
    return Unit(
        id=entry["id"],
        name=localized(entry["name"]),
        family=entry["family"],
        factor=entry["factor"],
        base=entry["base"],
        forms=tuple(entry.get("forms", ())),
        place=entry.place,
        places=entry.values_at,
        one=entry.get("one", ""),
    )


def area(entry: Map) -> Area:
    return Area(
        id=entry["id"],
        name=localized(entry["name"]),
        code=entry["code"],
        within=entry.get("within"),
        place=entry.place,
        since=when(entry["from"]) if "from" in entry else None,
        until=when(entry["to"]) if "to" in entry else None,
        became=tuple(entry.get("became", ())),
        places=entry.values_at | _items_at(entry, "became"),
    )


def indicator(entry: Map) -> Indicator:
    return Indicator(
        id=entry["id"],
        name=localized(entry["name"]),
        definition=localized(entry["definition"]),
        theme=entry["theme"],
        unit_families=_one_or_more(entry["unit_family"]),
        direction=Direction(entry["direction"]),
        aliases=tuple(entry["aliases"]),
        related=tuple(entry.get("related", ())),
        codes=dict(entry.get("codes", {})),
        former_ids=tuple(entry.get("former_ids", ())),
        place=entry.place,
        growth_basis=GrowthBasis(entry.get("growth_basis", GrowthBasis.NOMINAL)),
        part_of=entry.get("part_of"),
        change_of=entry.get("change_of"),
        places=entry.values_at | _items_at(entry, "related", "aliases", "former_ids"),
    )


def _one_or_more(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _items_at(entry: Map, *fields: str) -> dict[str, Place]:
    """The places of the items of lists: `aliases.0`."""
    lists = ((field, entry[field].values_at) for field in fields if entry.get(field))
    return {f"{field}.{i}": place for field, places in lists for i, place in enumerate(places)}


def original(entry: Map) -> Original:
    return Original(entry["file"], entry["sha256"], entry.values_at)


def repair(entry: Map) -> Repair:
    return Repair(
        entry["raw"], entry["reading"], localized(entry["reason"]), entry.values_at["raw"]
    )


def left_out(entry: Map) -> LeftOut:
    return LeftOut(entry["text"], entry["reason"], entry.get("note"), entry.values_at["text"])


def source(entry: Map, source_id: str, dataset_id: str, areas: Sequence[str]) -> Source:
    """A source as its entry describes it, without its text; `areas` are those of its dataset."""
    return Source(
        id=source_id,
        dataset=dataset_id,
        area=entry.get("area") or (areas[0] if len(areas) == 1 else None),
        kind=DocumentType(entry["kind"]),
        title=localized(entry["title"]),
        publisher=localized(entry["publisher"]),
        published=when(entry["published"]),
        year=int(entry["year"]) if "year" in entry else None,
        url=entry.get("url"),
        note=maybe_localized(entry.get("note")),
        place=entry.place,
        received=maybe_localized(entry.get("received")),
        sha256=entry.get("sha256"),
        text_path=entry.get("text"),
        original=original(entry["original"]) if "original" in entry else None,
        language=entry.get("language", "zh"),
        review=SourceReview(entry.get("review", SourceReview.COMPLETE)),
        repairs=tuple(map(repair, entry.get("repairs", ()))),
        year_corrections=tuple(map(repair, entry.get("year_corrections", ()))),
        left_out=tuple(map(left_out, entry.get("left_out", ()))),
        places=entry.values_at,
    )


def figure(entry: Map) -> Figure:
    return Figure(
        measure=Measure(entry["measure"]),
        comparator=Comparator(entry.get("comparator", Comparator.EQ)),
        value=entry["value"],
        value_high=entry.get("value_high"),
        unit=entry["unit"],
        direction=maybe(StatedDirection, entry.get("direction")),
        occurrence=int(entry.get("occurrence", Decimal(1))),
        place=entry.values_at["value"],
        stated=entry.get("stated"),
        strength=Strength(entry.get("strength") or Strength.EXPECTED),
        basis=maybe(Basis, entry.get("basis")),
        base_period=period(entry["base_period"]) if "base_period" in entry else None,
        places=entry.values_at,
    )


def cell(entry: Map, value: Decimal, place: Place) -> Figure:
    """A cell of a series as a figure: the plain value, with what its entry says of all."""
    return Figure(
        measure=Measure(entry["measure"]),
        comparator=Comparator.EQ,
        value=value,
        value_high=None,
        unit=entry["unit"],
        direction=None,
        occurrence=1,
        place=place,
        basis=maybe(Basis, entry.get("basis")),
        places={**entry.values_at, "value": place},
    )


def relation(entry: Map) -> Relation:
    to = entry["to"]
    area = None if isinstance(to, str) else to["area"]
    return Relation(
        measure=Measure(entry["measure"]),
        comparator=Comparator(entry["comparator"]),
        to=RelationTo.AREA if area else to,
        place=entry.place,
        area=area,
        strength=Strength(entry.get("strength", Strength.EXPECTED)),
        basis=maybe(Basis, entry.get("basis")),
        places=entry.values_at,
    )


def correction(entry: Map) -> Correction:
    return Correction(
        date=when(entry["date"]),
        kind=CorrectionKind(entry["kind"]),
        figure=entry["figure"],
        old=str(entry["old"]),
        new=str(entry["new"]),
        reason=localized(entry["reason"]),
        by=entry["by"],
        since=entry["since"],
        place=entry.place,
        places=entry.values_at,
    )


def contributor(entry: Map) -> Contributor:
    return Contributor(entry["title"], entry["role"])


def areas_of(entry: Map | None, dataset_id: str) -> tuple[str, ...]:
    """The areas of a dataset: those its dataset.yml lists, else the one it is called after."""
    return tuple(entry["areas"]) if entry and "areas" in entry else (dataset_id,)


def dataset(entry: Map, dataset_id: str) -> Dataset:
    """A dataset as its dataset.yml describes it, without its records."""
    return Dataset(
        id=dataset_id,
        areas=areas_of(entry, dataset_id),
        title=localized(entry["title"]),
        description=localized(entry["description"]),
        publisher=localized(entry["publisher"]),
        licence=entry["licence"],
        version=entry["version"],
        created=when(entry["created"]),
        updated=when(entry["updated"]),
        keywords=tuple(entry["keywords"]),
        contributors=tuple(map(contributor, entry["contributors"])),
        sources={},
        observations=(),
        targets=(),
        corrections=(),
        place=entry.place,
        places=entry.values_at | _items_at(entry, "areas"),
        notes=tuple(map(localized, entry.get("notes", ()))),
    )

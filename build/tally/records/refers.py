"""Whether all that an entry names is there: its source, area, indicator, theme and units."""

from __future__ import annotations

import os
from collections.abc import Iterable

from tally.records import ids
from tally.records.archive import CITED
from tally.records.context import Context
from tally.records.references import report_unknown
from tally.records.remnants import without
from tally.records.strict_yaml import Map
from tally.terms import RelationTo


def refers_well(context: Context, entry: Map) -> bool:
    """Whether all that an entry names is known; what is not is reported."""
    vocabulary = context.vocabulary
    named = (
        ("indicator", "indicator", vocabulary.indicators, "indicators"),
        ("theme", "theme", vocabulary.themes, "themes"),
    )
    known = _source_is_known(context, entry) and _own_id_is_free(context, entry)
    known = _area_is_named(context, entry) and known
    if "outcome" in entry:
        known = _source_is_known(context, entry["outcome"]) and known
    for key, what, among, kind in named:
        known = (key not in entry or _is_known(context, entry, key, what, among, kind)) and known
    return _relation_is_known(context, entry) and known


def _own_id_is_free(context: Context, entry: Map) -> bool:
    """Whether the id of figures under their own words is no indicator's; it is reported if so."""
    id_ = entry.get("id", "") if "name" in entry else ""
    if id_ in ids.RESERVED_INDICATORS:
        message = f"figures cannot be called {id_}: it names {ids.RESERVED_INDICATORS[id_]}"
        context.files.report_at(entry.values_at["id"], "reference", message, "give another id")
    elif id_ in context.vocabulary.indicators:
        message = f"{id_} is an indicator of the vocabulary"
        help_ = f"write indicator: {id_} in place of name, id and theme; or give another id"
        context.files.report_at(entry.values_at["id"], "reference", message, help_)
    else:
        return True
    return False


def _area_is_named(context: Context, entry: Map) -> bool:
    """Whether it is said which of the dataset's areas an entry speaks of.

    A series names them itself, also one that is not there any more as something in it is wrong:
    its unit then still stands for it.
    """
    if "series" in entry or "unit" in entry:
        rows = entry.get("series", Map(entry.place))
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


def report_other_theme(context: Context, entry: Map, stem: str) -> None:
    """A file that is called after a theme holds entries of that theme only."""
    field = "indicator" if "indicator" in entry else "theme"
    theme = theme_of(context, entry)
    if theme != stem and stem in context.vocabulary.themes:
        message = f"{entry[field]} belongs to the theme {theme}, not to {stem}"
        place = entry.values_at[field]
        context.files.report_at(place, "theme", message, f"move the entry to {theme}.yml")


def theme_of(context: Context, entry: Map) -> str:
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


def of_known_units(context: Context, entry: Map) -> Map:
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

"""What things mean: themes, units, areas and indicators, and what they say of each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Literal, TypeVar

from tally.extract import normal
from tally.records import entries, ids
from tally.records.files import Files
from tally.records.model import Area, Indicator, Theme, Unit, Vocabulary
from tally.records.references import by_id, report_unknown
from tally.records.schema_messages import IdOf
from tally.records.strict_yaml import Map

_T = TypeVar("_T", Theme, Unit, Area, Indicator)
_FILES = ("themes.yml", "units.yml", "areas.yml")


def read_vocabulary(files: Files, folder: Path) -> Vocabulary:
    """Read the vocabulary; entries that refer to nothing are reported and left out."""
    for path in files.children(folder):
        if path.name not in (*_FILES, "indicators"):
            files.report(path, "file", "nothing reads this", "remove it")
    themes = by_id(
        files, map(entries.theme, files.entries(folder / "themes.yml", "themes")), kind="themes"
    )
    units = by_id(
        files, map(entries.unit, files.entries(folder / "units.yml", "units")), kind="units"
    )
    areas = by_id(
        files, map(entries.area, files.entries(folder / "areas.yml", "areas")), kind="areas"
    )
    units = _kept(files, "units", units, lambda unit: _base_is_known(files, unit, units))
    areas = _kept(files, "areas", areas, lambda area: _kin_are_known(files, area, areas))
    _report_reserved(files, areas.values())
    indicators = by_id(files, _indicators(files, folder / "indicators"), kind="indicators")
    families = {unit.family for unit in units.values()}
    known = _kept(
        files,
        "indicators",
        indicators,
        lambda i: _theme_and_family_are_known(files, i, themes, families),
    )
    _report_reserved_indicators(files, known.values())
    for indicator in known.values():
        _report_unknown_kin(files, indicator, indicators)
    return Vocabulary(known, units, themes, areas)


def _listed(files: Files, folder: Path, kind: Literal["themes", "units", "areas"]) -> list[Map]:
    return files.entries(folder / f"{kind}.yml", kind)


def indicators_by_name(vocabulary: Vocabulary) -> IdOf:
    """What finds the id of an indicator by its name in either language, an alias or a former id."""
    indicators = vocabulary.indicators.values()

    @cache
    def names() -> Mapping[str, str]:
        given = ((i, (*i.former_ids, *i.aliases, i.name.en, i.name.zh)) for i in indicators)
        return {_folded(name): i.id for i, names in given for name in names}

    return lambda name: names().get(_folded(name))


def _folded(name: str) -> str:
    return normal(name).replace("-", "")


def _kept(
    files: Files, kind: str, records: Mapping[str, _T], test: Callable[[_T], bool]
) -> dict[str, _T]:
    kept = {name: record for name, record in records.items() if test(record)}
    if len(kept) < len(records):
        files.incomplete.add(kind)
    return kept


def _indicators(files: Files, folder: Path) -> Iterator[Indicator]:
    for path in files.listed(folder):
        for entry in files.entries(path, "indicators"):
            yield entries.indicator(entry)


def _report_reserved(files: Files, areas: Iterable[Area]) -> None:
    for area in areas:
        if area.id in ids.RESERVED_AREAS:
            message = f"an area cannot be called {area.id}: it names {ids.RESERVED_AREAS[area.id]}"
            files.report_at(area.places["id"], "duplicate", message, "give it another id")


def _report_reserved_indicators(files: Files, indicators: Iterable[Indicator]) -> None:
    for indicator in indicators:
        if indicator.id in ids.RESERVED_INDICATORS:
            means = ids.RESERVED_INDICATORS[indicator.id]
            message = f"an indicator cannot be called {indicator.id}: it names {means}"
            files.report_at(indicator.places["id"], "duplicate", message, "give it another id")


def _report_other_theme(files: Files, indicator: Indicator) -> None:
    place, theme = indicator.places["theme"], indicator.theme
    stem = PurePosixPath(place.path).stem
    if theme != stem:
        message = f"the theme {theme} is not that of the file {stem}.yml"
        help_ = f"move the entry to {theme}.yml, or correct its theme"
        files.report_at(place, "theme", message, help_)


def _base_is_known(files: Files, unit: Unit, units: Mapping[str, Unit]) -> bool:
    if unit.base not in units:
        report_unknown(files, unit.places["base"], "unit", unit.base, units, "units")
        return False
    base = units[unit.base]
    if base.base != base.id or base.factor != 1:
        message = f"{unit.base} is not a base unit: its factor is {base.factor}"
        files.report_at(unit.places["base"], "unit", message, f"its own base is {base.base}")
    if base.family != unit.family:
        message = f"{unit.id} is of the family {unit.family}, its base {base.id} of {base.family}"
        files.report_at(
            unit.places["family"], "unit", message, "a unit and its base share a family"
        )
    return True


def _kin_are_known(files: Files, area: Area, areas: Mapping[str, Area]) -> bool:
    named = {f"became.{number}": name for number, name in enumerate(area.became)}
    if area.within is not None:
        named["within"] = area.within
    unknown = {field: name for field, name in named.items() if name not in areas}
    for field, name in unknown.items():
        report_unknown(files, area.places[field], "area", name, areas, "areas")
    return not unknown


def _theme_and_family_are_known(
    files: Files, indicator: Indicator, themes: Mapping[str, Theme], families: Iterable[str]
) -> bool:
    known = True
    if indicator.theme not in themes:
        place = indicator.places["theme"]
        report_unknown(files, place, "theme", indicator.theme, themes, "themes")
        known = False
    else:
        _report_other_theme(files, indicator)
    for family in indicator.unit_families:
        if family not in families:
            place = indicator.places["unit_family"]
            report_unknown(files, place, "unit family", family, families, "units")
            known = False
    return known


def _report_unknown_kin(
    files: Files, indicator: Indicator, indicators: Mapping[str, Indicator]
) -> None:
    kin = {f"related.{number}": name for number, name in enumerate(indicator.related)}
    for field, name in {
        **kin,
        "part_of": indicator.part_of,
        "change_of": indicator.change_of,
    }.items():
        if name and name not in indicators:
            place = indicator.places[field]
            report_unknown(files, place, "indicator", name, indicators, "indicators")

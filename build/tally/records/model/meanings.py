"""What things mean: units, themes, areas and indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from tally.extract import normal
from tally.records.model.base import Localized, Place, Places, no_places
from tally.terms import (
    AreaLevel,
    Direction,
    GrowthBasis,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as reports write it; `value × factor` is the value in the unit `base`.

    `forms` are other ways a text may write it: 百分点 for 个百分点, 元 (after 每月) for 元/月.
    `one` is its English name after the number 1, where that differs.
    """

    id: str
    name: Localized
    family: str
    factor: Decimal
    base: str
    forms: tuple[str, ...]
    place: Place
    places: Places = field(default_factory=no_places, compare=False, repr=False)
    one: str = ""


# Ratios and indices are no words behind a number: 3∶1, 106.9 (上年=100).
_NOT_BEHIND = frozenset(("ratio", "index"))


def names_of(units: Iterable[Unit]) -> frozenset[str]:
    """All ways a text may write these units behind a number."""
    return frozenset(
        name for unit in units if unit.family not in _NOT_BEHIND for name in (unit.id, *unit.forms)
    )


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that indicators are grouped under, in the order of the file."""

    id: str
    name: Localized
    description: Localized
    place: Place
    places: Places = field(default_factory=no_places, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Area:
    """A place that reports: `code` is its GB/T 2260 division code.

    `since` and `until` are the days (or months, or years) between which it was that place, None
    where there is no such end; `became` names the areas that followed it. No series runs across
    such a cut.
    """

    id: str
    name: Localized
    code: str
    within: str | None
    place: Place
    since: str | None = None
    until: str | None = None
    became: tuple[str, ...] = ()
    places: Places = field(default_factory=no_places, compare=False, repr=False)

    @property
    def level(self) -> AreaLevel:
        """Its level, by how many pairs of its code are not 00."""
        filled = sum(self.code[at : at + 2] != "00" for at in (0, 2, 4))
        return tuple(AreaLevel)[filled]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A concept that is measured.

    `unit_families` are those of its level, the usual one first; figures in different ones are
    never set against each other (进出口总额 in 亿美元 and in 亿元). `direction` says which way is
    better, or `none` where that is not for us to say. `codes` maps a standard (sdg, nbs, wb) to
    a code.
    `growth_basis` is `real` where growth is reported at constant prices, so that it does not
    follow from two levels. `part_of` names the indicator this one is a part of (its level is
    never above the whole's); `change_of` the stock whose yearly net change this one is.
    """

    id: str
    name: Localized
    definition: Localized
    theme: str
    unit_families: tuple[str, ...]
    direction: Direction
    aliases: tuple[str, ...]
    related: tuple[str, ...]
    codes: Mapping[str, str]
    former_ids: tuple[str, ...]
    place: Place
    growth_basis: GrowthBasis = GrowthBasis.NOMINAL
    part_of: str | None = None
    change_of: str | None = None
    places: Places = field(default_factory=no_places, compare=False, repr=False)


@dataclass(frozen=True)
class Vocabulary:
    """What things mean, shared by all sources; each mapping is in the order of its files.

    What every source and figure asks of it is made once.
    """

    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Each name and alias, as extraction compares them, with its indicator; names first."""
        indicators = self.indicators.values()
        aliases = {normal(alias): i.id for i in indicators for alias in i.aliases}
        return aliases | {normal(i.name.zh): i.id for i in indicators}

    @cached_property
    def unit_names(self) -> frozenset[str]:
        """All ways a text may write a unit behind a number."""
        return names_of(self.units.values())

"""Ids of figures, for links and citation: taicang/gdp/2020/level."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from tally.terms import Basis, Measure, Period, RelationTo, Strength, TargetType

# What no area can be called, and what is.
RESERVED_AREAS: Mapping[str, str] = {
    "vocabulary": "what all areas share",
    "all": "the package of all areas",
}

# What no indicator can be called: a relation, or the address of a promise, would mean another.
RESERVED_INDICATORS: Mapping[str, str] = {
    "milestone": "promises of something done",
    **{str(term): term.meaning for term in RelationTo},
}

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Windows stores no file of these names, whatever its ending.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_LONGEST = 80


def is_id(text: str) -> bool:
    """Whether the text can name an area, a source or an indicator."""
    return bool(_ID.fullmatch(text)) and len(text) <= _LONGEST and is_storable(text)


def is_storable(name: str) -> bool:
    """Whether every system can store a file of this name."""
    return not _DEVICE.fullmatch(name) and not name.endswith((".", " "))


def observation_id(
    area: str, indicator: str, period: Period, measure: Measure, basis: Basis | None = None
) -> str:
    """The id of a reported figure, its basis part of it where the text says one.

    Where another source has this plain id, that of the source follows.
    """
    return _joined(area, indicator, period, measure, basis)


def target_id(
    area: str,
    indicator: str,
    due: Period,
    measure: Measure,
    basis: Basis | None = None,
    strength: Strength = Strength.EXPECTED,
) -> str:
    """The id of a promised figure or relation, its strength part of it unless just expected."""
    more = None if strength == Strength.EXPECTED else strength
    return _joined(area, indicator, due, measure, basis, "target", more)


def wish_id(area: str, indicator: str, due: Period) -> str:
    """The id of a promise that sets no standard."""
    return _joined(area, indicator, due, TargetType.WISH, "target")


def milestone_id(area: str, slug: str, due: Period) -> str:
    """The id of a promise of something done."""
    return _joined(area, "milestone", slug, due, "target")


def slug_of(title: str) -> str:
    """An English title as a part of an id: lower case, its words joined by hyphens."""
    ascii_text = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-") or "untitled"


def _joined(*parts: str | None) -> str:
    return "/".join(part for part in parts if part)

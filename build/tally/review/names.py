"""Names that recur in what the machine reads and are no indicator yet, with the nearest one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tally.extract import identify, nearest
from tally.records.archive import Archived
from tally.records.ids import slug_of
from tally.records.model import Vocabulary
from tally.terms import Kind
from tally.write import Value, entry_text

_UNWRITTEN = "to be written"
_COUNTED = "count"  # the family of most units that the vocabulary lacks: 株, 台套


@dataclass(frozen=True, slots=True)
class Recurring:
    """A name that no indicator has: in how many sources and figures, in which units, and the id
    of the indicator whose name or alias is most like it."""

    name: str
    sources: int
    figures: int
    units: tuple[str, ...]
    nearest: str | None


def recurring(
    archives: Iterable[Archived], vocabulary: Vocabulary, least: int
) -> tuple[Recurring, ...]:
    """The names in at least so many sources, the most frequent first; background is not counted."""
    sources: Mapping[str, set[str]] = defaultdict(set)
    units: Mapping[str, Counter[str]] = defaultdict(Counter)
    for archived in archives:
        for claim in archived.extracted:
            indicator = identify(claim["name"], vocabulary.aliases)
            if indicator is None and claim["kind"] != Kind.BACKGROUND:
                sources[claim["name"]].add(archived.source.id)
                units[claim["name"]][claim["unit"]] += 1
    often = sorted(
        (name for name, found in sources.items() if len(found) >= least and name),
        key=lambda name: (-len(sources[name]), -units[name].total(), name),
    )
    known = vocabulary.aliases
    return tuple(
        Recurring(
            name,
            len(sources[name]),
            units[name].total(),
            tuple(unit for unit, _ in units[name].most_common() if unit),
            nearest(name, known),
        )
        for name in often
    )


def proposal(one: Recurring, vocabulary: Vocabulary) -> str:
    """A draft of an indicator of this name, for a person to finish."""
    near = vocabulary.indicators.get(one.nearest or "")
    families = [vocabulary.units[u].family for u in one.units if u in vocabulary.units]
    own = [family for family in dict.fromkeys(families) if family != "percent"] or families[:1]
    fields: dict[str, Value] = {
        "id": slug_of(_UNWRITTEN),
        "name": {"zh": one.name, "en": _UNWRITTEN},
        "definition": {"zh": _UNWRITTEN, "en": _UNWRITTEN},
        "theme": near.theme if near else next(iter(vocabulary.themes), _UNWRITTEN),
        "unit_family": own[0] if own else _COUNTED,
        "direction": near.direction if near else "none",
        "aliases": [],
    }
    return entry_text(fields)

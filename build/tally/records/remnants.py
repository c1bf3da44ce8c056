"""What can still be checked of entries of which something is wrong."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from tally.records.model import Evidence, Figure, Place, Places
from tally.records.strict_yaml import Items, Map

# The fields and the numbers of items that lead from an entry to a value in it.
Steps: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Remnant:
    """The words of an entry that is no record, with one of its figures where it has some.

    Nothing publishes it; it is there to be held against its source.
    """

    evidence: Evidence
    figure: Figure | None
    place: Place
    places: Places


def without(entry: Map, wrong: Iterable[Steps]) -> Map:
    """An entry without its fields that are wrong; of a list only the items that are."""
    found = [steps for steps in wrong if steps]
    items = {steps[:2] for steps in found if in_item(steps)}
    fields = {steps[0] for steps in found if not in_item(steps)}
    kept = Map(entry.place)
    kept.keys_at, kept.values_at = entry.keys_at, entry.values_at
    for field, value in entry.items():
        if field not in fields:
            bad = {number for name, number in items if name == field}
            kept[field] = _without_items(value, bad) if bad else value
    return kept


def in_item(steps: Steps) -> bool:
    """Whether steps lead into an item of a list of the entry."""
    return len(steps) > 1 and isinstance(steps[1], int)


def _without_items(items: Items, bad: Container[str | int]) -> Items:
    kept = Items(items.place)
    for number, (item, place) in enumerate(zip(items, items.values_at, strict=True)):
        if number not in bad:
            kept.append(item)
            kept.values_at.append(place)
    return kept

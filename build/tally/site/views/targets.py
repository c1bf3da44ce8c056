"""The page of all promises: every row by theme, and what they can be filtered by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tally.site.library import Library
from tally.site.links import Repository
from tally.site.routes import Lang
from tally.site.views.home import Promises, kinds_of, promises
from tally.site.views.promises import VERDICTS, PromiseView, promise_view, theme_name
from tally.words import word

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Glance:
    """An area's promises before the table: those of its main period, and how many of a kind
    there are in all."""

    promises: Promises
    kinds: str


@dataclass(frozen=True, slots=True)
class Group:
    """The promises of one theme, area by area, those with a number first."""

    theme: str
    name: str
    rows: tuple[PromiseView, ...]


def targets_view(library: Library, repository: Repository, lang: Lang) -> Mapping[str, Any]:
    """All promises, theme by theme in the order of the vocabulary."""
    found = [group(theme, library, repository, lang) for theme in library.vocabulary.themes]
    groups = [one for one in found if one.rows]
    rows = [row for one in groups for row in one.rows]
    return {"groups": groups, "glances": glances(library, lang), "choices": choices(rows, lang)}


def group(theme: str, library: Library, repository: Repository, lang: Lang) -> Group:
    targets = [
        target
        for area in library.areas
        for target in sorted(area.promises, key=lambda target: target.type == "milestone")
        if target.theme == theme
    ]
    rows = tuple(promise_view(target, library, repository, lang) for target in targets)
    return Group(theme, theme_name(theme, library, lang), rows)


def glances(library: Library, lang: Lang) -> Sequence[Glance]:
    """One for each area that promises anything."""
    found = ((promises(area, library, lang), area.promises) for area in library.areas)
    return [Glance(main, kinds_of(targets, lang)) for main, targets in found if main]


def choices(rows: Sequence[PromiseView], lang: Lang) -> Mapping[str, Choices]:
    """For each filter its values with their labels, of those that occur; areas only where
    they are named."""
    verdicts = {row.verdict for row in rows}
    areas = list(dict.fromkeys((row.area, row.area_name) for row in rows if row.area_name))
    return {
        **({"area": areas} if areas else {}),
        "theme": list(dict.fromkeys((row.theme, row.theme_name) for row in rows)),
        "verdict": [(v, word(v, lang)) for v in VERDICTS if v in verdicts],
        "kind": _labelled(rows, "kind", lang),
        "wording": _labelled(rows, "wording", lang),
        "due": sorted({(row.figure.period, row.figure.period_label) for row in rows}),
    }


def _labelled(rows: Sequence[PromiseView], field: str, lang: Lang) -> Choices:
    values = dict.fromkeys(getattr(row, field) for row in rows)
    return [(term, word(term, lang)) for term in values]

"""The page of all promises: every row, and what they can be filtered by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tally.site.library import Library
from tally.site.links import Repository
from tally.site.routes import Lang
from tally.site.views.home import kinds_of, promises
from tally.site.views.promises import VERDICTS, PromiseView, promise_view
from tally.site.words import say

Choices = Sequence[tuple[str, str]]


def targets_view(library: Library, repository: Repository, lang: Lang) -> Mapping[str, Any]:
    """All promises: those with a number first, in the order of the themes."""
    themes = list(library.vocabulary.themes)
    ordered = sorted(
        library.all_targets, key=lambda t: (t.type == "milestone", themes.index(t.theme))
    )
    rows = [promise_view(target, library, repository, lang) for target in ordered]
    return {
        "rows": rows,
        "promises": promises(library, lang),
        "choices": choices(rows, lang),
        "kinds": kinds_of(library.all_targets, lang),
    }


def choices(rows: Sequence[PromiseView], lang: Lang) -> Mapping[str, Choices]:
    """For each filter its values with their labels, of those that occur."""
    verdicts = {row.verdict for row in rows}
    return {
        "theme": list(dict.fromkeys((row.theme, row.theme_name) for row in rows)),
        "verdict": [(v, say(f"verdict.{v}", lang)) for v in VERDICTS if v in verdicts],
        "kind": _labelled(rows, "kind", "target_type", lang),
        "wording": _labelled(rows, "wording", "wording", lang),
        "due": sorted({(row.figure.period, row.figure.period_label) for row in rows}),
    }


def _labelled(rows: Sequence[PromiseView], field: str, table: str, lang: Lang) -> Choices:
    values = dict.fromkeys(getattr(row, field) for row in rows)
    return [(value, say(f"{table}.{value}", lang)) for value in values]

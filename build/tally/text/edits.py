"""Repairs and year corrections: curated changes of a damaged source, found by exact words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tally.text.mapped import Mapped, replaced


@dataclass(frozen=True, slots=True)
class Edit:
    """What a place of the raw text says, and how it is to be read."""

    raw: str
    reading: str


class EditNotFoundError(ValueError):
    """An edit whose raw words are nowhere in the source."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(f"{edit.raw!r} is not in the source")
        self.edit = edit


def apply_edits(mapped: Mapped, edits: Sequence[Edit]) -> Mapped:
    """Apply each edit wherever its raw words stand; where two could, the longer words win.

    Raises EditNotFoundError when an edit's raw words are empty or absent.
    """
    readings = {edit.raw: edit.reading for edit in edits}
    for edit in edits:
        if not edit.raw or edit.raw not in mapped.text:
            raise EditNotFoundError(edit)
    if not readings:
        return mapped
    longest_first = sorted(readings, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return replaced(mapped, pattern, lambda match: readings[match.group()])

"""The reading text of a document: what a person would have read before it was damaged."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tally.text.edits import Edit, apply_edits
from tally.text.forms import (
    decode_entities,
    fold_width,
    restore_punctuation,
    simplify,
)
from tally.text.mapped import identity
from tally.text.pinyin import remove_pinyin
from tally.text.unseen import drop_unseen

_STEPS = (
    drop_unseen,
    decode_entities,
    drop_unseen,  # an entity may have named one
    fold_width,
    remove_pinyin,
    simplify,
    restore_punctuation,
)


@dataclass(frozen=True, slots=True)
class ReadingText:
    """Text fit for reading, with the way back to the raw text.

    Offsets are code points. `starts[i]:ends[i]` is the raw span of character i.
    """

    text: str
    raw: str
    starts: array[int]
    ends: array[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the raw text that `text[start:end]` was read from."""
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"no span {start}:{end} in a text of {len(self.text)} characters")
        if start == end:
            here = self.starts[start] if start < len(self.text) else len(self.raw)
            return here, here
        return self.starts[start], self.ends[end - 1]

    def reading_span(self, raw_start: int, raw_end: int) -> tuple[int, int]:
        """The span of the reading text whose characters were read from a raw span."""
        start = bisect_right(self.ends, raw_start)
        end = bisect_left(self.starts, raw_end)
        return start, max(start, end)


def read_text(raw: str, edits: Sequence[Edit] = ()) -> ReadingText:
    """Make the reading text: edits first, then the steps in their order.

    Raises EditNotFoundError when an edit does not apply.
    """
    mapped = apply_edits(identity(raw), edits)
    for step in _STEPS:
        mapped = step(mapped)
    return ReadingText(mapped.text, raw, mapped.starts, mapped.ends)

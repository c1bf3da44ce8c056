"""Lines that all end in a line feed, whatever ended them, with the way back."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass

# Windows, old files of a Mac, text pasted from a word processor.
_OTHER_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_PAIR = re.compile("\r\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """`text` with line feeds only; before each place in `dropped` one character has gone."""

    text: str
    dropped: array[int]

    @classmethod
    def of(cls, text: str) -> Lines:
        pairs = (match.start() - gone for gone, match in enumerate(_PAIR.finditer(text)))
        return cls(_OTHER_ENDS.sub("\n", text), array("I", pairs))

    def place_before(self, place: int) -> int:
        """Where the character at `place` stood."""
        return place + bisect_right(self.dropped, place)

    def before(self, places: array[int]) -> array[int]:
        """Where the characters at `places` stood."""
        return array("I", map(self.place_before, places)) if self.dropped else places

    def span_before(self, start: int, end: int) -> tuple[int, int]:
        """The span that `text[start:end]` was made from."""
        return self.place_before(start), self.place_before(end - 1) + 1

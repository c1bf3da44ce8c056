"""Spans of a text: where words stand, and whether spans touch."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans merged where they overlap, in order; offsets, end exclusive."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> Spans:
        """The spans, in any order."""
        merged: list[list[int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(end, merged[-1][1])
            else:
                merged.append([start, end])
        return cls(tuple(start for start, _ in merged), tuple(end for _, end in merged))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with `start:end`."""
        last = bisect_left(self.starts, end) - 1
        return last >= 0 and self.ends[last] > start

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds all of `start:end`."""
        last = bisect_right(self.starts, start) - 1
        return last >= 0 and self.ends[last] >= end


def occurrences(words: str, text: str) -> list[tuple[int, int]]:
    """Wherever the words stand in the text, none overlapping."""
    return [match.span() for match in re.finditer(re.escape(words), text)]

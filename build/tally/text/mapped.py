"""Text that remembers where each of its characters stood in the raw text."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from re import Match, Pattern


@dataclass(frozen=True, slots=True)
class Mapped:
    """Characters with, for each, the span of the raw text that it stands for.

    `starts[i]` and `ends[i]` are code-point offsets in the raw text, never decreasing.
    """

    text: str
    starts: array[int]
    ends: array[int]


def identity(raw: str) -> Mapped:
    """Every character stands for itself."""
    return Mapped(raw, array("I", range(len(raw))), array("I", range(1, len(raw) + 1)))


def translated(mapped: Mapped, text: str) -> Mapped:
    """The same places under other characters, one for one."""
    if len(text) != len(mapped.text):
        raise AssertionError("a translation keeps the number of characters")
    return Mapped(text, mapped.starts, mapped.ends)


def replaced(
    mapped: Mapped, pattern: Pattern[str], replacement: Callable[[Match[str]], str | None]
) -> Mapped:
    """Replace each match by the text the function gives; None leaves the match as it is."""
    found = ((match, replacement(match)) for match in pattern.finditer(mapped.text))
    return spliced(mapped, ((*m.span(), new) for m, new in found if new is not None))


def spliced(mapped: Mapped, changes: Iterable[tuple[int, int, str]]) -> Mapped:
    """Put new text in place of spans (start, end, text), given in order and not overlapping.

    What a change and its span share at both ends keeps its own places; each character of
    the middle stands for the whole middle.
    """
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    done = 0
    for start, end, new in changes:
        head, tail = _shared_ends(mapped.text[start:end], new)
        keep_from, keep_to = start + head, end - tail
        middle = new[head : len(new) - tail]
        pieces += (mapped.text[done:keep_from], middle)
        starts.extend(mapped.starts[done:keep_from])
        ends.extend(mapped.ends[done:keep_from])
        if middle:
            raw_start, raw_end = _raw_gap(mapped, keep_from, keep_to)
            starts.extend([raw_start] * len(middle))
            ends.extend([raw_end] * len(middle))
        done = keep_to
    pieces.append(mapped.text[done:])
    starts.extend(mapped.starts[done:])
    ends.extend(mapped.ends[done:])
    return Mapped("".join(pieces), starts, ends)


def _shared_ends(old: str, new: str) -> tuple[int, int]:
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    most -= head
    tail = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return head, tail


def _raw_gap(mapped: Mapped, start: int, end: int) -> tuple[int, int]:
    if start < end:
        return mapped.starts[start], mapped.ends[end - 1]
    here = mapped.starts[start] if start < len(mapped.starts) else (mapped.ends or [0])[-1]
    return here, here

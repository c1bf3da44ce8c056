"""Where labels stand: beside their marks, off the lines, off each other, inside the picture."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from tally.records.model import Localized

LINE_HEIGHT = 12.0
# About how wide characters are at the size of a label, in the broader of common fonts.
_WIDE, _BROAD, _NARROW, _THIN = 12.2, 9.2, 6.9, 4.3
_BROAD_ONES = frozenset("ABCDEFGHJKLMNOPQRSTUVWXYZmw%—…")
_THIN_ONES = frozenset("Ifijlrt.,:;!'|()[] -·")
_STEP = 11.0
_REACH = 46.0
_NUDGE = 24.0
_BETWEEN = 4.0  # two texts
_LATER = 0.01  # what it costs to stand in a less usual spot


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        """The shared area."""
        left = self.left if self.left > other.left else other.left
        right = self.right if self.right < other.right else other.right
        top = self.top if self.top > other.top else other.top
        bottom = self.bottom if self.bottom < other.bottom else other.bottom
        return (right - left) * (bottom - top) if right > left and bottom > top else 0.0

    def outside(self, other: Box) -> float:
        """The area of this box that is not within the other."""
        return (self.right - self.left) * (self.bottom - self.top) - self.overlap(other)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a label relative to its mark, in pixels."""

    dx: float
    dy: float
    align: str


ABOVE, BELOW = Spot(0, -13, "center"), Spot(0, 14, "center")
RIGHT, LEFT = Spot(12, 0, "left"), Spot(-12, 0, "right")
NEAR = (
    *(ABOVE, BELOW, RIGHT, LEFT),
    *(Spot(6, -13, "left"), Spot(-6, -13, "right"), Spot(6, 14, "left"), Spot(-6, 14, "right")),
)
FARTHER = (
    *(Spot(0, -25, "center"), Spot(0, 26, "center"), Spot(8, -26, "left"), Spot(8, 26, "left")),
    *(Spot(-8, -26, "right"), Spot(-8, 26, "right"), Spot(24, 0, "left"), Spot(-24, 0, "right")),
    *(Spot(0, -38, "center"), Spot(0, 38, "center"), Spot(8, 38, "left"), Spot(-8, 38, "right")),
)


@dataclass(slots=True)
class Placer:
    """Remembers what is drawn, and finds the freest spot for each further label."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)

    def block(self, x: float, y: float, radius: float, height: float | None = None) -> None:
        """A mark that labels should leave free; as high as it is wide, or less."""
        up = radius if height is None else height
        self.taken.append(Box(x - radius, y - up, x + radius, y + up))

    def block_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A line that labels should leave free, as a string of small boxes."""
        self.taken += [Box(x - 4, y - 4, x + 4, y + 4) for x, y in _along(start, end)]

    def place(
        self,
        text: Localized,
        x: float,
        y: float,
        *,
        first: Spot = ABOVE,
        more: tuple[Spot, ...] = FARTHER,
        must: bool = True,
    ) -> Spot | None:
        """The best spot for a text at a mark; None where a label that need not be has no room.

        `first` is the spot preferred among equally free ones; `more` come after the near ones.
        """
        width = text_width(text)
        near = self._near(x, y, width)
        best, least = first, float("inf")
        for rank, usual in enumerate((first, *NEAR, *more)):
            spot = self._nudged(usual, x, width)
            box = _box(width, x, y, spot)
            cost = sum(map(box.overlap, near)) + 4 * box.outside(self.bounds) + rank * _LATER
            if cost < least:
                best, least = spot, cost
            if cost < 1:
                break
        if least >= 1 and not must:
            return None
        box = _box(width, x, y, best)
        self.taken.append(replace(box, left=box.left - _BETWEEN, right=box.right + _BETWEEN))
        return best

    def _nudged(self, spot: Spot, x: float, width: float) -> Spot:
        """A spot above or below its mark, moved sideways where its text would be cut off."""
        if spot.align != "center":
            return spot
        left, right = x - width / 2 - self.bounds.left, self.bounds.right - x - width / 2
        aside = max(-left, 0.0) - max(-right, 0.0)
        return replace(spot, dx=aside) if 0 < abs(aside) <= _NUDGE else spot

    def _near(self, x: float, y: float, width: float) -> list[Box]:
        """What a label of this width can come upon."""
        reach = Box(x - width - _REACH, y - _REACH, x + width + _REACH, y + _REACH)
        return [
            box
            for box in self.taken
            if box.left < reach.right
            and box.right > reach.left
            and box.top < reach.bottom
            and box.bottom > reach.top
        ]


def text_width(text: Localized) -> float:
    """About how wide a text is in pixels, in the wider of its languages."""
    return max(_width(text.zh), _width(text.en))


def wrapped(text: str, width: float, scale: float = 1.0) -> list[str]:
    """The text in lines of about `width` pixels, broken between words or Chinese characters."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and _width(line + piece) * scale > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()]


def two_lines(text: Localized, width: float) -> tuple[list[str], list[str]]:
    """The lines in each language, at most two of `width` pixels; more ends in an ellipsis."""
    return _two_lines(text.zh, width), _two_lines(text.en, width)


def _two_lines(text: str, width: float) -> list[str]:
    first, *more = wrapped(text, width)
    rest = text.removeprefix(first).lstrip()
    return [_shortened(line, width) for line in ((first, rest) if more else (first,))]


def _shortened(text: str, width: float) -> str:
    if _width(text) <= width:
        return text
    while text and _width(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


def _pieces(text: str) -> Iterator[str]:
    word = ""
    for character in text:
        if character == " " or _is_wide(character):
            yield from (part for part in (word, character) if part)
            word = ""
        else:
            word += character
    if word:
        yield word


def _width(text: str) -> float:
    return sum(map(_width_of, text))


@cache
def _width_of(character: str) -> float:
    if _is_wide(character):
        return _WIDE
    if character in _BROAD_ONES:
        return _BROAD
    return _THIN if character in _THIN_ONES else _NARROW


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _box(width: float, x: float, y: float, spot: Spot) -> Box:
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[spot.align]
    left, middle = x + spot.dx - width * share, y + spot.dy
    return Box(left, middle - LINE_HEIGHT / 2, left + width, middle + LINE_HEIGHT / 2)


def _along(start: tuple[float, float], end: tuple[float, float]) -> Iterable[tuple[float, float]]:
    length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    steps = int(length / _STEP) + 1
    for n in range(steps + 1):
        share = n / steps
        yield start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

"""Which facts of a panel are labelled, and on which side of their marks.

Few labels that stand well: the last figure, promises and their outcomes, the first, the extremes.
What has no room is left to the words that a mark says when it is asked, and to the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tally.charts.measures import FONT_SIZE, text_width

_SIDE = 48.0  # the room beside the years
_AIR = 0.13  # of a panel, above the highest value and below the lowest
_LINE = FONT_SIZE + 2.0
_STEPS = 16  # at which a line is looked at between two places
_TOO_CLOSE = 4  # places covered


@dataclass(frozen=True, slots=True)
class Wish:
    """A label to be placed: at a year and a value, on one of these sides, best first; `must`: it
    is told even where it covers something."""

    year: float
    value: float
    text: str
    sides: tuple[str, ...]
    must: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands from its mark, in pixels."""

    dx: float
    dy: float
    align: str


SIDES = {
    "above": Spot(0, -14, "center"),
    "below": Spot(0, 15, "center"),
    "right": Spot(14, 0, "left"),
    "left": Spot(-14, 0, "right"),
    "above-left": Spot(8, -14, "right"),
    "below-left": Spot(8, 15, "right"),
    "far-above": Spot(0, -27, "center"),
    "far-below": Spot(0, 28, "center"),
    "high": Spot(0, -42, "center"),
    "low": Spot(0, 43, "center"),
    "high-left": Spot(8, -42, "right"),
    "low-left": Spot(8, 43, "right"),
}
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """About where the places of a panel are, in pixels, by its years and values."""

    years: tuple[float, float]
    values: tuple[float, float]
    width: float
    height: float

    def at(self, year: float, value: float) -> Place:
        x, y = _share(year, self.years), _share(value, self.values)
        down = (_AIR + (1 - y) * (1 - 2 * _AIR)) * self.height
        return _SIDE + x * (self.width - 2 * _SIDE), down


def ground(places: Sequence[Place], width: float, height: float) -> Ground:
    """The ground that holds all these years and values."""
    years, values = zip(*places, strict=True)
    return Ground((min(years), max(years)), (min(values), max(values)), width, height)


def placed(
    wishes: Iterable[Wish], marks: Iterable[Place], lines: Iterable[Sequence[Place]], on: Ground
) -> dict[Wish, Spot]:
    """The labels that find room, one after the other."""
    taken = [(on.at(*mark), 4) for mark in marks]
    taken += [(place, 1) for line in lines for place in _along([on.at(*at) for at in line])]
    found = dict[Wish, Spot]()
    for wish in wishes:
        costs = [(_cost(wish, SIDES[side], on, taken), n) for n, side in enumerate(wish.sides)]
        cost, best = min(costs)
        if cost < _TOO_CLOSE or wish.must:
            spot = SIDES[wish.sides[best]]
            found[wish] = spot
            taken += [(place, 9) for place in _covered(wish, spot, on)]
    return found


def _cost(wish: Wish, spot: Spot, on: Ground, taken: Sequence[tuple[Place, int]]) -> float:
    """How much a label would cover, other labels most of all, and whether it leaves the panel."""
    left, top, right, bottom = _box(wish, spot, on)
    own = on.at(wish.year, wish.value)
    covers = sum(
        weight
        for (x, y), weight in taken
        if left - 3 < x < right + 3 and top - 3 < y < bottom + 3 and (x, y) != own
    )
    return covers + 9 * (right > on.width + 30) + 9 * (left < -6) + 2 * (bottom > on.height)


def _box(wish: Wish, spot: Spot, on: Ground) -> tuple[float, float, float, float]:
    x, y = on.at(wish.year, wish.value)
    width = text_width(wish.text)
    left = x + spot.dx - width * {"left": 0.0, "center": 0.5, "right": 1.0}[spot.align]
    return left, y + spot.dy - _LINE / 2, left + width, y + spot.dy + _LINE / 2


def _covered(wish: Wish, spot: Spot, on: Ground) -> Iterator[Place]:
    left, top, right, bottom = _box(wish, spot, on)
    steps = max(1, int((right - left) / 12))
    for n in range(steps + 1):
        for y in (top, (top + bottom) / 2, bottom):
            yield left + (right - left) * n / steps, y


def _along(line: Sequence[Place]) -> Iterator[Place]:
    for (x, y), (x2, y2) in pairwise(line):
        for n in range(1, _STEPS):
            yield x + (x2 - x) * n / _STEPS, y + (y2 - y) * n / _STEPS


def _share(value: float, ends: tuple[float, float]) -> float:
    low, high = ends
    return (value - low) / (high - low) if high > low else 0.5

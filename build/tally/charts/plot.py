"""One panel while it is drawn: its facts, its axis, its layers, and the room that is left."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tally.charts.canvas import Canvas
from tally.charts.facts import Fact
from tally.charts.groups import Group
from tally.charts.placement import Placer
from tally.charts.scales import Axis
from tally.words.figures import Units


@dataclass(frozen=True, slots=True)
class Size:
    """The width of all panels, the room left and right of their years, how many labels there is
    room for, and whether the words of a row stand above its marks instead of beside them."""

    width: float
    heights: tuple[float, float]
    margins: tuple[float, float]
    all_labels_up_to: int
    stacked: bool = False


HEAD = -22.0  # where a panel says what it measures, from its upper edge
WIDE = Size(660, (190, 120), (60, 64), 10)
NARROW = Size(356, (160, 110), (54, 46), 5, stacked=True)


@dataclass(slots=True)
class Plot:
    """One panel being drawn."""

    group: Group
    axis: Axis
    units: Units
    canvas: Canvas
    placer: Placer
    size: Size

    def y(self, value: Fraction) -> float:
        """A value in the unit of the axis."""
        return self.axis.place(value)

    @property
    def year(self) -> float:
        """The width of a year in pixels."""
        return self.at(1, 0)[0] - self.at(0, 0)[0]

    def at(self, x: float, y: float) -> tuple[float, float]:
        frame = self.canvas.frame
        return frame.left_of(x), frame.top_of(y)

    def kept(self, fact: Fact) -> tuple[float, float]:
        """Where a promise is kept, as far as the panel reaches."""
        bottom, top = self.canvas.frame.y
        low = bottom if fact.low is None else self.y(fact.low)
        return low, top if fact.high is None else self.y(fact.high)


def stamp(canvas: Canvas, fact: Fact, x: float, y: float, *, dx: float = 0, turn: int = 0) -> None:
    """All marks of a fact at one place; the first says what they stand for."""
    for rank, mark in enumerate(fact.marks):
        canvas.shape(mark, x, y, None if rank else fact.note, dx=dx, turn=turn)


def extent(group: Group, axis: Axis) -> list[float]:
    """All values that a panel must show, in the unit of its axis."""
    shown = [*group.facts, *(fact for other in group.companions for fact in other.facts)]
    ends = (end for fact in shown for end in (fact.value, fact.low, fact.high) if end is not None)
    return [axis.place(end) for end in ends]

"""A panel of rows: two or three periods or promises, one row each, values to the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from tally.charts.canvas import Canvas, Words
from tally.charts.captions import bare_promise
from tally.charts.facts import Fact
from tally.charts.groups import Group
from tally.charts.model import Frame
from tally.charts.placement import text_width, two_lines
from tally.charts.plot import Size, extent, stamp
from tally.charts.scales import Axis, domain, ticks
from tally.charts.words import fill, joined
from tally.records.model import Localized
from tally.records.periods import parse_period
from tally.words.figures import Units

MARGIN_ABOVE_ROWS, ROWS_HEAD = 18, -10.0  # for what a panel measures
_ROW, _STACKED_ROW, _HEAD = 32.0, 46.0, 8.0
_BESIDE = 10.0  # between two figures for one period
_HALF_MARK, _GAP, _EDGE = 9.0, 16.0, 6.0
_NAME_WIDTH = 250.0  # beside the marks; what is longer takes a second line
_NAME_LINE = 14.0
Columns = tuple[float, float]


@dataclass(frozen=True, slots=True)
class DotRow:
    """One row: its name on the left, its marks, and what they say on the right.

    Where facts are `compared`, their distance is what matters: they share one line.
    """

    name: Localized
    facts: tuple[Fact, ...]
    said: Localized
    compared: bool = False

    @property
    def tone(self) -> str:
        told = self.facts[0]
        return "target" if told.is_target else "derived" if told.kind == "derived" else "ink"


def rows_of(group: Group, units: Units) -> list[DotRow]:
    """One row for each period's figures and one for each promise, in the order of time."""
    by_name: dict[tuple[str, bool], list[Fact]] = {}
    for fact in group.facts:
        by_name.setdefault((fact.period, fact.is_target), []).append(fact)
    return [_row(*name, tuple(facts), units) for name, facts in by_name.items()]


def height_of(rows: list[DotRow], size: Size) -> float:
    """How high the panel of these rows is."""
    return _HEAD + sum(_height(row, size) for row in rows)


def columns_of(rows: Iterable[DotRow], size: Size) -> Columns:
    """The widths that the names and what is said take beside the marks of these rows."""
    beside = [] if size.stacked else list(rows)
    lines = [line for row in beside for line, _ in _centred(row.name, _NAME_WIDTH)]
    names = max((text_width(line) + _GAP for line in lines), default=_EDGE)
    said = max((text_width(row.said) + _GAP for row in beside), default=0) + _GAP
    return names, said


def edges_of(group: Group, axis: Axis) -> tuple[float, float]:
    """Between which values the marks of a group stand: from zero, as two or three amounts would
    else fill the width however little they differ. No place in an order is zero."""
    return domain(extent(group, axis), from_zero=group.measure != "rank")


def draw_dot_rows(
    rows: list[DotRow],
    edges: tuple[float, float],
    axis: Axis,
    columns: Columns,
    words: Words,
    top: float,
    size: Size,
) -> Canvas:
    """All layers of a panel of rows, whose values lie between the edges."""
    height, foot = height_of(rows, size), _HEAD
    sides = _with_columns(columns, edges, size.width)
    canvas = Canvas(Frame(top, size.width, height, sides, (height, 0)), words)
    for tick in ticks(*edges, whole=axis.whole):
        canvas.line("zero" if tick == 0 else "grid", (tick, tick), (_HEAD, height))
        canvas.label(axis.tick(tick), tick, height, dy=10, align="center", tone="muted")
    for row in rows:
        foot += _height(row, size)
        _words(canvas, row, edges, foot, size)
        _marks(canvas, row, axis, edges, foot - _ROW / 2)
    return canvas


def _row(period: str, target: bool, facts: tuple[Fact, ...], units: Units) -> DotRow:
    label = parse_period(period).label
    name = fill("{}目标", "{} target", label) if target else label
    said = [bare_promise(fact, units) if target else fact.words for fact in facts]
    return DotRow(name, facts, joined(list(dict.fromkeys(said)), "；", "; "))


def _with_columns(
    columns: Columns, edges: tuple[float, float], width: float
) -> tuple[float, float]:
    """The edges of the axis, moved outward to make room for both columns."""
    names, said = columns
    step = (edges[1] - edges[0]) / max(width - names - said, width / 4)
    return edges[0] - names * step, edges[1] + said * step


def _words(
    canvas: Canvas, row: DotRow, edges: tuple[float, float], foot: float, size: Size
) -> None:
    """The name and what is said: beside the marks, or above them at both ends."""
    left, right = canvas.frame.x
    if size.stacked:
        y = foot - _height(row, size) + 10
        for line, below in _topped(row.name, _beside_said(row, size)):
            canvas.label(line, left, y, dx=2 * _EDGE, dy=below, tone="muted")
        canvas.label(row.said, right, y, align="right", tone=row.tone)
    else:
        y = foot - _ROW / 2
        for line, below in _centred(row.name, _NAME_WIDTH):
            canvas.label(line, left, y, dy=below, tone="muted")
        canvas.label(row.said, edges[1], y, dx=_GAP, tone=row.tone)


def _height(row: DotRow, size: Size) -> float:
    """How high a row is: where its words stand above its marks, higher for a second line."""
    if not size.stacked:
        return _ROW
    lines = max(map(len, two_lines(row.name, _beside_said(row, size))))
    return _STACKED_ROW + _NAME_LINE * (lines - 1)


def _beside_said(row: DotRow, size: Size) -> float:
    return size.width - 3 * _EDGE - text_width(row.said)


Lines = Iterator[tuple[Localized, float]]


def _topped(name: Localized, width: float) -> Lines:
    """The lines of a name, each with how far it stands below the first."""
    for rank, line in enumerate(zip_longest(*two_lines(name, width), fillvalue="")):
        yield Localized(*line), rank * _NAME_LINE


def _centred(name: Localized, width: float) -> Lines:
    """The lines of a name about its middle; each language has lines of its own where they
    differ in number."""
    zh, en = two_lines(name, width)
    if len(zh) == len(en):
        yield from _about_middle([Localized(*both) for both in zip(zh, en, strict=True)])
    else:
        yield from _about_middle([Localized(line, "") for line in zh])
        yield from _about_middle([Localized("", line) for line in en])


def _about_middle(lines: list[Localized]) -> Lines:
    for rank, line in enumerate(lines):
        yield line, (rank - (len(lines) - 1) / 2) * _NAME_LINE


def _marks(canvas: Canvas, row: DotRow, axis: Axis, edges: tuple[float, float], y: float) -> None:
    values = [axis.place(fact.value) for fact in row.facts]
    if row.compared:
        places = [y] * len(values)
        canvas.line("distance", (min(values), max(values)), (y, y))
    else:
        first = y - _BESIDE * (len(values) - 1) / 2
        places = [first + _BESIDE * rank for rank in range(len(values))]
    for fact, place in zip(row.facts, places, strict=True):
        (_draw_promise if fact.is_target else _draw_fact)(canvas, fact, axis, edges, place)
    if len(values) > 1 and not row.compared:
        _bracket(canvas, values, places)


def _bracket(canvas: Canvas, values: list[float], places: list[float]) -> None:
    """A thin bracket on the right of figures for one period that differ."""
    most = max(values)
    for value, place in zip(values, places, strict=True):
        canvas.line("bracket", (value, most), (place, place), dx=(6, 11))
    canvas.line("bracket", (most, most), (places[0], places[-1]), dx=(11, 11))


def _draw_fact(
    canvas: Canvas, fact: Fact, axis: Axis, edges: tuple[float, float], y: float
) -> None:
    """A figure; its mark is turned so that more is to the right."""
    x = axis.place(fact.value)
    if fact.kind == "derived":
        low, high = (end if end is None else axis.place(end) for end in (fact.low, fact.high))
        ends = edges[0] if low is None else low, edges[1] if high is None else high
        canvas.line("whisker", ends, (y, y))
    stamp(canvas, fact, x, y, turn=90)


def _draw_promise(
    canvas: Canvas, fact: Fact, axis: Axis, edges: tuple[float, float], y: float
) -> None:
    x = axis.place(fact.value)
    low = edges[0] if fact.low is None else axis.place(fact.low)
    high = edges[1] if fact.high is None else axis.place(fact.high)
    if low != high:
        canvas.tint((low, high), (y, y), dy=_HALF_MARK)
    ends = [axis.place(end) for end in fact.ends]
    if ends:
        canvas.line("range", (ends[0], ends[-1]), (y, y))
    for edge in ends or (x,):
        stamp(canvas, fact, edge, y, turn=90)

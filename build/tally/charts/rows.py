"""A panel of rows: two or three figures, one row each, values to the right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tally.charts.canvas import Canvas, Words
from tally.charts.facts import Fact, Group
from tally.charts.model import Frame
from tally.charts.placement import text_width
from tally.charts.scales import Axis, domain, ticks
from tally.charts.series import bare_promise, extent
from tally.charts.words import fill
from tally.derive.wording import Units
from tally.records.model import Localized, Measure
from tally.records.periods import parse_period

ROW = 34.0
_HEAD = 12.0
_NAME = 96.0
_TICK = 9.0
_FROM_ZERO: tuple[Measure, ...] = ("level", "cumulative", "growth", "change")


@dataclass(frozen=True, slots=True)
class DotRow:
    """One row: its name on the left, its marks, and what is said beside the last of them."""

    name: Localized
    facts: tuple[Fact, ...]


def rows_of(group: Group) -> list[DotRow]:
    """One row for each period's figures and one for each promise, in the order of time."""
    by_name: dict[tuple[str, bool], list[Fact]] = {}
    for fact in group.facts:
        by_name.setdefault((fact.period, fact.is_target), []).append(fact)
    return [
        DotRow(_name(period, target=target), tuple(facts))
        for (period, target), facts in by_name.items()
    ]


def height_of(rows: Iterable[DotRow]) -> float:
    """How high the panel of these rows is."""
    return _HEAD + ROW * len(list(rows))


def draw_rows(
    group: Group, axis: Axis, units: Units, words: Words, top: float, width: float
) -> Canvas:
    """All layers of the panel, as wide as `width` pixels."""
    rows = rows_of(group)
    height = height_of(rows)
    low, high = domain(extent(group, axis), from_zero=group.measure in _FROM_ZERO)
    said = max(text_width(_said(row.facts[-1], units)) for row in rows)
    plain = max(width - _NAME - said - 2 * _TICK, width / 4)
    step = (high - low) / plain
    x = (low - _NAME * step, high + (said + 2 * _TICK) * step)
    canvas = Canvas(Frame(top, width, height, x, (height, 0)), words)
    _grid(canvas, axis, (low, high), height)
    for index, row in enumerate(rows):
        _row(canvas, row, axis, units, _HEAD + ROW * (index + 0.5))
    return canvas


def _grid(canvas: Canvas, axis: Axis, edges: tuple[float, float], height: float) -> None:
    for tick in ticks(*edges):
        canvas.line("zero" if tick == 0 else "grid", (tick, tick), (_HEAD, height))
        canvas.label(axis.tick(tick), tick, height, dy=10, align="center", tone="muted")


def _row(canvas: Canvas, row: DotRow, axis: Axis, units: Units, y: float) -> None:
    canvas.label(row.name, canvas.frame.x[0], y, tone="muted")
    for fact in row.facts:
        draw_fact(canvas, fact, axis, y)
    places = [axis.place(fact.value) for fact in row.facts]
    if len(places) > 1:
        ends = min(places), max(places)
        canvas.line("bracket", ends, (y, y), dy=(9, 9))
        for end in ends:
            canvas.line("bracket", (end, end), (y, y), dy=(5, 9))
    told = row.facts[0]
    tone = "target" if told.is_target else "derived" if told.kind == "derived" else "ink"
    gap = _TICK * 2 if told.upward else _TICK + 3
    canvas.label(_said(told, units), max(places), y, dx=gap, tone=tone)


def draw_fact(canvas: Canvas, fact: Fact, axis: Axis, y: float) -> None:
    """One fact on a row, where more is to the right; the mark's own tick stands upright."""
    x = axis.place(fact.value)
    if fact.is_target:
        _draw_promise(canvas, fact, axis, y)
        return
    if fact.kind == "derived" and fact.low is not None and fact.high is not None:
        canvas.line("whisker", (axis.place(fact.low), axis.place(fact.high)), (y, y))
    canvas.shape(fact.kind, x, y, fact.note, turn=90)
    if fact.upward or fact.downward:
        canvas.shape("over" if fact.upward else "under", x, y, fact.note, turn=90)


def _draw_promise(canvas: Canvas, fact: Fact, axis: Axis, y: float) -> None:
    left, right = canvas.frame.x
    step = (right - left) / canvas.frame.width
    x = axis.place(fact.value)
    low = x - 5 * _TICK * step if fact.low is None else axis.place(fact.low)
    high = x + 5 * _TICK * step if fact.high is None else axis.place(fact.high)
    if low != high:
        canvas.tint((low, high), (y, y), dy=_TICK)
    edges: tuple[float, ...] = (x,)
    if fact.figure is not None and fact.figure.comparator == "range":
        canvas.line("range", (low, high), (y, y))
        edges = (low, high)
    for edge in edges:
        canvas.shape("target", edge, y, fact.note, turn=90)
    if fact.upward or fact.downward:
        canvas.shape("at-least" if fact.upward else "at-most", x, y, fact.note, turn=90)


def _name(period: str, *, target: bool) -> Localized:
    label = parse_period(period).label
    return fill("{}目标", "{} target", label) if target else label


def _said(fact: Fact, units: Units) -> Localized:
    return bare_promise(fact, units) if fact.is_target else fact.words

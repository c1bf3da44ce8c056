"""A panel of a series: years across, values up; the line, its dots, promises and outcomes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from tally.charts.canvas import Canvas, Words
from tally.charts.captions import write_labels
from tally.charts.facts import Fact
from tally.charts.groups import Companion, Group
from tally.charts.model import Frame, same
from tally.charts.placement import LINE_HEIGHT, Box, Placer, text_width
from tally.charts.plot import Plot, Size, extent, stamp
from tally.charts.scales import Axis, domain, ticks
from tally.charts.words import fill
from tally.words.figures import Units

TICK = 9  # half the width of a target's mark
_DODGE = 10.0  # between two figures for one year
_FOOT = 10.0  # of a bracket, from the lower of its figures
_YEAR_LABEL = 40.0
_HEAD_WIDTH = 120.0


def years_of(groups: Iterable[Group]) -> tuple[int, int]:
    """The first and the last year of several panels that share their years."""
    facts = [fact for group in groups for fact in group.facts]
    return min(fact.first for fact in facts), max(fact.last for fact in facts)


def frame_of(
    group: Group, axis: Axis, years: tuple[int, int], top: float, height: float, size: Size
) -> Frame:
    """The frame that holds all values of a group, with room for labels on both sides."""
    (first, last), (left, right) = years, size.margins
    year = (size.width - left - right) / max(last - first, 1)
    x = (first - left / year, last + right / year)
    return Frame(top, size.width, height, x, domain(extent(group, axis)))


def draw_series(
    group: Group, axis: Axis, units: Units, frame: Frame, words: Words, size: Size
) -> Canvas:
    """All layers of the panel."""
    bounds = Box(-2, -18, frame.width + 2, frame.height)
    plot = Plot(group, axis, units, Canvas(frame, words), Placer(bounds), size)
    _grid(plot)
    draw_marks(plot)
    write_labels(plot)
    return plot.canvas


def draw_marks(plot: Plot) -> None:
    """All marks of a panel, without its grid and its words."""
    for companion in plot.group.companions:
        _companion(plot, companion)
    _promises(plot)
    _line(plot)
    _dots(plot)


def year_labels(canvas: Canvas, group_years: Iterable[int]) -> None:
    """The years below the panel: the last always, earlier ones where there is room."""
    frame, free = canvas.frame, float("inf")
    bottom = frame.y[0]
    for year in sorted(set(group_years), reverse=True):
        x = frame.left_of(year)
        canvas.line("zero", (year, year), (bottom, bottom), dy=(0, 4))
        if x <= free:
            canvas.label(same(str(year)), year, bottom, dy=13, align="center", tone="muted")
            free = x - _YEAR_LABEL


def _grid(plot: Plot) -> None:
    canvas, (left, right), (bottom, top) = plot.canvas, plot.canvas.frame.x, plot.canvas.frame.y
    canvas.line("zero" if bottom == 0 else "grid", (left, right), (bottom, bottom))
    plot.placer.taken.append(Box(0, -30, _HEAD_WIDTH, -14))
    for tick in ticks(bottom, top, whole=plot.axis.whole):
        if tick != bottom:
            canvas.line("zero" if tick == 0 else "grid", (left, right), (tick, tick))
        label = plot.axis.tick(tick)
        canvas.label(label, left, tick, dy=-7, tone="muted")
        y = canvas.frame.top_of(tick)
        plot.placer.taken.append(Box(0, y - LINE_HEIGHT, text_width(label) + 2, y))
        if bottom < tick == 0:
            plot.placer.block_line((0, y), (canvas.frame.width, y))


def _promises(plot: Plot) -> None:
    for fact in plot.group.targets:
        value, x = plot.y(fact.value), fact.middle
        low, high = plot.kept(fact)
        if low != high:
            plot.canvas.tint((fact.first, fact.last), (low, high), dx=TICK)
        if fact.is_span:
            plot.canvas.line("range", (fact.first, fact.last), (value, value))
        for edge in _edges(plot, fact):
            stamp(plot.canvas, fact, x, edge)
            plot.placer.block(*plot.at(x, edge), TICK + 4, 4)
            _block_wedge(plot, fact, x, edge)


def _edges(plot: Plot, fact: Fact) -> tuple[float, ...]:
    """Where the ticks stand: at both ends of a range, else at the value."""
    if fact.is_range:
        low, high = (plot.y(end) for end in fact.ends)
        plot.canvas.line("range", (fact.middle, fact.middle), (low, high))
        return low, high
    return (plot.y(fact.value),)


def _line(plot: Plot) -> None:
    for before, after in pairwise(plot.group.series):
        kind = "series" if after.first - before.first == 1 else "gap"
        _segment(plot, kind, before, after)
    for fact in plot.group.facts:
        if fact.is_span and not fact.is_target:
            value = plot.y(fact.value)
            plot.canvas.line("span", (fact.first, fact.last), (value, value))
            plot.placer.block_line(plot.at(fact.first, value), plot.at(fact.last, value))
            if fact.bound:
                plot.canvas.shape(fact.bound, fact.middle, value, fact.note)
            _block_wedge(plot, fact, fact.middle, value)


def _segment(plot: Plot, kind: str, before: Fact, after: Fact) -> None:
    x, y = (before.first, after.first), (plot.y(before.value), plot.y(after.value))
    plot.canvas.line(kind, x, y)
    plot.placer.block_line(plot.at(x[0], y[0]), plot.at(x[1], y[1]))


def _companion(plot: Plot, companion: Companion) -> None:
    """The line that a promise is relative to."""
    for before, after in pairwise(companion.facts):
        _segment(plot, "promise" if companion.name is None else "other", before, after)
    for fact in companion.facts if companion.name else ():
        note = fill("{}，{}", "{}, {}", companion.name or fact.words, fact.note)
        plot.canvas.shape("other", fact.middle, plot.y(fact.value), note)
        plot.placer.block(*plot.at(fact.middle, plot.y(fact.value)), 3)


def _dots(plot: Plot) -> None:
    shown: dict[str, int] = {}
    for fact in plot.group.facts:
        if fact.is_target:
            continue
        rank = shown.setdefault(fact.period, 0)
        shown[fact.period] += 1
        if fact.is_span:
            continue
        dx = -rank * min(_DODGE, plot.year / 2)
        _dot(plot, fact, dx)
        if rank:
            _bracket(plot, fact, _main(plot, fact), dx)


def _main(plot: Plot, fact: Fact) -> Fact:
    """The fact that stands for a period in the line: the first of it."""
    return next(f for f in plot.group.facts if f.period == fact.period and not f.is_target)


def _dot(plot: Plot, fact: Fact, dx: float) -> None:
    x, y = fact.middle, plot.y(fact.value)
    if fact.kind == "derived" and fact.low is not None and fact.high is not None:
        plot.canvas.line("whisker", (x, x), (plot.y(fact.low), plot.y(fact.high)), (dx, dx))
    stamp(plot.canvas, fact, x, y, dx=dx)
    left, top = plot.at(x, y)
    plot.placer.block(left + dx, top, 6)
    _block_wedge(plot, fact, x, y, dx)


def _block_wedge(plot: Plot, fact: Fact, x: float, y: float, dx: float = 0) -> None:
    """Labels leave the wedge of a bound free, above its mark or below."""
    if fact.upward or fact.downward or fact.bound:
        left, top = plot.at(x, y)
        side = 1 if fact.downward or fact.bound == "under" else -1
        plot.placer.block(left + dx, top + 8 * side, 5)


def _bracket(plot: Plot, fact: Fact, main: Fact, dx: float) -> None:
    """A thin bracket under two figures for one year; over them where there is no room below."""
    x, values = fact.middle, sorted((plot.y(fact.value), plot.y(main.value)))
    below = plot.at(x, values[0])[1] + _FOOT < plot.canvas.frame.height
    end, reach = (values[0], _FOOT) if below else (values[1], -_FOOT)
    for y, side in ((plot.y(fact.value), dx), (plot.y(main.value), 0.0)):
        plot.canvas.line("bracket", (x, x), (y, end), (side, side), (reach / 2, reach))
    plot.canvas.line("bracket", (x, x), (end, end), (dx, 0), (reach, reach))
    left, foot = plot.at(x, end)
    plot.placer.block(left + dx / 2, foot + 0.8 * reach, 5)

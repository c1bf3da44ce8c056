"""A panel of a series: years across, values up; the line, its dots, promises and outcomes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from tally.charts.canvas import Canvas, Words
from tally.charts.facts import Companion, Fact, Group
from tally.charts.model import Frame, same
from tally.charts.placement import ABOVE, BELOW, RIGHT, Box, Placer, Spot
from tally.charts.scales import Axis, domain, ticks
from tally.charts.words import fill
from tally.derive.wording import Units, promise_words
from tally.records.model import Localized

TICK = 9  # half the width of a target's mark
_DODGE = 10  # between two figures for one year
_MARGIN_LEFT, _MARGIN_RIGHT = 52.0, 58.0
_YEAR_LABEL = 40.0


@dataclass(frozen=True, slots=True)
class Size:
    """The width of all panels, and which labels there is room for."""

    width: float
    heights: tuple[float, float]
    all_labels_up_to: int


WIDE = Size(660, (190, 120), 10)
NARROW = Size(356, (160, 110), 5)


@dataclass(slots=True)
class _Plot:
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

    def at(self, x: float, y: float) -> tuple[float, float]:
        frame = self.canvas.frame
        return frame.left_of(x), frame.top_of(y)


def years_of(groups: Iterable[Group]) -> tuple[int, int]:
    """The first and the last year of several panels that share their years."""
    facts = [fact for group in groups for fact in group.facts]
    return min(fact.first for fact in facts), max(fact.last for fact in facts)


def extent(group: Group, axis: Axis) -> list[float]:
    """All values that a panel must show, in the unit of its axis."""
    shown = [*group.facts, *(fact for other in group.companions for fact in other.facts)]
    ends = (end for fact in shown for end in (fact.value, fact.low, fact.high) if end is not None)
    return [axis.place(end) for end in ends]


def frame_of(
    group: Group, axis: Axis, years: tuple[int, int], top: float, width: float, height: float
) -> Frame:
    """The frame that holds all values of a group, with room for labels on both sides."""
    first, last = years
    year = (width - _MARGIN_LEFT - _MARGIN_RIGHT) / max(last - first, 1)
    x = (first - _MARGIN_LEFT / year, last + _MARGIN_RIGHT / year)
    return Frame(top, width, height, x, domain(extent(group, axis)))


def draw_series(
    group: Group, axis: Axis, units: Units, frame: Frame, words: Words, size: Size
) -> Canvas:
    """All layers of the panel."""
    bounds = Box(-2, -12, frame.width + 2, frame.height)
    plot = _Plot(group, axis, units, Canvas(frame, words), Placer(bounds), size)
    _grid(plot)
    for companion in group.companions:
        _companion(plot, companion)
    _promises(plot)
    _line(plot)
    _dots(plot)
    _labels(plot)
    return plot.canvas


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


def _grid(plot: _Plot) -> None:
    canvas, (left, right), (bottom, top) = plot.canvas, plot.canvas.frame.x, plot.canvas.frame.y
    canvas.line("zero", (left, right), (bottom, bottom))
    for tick in ticks(bottom, top):
        if tick != bottom:
            canvas.line("zero" if tick == 0 else "grid", (left, right), (tick, tick))
        label = plot.axis.tick(tick)
        canvas.label(label, left, tick, dy=-7, tone="muted")
        plot.placer.taken.append(
            Box(0, canvas.frame.top_of(tick) - 14, 40, canvas.frame.top_of(tick))
        )


def _promises(plot: _Plot) -> None:
    for fact in plot.group.targets:
        value, x = plot.y(fact.value), fact.middle
        low, high = _kept(plot, fact)
        if low != high:
            plot.canvas.tint((fact.first, fact.last), (low, high), dx=TICK)
        if fact.is_span:
            plot.canvas.line("range", (fact.first, fact.last), (value, value))
        for edge in _edges(plot, fact):
            plot.canvas.shape("target", x, edge, fact.note)
            plot.placer.block(*plot.at(x, edge), TICK / 2)
        if fact.upward or fact.downward:
            plot.canvas.shape("at-least" if fact.upward else "at-most", x, value, fact.note)


def _edges(plot: _Plot, fact: Fact) -> tuple[float, ...]:
    """Where the ticks stand: at both ends of a range, else at the value."""
    if fact.figure is not None and fact.figure.comparator == "range":
        low, high = _kept(plot, fact)
        plot.canvas.line("range", (fact.middle, fact.middle), (low, high))
        return low, high
    return (plot.y(fact.value),)


def _kept(plot: _Plot, fact: Fact) -> tuple[float, float]:
    """Where the promise is kept, as far as the panel reaches."""
    bottom, top = plot.canvas.frame.y
    low = bottom if fact.low is None else plot.y(fact.low)
    return low, top if fact.high is None else plot.y(fact.high)


def _line(plot: _Plot) -> None:
    for before, after in pairwise(plot.group.series):
        kind = "series" if after.first - before.first == 1 else "gap"
        _segment(plot, kind, before, after)
    for fact in plot.group.facts:
        if fact.is_span and not fact.is_target:
            value = plot.y(fact.value)
            plot.canvas.line("span", (fact.first, fact.last), (value, value))
            plot.placer.block_line(plot.at(fact.first, value), plot.at(fact.last, value))
            bound = _bound(fact)
            if bound:
                plot.canvas.shape(bound, fact.middle, value, fact.note)


def _segment(plot: _Plot, kind: str, before: Fact, after: Fact) -> None:
    x, y = (before.first, after.first), (plot.y(before.value), plot.y(after.value))
    plot.canvas.line(kind, x, y)
    plot.placer.block_line(plot.at(x[0], y[0]), plot.at(x[1], y[1]))


def _companion(plot: _Plot, companion: Companion) -> None:
    """The other indicator's line, with its name at its last year."""
    for before, after in pairwise(companion.facts):
        _segment(plot, "other", before, after)
    for fact in companion.facts:
        note = fill("{}，{}", "{}, {}", companion.label, fact.note)
        plot.canvas.shape("other", fact.middle, plot.y(fact.value), note)
        plot.placer.block(*plot.at(fact.middle, plot.y(fact.value)), 3)
    last = companion.facts[-1]
    _label(plot, companion.label, last, "other", first=BELOW)


def _dots(plot: _Plot) -> None:
    shown: dict[str, int] = {}
    for fact in plot.group.facts:
        if fact.is_target:
            continue
        rank = shown.setdefault(fact.period, 0)
        shown[fact.period] += 1
        if not fact.is_span:
            _dot(plot, fact, -_DODGE * rank)
        if rank and not fact.is_span:
            _bracket(plot, fact, _main(plot, fact), rank)


def _main(plot: _Plot, fact: Fact) -> Fact:
    """The fact that stands for a period in the line: the first of it."""
    return next(f for f in plot.group.facts if f.period == fact.period and not f.is_target)


def _dot(plot: _Plot, fact: Fact, dx: float) -> None:
    x, y = fact.middle, plot.y(fact.value)
    if fact.kind == "derived" and fact.low is not None and fact.high is not None:
        plot.canvas.line("whisker", (x, x), (plot.y(fact.low), plot.y(fact.high)), (dx, dx))
    plot.canvas.shape(fact.kind, x, y, fact.note, dx=dx)
    bound = _bound(fact)
    if bound:
        plot.canvas.shape(bound, x, y, fact.note, dx=dx)
    left, top = plot.at(x, y)
    plot.placer.block(left + dx, top, 5)


def _bound(fact: Fact) -> str | None:
    """The mark for a figure that is only known to be more, or less."""
    if fact.upward or (fact.kind == "derived" and fact.high is None):
        return "over"
    return "under" if fact.downward or (fact.kind == "derived" and fact.low is None) else None


def _bracket(plot: _Plot, fact: Fact, main: Fact, rank: int) -> None:
    """A thin bracket under two figures for one year."""
    x, dx = fact.middle, -_DODGE * rank
    low = min(plot.y(fact.value), plot.y(main.value))
    for y, side in ((plot.y(fact.value), dx), (plot.y(main.value), 0)):
        plot.canvas.line("bracket", (x, x), (y, low), (side, side), (5, 10))
    plot.canvas.line("bracket", (x, x), (low, low), (dx, 0), (10, 10))


def _labels(plot: _Plot) -> None:
    must = _told(plot)
    for fact in must:
        if fact.is_target:
            _label(plot, _target_words(fact, plot.units), fact, "target", first=_away(fact))
        else:
            _label(plot, _figure_words(plot, fact, must), fact, _tone(fact))
    rest = [fact for fact in plot.group.series if fact not in must]
    if len(plot.group.series) <= plot.size.all_labels_up_to:
        for fact in reversed(rest):
            _label(plot, _figure_words(plot, fact, must), fact, "muted", must=False)


def _told(plot: _Plot) -> list[Fact]:
    """The facts that are labelled in any case, the most telling first."""
    group = plot.group
    last = group.series[-1:]
    due = {fact.period for fact in group.targets}
    outcomes = [f for f in group.facts if f.period in due and not f.is_target]
    spare = [f for f in group.facts if f.is_span or f.kind == "derived" or f not in group.series]
    ranked = [*last, *group.targets, *outcomes, *spare, *group.series[:1]]
    return list(dict.fromkeys(fact for fact in ranked))


def _tone(fact: Fact) -> str:
    return "derived" if fact.kind == "derived" else "ink"


def _away(fact: Fact) -> Spot:
    """On the side where the promise is not kept, so that the wedge stays free."""
    return BELOW if fact.upward else ABOVE if fact.downward else RIGHT


def _label(
    plot: _Plot, text: Localized, fact: Fact, tone: str, *, first: Spot = ABOVE, must: bool = True
) -> None:
    x, y = fact.middle, plot.y(fact.value)
    spot = plot.placer.place(text, *plot.at(x, y), first=first, must=must)
    if spot is not None:
        plot.canvas.label(text, x, y, dx=spot.dx, dy=spot.dy, align=spot.align, tone=tone)


def _target_words(fact: Fact, units: Units) -> Localized:
    return fill("目标{}", "target {}", bare_promise(fact, units))


def bare_promise(fact: Fact, units: Units) -> Localized:
    """The promise without 增长, which the panel already says: 6%以上, at least 6%."""
    if fact.figure is None or fact.figure.direction == "down":
        return fact.words
    return promise_words(replace(fact.figure, measure="level"), units)


def _figure_words(plot: _Plot, fact: Fact, told: list[Fact]) -> Localized:
    """With its unit where it is the latest or not a plain number of the panel's unit."""
    figure = fact.figure
    if figure is None or figure.unit != plot.axis.unit.id or figure.comparator != "eq":
        return fact.words
    if fact is told[0] and plot.group.measure != "growth":
        return fact.words
    number = plot.axis.number(figure)
    suffix = same("%") if plot.axis.zh == "%" else same("")
    return fill("{}{}", "{}{}", number, suffix)

"""The legend: every mark of the grammar, drawn by the code that draws it in charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tally.charts.canvas import Canvas, Words, picture
from tally.charts.facts import Fact
from tally.charts.groups import Companion, Group
from tally.charts.model import Frame, Sketch, same
from tally.charts.placement import Box, Placer
from tally.charts.plot import Plot, Size
from tally.charts.scales import Axis
from tally.charts.series import draw_marks
from tally.charts.words import SAY
from tally.records.model import (
    Figure,
    Localized,
    Place,
    Unit,
)
from tally.terms import Comparator, Measure

_SIZE = Size(88, (44, 44), (0, 0), 0)
_EARLY, _DUE = "2020", "2021"
_NOWHERE = Place("legend")
_UNIT = Unit("%", same("%"), "percent", Decimal(1), "%", (), _NOWHERE)
_AXIS = Axis(_UNIT, Fraction(1), "%", Decimal(1), "%")
_LOW, _HIGH = 0, 10


@dataclass(frozen=True, slots=True)
class _Sample:
    """What a mark means, and facts that are drawn with it."""

    meaning: Localized
    facts: tuple[Fact, ...]
    series: tuple[Fact, ...] = ()
    companions: tuple[Companion, ...] = ()


def legend_sketches() -> Mapping[str, Sketch]:
    """A small drawing for each kind of fact; its title says what the mark means."""
    return {key: _sketch(sample) for key, sample in _samples().items()}


def _samples() -> Mapping[str, _Sample]:
    line = (_fact("reported", 3, period=_EARLY), _fact("reported", 6))
    other = (_fact("reported", 4, period=_EARLY), _fact("reported", 7))
    own = _fact("preliminary", 2, period=_EARLY)
    beside = Companion(SAY["relation"], other, other[-1], SAY["relation"])
    return {
        "reported": _Sample(SAY["reported"], line, line),
        "preliminary": _one("preliminary", _fact("preliminary", 5)),
        "conflict": _Sample(SAY["conflict"], (_fact("reported", 7), _fact("preliminary", 4))),
        "derived": _one("derived", _fact("derived", 5, (2, 8))),
        "bound": _one("bound", _fact("reported", 4, comparator=Comparator.GT)),
        "exact": _one("exact", _fact("target", 5)),
        "about": _one("about", _fact("target", 5, (3, 7), Comparator.APPROX)),
        "at_least": _one("at-least", _fact("target", 3, (3, None), Comparator.GE)),
        "at_most": _one("at-most", _fact("target", 7, (None, 7), Comparator.LE)),
        "range": _one("range", _fact("target", 5, (2, 8), Comparator.RANGE)),
        "relation": _Sample(SAY["relation"], (own,), (), (beside,)),
        "extracted": _one("extracted", _fact("extracted", 5)),
    }


def _one(meaning: str, fact: Fact) -> _Sample:
    return _Sample(SAY[meaning], (fact,))


def _fact(
    kind: str,
    value: int,
    ends: tuple[int | None, int | None] | None = None,
    comparator: Comparator = Comparator.EQ,
    period: str = _DUE,
) -> Fact:
    low, high = (None if end is None else Fraction(end) for end in ends or (value, value))
    figure = None if kind == "derived" else _figure(value, comparator)
    stated = (low, high) if comparator == "range" and low is not None and high is not None else ()
    return Fact(kind, period, Fraction(value), low, high, same(""), same(""), figure, stated)


def _figure(value: int, comparator: Comparator) -> Figure:
    return Figure(Measure.GROWTH, comparator, Decimal(value), None, "%", None, 1, _NOWHERE)


def _sketch(sample: _Sample) -> Sketch:
    group = Group(Measure.GROWTH, "%", sample.facts, sample.series, sample.companions)
    width, height = _SIZE.width, _SIZE.heights[0]
    several = _EARLY in group.periods
    years = (2019.6, 2021.4) if several else (2020.0, 2022.0)
    canvas = Canvas(Frame(0.0, width, height, years, (_LOW, _HIGH)), Words())
    draw_marks(Plot(group, _AXIS, {}, canvas, Placer(Box(0, 0, 0, 0)), _SIZE))
    canvas.shapes = [{**row, "note": ""} for row in canvas.shapes]
    return Sketch(
        kind="mark",
        title=sample.meaning,
        description=sample.meaning,
        columns=(),
        rows=(),
        wide=picture([canvas], canvas.words, (2, 4, 2, 4)),
    )

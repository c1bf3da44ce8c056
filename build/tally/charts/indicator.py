"""The chart of one indicator: history, promises and outcomes; one panel for each measure."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from tally.charts.canvas import Canvas, Words, picture
from tally.charts.facts import MEASURES, Fact
from tally.charts.finding import describe, finding
from tally.charts.groups import Group, groups_of
from tally.charts.model import Picture, Sketch
from tally.charts.plot import NARROW, WIDE, Size
from tally.charts.rows import draw_rows
from tally.charts.scales import Axis, axis_for
from tally.charts.series import draw_series, frame_of, year_labels, years_of
from tally.charts.words import SAY, capital, fill, sourced
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.records.model import Indicator, Localized
from tally.records.periods import parse_period

_MOST_PANELS = 3
_SERIES_FROM = 4  # periods; fewer figures are rows of dots
_GAP, _ROWS_GAP = 48.0, 56.0
_HEAD, _FOOT = 30, 24


def indicator_sketch(
    indicator: Indicator, ledger: Ledger, outlooks: Iterable[Outlook]
) -> Sketch | None:
    """The chart of an indicator in one area, or None: one figure is not a chart.

    `outlooks` are those of the indicator's own targets.
    """
    outlooks = tuple(outlooks)
    groups = groups_of(indicator, ledger, outlooks)
    shown = _shown(groups)
    if not shown:
        return None
    return Sketch(
        kind="indicator",
        title=finding(indicator, ledger, groups, outlooks),
        description=describe(indicator, shown),
        columns=tuple(SAY[key] for key in ("period", "what", "measure", "figure")),
        rows=tuple(_table_row(group, fact) for group in shown for fact in group.facts),
        wide=_draw(shown, ledger, WIDE),
        narrow=_draw(shown, ledger, NARROW),
        source=_sources(shown),
    )


def _shown(groups: Iterable[Group]) -> list[Group]:
    """The measures worth a panel, in a fixed order: those with two marks or more."""
    telling = [group for group in groups if group.statements > 1]
    ranked = sorted(telling, key=lambda group: (-len(group.facts), MEASURES.index(group.measure)))
    return sorted(ranked[:_MOST_PANELS], key=lambda group: MEASURES.index(group.measure))


def _draw(groups: list[Group], ledger: Ledger, size: Size) -> Picture:
    long = any(len(group.periods) >= _SERIES_FROM for group in groups)
    return (_series if long else _rows)(groups, ledger, size)


def _series(groups: list[Group], ledger: Ledger, size: Size) -> Picture:
    words, canvases, top, years = Words(), list[Canvas](), 0.0, years_of(groups)
    for group in groups:
        axis, height = axis_of(group, ledger), size.heights[bool(canvases)]
        frame = frame_of(group, axis, years, top, size.width, height)
        canvas = draw_series(group, axis, ledger.vocabulary.units, frame, words, size)
        _head(canvas, group, axis, frame.y[1])
        canvases.append(canvas)
        top += height + _GAP
    year_labels(canvases[-1], range(years[0], years[1] + 1))
    return picture(canvases, words, (2, _HEAD, 2, _FOOT))


def _rows(groups: list[Group], ledger: Ledger, size: Size) -> Picture:
    words, canvases, top = Words(), list[Canvas](), 0.0
    for group in groups:
        axis = axis_of(group, ledger)
        canvas = draw_rows(group, axis, ledger.vocabulary.units, words, top, size)
        _head(canvas, group, axis, 0)
        canvases.append(canvas)
        top += canvas.frame.height + _ROWS_GAP
    return picture(canvases, words, (2, _HEAD, 2, _FOOT))


def _head(canvas: Canvas, group: Group, axis: Axis, y: float) -> None:
    """What the panel measures and in which unit, above its left corner."""
    name = SAY[group.measure]
    unit = Localized(axis.zh, axis.en)
    text = unit if group.measure == "level" else fill("{}，{}", "{}, {}", name, unit)
    canvas.label(capital(text), canvas.frame.x[0], y, dy=-22)


def axis_of(group: Group, ledger: Ledger) -> Axis:
    """The axis in the unit of the latest stated figure."""
    stated = [fact.figure for fact in group.facts if fact.figure is not None]
    units = ledger.vocabulary.units
    unit = units[stated[-1].unit] if stated else units[group.base]
    largest = max((abs(fact.value) for fact in group.facts), default=Fraction(1))
    return axis_for(unit, units.get(unit.base, unit), largest, group.measure)


def _table_row(group: Group, fact: Fact) -> tuple[Localized, ...]:
    when = parse_period(fact.period).label
    return (when, SAY[fact.kind], SAY[group.measure], fact.words)


def _sources(groups: list[Group]) -> Localized:
    """The sources, those of the latest figures first."""
    facts = sorted((f for group in groups for f in group.facts), key=lambda f: -f.last)
    return sourced(fact.source for fact in facts if fact.kind != "derived")

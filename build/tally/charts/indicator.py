"""The chart of one indicator: history, promises and outcomes; one panel for each measure."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from tally.charts.canvas import Canvas, Words, picture
from tally.charts.facts import MEASURES, Fact
from tally.charts.finding import describe, finding
from tally.charts.groups import Group, groups_of
from tally.charts.model import Picture, Sketch
from tally.charts.plot import HEAD, NARROW, WIDE, Size
from tally.charts.rows import (
    MARGIN_ABOVE_ROWS,
    ROWS_HEAD,
    columns_of,
    draw_dot_rows,
    edges_of,
    rows_of,
)
from tally.charts.scales import Axis, axis_for
from tally.charts.series import draw_series, frame_of, year_labels, years_of
from tally.charts.words import SAY, capital, fill, sourced
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.records.model import Indicator, Localized
from tally.records.periods import parse_period

_MOST_PANELS = 3
_SERIES_FROM = 4  # periods; fewer figures are rows of dots
_GAP = 48.0
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
    """Panels over time first, then those of rows: few figures, or totals of several years."""
    long = any(len(group.periods) >= _SERIES_FROM for group in groups)
    series = [group for group in groups if long and not all(f.is_span for f in group.facts)]
    rows = [group for group in groups if group not in series]
    words = Words()
    canvases = _series(series, ledger, words, size)
    top = canvases[-1].foot + _GAP if canvases else 0.0
    canvases += _rows(rows, ledger, words, top, size)
    return picture(canvases, words, (2, _HEAD if series else MARGIN_ABOVE_ROWS, 2, _FOOT))


def _series(groups: list[Group], ledger: Ledger, words: Words, size: Size) -> list[Canvas]:
    canvases, top = list[Canvas](), 0.0
    for group in groups:
        years, axis = years_of(groups), axis_of(group, ledger)
        frame = frame_of(group, axis, years, top, size.heights[bool(canvases)], size)
        canvas = draw_series(group, axis, ledger.vocabulary.units, frame, words, size)
        _head(canvas, group, axis, frame.y[1], HEAD)
        canvases.append(canvas)
        top = canvas.foot + _GAP
    if canvases:
        first, last = years_of(groups)
        year_labels(canvases[-1], range(first, last + 1))
    return canvases


def _rows(
    groups: list[Group], ledger: Ledger, words: Words, top: float, size: Size
) -> list[Canvas]:
    """Panels whose marks begin below each other."""
    found = [rows_of(group, ledger.vocabulary.units) for group in groups]
    columns = columns_of((row for rows in found for row in rows), size)
    canvases = list[Canvas]()
    for group, rows in zip(groups, found, strict=True):
        axis = axis_of(group, ledger)
        edges = edges_of(group, axis)
        canvas = draw_dot_rows(rows, edges, axis, columns, words, top, size)
        _head(canvas, group, axis, 0, ROWS_HEAD)
        canvases.append(canvas)
        top = canvas.foot + _GAP
    return canvases


def _head(canvas: Canvas, group: Group, axis: Axis, y: float, dy: float) -> None:
    """What the panel measures and in which unit, above its left corner."""
    name, unit = SAY[group.measure], Localized(axis.zh, axis.en)
    if group.measure == "level":
        text = unit
    elif group.measure == "ratio":  # which the Chinese name of its unit says
        text = Localized(unit.zh, f"{name.en}, {unit.en}")
    else:
        text = fill("{}，{}", "{}, {}", name, unit)
    canvas.label(capital(text), canvas.frame.x[0], y, dy=dy)


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

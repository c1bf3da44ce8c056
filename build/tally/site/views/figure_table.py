"""The table of an indicator's figures: a row for what one statement says of one period.

Statements that read alike share a row, so that a reader sees at once where sources agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tally.site.views.figures import FigureView

Statement = tuple[FigureView, ...]
_ROWS = 25


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The numbers of a period as they were stated together, by measure, and who states them."""

    cells: Mapping[str, FigureView]
    remarks: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class PeriodRows:
    """What is stated of one period."""

    label: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The columns, a measure each with its label, and the rows by period."""

    measures: Mapping[str, str]
    periods: tuple[PeriodRows, ...]

    @property
    def long(self) -> bool:
        """Whether there are so many rows that sources are named in short."""
        return sum(len(period.rows) for period in self.periods) > _ROWS

    @property
    def remarked(self) -> bool:
        """Whether any figure needs a remark; else there is no column for them."""
        return any(row.remarks for period in self.periods for row in period.rows)


def figure_table(figures: Sequence[FigureView], order: Sequence[str]) -> FigureTable:
    """The figures as a table: measures in the order given, periods and rows in the figures'."""
    labels = {figure.measure: figure.measure_label for figure in figures}
    by_period: dict[str, list[FigureView]] = {}
    for figure in figures:
        by_period.setdefault(figure.period_label, []).append(figure)
    return FigureTable(
        measures={measure: labels[measure] for measure in order if measure in labels},
        periods=tuple(PeriodRows(label, _rows(found)) for label, found in by_period.items()),
    )


def _rows(figures: Iterable[FigureView]) -> tuple[FigureRow, ...]:
    alike: dict[object, list[Statement]] = {}
    for statement in _statements(figures):
        alike.setdefault(_as_it_reads(statement), []).append(statement)
    return tuple(
        FigureRow({figure.measure: figure for figure in same[0]}, same[0][0].remarks, tuple(same))
        for same in alike.values()
    )


def _statements(figures: Iterable[FigureView]) -> list[Statement]:
    """The figures by the entry of the data file that holds them, at most one of each measure."""
    entries: dict[tuple[str, int], list[FigureView]] = {}
    before = Counter[tuple[str, str]]()
    for figure in figures:
        entries.setdefault((figure.place, before[figure.place, figure.measure]), []).append(figure)
        before[figure.place, figure.measure] += 1
    return [tuple(entry) for entry in entries.values()]


def _as_it_reads(statement: Statement) -> object:
    return tuple((f.measure, f.text, f.restated, f.remarks) for f in statement)

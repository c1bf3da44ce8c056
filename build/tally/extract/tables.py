"""Tables in running text: rows of cells, units in their heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tally.extract import names
from tally.extract.cells import FEWEST_CELLS, LINE, YEAR, Cell, Row, cells_of, spaced_lines, stacks
from tally.extract.claim import Span
from tally.extract.figures import Figure
from tally.extract.numerals import arabic_value
from tally.extract.quantities import Quantity
from tally.extract.setting import Setting
from tally.terms import Comparator, Kind, Measure

_UNIT_NOTE = re.compile(r"单位[：:]\s*([^\s）)，。、]{1,8})")
_IN_BRACKETS = re.compile(r"[（(]([^（）()0-9]{1,10})[）)]")
_GROWTH = re.compile(r"增长|增速|比上年|同比|增幅|±")
_SHARE = re.compile(r"比重|占比|构成")
_UNREAD = re.compile(r"序号|位次|排名|备注|属性|编号|代码")
# 招生数, 户数; not 绝对数 and 年末数.
_COUNT = re.compile("[^年本上绝总合累指]{1,6}数")
# | --- | --- | below a head.
_RULE = re.compile(":?[-—=]{2,}:?")
_NUMBERING = frozenset(("序号", "编号", "行次"))
_MARKS = re.compile(
    r"^[#*★☆\s]+|^(?:其中|#)[：:]?|^[0-9]{1,2}[.、．]|^[（(][0-9一二三四五六七八九十]+[）)]"
)


@dataclass(frozen=True, slots=True)
class TableFigure:
    """A figure of a table; its span and that of its row are offsets of the reading text."""

    figure: Figure
    row: Span

    @property
    def number(self) -> Span:
        return self.figure.start, self.figure.end


def read_tables(text: str, where: Setting) -> tuple[list[TableFigure], list[Span]]:
    """The figures of all tables of a reading text, and the spans of the tables' lines."""
    found, lines = _stacked(text, where)
    head: Row = ()
    note = ""
    spaced = spaced_lines(text)
    for match in LINE.finditer(text):
        row = cells_of(match, match.start() in spaced)
        if row and all(_RULE.fullmatch(cell.text) for cell in row):
            lines.append(match.span())
            continue
        if _is_numbered(row, head):
            row = row[1:]
        if len(row) < FEWEST_CELLS or not (match.start() in spaced or _tabular(match.group())):
            head, note = (), _noted(match.group())
        elif not any(cell.measured for cell in row[1:]):
            head = row
            lines.append(match.span())
        elif head:
            found += _row(row, head, note, where, match.span())
            lines.append(match.span())
    return found, sorted(lines)


def _is_numbered(row: Row, head: Row) -> bool:
    """Whether a row, of a head or below one, begins with its number in the table."""
    first = row[0].text if row else ""
    return first in _NUMBERING or (len(row) == len(head) + 1 and first.isdigit())


def _stacked(text: str, where: Setting) -> tuple[list[TableFigure], list[Span]]:
    """The figures of the tables that have one cell to a line."""
    found: list[TableFigure] = []
    lines: list[Span] = []
    for stack in stacks(text):
        for row in stack.rows:
            span = row[0].start, row[-1].end
            found += _row(row, stack.head, "", where, span)
        lines.append(stack.span)
    return found, lines


def _tabular(line: str) -> bool:
    """Prose has stops; a table has gaps."""
    return ("\t" in line or "|" in line or "  " in line) and not re.search("[。；，]", line)


def _noted(line: str) -> str:
    match = _UNIT_NOTE.search(line)
    return match[1] if match else ""


def _row(row: Row, head: Row, note: str, where: Setting, span: Span) -> Iterator[TableFigure]:
    name, unit = _named(row[0].text)
    full = _with_faces(name, head[1:])
    for cell, column, name in zip(row[1:], head[1:], full, strict=False):
        if "单位" in column.text:
            unit = cell.text
        elif cell.number and not _UNREAD.search(column.text):
            figure = _figure(cell, column.text, name, unit or note, where)
            if figure:
                yield TableFigure(figure, span)


def _named(text: str) -> tuple[str, str]:
    """The name of a row, and the unit it holds in brackets."""
    unit = _IN_BRACKETS.search(text)
    name = names.tidy(_MARKS.sub("", text))
    return name, unit[1] if unit else ""


def _figure(cell: Cell, column: str, name: str, unit: str, where: Setting) -> Figure | None:
    number = cell.number
    value = arabic_value(number[2]) if number else None
    if number is None or value is None or not name or name.isdigit():
        return None
    measure = _measure(column, unit or _own_unit(column))
    stated = "%" if number[3] or measure in ("growth", "share") else _own_unit(column) or unit
    return _made(cell, value, number[1] in "-−" and bool(number[1]), stated, measure,
                 name, _when(column, where))  # fmt: skip


def _made(
    cell: Cell, value: Decimal, down: bool, unit: str, measure: Measure, name: str,
    when: tuple[str | None, Kind],
) -> Figure:  # fmt: skip
    start, end = cell.start, cell.start + len(cell.text)
    quantity = Quantity(start, end, value, unit, "amount")
    period, kind = when
    return Figure(
        start, end, quantity, name, measure, Comparator.EQ, kind, period, down, False, "table"
    )


def _measure(column: str, unit: str) -> Measure:
    if _GROWTH.search(column):
        return Measure.CHANGE if "百分点" in column else Measure.GROWTH
    if unit == "倍":
        return Measure.RATIO
    return Measure.SHARE if _SHARE.search(column) else Measure.LEVEL


def _own_unit(column: str) -> str:
    match = _IN_BRACKETS.search(column)
    return match[1] if match else ""


def _with_faces(name: str, columns: Row) -> list[str]:
    """The name of a row for each column: 水泥 below 产量 is 水泥产量, and so is its growth."""
    if not name or names.FACES.last(name):
        return [name] * len(columns)
    faces = [_face(_IN_BRACKETS.sub("", column.text)) for column in columns]
    face = next(filter(None, faces), "")
    return [name + (face := own or face) for own in faces]


def _face(heading: str) -> str:
    """What a column's heading lends to the names of its rows, if anything."""
    face = names.FACES.last(heading) or ""
    if _COUNT.fullmatch(heading):
        return heading
    lends = len(face) > 1 and face not in names.BARE_FACES and not _GROWTH.search(face)
    return face if lends else ""


def _when(column: str, where: Setting) -> tuple[str | None, Kind]:
    year = YEAR.search(column)
    if year is None:
        return (f"{where.reviewed}{where.part}" if where.reviewed else None), Kind.ACTUAL
    ahead = "目标" in column or "规划" in column or int(year[1]) > (where.reviewed or 9999)
    return year[1], Kind.TARGET if ahead else Kind.ACTUAL

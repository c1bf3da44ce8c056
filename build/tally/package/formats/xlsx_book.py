"""All tables as one workbook: a first sheet that explains, then a sheet for each table.

Text is written as text, so that neither =1+1 nor 000123 changes; numbers are numbers that show
their written digits; days are days.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tally.package.cells import Cell
from tally.package.edition import Edition
from tally.package.formats.about_sheet import Line, about_lines
from tally.package.tables import Table

# What one sheet can hold, its header included; a longer table goes on in a further sheet.
MOST_ROWS = 1_048_576
# What one cell can hold; a longer text ends with the mark, and is whole in the other formats.
LONGEST_TEXT = 32_767
CUT_MARK = "… [CSV]"
_ABOUT_WIDTHS = (16, 22, 34, 60, 80)
_LAST_OF_PROSE = 3  # the column to which prose goes on: as wide as a small screen
_ROW_HEIGHT = 15
_FIRST_WIDE = "\u2e80"


class _Styles:
    """The formats of a workbook, each made once, when first asked for."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}
        self.header = book.add_format({"bold": True, "bottom": 1})
        self.number_header = book.add_format({"bold": True, "bottom": 1, "align": "right"})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.bold = book.add_format({"bold": True})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})

    def of_line(self, line: Line) -> Format | None:
        """The format of a line of the first sheet."""
        known = {"title": self.title, "header": self.bold, "prose": self.wrapped}
        return {**known, "wrapped": self.wrapped}.get(line.style)

    def number(self, code: str) -> Format:
        """The format of a number by its code in Excel, such as 0.00."""
        if code not in self._made:
            self._made[code] = self._book.add_format({"num_format": code})
        return self._made[code]


def xlsx_bytes(edition: Edition, tables: Mapping[str, Table], site_url: str | None = None) -> bytes:
    """The workbook of a package."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties(
            {
                "title": f"{edition.title.zh} / {edition.title.en}",
                "author": edition.publisher.en,
                "keywords": ", ".join(edition.keywords),
                "created": datetime.fromisoformat(edition.created),
            }
        )
        styles = _Styles(book)
        sheets = dict(_sheets(tables))
        lines = about_lines(edition, tables, sheets, site_url)
        _write_about(book.add_worksheet("说明 About"), lines, styles)
        for name, table in sheets.items():
            _write_table(book.add_worksheet(name), table, styles)
    return out.getvalue()


def _sheets(tables: Mapping[str, Table]) -> Iterator[tuple[str, Table]]:
    """The tables by the names of their sheets: one that is too long goes on in `observations 2`."""
    room = MOST_ROWS - 1
    for name, table in tables.items():
        for first in range(0, max(len(table.rows), 1), room):
            number = 1 + first // room
            part = replace(table, rows=table.rows[first : first + room])
            yield (name if number == 1 else f"{name} {number}"), part


def _write_about(sheet: Worksheet, lines: Iterable[Line], styles: _Styles) -> None:
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for index, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(index, index, width)
    for number, line in enumerate(lines):
        style = styles.of_line(line)
        if (height := _lines_needed(line)) > 1:
            sheet.set_row(number, _ROW_HEIGHT * height)
        if line.style == "prose":
            sheet.merge_range(number, 0, number, _LAST_OF_PROSE, "", style)
        for column, text in enumerate(line.cells):
            _write_text(sheet, number, column, text, style)


def _lines_needed(line: Line) -> int:
    """How many lines the longest of its texts takes where texts are wrapped, else one."""
    prose = (sum(_ABOUT_WIDTHS[: _LAST_OF_PROSE + 1]),)
    rooms = {"wrapped": _ABOUT_WIDTHS, "prose": prose}.get(line.style, ())
    return max(
        (ceil(_width(t) / room) for t, room in zip(line.cells, rooms, strict=False)), default=1
    )


def _width(text: str) -> int:
    """The width of a text in characters; a Chinese one is as wide as two."""
    return sum(2 if character >= _FIRST_WIDE else 1 for character in text)


def _write_table(sheet: Worksheet, table: Table, styles: _Styles) -> None:
    columns = table.spec.columns
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        numeric = column.type in ("integer", "number")
        header = styles.number_header if numeric else styles.header
        sheet.write_string(0, index, column.name, header)
    sheet.ignore_errors({"number_stored_as_text": _area_of(table)})
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(columns) - 1)
    for number, row in enumerate(table.rows, start=1):
        for index, column in enumerate(columns):
            _write_cell(sheet, (number, index), row[column.name], styles)


def _area_of(table: Table) -> str:
    """All cells of a sheet, such as A1:F52; a period such as 2020 is meant to be text."""
    area: str = xl_range(0, 0, len(table.rows), len(table.spec.columns) - 1)
    return area


def _write_cell(sheet: Worksheet, at: tuple[int, int], cell: Cell, styles: _Styles) -> None:
    match cell:
        case None:
            return
        case bool():
            failed = sheet.write_boolean(*at, cell)
        case str():
            failed = _write_text(sheet, *at, cell, None)
        case Decimal():
            failed = sheet.write_number(*at, float(cell), styles.number(_number_code(cell)))
        case int():
            failed = sheet.write_number(*at, cell, styles.number("0"))
        case _:
            day = datetime(cell.year, cell.month, cell.day)
            failed = sheet.write_datetime(*at, day, styles.number("yyyy-mm-dd"))
    if failed:
        raise ValueError(f"xlsxwriter refused {sheet.get_name()} {at} with {failed}")


def _write_text(sheet: Worksheet, row: int, column: int, text: str, style: Format | None) -> int:
    """Text as text; other than 0 where the sheet did not take it."""
    failed: int = sheet.write_string(row, column, _fitting(text), style)
    return failed


def _fitting(text: str) -> str:
    """A text that one cell can hold. Excel counts UTF-16 units, one or two a character."""
    if 2 * len(text) <= LONGEST_TEXT:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    return units[: 2 * (LONGEST_TEXT - len(CUT_MARK))].decode("utf-16-le", "ignore") + CUT_MARK


def _number_code(value: Decimal) -> str:
    """The format that shows the digits that were written: 5.10 as 0.00."""
    places = -int(value.as_tuple().exponent)
    return f"0.{'0' * places}" if places > 0 else "0"

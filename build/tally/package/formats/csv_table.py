"""A table as CSV (RFC 4180: UTF-8 without BOM, CRLF), in which no cell can become a formula.

A spreadsheet runs a cell that begins with = + - or @ (or their full-width forms), and one that
reads ; or tabs as separators may begin a cell inside ours. Numbers are numbers and stay. In a
text, each part (the whole, or what follows ; tab CR LF) of which the first character other than
a space or ' is one of these gets one ' put before it. To get the exact text back, take one ' from
each such part that begins with one: `restored` does, and so does UNGUARD in any language.
"""

from __future__ import annotations

import csv
import io
import re

from tally.package.cells import Cell, as_text
from tally.package.tables import Table

_DANGER = r"[ ']*[=+\-@＝＋－＠\t\r]"
_PART = r"(?:(?<=[;\t\r\n])|\A)"
GUARD = re.compile(rf"{_PART}(?={_DANGER})")
UNGUARD = re.compile(rf"{_PART}'(?={_DANGER})")


def csv_bytes(table: Table) -> bytes:
    """The table with one header row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = [column.name for column in table.spec.columns]
    writer.writerow(names)
    writer.writerows([csv_cell(row[name]) for name in names] for row in table.rows)
    return out.getvalue().encode()


def csv_cell(cell: Cell) -> str:
    """A cell as it is written, before a comma or a quotation mark in it is quoted."""
    return guarded(cell) if isinstance(cell, str) else as_text(cell)


def guarded(text: str) -> str:
    """The text with a ' before every part that a spreadsheet would run."""
    return GUARD.sub("'", text)


def restored(text: str) -> str:
    """The exact text behind a guarded one."""
    return UNGUARD.sub("", text)

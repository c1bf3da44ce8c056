"""A table as CSV (RFC 4180, CRLF) that a spreadsheet shows as it is, opened by a double-click.

It is UTF-8 and begins with a byte order mark, without which Excel shows Chinese as mojibake.

A spreadsheet runs a cell that begins with = + - or @ (or their full-width forms), takes one such
as 2021-01, 3/4 or 1:2 for a day or a time of day, and one that reads ; or tabs as separators may
begin a cell inside ours. Numbers are numbers and stay. In a text, each part (the whole, or what
follows ; tab CR LF) that would be run, or taken for a date though it is none, gets one ' put
before it; spaces and ' before it do not hide it. To get the exact text back, take one ' from each
such part that begins with one: `restored` does, and so does UNGUARD in any language. A whole day
such as 2021-01-18 is what a spreadsheet takes it for, and stays.
"""

from __future__ import annotations

import csv
import io
import re

from tally.package.cells import Cell, as_text
from tally.package.tables import Table

_MONTH = (
    "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(tember)?|oct(ober)?"
    "|nov(ember)?|dec(ember)?)"
)
_DATES = (
    r"\d{1,4}[-/]\d{1,2}",
    r"\d{1,2}[-/]\d{4}",
    r"\d{1,2}[-/.]\d{1,2}[-/.]\d{1,4}",
    r"(\d{2,4}年)?\d{1,2}月|\d{1,2}月\d{1,2}日",
    rf"\d{{1,2}}[- ]?{_MONTH}([-, ]+\d{{1,4}})?",
    rf"{_MONTH}[-, ]*\d{{1,4}}([-, ]+\d{{1,4}})?",
    r"\d{1,4}:\d{1,2}(:\d{1,2})?( ?[ap]m?)?",
)
_RUN = r"[=+\-@＝＋－＠\t\r]"
_DANGER = rf"[ ']*({_RUN}|({'|'.join(_DATES)}) *([;\t\r\n]|$))"
_PART = r"((?<=[;\t\r\n])|^)"
GUARD = re.compile(rf"{_PART}(?={_DANGER})", re.IGNORECASE)
UNGUARD = re.compile(rf"{_PART}'(?={_DANGER})", re.IGNORECASE)


def csv_bytes(table: Table) -> bytes:
    """The table with one header row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = [column.name for column in table.spec.columns]
    writer.writerow(names)
    writer.writerows([csv_cell(row[name]) for name in names] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def pattern_in_csv(pattern: str) -> str:
    """What the texts of a column match in CSV, where one may have a ' before it."""
    return f"'?({pattern})"


def csv_cell(cell: Cell) -> str:
    """A cell as it is written, before a comma or a quotation mark in it is quoted."""
    return guarded(cell) if isinstance(cell, str) else as_text(cell)


def guarded(text: str) -> str:
    """The text with a ' before every part that a spreadsheet would run or take for a date."""
    return GUARD.sub("'", text)


def restored(text: str) -> str:
    """The exact text behind a guarded one."""
    return UNGUARD.sub("", text)

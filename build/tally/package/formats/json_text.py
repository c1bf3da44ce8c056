"""JSON, with decimals as numbers that keep their written digits (5.10 stays 5.10)."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from tally.package.cells import Row
from tally.package.tables import Table
from tally.terms import Period


def _as_text(value: object) -> str:
    """What the encoder knows no form of: a period, which is text."""
    if isinstance(value, Period):
        return str(value)
    raise TypeError(f"JSON has no form for {value!r}")


_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=_as_text)


def json_bytes(value: object) -> bytes:
    """Any value of dicts, lists and cells, one space a level, ending with a newline."""
    return msgspec.json.format(_ENCODER.encode(value), indent=1) + b"\n"


def json_table(table: Table) -> bytes:
    """The table as an array of objects, one to a line; nothing is null."""
    rows = b",\n".join(_ENCODER.encode(row) for row in table.rows)
    return b"[\n" + rows + b"\n]\n" if rows else b"[]\n"


def json_lines(rows: Iterable[Row]) -> bytes:
    """The rows as objects, one to a line."""
    return b"".join(_ENCODER.encode(row) + b"\n" for row in rows)

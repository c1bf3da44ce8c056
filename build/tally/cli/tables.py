"""Tables on the screen: what stands in them is shown, never obeyed."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Column, Table

from tally.check.formats import one_line

# Wide enough for every column where there is no terminal to ask.
_WIDTH = 130


def print_table(
    columns: Iterable[Column], rows: Iterable[Iterable[str]], title: str | None = None
) -> None:
    """Print a table; brackets and colons in its cells are no markup."""
    table = Table(*columns, title=title and one_line(title))
    for cells in rows:
        table.add_row(*map(one_line, cells))
    width = None if sys.stdout.isatty() else _WIDTH
    Console(width=width, markup=False, emoji=False).print(table)

"""A table for each indicator: the rows that the packages hold of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tally.package.formats.csv_table import csv_bytes
from tally.package.tables import Table
from tally.records.model import Indicator
from tally.site.library import grouped

_NAMES = ("observations", "targets")


def indicator_table(indicator: str, name: str = "observations") -> str:
    """Where an indicator's rows of a published table stand."""
    suffix = "" if name == "observations" else f"-{name}"
    return f"data/indicators/{indicator}{suffix}.csv"


def indicator_tables(
    tables: Mapping[str, Table], indicators: Iterable[Indicator]
) -> dict[str, bytes]:
    """The observations and the targets of every indicator, each with its header; an indicator's
    former ids keep answering, with its table as it is now."""
    former = {one.id: one.former_ids for one in indicators}
    files: dict[str, bytes] = {}
    for name in _NAMES:
        spec = tables[name].spec
        by_indicator = grouped(tables[name].rows, lambda row: str(row["indicator"] or ""))
        for indicator, rows in by_indicator.items():
            if indicator:
                content = csv_bytes(Table(spec, rows))
                names = (indicator, *former.get(indicator, ()))
                files |= {indicator_table(one, name): content for one in names}
    return files

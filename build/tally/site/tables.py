"""A table for each indicator: the rows that the packages hold of it."""

from __future__ import annotations

from tally.package.columns import table_specs
from tally.package.edition import Edition
from tally.package.formats.csv_table import csv_bytes
from tally.package.tables import Table, observation_rows, target_rows
from tally.site.library import grouped

_NAMES = ("observations", "targets")


def indicator_table(indicator: str, name: str = "observations") -> str:
    """Where an indicator's rows of a published table stand."""
    suffix = "" if name == "observations" else f"-{name}"
    return f"data/indicators/{indicator}{suffix}.csv"


def indicator_tables(edition: Edition) -> dict[str, bytes]:
    """The observations and the targets of every indicator, each with its header; an indicator's
    former ids keep answering, with its table as it is now."""
    former = {one.id: one.former_ids for one in edition.vocabulary.indicators.values()}
    rows = {"observations": observation_rows(edition), "targets": target_rows(edition)}
    files: dict[str, bytes] = {}
    for name in _NAMES:
        spec = table_specs()[name]
        by_indicator = grouped(rows[name], lambda row: str(row.get("indicator") or ""))
        for indicator, some in by_indicator.items():
            if indicator:
                complete = tuple({c.name: row.get(c.name) for c in spec.columns} for row in some)
                content = csv_bytes(Table(spec, complete))
                names = (indicator, *former.get(indicator, ()))
                files |= {indicator_table(one, name): content for one in names}
    return files

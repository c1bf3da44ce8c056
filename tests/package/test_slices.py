"""The tables of one indicator hold its rows and all that these name."""

from __future__ import annotations

import pytest

from tally.package.slices import indicator_slices
from tally.package.tables import tables_of
from tests.package.samples import sample_edition
from tests.support import records as made

SLICES = indicator_slices(tables_of(sample_edition()))


def ids(indicator: str, table: str) -> list[object]:
    return [row["id"] for row in SLICES[indicator][table].rows]


def test_only_indicators_that_figures_are_of_have_tables() -> None:
    assert list(SLICES) == ["gdp", "income", "trade", "jobless"]


@pytest.mark.parametrize(
    ("indicator", "table", "expected"),
    [
        ("jobless", "indicators", ["jobless"]),
        ("jobless", "observations", ["kunshan/jobless/2020/level"]),
        ("jobless", "targets", ["kunshan/jobless/2021/level/target"]),
        ("jobless", "sources", [made.REPORT]),
        ("gdp", "sources", [made.REPORT, made.LATER]),
        ("jobless", "units", ["%"]),
        ("gdp", "units", ["元", "亿元", "%"]),
        ("gdp", "areas", [made.AREA]),
        ("income", "indicators", ["gdp", "income"]),
        ("income", "observations", []),
    ],
)
def test_a_table_holds_what_bears_on_the_indicator(
    indicator: str, table: str, expected: list[str]
) -> None:
    assert ids(indicator, table) == expected


@pytest.mark.parametrize("indicator", SLICES)
def test_what_a_row_names_is_there(indicator: str) -> None:
    tables = SLICES[indicator]
    for table in tables.values():
        for reference in table.spec.references:
            there = {row["id"] for row in tables[reference.table].rows}
            named = {row[reference.columns[0]] for row in table.rows} - {None}
            assert named <= there, (table.spec.name, reference.columns)

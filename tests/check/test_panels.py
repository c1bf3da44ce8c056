"""Panels: what is wrong with a cell of a series, and areas that are not set against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tally.check.conflicts import conflict_problems
from tally.check.plausible import series_problems
from tally.records.model import Observation, Place
from tests.support.records import LATER, REPORT, UNITS, observation, source


def row(measure: str, unit: str, *values: str) -> list[Observation]:
    """The cells of a row from 2016 on, each in its own column."""
    return [
        observation(
            "x", str(2016 + at), f"{measure} {value}{unit}", LATER, in_series=True,
            place=Place("panel.yml", 7, 10 * at + 1),
        )
        for at, value in enumerate(values)
    ]  # fmt: skip


# fmt: off
ROWS = [
    # the measure, its unit, the years of a row, the columns of those that stand out
    ("index", "点", ("106.9", "106.8", "106.7", "106.1", "101.1"), []),
    ("index", "点", ("106.9", "168.0", "106.7", "106.1"), [11]),
    ("index", "点", ("106.9", "10.68", "106.7", "106.1"), [11]),
    ("index", "点", ("106.9", "168.0", "106.7"), []),
    ("level", "亿元", ("5081", "5430", "5786", "5817", "5483"), []),
    ("level", "亿元", ("5081", "54300", "5786", "5817"), [11]),
    ("level", "亿元", ("5081", "543.0", "5786", "5817"), [11]),
    ("level", "亿元", ("5081", "5430", "5786", "58170"), [31]),
    ("level", "亿元", ("10", "50", "200", "900"), [1, 31]),
    ("growth", "%", ("6", "60", "5", "4"), []),
]
# fmt: on


@pytest.mark.parametrize(("measure", "unit", "values", "columns"), ROWS)
def test_a_cell_far_from_its_row_is_told_where_it_stands(
    measure: str, unit: str, values: tuple[str, ...], columns: list[int]
) -> None:
    found = list(series_problems(row(measure, unit, *values)))
    assert [problem.place for problem in found] == [Place("panel.yml", 7, at) for at in columns]
    assert {problem.severity for problem in found} <= {"warning"}


def test_rows_of_two_sources_are_not_one() -> None:
    first = row("level", "亿元", "5081", "5430", "5786", "5817")
    other = [
        replace(cell, evidence=replace(cell.evidence, source="other"))
        for cell in row("level", "亿元", "50", "54", "57", "58")
    ]
    assert list(series_problems([*first, *other])) == []


@pytest.mark.parametrize(("area", "told"), [("kunshan", 1), ("elsewhere", 0)])
def test_figures_of_two_areas_do_not_conflict(area: str, told: int) -> None:
    kept = {name: source(name, text_path="report.txt") for name in (REPORT, LATER)}
    rows = [
        observation("x", "2020", "level 5亿元"),
        observation("x", "2020", "level 6亿元", LATER, area=area),
    ]
    assert len(list(conflict_problems(rows, kept, UNITS))) == told

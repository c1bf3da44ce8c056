"""Outlines: read from the engine's paths, put in their place, written short."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.charts.outline import Step, ends, number, outline_of, written

# fmt: off
PATHS = [
    # path, place, turn, how it is written
    ("M0,0L5,0", 10 + 20j, 0, "M10 20h5"),
    ("M0,0L0,-5", 10 + 20j, 0, "M10 20v-5"),
    ("M-9,0L9,0", 100 + 50j, 90, "M100 41v18"),
    ("M-4,-5L0,-10L4,-5", 100 + 50j, 90, "M105 46l5 4l-5 4"),
    ("M1.5,2h18v55.66h-18Z", 0j, 0, "M1.5 2h18v55.7h-18z"),
    ("M0,0C1,1,2,2,3,.5", 0j, 0, "M0 0c1 1 2 2 3 .5"),
    ("M100,100L1,2", 0j, 0, "M100 100L1 2"),
    ("M0,0L-1e-15,1", 0j, 0, "M0 0v1"),
    ("M-.04,.04L-.5,.5", 0j, 0, "M0 0l-.5 .5"),
]
# fmt: on


@pytest.mark.parametrize(("path", "place", "turn", "short"), PATHS)
def test_a_path_is_put_in_its_place_and_written_short(
    path: str, place: complex, turn: float, short: str
) -> None:
    assert written([outline_of(path, place, turn)]) == short


def test_lines_that_follow_each_other_are_one() -> None:
    lines = [outline_of(f"M{x},0L{x + 1},{x + 1}", 0j) for x in range(2)]
    assert written(lines) == "M0 0l1 1M1 0l1 2"
    steps = [outline_of("M0,0L1,1", place) for place in (0j, 1 + 1j)]
    assert written(steps) == "M0 0l1 1l1 1"


@pytest.mark.parametrize("path", ["M0,0A1,1,0,1,1,-1,0", "M0,0q1,1,2,2"])
def test_a_curve_that_drawings_do_without_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="which drawings do without"):
        outline_of(path, 0j)


@pytest.mark.parametrize(
    ("tenths", "text"),
    [(0, "0"), (5, ".5"), (-5, "-.5"), (10, "1"), (125, "12.5"), (-1005, "-100.5")],
)
def test_a_number_has_no_digit_too_many(tenths: int, text: str) -> None:
    assert number(tenths) == text


@given(st.lists(st.tuples(st.integers(-9000, 9000), st.integers(-9000, 9000)), min_size=2))
def test_a_long_line_does_not_drift(points: list[tuple[int, int]]) -> None:
    first, *rest = points
    line = (Step("M", (first,)), *(Step("L", (point,)) for point in rest))
    read = _followed(written([line]))
    assert read == ends(line)


def _followed(path: str) -> list[tuple[int, int]]:
    """The points of a path of lines, in tenths, read as SVG says."""
    at, found = (0, 0), []
    for command, rest in re.findall(r"([MLlhv])([^MLlhv]+)", path):
        first, *second = (round(10 * float(said)) for said in re.findall(r"-?[\d.]+", rest))
        x, y = (first, *second) if second else (first, 0) if command == "h" else (0, first)
        at = (x, y) if command in "ML" else (at[0] + x, at[1] + y)
        found.append(at)
    return found

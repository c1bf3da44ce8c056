"""Drawing: the same bytes whatever the cache holds, and only clean shapes come out."""

from __future__ import annotations

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.charts import template
from tally.charts.cache import Cache
from tally.charts.chart import Chart
from tally.charts.drawing import draw
from tally.charts.model import Sketch
from tally.charts.palette import PALETTE
from tally.charts.svg import flattened
from tests.charts.made import HISTORY, SVG, parsed, sketch
from tests.support.records import LATER, observation, target

ALLOWED = {"svg", "title", "desc", "g", "path", "circle", "text"}


def example(outcome: str = "growth 7.8%") -> Sketch:
    rows = [observation("x", str(2014 + n), f"level {v}亿元") for n, v in enumerate(HISTORY)]
    rows += [observation("x", str(2016 + n), f"growth {v}%") for n, v in enumerate("7654")]
    rows.append(observation("x", "2021", outcome, LATER))
    found = sketch(rows, [target("x", "growth ≥6%")])
    assert found is not None
    return found


@pytest.fixture(scope="module")
def chart() -> Chart:
    return draw([example()])[0]


def test_drawn_twice_the_bytes_are_the_same(chart: Chart) -> None:
    again = draw([example()])[0]
    assert (again.wide, again.narrow) == (chart.wide, chart.narrow)


def test_charts_come_back_in_the_order_of_their_sketches(chart: Chart) -> None:
    other = sketch([observation("x", "2020", "growth 5%")], [target("x", "growth 6%")])
    assert other is not None
    first, second, third = draw([example(), other, example()])
    assert (first.wide, third.wide) == (chart.wide, chart.wide)
    assert second.sketch is other


def test_a_drawing_in_the_cache_is_not_made_again(
    tmp_path: Path, chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw([example()], kept=Cache(tmp_path))

    def refuse(spec: str) -> str:
        raise AssertionError(spec)

    monkeypatch.setattr("tally.charts.engine._drawn", refuse)
    assert draw([example()], kept=Cache(tmp_path))[0].wide == chart.wide


def test_other_data_in_a_chart_of_the_same_size_needs_no_new_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw([example()], kept=Cache(tmp_path))
    before = len(list(tmp_path.rglob("*/*")))
    template._empty.cache_clear()

    def refuse(sizes: object, gap: float) -> None:
        raise AssertionError(sizes, gap)

    monkeypatch.setattr("tally.charts.empty.empty_vega", refuse)
    draw([example("growth 7.7%")], kept=Cache(tmp_path))
    assert len(list(tmp_path.rglob("*/*"))) == before + 2


@pytest.mark.parametrize("damage", [b"", b"\n", b"\xff\xfe\n<g/>", b"0000\n<script/>"])
def test_a_damaged_entry_of_the_cache_is_as_good_as_none(
    tmp_path: Path, chart: Chart, damage: bytes
) -> None:
    draw([example()], kept=Cache(tmp_path))
    for entry in tmp_path.rglob("*"):
        if entry.is_file():
            entry.write_bytes(damage)
    assert draw([example()], kept=Cache(tmp_path))[0].wide == chart.wide


def test_many_writers_of_one_entry_leave_a_whole_one(tmp_path: Path) -> None:
    cache, drawing = Cache(tmp_path), "<g>" + "x" * 50_000 + "</g>"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: cache.put("ab12", drawing), range(40)))
    assert cache.get("ab12") == drawing
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["12"]


def test_a_change_of_the_program_is_a_new_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw([example()], kept=Cache(tmp_path))
    before = len(list(tmp_path.rglob("*/*")))
    monkeypatch.setattr("tally.charts.cache._program", lambda: "another")
    template._empty.cache_clear()
    draw([example()], kept=Cache(tmp_path))
    assert len(list(tmp_path.rglob("*/*"))) == 2 * before


def test_only_known_elements_come_out(chart: Chart) -> None:
    root = parsed(f"<svg >{chart.wide}</svg>")
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= ALLOWED


def test_every_colour_is_a_role_of_the_palette(chart: Chart) -> None:
    colours = re.findall(r'(?:fill|stroke)="([^"]*)"', chart.wide)
    assert colours
    assert {colour.removeprefix("var(--chart-").removesuffix(")") for colour in colours} <= {
        *PALETTE
    }


def test_a_file_needs_no_stylesheet(chart: Chart) -> None:
    assert "var(" not in chart.file("zh")
    assert f'fill="{PALETTE["reported"].light}"' in chart.file("zh")


def test_the_drawings_of_a_page_stay_small(chart: Chart) -> None:
    assert len(chart.html("en", "p").encode()) < 7_500


def test_marks_say_what_they_are_and_lines_and_labels_do_not(chart: Chart) -> None:
    root = parsed(f"<svg >{chart.wide}</svg>")
    speaking = [node for node in root.iter() if node.get("data-tip")]
    assert len(speaking) == len(HISTORY) + 4 + 1 + 1
    assert {node.tag.removeprefix(SVG) for node in speaking} <= {"circle", "path"}


# fmt: off
ENGINE = [
    # what the engine draws, what stays of it
    ('<line transform="translate(3,4)" x2="5" y2="0" stroke="red"/>',
     '<path stroke="red" d="M13 24h5"/>'),
    ('<line x2="1" y2="1" stroke="red"/><line x2="2" y2="2" stroke="red"/>',
     '<path stroke="red" d="M10 20l1 1M10 20l2 2"/>'),
    ('<line x2="1" y2="1" stroke="red"/><line x2="2" y2="2" stroke="blue"/>',
     '<path stroke="red" d="M10 20l1 1"/><path stroke="blue" d="M10 20l2 2"/>'),
    ('<path d="M2,0A2,2,0,1,1,-2,0A2,2,0,1,1,2,0" fill="red" aria-label="~7~"/>',
     '<circle fill="red" cx="10" cy="20" r="2" data-tip="~7~"/>'),
    ('<path d="M-9.123456,0L9,0" stroke="red" transform="translate(1,1) rotate(90)"/>',
     '<path stroke="red" d="M11 11.9v18.1"/>'),
    ('<path d="M1,0" fill="red" aria-label="~7~right"/>',
     '<g fill="red" text-anchor="end"><text x="10" y="24">~7~</text></g>'),
    ('<path d="M1,0" fill="red" aria-label="~1~left"/><path d="M1,0" fill="red" '
     'aria-label="~2~center"/><line x2="1" stroke="red"/>',
     '<path stroke="red" d="M10 20h1"/><g fill="red"><text x="10" y="24">~1~</text>'
     '<g text-anchor="middle"><text x="10" y="24">~2~</text></g></g>'),
    ('<path class="background" d="M0,0h9"/><path d=""/>', ""),
    ('<script>alert(1)</script><image href="http://x/"/><foreignObject/>', ""),
    ('<path d="M1,0" onclick="alert(1)" style="x" fill="red"/>',
     '<path fill="red" d="M11 20"/>'),
]
# fmt: on


@pytest.mark.parametrize(("engine", "stays"), ENGINE)
def test_what_the_engine_draws_becomes_small_and_flat(engine: str, stays: str) -> None:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg"><rect/><g transform="translate(99,99)">'
        f'<g transform="translate(10,20)"><g>{engine}</g></g></g></svg>'
    )
    assert flattened(drawn) == stays


Dot = tuple[str, int, int]
DOT = '<path d="M3,0A3,3,0,1,1,-3,0A3,3,0,1,1,3,0" fill="{}" transform="translate({},{})"/>'
DOTS = st.tuples(st.sampled_from("abc"), st.integers(0, 20), st.integers(0, 20))


@given(st.lists(DOTS, max_size=9))
def test_what_covers_something_still_covers_it(dots: list[Dot]) -> None:
    """Shapes of one style are put together, but never below one that they were above."""
    shapes = "".join(DOT.format(*dot) for dot in dots)
    svg = flattened(f'<svg xmlns="http://www.w3.org/2000/svg"><g><g>{shapes}</g></g></svg>')
    painted = [
        (str(group.get("fill")), int(node.get("cx", 0)), int(node.get("cy", 0)))
        for group in parsed(f"<svg >{svg}</svg>")
        for node in (group if len(group) else [group])
    ]
    assert sorted(painted) == sorted(dots)
    assert _covered(painted) == _covered(dots)


def _covered(dots: list[Dot]) -> Counter[tuple[Dot, Dot]]:
    """The pairs of different colours of which the second lies over the first."""
    return Counter(
        (one, other)
        for one, other in combinations(dots, 2)
        if one[0] != other[0] and abs(one[1] - other[1]) < 6 and abs(one[2] - other[2]) < 6
    )


def test_neighbours_of_one_style_share_a_group() -> None:
    row = "".join(DOT.format(colour, x, 0) for x, colour in enumerate("abab"))
    apart = "".join(DOT.format(colour, 9 * x, 0) for x, colour in enumerate("abab"))
    groups = [
        flattened(f'<svg xmlns="http://www.w3.org/2000/svg"><g><g>{dots}</g></g></svg>').count(
            "fill="
        )
        for dots in (row, apart)
    ]
    assert groups == [4, 2]

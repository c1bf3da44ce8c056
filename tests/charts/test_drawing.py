"""Drawing: the same bytes whatever the cache holds, and only clean shapes come out."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tally.charts import Cache, Chart, Sketch, draw
from tally.charts.svg import flattened
from tests.charts.made import HISTORY, SVG, parsed, sketch
from tests.support.records import LATER, observation, target

ALLOWED = {"svg", "title", "desc", "g", "path", "circle", "text"}


def example() -> Sketch:
    rows = [observation("x", str(2014 + n), f"level {v}亿元") for n, v in enumerate(HISTORY)]
    rows += [observation("x", str(2016 + n), f"growth {v}%") for n, v in enumerate("7654")]
    rows.append(observation("x", "2021", "growth 7.8%", LATER))
    found = sketch(rows, [target("x", "growth ≥6%")])
    assert found is not None
    return found


@pytest.fixture(scope="module")
def chart() -> Chart:
    return draw([example()])[0]


def test_drawn_twice_the_bytes_are_the_same(chart: Chart) -> None:
    again = draw([example()])[0]
    assert (again.wide, again.narrow) == (chart.wide, chart.narrow)


def test_several_processes_draw_the_same_bytes(
    chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tally.charts.drawing._WORTH_A_POOL", 1)
    again = draw([example()], workers=2)[0]
    assert (again.wide, again.narrow) == (chart.wide, chart.narrow)


def test_without_shared_memory_one_process_draws(
    chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("/dev/shm")

    monkeypatch.setattr("tally.charts.drawing._WORTH_A_POOL", 1)
    monkeypatch.setattr("tally.charts.drawing.ProcessPoolExecutor", refuse)
    assert draw([example()], workers=2)[0].wide == chart.wide


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

    monkeypatch.setattr("tally.charts.drawing._drawn", refuse)
    assert draw([example()], kept=Cache(tmp_path))[0].wide == chart.wide


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
    monkeypatch.setattr("tally.charts.drawing._program", lambda: "another")
    draw([example()], kept=Cache(tmp_path))
    assert len(list(tmp_path.rglob("*/*"))) == 2 * before


def test_only_known_elements_come_out(chart: Chart) -> None:
    root = parsed(f"<svg >{chart.wide}</svg>")
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= ALLOWED


def test_every_colour_is_one_of_the_palette_with_a_value_behind_it(chart: Chart) -> None:
    colours = re.findall(r'(?:fill|stroke)="([^"]*)"', chart.wide)
    assert set(colours) - {"none"}
    plain = re.compile(r"none|var\(--chart-[a-z]+,#[0-9a-f]{6}\)")
    assert all(plain.fullmatch(colour) for colour in colours)


def test_marks_say_what_they_are_and_lines_and_labels_do_not(chart: Chart) -> None:
    root = parsed(f"<svg >{chart.wide}</svg>")
    speaking = [node for node in root.iter() if node.get("data-tip")]
    assert len(speaking) == len(HISTORY) + 4 + 1 + 2
    assert {node.tag.removeprefix(SVG) for node in speaking} <= {"circle", "path"}


# fmt: off
ENGINE = [
    # what the engine draws, what stays of it
    ('<line transform="translate(3,4)" x2="5" y2="0" stroke="red"/>',
     '<path stroke="red" d="M13 24L18 24"/>'),
    ('<line x2="1" y2="1" stroke="red"/><line x2="2" y2="2" stroke="red"/>',
     '<path stroke="red" d="M10 20L11 21M10 20L12 22"/>'),
    ('<path d="M2,0A2,2,0,1,1,-2,0A2,2,0,1,1,2,0" fill="red" aria-label="~7~"/>',
     '<g fill="red"><circle cx="10" cy="20" r="2" data-tip="~7~"/></g>'),
    ('<path d="M-9.123456,0L9,0" stroke="red" transform="translate(1,1) rotate(90)"/>',
     '<g fill="none" stroke="red">'
     '<path d="M-9.1,0L9,0" transform="translate(11 21)rotate(90)"/></g>'),
    ('<path d="M1,0" fill="red" aria-label="~7~right"/>',
     '<g fill="red" text-anchor="end"><text x="10" y="24.2">~7~</text></g>'),
    ('<path class="background" d="M0,0h9"/><path d=""/>', ""),
    ('<script>alert(1)</script><image href="http://x/"/><foreignObject/>', ""),
    ('<path d="M1,0" onclick="alert(1)" style="x" fill="red"/>',
     '<g fill="red"><path d="M1,0" transform="translate(10 20)"/></g>'),
]
# fmt: on


@pytest.mark.parametrize(("engine", "stays"), ENGINE)
def test_what_the_engine_draws_becomes_small_and_flat(engine: str, stays: str) -> None:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg"><rect/><g transform="translate(99,99)">'
        f'<g transform="translate(10,20)"><g>{engine}</g></g></g></svg>'
    )
    assert flattened(drawn) == stays

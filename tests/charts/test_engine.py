"""The drawing engine in other processes: what this one would draw, begun at once."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator

import pytest

from tally.charts.engine import HERE, Processes
from tests.charts.made import example

SPECS = [
    (json.dumps(example(f"growth {value}%").picture("zh").vega()), f"title {value}", "words")
    for value in (5, 6, 7)
]
SVG = "http://www.w3.org/2000/svg"
FILE = f'<svg xmlns="{SVG}" width="9" height="9"><rect width="9" height="9"/></svg>'


@pytest.fixture(scope="module")
def processes() -> Iterator[Processes]:
    """Other processes; where they can share no memory there are none, as the last test tells."""
    engine = Processes()
    engine.start()
    if engine._pool is None:
        pytest.skip("processes of this machine share no memory")
    yield engine
    engine.close()


def test_other_processes_draw_the_same_in_the_same_order(processes: Processes) -> None:
    drawn = list(processes.drawings(SPECS))
    assert drawn == list(HERE.drawings(SPECS))
    assert len(set(drawn)) == len(SPECS)


def test_other_processes_photograph_the_same(processes: Processes) -> None:
    assert list(processes.photographs([FILE])) == list(HERE.photographs([FILE]))


def test_drawing_begins_before_anybody_waits_for_it(processes: Processes) -> None:
    asked = []
    processes.drawings(asked.append(spec) or spec for spec in SPECS)
    assert asked == SPECS


def test_an_interrupt_of_the_build_does_not_disturb_the_processes(processes: Processes) -> None:
    list(processes.drawings(SPECS))
    assert processes._pool is not None
    for number in processes._pool._processes:
        os.kill(number, signal.SIGINT)
    time.sleep(0.1)
    assert len(list(processes.drawings(SPECS))) == len(SPECS)


def test_what_processes_leave_when_they_die_this_one_draws(processes: Processes) -> None:
    list(processes.drawings(SPECS))
    assert processes._pool is not None
    for number in processes._pool._processes:
        os.kill(number, signal.SIGKILL)
    assert list(processes.drawings(SPECS)) == list(HERE.drawings(SPECS))
    assert list(processes.drawings(SPECS)) == list(HERE.drawings(SPECS))


def test_what_was_closed_opens_again_when_it_is_asked(processes: Processes) -> None:
    processes.close()
    assert list(processes.photographs([FILE])) == list(HERE.photographs([FILE]))


def test_without_shared_memory_this_process_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("/dev/shm")

    monkeypatch.setattr("tally.charts.engine.ProcessPoolExecutor", refuse)
    assert list(Processes().drawings(SPECS)) == list(HERE.drawings(SPECS))

"""Long builds that run beside the tests, one after another, from the beginning of a run: few tests
then wait for one, and those that do come last.

A job prepares a folder at once and returns what is to be waited for, which only starts programs:
it runs in a thread, beside tests that change this process's folder and settings.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

Job = Callable[[Path], Callable[[], Any]]
Run = subprocess.CompletedProcess[str]
JOBS: dict[str, Job] = {}
"""By the name of the fixture that gives what it made."""
_running: set[subprocess.Popen[str]] = set()


def job(prepare: Job) -> Any:
    """A fixture of the whole run, made beside the tests in a folder of its own."""
    name = prepare.__name__
    assert name not in JOBS, f"two jobs are called {name}"
    JOBS[name] = prepare

    @pytest.fixture(scope="session", name=name)
    def made(aside: Aside) -> Any:
        return aside.result(name)

    return made


def run_aside(command: Sequence[str | Path], cwd: Path, environment: Mapping[str, str]) -> Run:
    """Run a program to its end, or to that of the tests."""
    with subprocess.Popen(
        command,
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        _running.add(process)
        out, err = process.communicate()
        _running.discard(process)
    return Run([*map(str, command)], process.returncode, out, err)


def in_order(items: list[pytest.Item]) -> list[pytest.Item]:
    """Tests that need no job first, the others in the order in which the jobs end."""
    places = {name: place for place, name in enumerate(JOBS)}
    return sorted(items, key=lambda item: max(places.get(n, -1) for n in _fixtures(item)))


class Aside:
    """The jobs of one run: those that its tests need begin at once."""

    def __init__(self, folder: Callable[[str], Path], items: Sequence[pytest.Item]) -> None:
        self._folder = folder
        self._lane = ThreadPoolExecutor(max_workers=1)
        self._begun: dict[str, Future[Any]] = {}
        needed = {name for item in items for name in _fixtures(item)}
        for name in filter(needed.__contains__, JOBS):
            self._begin(name)

    def result(self, name: str) -> Any:
        """What a job made; raises what it raised."""
        return (self._begun.get(name) or self._begin(name)).result()

    def stop(self) -> None:
        """End what still runs: no test is left that needs it."""
        self._lane.shutdown(wait=False, cancel_futures=True)
        for process in tuple(_running):
            process.terminate()
        self._lane.shutdown()

    def _begin(self, name: str) -> Future[Any]:
        try:
            begun = self._lane.submit(JOBS[name](self._folder(name)))
        except (Exception, pytest.skip.Exception) as error:  # for the tests that ask for it
            begun = Future()
            begun.set_exception(error)
        self._begun[name] = begun
        return begun


def _fixtures(item: pytest.Item) -> Sequence[str]:
    return getattr(item, "fixturenames", ())

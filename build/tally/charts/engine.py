"""The drawing engine: in this process, or in others while a build does other things."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import tee
from multiprocessing import get_context
from typing import TypeVar

import vl_convert

from tally.charts.png import png, register_font
from tally.charts.titled import titled

_MOST = 4
_AT_ONCE = 16  # drawings that a process is given together
_NOTHING = '{"marks": []}', "", ""
Drawing = tuple[str, str, str]  # a Vega specification as JSON, the title and the description
_A = TypeVar("_A")
_T = TypeVar("_T")


class Engine:
    """Draws and photographs, in this process."""

    def drawings(self, drawings: Iterable[Drawing]) -> Iterator[str]:
        """Vega specifications as SVG files, in their order."""
        return self._run(_drawn, drawings, _AT_ONCE)

    def photographs(self, files: Iterable[str]) -> Iterator[bytes]:
        """SVG files as PNG, in their order."""
        return self._run(png, files, 1)

    def _run(self, work: Callable[[_A], _T], items: Iterable[_A], _each: int) -> Iterator[_T]:
        return map(work, items)


HERE = Engine()


class Processes(Engine):
    """Begins at once what it is asked for, in other processes; to iterate is to wait for it.

    A process takes a second to get ready, so `start` may come before there is anything to draw.
    Where processes cannot share memory, as in some containers, or die, all is done in this one.
    """

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def start(self) -> None:
        """Get a process ready, in the background."""
        self.drawings([_NOTHING])

    def close(self) -> None:
        """End the processes; what they have not begun is dropped."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _run(self, work: Callable[[_A], _T], items: Iterable[_A], each: int) -> Iterator[_T]:
        pool = self._opened()
        if pool is None:
            return map(work, items)
        given, again = tee(items)
        try:
            begun = pool.map(work, given, chunksize=each)
        except BrokenProcessPool:
            self.close()
            return map(work, again)
        return _finished(begun, work, again)

    def _opened(self) -> ProcessPoolExecutor | None:
        """The processes; None where there is no shared memory."""
        if self._pool is None:
            try:
                # A forked engine hangs; a fresh process does not.
                context = get_context("spawn")
                self._pool = ProcessPoolExecutor(_count(), context, initializer=_undisturbed)
            except (ImportError, OSError):
                return None
        return self._pool


def _finished(begun: Iterator[_T], work: Callable[[_A], _T], items: Iterator[_A]) -> Iterator[_T]:
    """What the processes make; where they die, as for want of memory, this one makes the rest."""
    with suppress(BrokenProcessPool):
        for made in begun:
            next(items)
            yield made
    yield from map(work, items)


def _count() -> int:
    """As many as cores: where there is much to draw, the rest of the build waits for it."""
    return min(_MOST, os.cpu_count() or 1)


def _undisturbed() -> None:
    """Who interrupts a build means its own process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _drawn(drawing: Drawing) -> str:
    """One drawing; nothing is loaded from anywhere."""
    vega, title, description = drawing
    register_font()
    return titled(vl_convert.vega_to_svg(vega, allowed_base_urls=[]), title, description)

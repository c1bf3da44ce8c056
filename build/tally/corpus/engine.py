"""Work spread over processes by Dask: those of this machine, or a cluster at an address."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import islice
from typing import TypeVar

import dask
from distributed import Client, Future, KilledWorker, LocalCluster, as_completed

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 4
"""Tasks handed to each process beyond the one that it works on: the rest wait here, so that
memory does not grow with their number."""
_PATIENCE = "30s"


class EngineError(ValueError):
    """Why no work can be done; the message is for the person who named the cluster."""


class LostError(RuntimeError):
    """A task that its processes did not survive."""


def spread(
    work: Callable[[Task], Result], tasks: Iterable[Task], address: str | None = None
) -> Iterator[tuple[Task, Result | LostError]]:
    """The result of each task, in the order in which they end.

    `address` is that of a Dask scheduler whose workers read the same files; without one, a
    process for each core of this machine. A process that dies is replaced and its task begun
    anew; a task that ends four processes gives LostError. Raises EngineError when there is no
    cluster at the address, and what the work raises.
    """
    waiting = iter(tasks)
    with _client(address) as client:
        many = max(1, len(client.scheduler_info()["workers"])) * _AHEAD
        running = {client.submit(work, task, pure=False): task for task in islice(waiting, many)}
        ended = as_completed(running)
        for future in ended:
            yield running.pop(future), _result(future)
            future.release()
            for task in islice(waiting, 1):
                more = client.submit(work, task, pure=False)
                running[more] = task
                ended.add(more)


def in_order(
    work: Callable[[Task], Result], tasks: Iterable[Task]
) -> Iterator[tuple[Task, Result | LostError]]:
    """As `spread` on this machine, in the order of the tasks; those that end early wait here."""
    ended: dict[int, tuple[Task, Result | LostError]] = {}
    due = 0
    for (place, task), result in spread(partial(_unnumbered, work), enumerate(tasks)):
        ended[place] = task, result
        while due in ended:
            yield ended.pop(due)
            due += 1


def _unnumbered(work: Callable[[Task], Result], numbered: tuple[int, Task]) -> Result:
    return work(numbered[1])


def _result(future: Future[Result]) -> Result | LostError:
    try:
        return future.result()
    except KilledWorker as error:
        return LostError(str(error))


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _client(address: str | None) -> Iterator[Client]:
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        stack.enter_context(dask.config.set({"temporary-directory": folder}))
        if address is None:
            address = stack.enter_context(
                LocalCluster(
                    n_workers=cores(),
                    threads_per_worker=1,
                    host="127.0.0.1",
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            )
        try:
            client = stack.enter_context(Client(address, timeout=_PATIENCE))
        except (OSError, ValueError) as error:
            raise EngineError(f"no Dask scheduler answers at {address}: {error}") from error
        yield client

"""`python -m tests.bench [NAME…]`: run the measurements and show them beside their bars.

A measurement is a script ``tests/bench/bench_<name>.py`` that prints one line for each figure:
``name | measured | bar``, such as ``2,000 pages, charts cached | 11.2 s | < 15 s``. What else it
prints is progress and passes through. Each runs in its own process, one after the other, from the
top of the repository.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PREFIX = "bench_"
COLUMNS = ("name", "measured", "bar")


class BenchError(Exception):
    """A measurement ended with an error; it has said so itself."""


def rows(script: Path) -> Iterator[list[str]]:
    """The rows a script prints, as it prints them; raises BenchError where it fails."""
    command = [sys.executable, "-m", f"tests.bench.{script.stem}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        for line in run.stdout:
            cells = [cell.strip() for cell in line.split("|")]
            if len(cells) == len(COLUMNS):
                yield cells
            else:
                print(line, end="", flush=True)
    if run.returncode != 0:
        raise BenchError(f"{script.name} ended with {run.returncode}")


def main() -> int:
    """Measure, then print the table; 1 where a measurement failed."""
    known = {one.stem.removeprefix(PREFIX): one for one in sorted(HERE.glob(f"{PREFIX}*.py"))}
    parser = argparse.ArgumentParser(description="Measure speed and size against the bars")
    parser.add_argument("name", nargs="*", help=f"only these of: {', '.join(known)}")
    wanted = parser.parse_args().name or list(known)
    if unknown := set(wanted) - known.keys():
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    table, failures = Table(*COLUMNS), []
    for name in wanted:
        print(f"Measuring {name} …", flush=True)
        try:
            for cells in rows(known[name]):
                table.add_row(*cells)
        except BenchError as failure:
            failures.append(str(failure))
    Console(width=100, markup=False).print(table)
    print("\n".join(failures), end="\n" if failures else "", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""What `tally check` costs where there are many areas, by processor time: load and check."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from tally.check.check import problems_of
from tally.records.load import load
from tests.bench.bench_scale import copied

AREAS = 167
BAR = 15
ROUND = 100_000


def main() -> None:
    """Print the seconds of each step for a round number of figures, each of them a real one."""
    with tempfile.TemporaryDirectory(prefix="tally-check-") as folder:
        root = copied(Path(folder), AREAS)
        start = time.process_time()
        loaded = load(root)
        after = time.process_time()
        if problems := problems_of(loaded):
            raise SystemExit(f"{problems[0].place}: {problems[0].message}")
        end = time.process_time()
    datasets = loaded.datasets.datasets.values()
    figures = sum(len(one.observations) + len(one.targets) for one in datasets)
    scale = ROUND / figures
    print(f"load {ROUND:,} figures in {AREAS} areas | {scale * (after - start):.1f} CPU s | -")
    print(f"check them | {scale * (end - after):.1f} CPU s | -")
    print(f"tally check, both | {scale * (end - start):.1f} CPU s | ≤ {BAR} CPU s")


if __name__ == "__main__":
    main()

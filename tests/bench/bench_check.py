"""What `tally check` costs where there are many areas, by processor time, the whole command: the
first time, and again, when what was read in sources has been kept."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tally.records.load import load
from tests.bench.bench_scale import copied

AREAS = 167
BAR = 15
ROUND = 100_000


def seconds(folder: Path, *datasets: str) -> float:
    """The processor time of one check of datasets; SystemExit where it finds an error."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    paths = [f"datasets/{name}" for name in datasets] or ["datasets"]
    run = subprocess.run(
        [sys.executable, "-c", "from tally.cli import main; main()", "check", *paths],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise SystemExit(run.stdout + run.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the seconds for a round number of figures, each of them a real one."""
    with tempfile.TemporaryDirectory(prefix="tally-check-") as name:
        folder = Path(name)
        root = copied(folder, AREAS)
        datasets = load(root).datasets.datasets
        scale = ROUND / sum(len(one.observations) + len(one.targets) for one in datasets.values())
        (folder / ".cache").mkdir()
        said = f"tally check, {ROUND:,} figures in {AREAS} areas"
        print(f"{said}, first | {scale * seconds(folder):.1f} CPU s | ≤ {BAR} CPU s")
        print(f"{said}, again | {scale * seconds(folder):.1f} CPU s | ≤ {BAR} CPU s")
        print(f"tally check, one of these areas | {seconds(folder, 'copy-0'):.1f} CPU s | -")


if __name__ == "__main__":
    main()

"""What it costs to spread the reading of many reports over processes, beside one process.

The reports are the kept text of a dataset, each copy with a heading of its own. Both ways write the
same Parquet; the processor's time of all processes is counted.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tally.cli.extract import known_vocabulary
from tally.corpus.documents import read_document
from tally.corpus.gather import gather, reader_of
from tally.corpus.store import begin, pack, put

DATASETS = Path("datasets")
REPORTS = 300
TOGETHER = 8


def write_reports(folder: Path) -> list[Path]:
    """So many reports."""
    (source, *_) = sorted(DATASETS.glob("*/sources/*/*.txt"))
    text = source.read_text("utf-8")
    files = [folder / f"{place:04}.txt" for place in range(REPORTS)]
    for place, file in enumerate(files):
        file.write_text(f"第{place}份\n{text}", "utf-8")
    return files


def cost(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the processor, of this process and those it began, and of the clock."""
    before, start = _processor(), time.perf_counter()
    work()
    return _processor() - before, time.perf_counter() - start


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Print one line for each figure: name, measured, bar."""
    reader = reader_of(known_vocabulary(DATASETS))
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        (top / "reports").mkdir()
        files = write_reports(top / "reports")

        def in_one() -> None:
            begin(top / "one")
            for at in range(0, REPORTS, TOGETHER):
                for packed in pack([read_document(file, reader) for file in files[at:][:TOGETHER]]):
                    put(top / "one", packed)

        one_cpu, one_wall = cost(in_one)
        cpu, wall = cost(lambda: list(gather(files, top / "many", reader)))
    print(f"{REPORTS} reports over Dask, processor | {cpu / one_cpu:.2f} × one process | < 1.2")
    print(f"{REPORTS} reports over Dask, clock | {one_wall / wall:.2f} × faster | > 1.7, idle")


if __name__ == "__main__":
    main()

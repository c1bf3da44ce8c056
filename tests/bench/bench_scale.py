"""What a report more costs: reading, loading, checking, judging and packaging, by processor time.

A dataset with a text that is kept is copied to several areas, so that every figure is a real one.
What a report costs among sixteen is set beside what it costs among four: it must not grow. The
units of docs/scale.md come from here.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from tally.check.check import problems_of
from tally.derive import judge_all, open_ledgers
from tally.package.files import editions, package_files
from tally.package.preferred import preferred_ids
from tally.records.load import load
from tally.records.model import Datasets
from tally.records.scan import read

DATASETS = Path("datasets")
FEW, MANY = 4, 16
MOST_GROWTH = 1.5
_NAMES_A_SOURCE = re.compile(r"(?m)^(\s+(?:-\s+)?source: )([\w-]+)")
_T = TypeVar("_T")


def _kept() -> Path:
    """The first dataset that holds the text of a source."""
    texts = sorted(DATASETS.glob("*/sources/*/source.yml"))
    return texts[0].parents[2]


def copied(folder: Path, count: int) -> Path:
    """A folder of datasets that holds that dataset `count` times, each of an area of its own."""
    original, root = _kept(), folder / "datasets"
    shutil.copytree(DATASETS / "vocabulary", root / "vocabulary")
    areas = root / "vocabulary" / "areas.yml"
    for number in range(count):
        name = f"copy-{number}"
        _copy(original, root / name)
        line = f'- {{id: {name}, name: {{zh: 副本, en: Copy}}, code: "9{number:05}"}}\n'
        areas.write_text(areas.read_text("utf-8") + line, "utf-8")
    return root


def _copy(original: Path, copy: Path) -> None:
    """The dataset under the name of the copy, as its area and at the end of its sources' ids."""
    shutil.copytree(original, copy)
    for path in copy.rglob("*.yml"):
        text = _NAMES_A_SOURCE.sub(rf"\1\2-{copy.name}", path.read_text("utf-8"))
        if path.name == "cited.yml":
            text = re.sub(r"(?m)^- id: ([\w-]+)", rf"- id: \1-{copy.name}", text)
        text = re.sub(rf"\[{original.name}\]|(?<=: ){original.name}(?=/|$)", copy.name, text)
        path.write_text(text.replace(f"areas: {copy.name}", f"areas: [{copy.name}]"), "utf-8")
    for source in (copy / "sources").glob("*/"):
        source.rename(source.with_name(f"{source.name}-{copy.name}"))


def _timed(times: dict[str, float], step: str, do: Callable[[], _T]) -> _T:
    start = time.process_time()
    result = do()
    times[step] = time.process_time() - start
    return result


def costs(root: Path) -> Mapping[str, float]:
    """Seconds of each step for all datasets of a folder; raises where they have problems."""
    times: dict[str, float] = {}
    loaded = _timed(times, "load", lambda: load(root))
    problems = _timed(times, "check", lambda: problems_of(loaded))
    if problems:
        raise SystemExit(f"{problems[0].place}: {problems[0].message}")
    _timed(times, "read", lambda: _read(loaded.datasets))
    ledgers = open_ledgers(loaded.datasets).values()
    outlooks = _timed(times, "judge", lambda: judge_all(ledgers))
    made = editions(loaded.datasets, outlooks, preferred_ids(ledgers))
    package_files(made[0])  # what is made once
    _timed(times, "package", lambda: [package_files(edition) for edition in made[:-1]])
    return times


def _read(datasets: Datasets) -> None:
    for dataset in datasets.datasets.values():
        for source in dataset.sources.values():
            read(source, datasets.vocabulary)


def _a_report(count: int) -> Mapping[str, float]:
    with tempfile.TemporaryDirectory(prefix="tally-scale-") as folder:
        return {step: all_ / count for step, all_ in costs(copied(Path(folder), count)).items()}


def main() -> None:
    """Print what each step costs a report, and that it does not grow with the reports."""
    few, many = _a_report(FEW), _a_report(MANY)
    for step, seconds in many.items():
        print(f"a report: {step} | {seconds:.3f} CPU s | -")
    growth = sum(many.values()) / sum(few.values())
    print(f"a report among {MANY}, beside {FEW} | ×{growth:.2f} | < ×{MOST_GROWTH}")


if __name__ == "__main__":
    main()

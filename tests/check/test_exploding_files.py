"""Small files that grow: what they cost is in proportion to them, and so is what is said."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tally.records.model import Place
from tally.records.problem import MOST_IN_A_FILE, MOST_IN_A_RUN, Problem, bounded
from tests.support.trees import write_tree

ENTRY = """\
- indicator: gdp
  period: 2020
  source: report-2021
  quote: 新建5G基站{i}座
  figures: [{{measure: level, value: {i}, unit: {unit}}}]
"""
_SECONDS, _BYTES = 30, 500_000_000


def repeated(text: str, times: int) -> str:
    return "".join(text.format(i=i, unit="亿元") for i in range(times))


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (_BYTES, _BYTES))


@pytest.mark.parametrize(
    "content",
    [
        "- {}\n" * 50_000,
        "- {}\n" * 900_000,
        repeated("- &a{i} {{indicator: gdp}}\n", 50_000),
        "- indicator: gdp\n" + repeated("  field{i}: x\n", 20_000),
        "- {" + repeated("k{i}: 1, ", 400_000) + "a: 1}\n",
        "- {" + "k: 1, " * 400_000 + "a: 1}\n",
        repeated("- {{field{i}: x}}\n", 200_000),
        "- {period: 2021-01-11}\n" * 200_000,
        "- " + "[" * 2_000_000,
        "- {figures: [" + "1," * 2_000_000 + "1]}\n",
        '- {indicator: "' + "a" * 4_900_000 + '"}\n',
        repeated(ENTRY, 25_000),
        repeated(ENTRY.replace("{unit}", "x{i}"), 25_000),
        ENTRY.format(i=1923, unit="座") * 25_000,
        '- "' + "\uffff" * 1_000_000,
        "\t" * 4_000_000,
    ],
    ids=range(16),
)
def test_what_a_file_costs_and_says_is_bounded(tmp_path: Path, content: str) -> None:
    root = write_tree(tmp_path)
    (root / "testshire" / "observations" / "economy.yml").write_text(content, "utf-8")
    run = subprocess.run(
        [sys.executable, "-c", "from tally.cli import main; main()", "check", str(root)],
        capture_output=True,
        check=False,
        preexec_fn=limit,
    )
    assert (run.returncode, run.stderr) == (1, b"")
    assert len(run.stdout) < 100_000


def problems(count: int, files: int = 1, severity: str = "error") -> list[Problem]:
    return [
        Problem(Place(f"f{i % files}.yml", i + 1), "yaml", f"no {i}", "", severity)  # type: ignore[arg-type]
        for i in range(count)
    ]


def test_of_a_files_problems_the_first_are_told_and_the_rest_counted() -> None:
    told = bounded(problems(7900))
    assert len(told) == MOST_IN_A_FILE + 1
    assert sum(problem.count for problem in told) == 7900
    assert told[-1].message.startswith("7800 more like this are not shown")


def test_of_a_runs_problems_the_first_are_told_and_the_rest_counted() -> None:
    told = bounded(problems(20_000, files=400))
    assert len(told) == MOST_IN_A_RUN + 1
    assert sum(problem.count for problem in told) == 20_000


def test_errors_come_before_warnings() -> None:
    told = bounded((*problems(3, severity="warning"), *problems(2)))
    assert [problem.severity for problem in told] == ["error"] * 2 + ["warning"] * 3

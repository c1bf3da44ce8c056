"""What is no regular file, or lies elsewhere, at every place where the program reads one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.trees import write_tree

_SECONDS = 30


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def elsewhere(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def circle(path: Path) -> None:
    path.symlink_to(path)


def folder(path: Path) -> None:
    path.mkdir()


def linked_folder(path: Path) -> None:
    path.symlink_to("/etc")


KINDS = (pipe, endless, elsewhere, circle, folder, linked_folder)
PLACES = (
    "vocabulary/units.yml",
    "vocabulary/indicators/economy.yml",
    "vocabulary/indicators/more.yml",
    "testshire/dataset.yml",
    "testshire/corrections.yml",
    "testshire/observations",
    "testshire/observations/economy.yml",
    "testshire/observations/more.yml",
    "testshire/sources",
    "testshire/sources/cited.yml",
    "testshire/sources/report-2021/source.yml",
    "testshire/sources/report-2021/report.txt",
    "testshire/sources/report-2021/extracted.yml",
    "othershire",
)


def tally(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from tally.cli import main; main()", *arguments],
        cwd=here,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )


@pytest.mark.parametrize("place", PLACES)
def test_nothing_in_the_datasets_is_followed_or_waited_for(tmp_path: Path, place: str) -> None:
    told = []
    for kind in KINDS:
        here = tmp_path / kind.__name__
        here.mkdir()
        path = write_tree(here) / place
        is_folder = place == "othershire" or path.is_dir()
        if path.exists():
            path.rename(here / "moved")
        kind(path)
        told += [] if kind is folder and is_folder else [f"{kind.__name__}/datasets/{place}"]
    run = tally(tmp_path, "check", *(kind.__name__ for kind in KINDS))
    assert (run.returncode, run.stderr) == (1, "")
    errors = {line.split(":")[0] for line in run.stdout.splitlines() if ": error[" in line}
    assert errors >= set(told)


@pytest.mark.parametrize("command", [("extract",), ("new", "othershire"), ("diff", "datasets")])
@pytest.mark.parametrize("kind", [pipe, endless])
def test_no_command_waits_for_what_is_no_file(
    tmp_path: Path, command: tuple[str, ...], kind: Callable[[Path], None]
) -> None:
    write_tree(tmp_path)
    kind(tmp_path / "report.txt")
    run = tally(tmp_path, *command, "report.txt")
    assert run.returncode in (1, 2)
    assert "report.txt" in run.stderr
    assert "fault" not in run.stderr


def test_an_endless_standard_input_is_read_to_a_limit(tmp_path: Path) -> None:
    with open("/dev/zero", "rb") as zeros:  # noqa: PTH123
        run = subprocess.run(
            [sys.executable, "-c", "from tally.cli import main; main()", "extract", "-"],
            cwd=tmp_path,
            stdin=zeros,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    assert run.returncode == 1
    assert "larger than" in run.stderr

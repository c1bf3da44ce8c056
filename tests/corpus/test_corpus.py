"""`tally corpus`: many reports, some of them broken, to Parquet; ended, and begun again."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

TALLY = (sys.executable, "-c", "from tally.cli import main; main()")
FRONT = "---\ntitle: {name}2021年政府工作报告\nsource: https://{code}.example/report\n---\n"
REPORT = (
    "2020年，全市地区生产总值达到{value}亿元，增长5%。\n2021年的目标是：地区生产总值增长6%以上。\n"
)
PLACES = {"昆山市": "320583", "常熟市": "320581", "海口市": "460100"}
BROKEN = {
    "nul.txt": b"\0\0\0",
    "cut.txt": "昆山".encode()[:-1],
    "locked.pdf": b"%PDF-1.7 nothing more",
    "old.doc": b"\xd0\xcf\x11\xe0 and more",
}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with `gov`: a report for each place, and files that can't be read."""
    gov = tmp_path / "gov"
    gov.mkdir()
    for place, (name, code) in enumerate(PLACES.items()):
        write(gov / f"{name}.md", name, code, 100 + place)
    for name, data in BROKEN.items():
        (gov / name).write_bytes(data)
    return tmp_path


def write(path: Path, name: str, code: str, value: int) -> None:
    """A report of a place."""
    path.write_text(FRONT.format(name=name, code=code) + REPORT.format(value=value), "utf-8")


def corpus(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    command = (*TALLY, "corpus", *arguments, "--out", "out")
    return subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)


def rows(here: Path, query: str) -> list[tuple[object, ...]]:
    """What the corpus answers to a query about `documents` or `claims`."""
    tables = {
        name: f"read_parquet('{here}/out/{name}/*/*/*.parquet')" for name in ("documents", "claims")
    }
    return duckdb.sql(query.format(**tables)).fetchall()


def times(here: Path) -> dict[str, int]:
    """When each file of the corpus was written."""
    return {path.name: path.stat().st_mtime_ns for path in (here / "out").rglob("*.parquet")}


def test_claims_stand_by_area_and_year_with_file_hash_and_address(here: Path) -> None:
    assert corpus(here, "gov").returncode == 1
    found = rows(
        here, "SELECT DISTINCT area, area_code, year, file, url FROM {claims} ORDER BY file"
    )
    assert found == [
        (code, int(code), 2021, f"gov/{name}.md", f"https://{code}.example/report")
        for name, code in sorted(PLACES.items())
    ]
    assert rows(here, "SELECT count(*) FROM {claims} WHERE hash IS NULL OR confidence IS NULL") == [
        (0,)
    ]


def test_a_file_that_cannot_be_read_is_a_row_and_is_named_at_the_end(here: Path) -> None:
    done = corpus(here, "gov")
    told = rows(here, "SELECT file, error FROM {documents} WHERE error <> '' ORDER BY file")
    assert [file for file, _ in told] == sorted(f"gov/{name}" for name in BROKEN)
    assert done.stderr.splitlines() == [f"{file}: error: {error}" for file, error in told]
    assert done.stdout == f"out: 9 claims of 3 documents; {len(BROKEN)} not read\n"


def test_only_what_has_changed_is_read_again_and_what_is_gone_is_deleted(here: Path) -> None:
    corpus(here, "gov")
    before = times(here)
    write(here / "gov" / "昆山市.md", "昆山市", "320583", 777)
    (here / "gov" / "常熟市.md").unlink()
    corpus(here, "gov")
    after = times(here)
    assert len(before.keys() - after.keys()) == 1
    assert len({name for name in after if after[name] != before[name]}) == 1
    assert rows(here, "SELECT value FROM {claims} WHERE unit = '亿元' ORDER BY value") == [
        (102,),
        (777,),
    ]


def test_a_folder_that_holds_something_else_is_refused_and_left_alone(here: Path) -> None:
    (here / "out").mkdir()
    (here / "out" / "mine.txt").write_text("mine", "utf-8")
    done = corpus(here, "gov")
    assert (done.returncode, done.stderr) == (
        1,
        "Error: out holds something else: name a new or an empty folder\n",
    )
    assert [path.name for path in (here / "out").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param("gov/*山市.md", 1, id="a pattern"),
        pytest.param("@list", 2, id="a list"),
        pytest.param("gov/昆山市.md", 1, id="a file"),
    ],
)
def test_files_are_named_in_each_way(here: Path, path: str, found: int) -> None:
    (here / "list").write_text("gov/昆山市.md\n\ngov/海口市.md\n", "utf-8")
    assert corpus(here, path).returncode == 0
    assert rows(here, "SELECT count(*) FROM {documents}") == [(found,)]


def many(here: Path, number: int) -> None:
    """So many reports that it takes a while to read them."""
    for place in range(number):
        path = here / "gov" / f"昆山市{place}.md"
        path.write_text(REPORT.format(value=place + 1) * 100, "utf-8")


def wait_for(here: Path, number: int) -> None:
    """Until so many documents are there."""
    for _ in range(600):
        if len(list(here.glob("out/documents/*/*/*.parquet"))) >= number:
            return
        time.sleep(0.05)
    raise AssertionError(f"no {number} documents after 30 seconds")


def test_a_run_that_is_killed_goes_on_where_it_was(here: Path) -> None:
    many(here, 80)
    command = (*TALLY, "corpus", "gov", "--out", "out")
    with subprocess.Popen(command, cwd=here, stderr=subprocess.DEVNULL) as run:
        wait_for(here, 10)
        run.send_signal(signal.SIGKILL)
    before = times(here)
    corpus(here, "gov")
    after = times(here)
    assert len(after) > len(before)
    assert {name: after[name] for name in before} == before
    assert rows(here, "SELECT count(*), count(error) FROM {documents}") == [(87, len(BROKEN))]


def begun(here: Path, name: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A program of Dask, quiet."""
    command = (sys.executable, "-m", f"distributed.cli.{name}", *arguments)
    return subprocess.Popen(command, cwd=here, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def address_in(file: Path) -> str:
    """The address that a scheduler writes to a file once it is up."""
    for _ in range(600):
        said = file.read_text("utf-8") if file.is_file() else ""
        if address := re.search(r"tcp://[\d.:]+", said):
            return address[0]
        time.sleep(0.05)
    raise AssertionError("no scheduler after 30 seconds")


@contextmanager
def cluster(here: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A Dask scheduler with two workers, each as people start them; its address and one worker."""
    found = here / "scheduler.json"
    dask = (sys.executable, "-m", "distributed.cli")
    scheduler = (*dask[:2], "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0")
    worker = (*dask[:2], "distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny")
    quiet = {"cwd": here, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    ran = [
        subprocess.Popen((*scheduler, "--scheduler-file", str(found), "--no-dashboard"), **quiet)
    ]
    try:
        ran += [subprocess.Popen((*worker, "--scheduler-file", str(found)), **quiet) for _ in "12"]
        for _ in range(600):
            if found.is_file() and (
                address := re.search(r"tcp://[\d.:]+", found.read_text("utf-8"))
            ):
                break
            time.sleep(0.05)
        yield address[0], ran[-1]
    finally:
        for process in ran:
            process.kill()
            process.wait()


def test_a_worker_of_a_cluster_that_is_killed_costs_no_document(here: Path) -> None:
    many(here, 80)
    with cluster(here) as (address, worker):
        command = (*TALLY, "corpus", "gov", "--out", "out", "--scheduler", address)
        with subprocess.Popen(command, cwd=here, stderr=subprocess.DEVNULL) as run:
            wait_for(here, 10)
            os.kill(worker.pid, signal.SIGKILL)
    assert run.returncode == 1
    assert rows(here, "SELECT count(*), count(error) FROM {documents}") == [(87, len(BROKEN))]

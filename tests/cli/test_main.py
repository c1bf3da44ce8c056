"""`tally` as people run it: whatever the streams, the locale and the folder."""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tally.cli.commands import COMMANDS, cli
from tests.support.trees import change, write_tree

REPORT = "2021年，全市实现地区生产总值4250亿元。\n"
SOCIETY = "testshire/targets/society.yml"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with datasets/, in which one digit is wrong, and a report."""
    change(write_tree(tmp_path), SOCIETY, "value: 2.5", "value: 25")
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    return tmp_path


def run(here: Path, arguments: str, redirected: str = "", **environment: str) -> tuple[int, str]:
    """Exit code, and what was printed and said."""
    command = f'"{sys.executable}" -c "from tally.cli import main; main()" {arguments} {redirected}'
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=here,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).decode("utf-8")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let programs begin as a terminal begins them: `nohup` and `&` have them ignore Ctrl-C."""
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, former)


@pytest.mark.parametrize("form", ["table", "jsonl", "yaml"])
def test_text_goes_out_as_utf_8_whatever_the_locale(here: Path, form: str) -> None:
    code, printed = run(
        here, f"extract report.txt --format {form}", LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    assert code == 0
    assert "地区生产总值" in printed


@pytest.mark.parametrize(
    ("arguments", "redirected"),
    [("extract report.txt", ">&-"), ("extract -", "<&-"), ("extract report.txt", ">&- 2>&-")],
)
def test_a_closed_stream_is_an_empty_one(here: Path, arguments: str, redirected: str) -> None:
    assert run(here, f"{arguments} --year 2022", redirected) == (0, "")


def test_what_the_system_refuses_is_told_without_a_name_of_the_program(here: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no device that is always full")
    assert run(here, "check", f"> {full}") == (1, "tally: No space left on device\n")


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_while_the_program_is_imported_just_ends_it(here: Path) -> None:
    (here / "click.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    code, said = run(here, "check", PYTHONPATH=f"{here}:{os.environ.get('PYTHONPATH', '')}")
    assert (code in (-signal.SIGINT, 128 + signal.SIGINT), said) == (True, "")


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_while_a_command_runs_is_told_in_a_word(here: Path) -> None:
    meddling = "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n"
    (here / "jsonschema.py").write_text(meddling)
    code, said = run(here, "check", PYTHONPATH=f"{here}:{os.environ.get('PYTHONPATH', '')}")
    assert (code, said) == (1, "\nAborted!\n")


def test_a_table_shows_what_a_report_says_and_never_obeys_it(here: Path) -> None:
    (here / "report.txt").write_text("2021年，出口[/x]\x1b[31m增长5%。\n", "utf-8")
    code, printed = run(here, "extract report.txt --format table")
    assert (code, "出口[/x][31m" in printed, "\x1b" in printed) == (0, True, False), printed


def test_a_reader_who_leaves_is_no_trouble(here: Path) -> None:
    assert run(here, "check", "| true")[1] == ""


def test_a_file_name_that_is_no_text_is_shown_with_escapes(here: Path) -> None:
    with open(os.fsencode(here) + b"/\xff.txt", "wb") as file:  # noqa: PTH123
        file.write(b"\0")
    code, said = run(here, r"extract $'\xff.txt'")
    assert (code, r"\udcff.txt: error: not a text file" in said) == (1, True), said


@pytest.mark.parametrize("much", [1, 1_000_000], ids=["on all cores", "in one process"])
def test_a_folder_is_read_file_by_file_and_each_line_names_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, much: int
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tally.cli.extract._MUCH", much)
    (tmp_path / "gov").mkdir()
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / "gov" / name).write_text(REPORT, "utf-8")
    done = CliRunner().invoke(cli, ["extract", "gov", "--format", "jsonl"])
    assert done.exit_code == 0
    files = [json.loads(line)["file"] for line in done.stdout.splitlines()]
    assert files == ["gov/a.txt", "gov/b.txt", "gov/c.txt"]


def test_commands_are_listed_with_the_first_sentence_of_their_help() -> None:
    commands = {name: cli.get_command(click.Context(cli), name) for name in COMMANDS}
    told = {name: one and one.get_short_help_str(200) for name, one in commands.items()}
    assert told == COMMANDS


def test_to_list_the_commands_imports_none_of_them(here: Path) -> None:
    code = "import sys; from tally.cli import main; sys.argv[1:] = ['--help']\ntry: main()\n"
    code += "except SystemExit: print([name for name in sys.modules if name.startswith('tally')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=here, capture_output=True, text=True)
    loaded = ast.literal_eval(done.stdout.splitlines()[-1])
    assert set(loaded) == {"tally", "tally.cli", "tally.cli.commands", "tally.cli.streams"}

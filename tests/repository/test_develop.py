"""The developers' guide and the code say the same; its ten changes do what it says."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.repository.changes import CHANGES, MADE, Edit
from tests.repository.test_rooms import ORDER

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "build" / "tally"
GUIDES = {"zh": ROOT / "docs" / "develop.md", "en": ROOT / "docs" / "en" / "develop.md"}
PAGES = [*GUIDES.values(), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
COPIED = ("build", "schemas", "tests", "docs")
LINKED = ("datasets", "mkdocs.yml", "pyproject.toml", ".github", "requirements", "Makefile")
SPAN = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"[\w.*-]+(?:/[\w.*-]*)+(?:::\w+)?")
NAME = re.compile(r"tally(?:\.\w+)+")
SECTION = re.compile(r"^#+ [^\n]*\{ #([a-z]+) \}$\n(.*?)(?=^#+ |\Z)", re.MULTILINE | re.DOTALL)
# What the reader is to make, or has made.
NOT_HERE = {"words/", "observations/", "targets/"}


def spans(page: Path, form: re.Pattern[str]) -> list[str]:
    """What a page shows as code and has a form, outside blocks of code."""
    return [one for one in SPAN.findall(page.read_text("utf-8")) if form.fullmatch(one)]


def sections(guide: Path) -> dict[str, str]:
    """What stands under each heading that has an anchor."""
    return dict(SECTION.findall(guide.read_text("utf-8")))


def rows(section: str) -> list[list[str]]:
    """The rows of its table, without the head."""
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def functions(test: str) -> set[str]:
    tree = ast.parse((ROOT / test).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_file_that_a_page_names_is_there(page: Path) -> None:
    named = {one for one in spans(page, FILE) if one not in NOT_HERE}
    missing = [one for one in named if not (ROOT / one.partition("::")[0]).exists()]
    assert sorted(missing) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_test_that_a_page_names_is_there(page: Path) -> None:
    named = [one.partition("::") for one in spans(page, FILE) if "::" in one]
    assert [name for file, _, name in named if name not in functions(file)] == []


def found(name: str) -> Any:
    """The module, class or function of that full name; raises AttributeError by name."""
    module, _, last = name.rpartition(".")
    if (PROGRAM.parent / name.replace(".", "/")).is_dir():
        return import_module(name)
    return getattr(import_module(module), last)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_name_of_the_program_that_a_page_names_is_there(page: Path) -> None:
    assert all(found(name) for name in spans(page, NAME))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_command_of_make_that_a_page_names_is_there(page: Path) -> None:
    known = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"`make ([a-z-]+)`", page.read_text("utf-8"))
    assert set(named) <= set(known)


def test_both_languages_name_the_same() -> None:
    zh, en = (
        {key: SPAN.findall(text) for key, text in sections(one).items()} for one in GUIDES.values()
    )
    assert zh.keys() == en.keys()
    assert {key: sorted(zh[key]) for key in zh} == {key: sorted(en[key]) for key in en}


@pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)
def test_the_rooms_are_those_there_are_in_their_order(guide: Path) -> None:
    named = [cells[0].strip("`") for cells in rows(sections(guide)["rooms"])]
    assert tuple(named) == ORDER


def parts_of_names() -> Iterator[tuple[str, str]]:
    """Each word that a name of the program is made of, with the name."""
    for path in sorted(PROGRAM.rglob("*.py")):
        named = [path.stem]
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                named.append(node.name)
            elif isinstance(node, ast.arg):
                named.append(node.arg)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                named.append(node.id)
        for name in named:
            for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name):
                yield word.lower(), f"{path.relative_to(PROGRAM)}: {name}"


def test_one_word_is_used_for_one_thing() -> None:
    shunned = {
        word: cells[0]
        for cells in rows(sections(GUIDES["en"])["words"])
        for word in cells[3].split(", ")
        if word
    }
    assert len(shunned) > 15
    wrong = {f"{name}, not {shunned[word]}" for word, name in parts_of_names() if word in shunned}
    assert sorted(wrong) == []


@pytest.mark.parametrize("key", CHANGES)
def test_the_guide_lists_the_files_of_a_change_and_the_test(key: str) -> None:
    change, section = CHANGES[key], sections(GUIDES["en"])[key]
    named = SPAN.findall(section)
    files = [edit.file for edit in (*change.whole, *change.half)]
    unnamed = [
        file
        for file in files
        if not any(file == one or (one.endswith("/") and file.startswith(one)) for one in named)
    ]
    assert (sorted(set(unnamed)), change.test in named) == ([], True)


def copy(folder: Path, edits: Iterable[Edit]) -> Path:
    """A copy of the repository with the edits made."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    for edit in edits:
        edit.make(folder)
    return folder


Failures = dict[str, str]  # by the test's file and function: what it says, of all its cases


def failures_of(folder: Path, *tests: str) -> Failures:
    """What those of some tests of a copy say that fail, all run in one process."""
    report = folder / "report.xml"
    command = [sys.executable, "-m", "pytest", "-vv", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [*command, f"--junitxml={report}", *tests],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "build")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stdout + run.stderr
    said: Failures = {}
    for case in ElementTree.parse(report).iter("testcase"):
        file = case.get("classname", "").replace(".", "/")
        name = f"{file}.py::{case.get('name', '').partition('[')[0]}"
        for failure in (*case.iter("failure"), *case.iter("error")):
            text = f"{case.get('name')} {failure.get('message')} {failure.text}"
            said[name] = said.get(name, "") + text
    return said


TESTS = sorted({change.test for change in CHANGES.values()})


@pytest.fixture(scope="module")
def by_half(tmp_path_factory: pytest.TempPathFactory) -> Failures:
    """What fails where each change is made by half."""
    edits = (edit for change in CHANGES.values() for edit in change.half)
    return failures_of(copy(tmp_path_factory.mktemp("half"), edits), *TESTS)


@pytest.mark.parametrize("key", CHANGES)
def test_a_change_made_by_half_is_answered_with_what_is_missing(
    key: str, by_half: Failures
) -> None:
    assert CHANGES[key].named in by_half.get(CHANGES[key].test, "")


def test_the_changes_made_as_written_do_what_the_guide_says(tmp_path: Path) -> None:
    edits = (edit for change in CHANGES.values() for edit in change.whole)
    made = "tests/repository/test_made.py"
    folder = copy(tmp_path, edits)
    (folder / made).write_text(MADE, "utf-8")
    assert failures_of(folder, made, *TESTS) == {}

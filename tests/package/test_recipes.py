"""The lines to copy, run against a real package where the tool can be had."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tally.package.files import package_files
from tally.package.recipes import Recipe, Tool, recipes
from tests.package.samples import sample_edition

FOLDER = "data/kunshan/"
TOOLS: tuple[Tool, ...] = ("pandas", "r", "duckdb", "excel")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which data/kunshan/ is the package."""
    root = tmp_path_factory.mktemp("site")
    (root / FOLDER).mkdir(parents=True)
    for name, data in package_files(sample_edition()).items():
        (root / FOLDER / name).write_bytes(data)
    return root


def of(tool: Tool) -> list[Recipe]:
    return [recipe for recipe in recipes(FOLDER, "kunshan") if recipe.tool == tool]


def output(command: list[str], root: Path) -> str:
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.parametrize("tool", TOOLS)
def test_each_tool_has_a_recipe_with_a_title_in_both_languages(tool: Tool) -> None:
    assert of(tool)
    assert all(recipe.title.zh and recipe.title.en for recipe in of(tool))


def test_recipes_name_the_package_where_it_stands() -> None:
    codes = [r.code for r in recipes("https://example.org/data/suzhou/", "suzhou")]
    assert all("https://example.org/data/suzhou/" in code for code in codes)
    assert not any("{folder}" in code or "{name}" in code for code in codes)


@pytest.mark.parametrize(
    ("number", "expected"), [(0, ["2016-2020", "4250.0", "亿元"]), (1, ["6.0", "7.8", "met"])]
)
def test_pandas_runs_it(number: int, expected: list[str], root: Path) -> None:
    printed = output([sys.executable, "-c", of("pandas")[number].code], root)
    assert all(word in printed for word in expected)


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed")
def test_r_runs_it(root: Path) -> None:
    (recipe,) = of("r")
    (root / "recipe.R").write_text(recipe.code, "utf-8")
    printed = output(["Rscript", "--vanilla", "recipe.R"], root)
    assert all(word in printed for word in ["2016-2020", "4250", "gwr-2021"])


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, [("2016-2020", "gt", 4000.0, "亿元"), ("2020", "eq", 4250.0, "亿元")]),
        (1, [("economy", "met", 2), ("economy", None, 4)]),
    ],
)
def test_duckdb_runs_it(
    number: int, expected: list[tuple[object, ...]], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    with duckdb.connect() as engine:
        rows = engine.execute(of("duckdb")[number].code).fetchall()
    assert [row[: len(expected[0])] for row in rows] == expected


def test_excel_opens_a_file_that_is_there(root: Path) -> None:
    assert (root / of("excel")[0].code.strip()).read_bytes().startswith(b"PK")


def test_power_query_reads_a_table_and_columns_that_are_there(root: Path) -> None:
    code = of("excel")[1].code
    header = (root / FOLDER / "observations.csv").read_text("utf-8").splitlines()[0]
    assert f'"{FOLDER}observations.csv"' in code
    assert "value" in header.split(",")

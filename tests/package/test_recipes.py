"""The lines to copy, run against a real package where the tool can be had."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tally.package.files import package_files
from tally.package.recipes import Recipe, Tool, recipes
from tests.package.samples import sample_dataset, sample_edition
from tests.support import records as made

FOLDER = "data/kunshan/"
FIRST, LATER = made.REPORT, made.LATER
# What a yearly series must leave out: former and lesser figures, parts of years, several years.
LEVELS = [
    made.observation("gdp", "2019", "level 4000亿元", status="preliminary"),
    made.observation("gdp", "2019", "level 4045亿元", LATER, status="final"),
    made.observation("gdp", "2018", "level >3800亿元"),
    made.observation("gdp", "2018", "level 3875亿元", LATER, status="preliminary"),
    made.observation("gdp", "2020H1", "level 1998亿元"),
    made.observation("gdp", "2020Q1", "level 884亿元"),
]
SERIES = [
    ("kunshan", "2018", "eq", 3875.0, "亿元", LATER),
    ("kunshan", "2019", "eq", 4045.0, "亿元", LATER),
    ("kunshan", "2020", "eq", 4250.0, "亿元", FIRST),
]
TOOLS: tuple[Tool, ...] = ("pandas", "r", "duckdb", "excel")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which data/kunshan/ is the package."""
    root = tmp_path_factory.mktemp("site")
    (root / FOLDER).mkdir(parents=True)
    sample = sample_dataset()
    edition = sample_edition(dataset=replace(sample, observations=(*LEVELS, *sample.observations)))
    for name, data in package_files(edition).items():
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


def printed_series(text: str) -> list[tuple[object, ...]]:
    """The rows that a tool has printed below a header."""
    rows = (line.split() for line in text.splitlines()[1:])
    return [(*row[:3], float(row[3]), *row[4:]) for row in rows]


def test_pandas_prints_one_row_for_each_whole_year(root: Path) -> None:
    printed = output([sys.executable, "-c", of("pandas")[0].code], root)
    assert printed_series(printed) == SERIES


def test_pandas_prints_the_promises_that_have_an_outcome_beside_it(root: Path) -> None:
    header, *rows = output([sys.executable, "-c", of("pandas")[1].code], root).splitlines()
    assert header.split() == [
        "id", "comparator", "value", "value_outcome", "unit_outcome", "verdict"
    ]  # fmt: skip
    assert [row.split() for row in rows] == [
        ["kunshan/gdp/2021/growth/target", "ge", "6.0", "7.8", "%", "met"]
    ]


@pytest.mark.tools
def test_r_prints_one_row_for_each_whole_year(root: Path) -> None:
    (recipe,) = of("r")
    (root / "recipe.R").write_text(recipe.code, "utf-8")
    assert printed_series(output(["Rscript", "--vanilla", "recipe.R"], root)) == SERIES


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, SERIES), (1, [("economy", "met", 2), ("economy", None, 4)])],
)
def test_duckdb_runs_it(
    number: int, expected: list[tuple[object, ...]], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    with duckdb.connect() as engine:
        rows = engine.execute(of("duckdb")[number].code).fetchall()
    assert rows == expected


def test_excel_opens_a_file_that_is_there(root: Path) -> None:
    assert (root / of("excel")[0].code.strip()).read_bytes().startswith(b"PK")


def test_power_query_reads_a_table_and_columns_that_are_there(root: Path) -> None:
    code = of("excel")[1].code
    header = (root / FOLDER / "observations.csv").read_text("utf-8").splitlines()[0]
    assert f'"{FOLDER}observations.csv"' in code
    typed = re.findall(r'\{"(\w+)", type', code)
    assert typed == ["value", "value_base", "preferred"]
    assert set(typed) <= set(header.split(","))

"""What people read a package with finds the names, the Chinese and the types that we wrote."""

from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import frictionless
import openpyxl
import pandas as pd
import polars as pl
import pytest

from tally.package.files import package_files
from tally.package.formats.csv_table import csv_bytes, restored
from tally.package.tables import tables_of
from tests.package.samples import sample_dataset, sample_edition

Row = dict[str, object]
DATES = ("2021-01", "3/4", "1:2", "2021年1月", "Jan-21")
# The first observation of the sample.
FIRST: Row = {
    "id": "kunshan/gdp/2020/level",
    "indicator_name_zh": "地区生产总值",
    "quote": "全年预计实现地区生产总值4250亿元、比上年增长5%",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a package; the month of a source's publication is known, not the day."""
    folder = tmp_path_factory.mktemp("package")
    sample = sample_dataset()
    monthly = {
        name: replace(source, published="2021-01") for name, source in sample.sources.items()
    }
    edition = sample_edition(dataset=replace(sample, sources=monthly))
    for name, data in package_files(edition).items():
        (folder / name).write_bytes(data)
    return folder


def by_csv(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def by_pandas(path: Path) -> list[Row]:
    return [{str(k): v for k, v in row.items()} for row in pd.read_csv(path).to_dict("records")]


def by_polars(path: Path) -> list[Row]:
    return pl.read_csv(path, infer_schema_length=None).to_dicts()


def by_duckdb(path: Path) -> list[Row]:
    with duckdb.connect() as engine:
        found = engine.execute("SELECT * FROM read_csv($path)", {"path": str(path)})
        names = [name for name, *_ in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def by_frictionless(path: Path) -> list[Row]:
    package = frictionless.Package(str(path.parent / "datapackage.json"))
    return [row.to_dict() for row in package.get_table_resource(path.stem).read_rows()]


READERS = (by_csv, by_pandas, by_polars, by_duckdb, by_frictionless)


@pytest.mark.parametrize("read", READERS)
def test_a_reader_of_csv_finds_names_and_chinese(
    read: Callable[[Path], list[Row]], folder: Path
) -> None:
    rows = read(folder / "observations.csv")
    assert len(rows) == 6
    assert {name: rows[0][name] for name in FIRST} == FIRST
    assert float(str(rows[0]["value_base"])) == 425_000_000_000


@pytest.mark.parametrize("read", READERS)
def test_a_month_is_read_as_text_of_which_the_mark_is_taken_off(
    read: Callable[[Path], list[Row]], folder: Path
) -> None:
    months = [row["published"] for row in read(folder / "sources.csv")]
    assert [restored(str(month)) for month in months] == ["2021-01", "2021-01"]


@pytest.mark.tools
def test_r_finds_names_and_chinese(folder: Path) -> None:
    code = 'x <- read.csv("observations.csv", encoding = "UTF-8"); cat(names(x)[1], x$quote[1])'
    assert run(folder, "Rscript", "--vanilla", "-e", code) == f"id {FIRST['quote']}"


@pytest.mark.tools
def test_libreoffice_opens_the_csv_as_it_is(folder: Path) -> None:
    header, first, *_ = converted(folder / "observations.csv")
    row = dict(zip(header, first, strict=True))
    assert {name: row[name] for name in FIRST} == FIRST
    assert row["value_base"] == 425_000_000_000


@pytest.mark.tools
def test_libreoffice_takes_only_days_for_dates(folder: Path) -> None:
    header, *rows = converted(folder / "sources.csv")
    assert {row[header.index("published")] for row in rows} == {"'2021-01"}
    header, *rows = converted(folder / "observations.csv")
    dates = {header[i] for row in rows for i, cell in enumerate(row) if isinstance(cell, date)}
    assert dates == {"period_start", "period_end"}


@pytest.mark.tools
@pytest.mark.parametrize("language", ["en-US", "zh-CN", "de-DE"])
def test_libreoffice_leaves_what_only_looks_like_a_date_as_it_is(
    language: str, tmp_path: Path
) -> None:
    table = tables_of(sample_edition())["sources"]
    rows = [{**table.rows[0], "title_zh": text} for text in DATES]
    path = tmp_path / "sources.csv"
    path.write_bytes(csv_bytes(replace(table, rows=tuple(rows))))
    header, *found = converted(path, language)
    read = [row[header.index("title_zh")] for row in found]
    assert [restored(str(text)) for text in read] == list(DATES)


@pytest.mark.tools
def test_libreoffice_shows_the_workbook_as_it_was_written(folder: Path) -> None:
    book = folder / "kunshan.xlsx"
    ours = openpyxl.load_workbook(book)
    theirs = openpyxl.load_workbook(resaved(book), data_only=True)
    assert theirs.sheetnames == ours.sheetnames
    for name in ours.sheetnames[1:]:
        assert list(theirs[name].values) == list(ours[name].values)


def converted(path: Path, language: str = "zh-CN") -> list[list[object]]:
    """The cells of a CSV as LibreOffice takes them, with what looks like one as a number or a
    date: a double-click does the same in Excel."""
    # Separator 44, quote 34, UTF-8 76, from line 1, formats guessed, language, special numbers.
    codes = {"en-US": 1033, "zh-CN": 2052, "de-DE": 1031}
    options = f"44,34,76,1,,{codes[language]},false,true"
    book = openpyxl.load_workbook(resaved(path, f"--infilter=CSV:{options}"))
    return [list(row) for row in book.worksheets[0].values]


def resaved(path: Path, *options: str) -> Path:
    """The file opened by LibreOffice and saved as a workbook."""
    out = path.parent / "resaved"
    home = f"-env:UserInstallation={(path.parent / 'home').as_uri()}"
    to = ("--convert-to", "xlsx", "--outdir", str(out))
    run(path.parent, "soffice", home, "--headless", *options, *to, str(path))
    return out / f"{path.stem}.xlsx"


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

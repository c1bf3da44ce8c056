"""Parquet, XLSX and JSON: typed, exact, and the same bytes every time."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape
from xlsxwriter.worksheet import Worksheet

from tally.package.about import good_to_know
from tally.package.columns import table_specs
from tally.package.formats import xlsx_book
from tally.package.formats.csv_table import csv_bytes
from tally.package.formats.json_text import json_bytes, json_table
from tally.package.formats.parquet_table import parquet_tables
from tally.package.formats.xlsx_book import CUT_MARK, LONGEST_TEXT, xlsx_bytes
from tally.package.tables import Table, tables_of
from tests.package.samples import HOSTILE, sample_edition


def parquet_rows(table: Table, folder: Path, columns: str = "*") -> list[tuple[object, ...]]:
    path = folder / "table.parquet"
    path.write_bytes(parquet_tables({"table": table})["table"])
    with duckdb.connect() as engine:
        return engine.execute(f"SELECT {columns} FROM '{path}'").fetchall()


def workbook(text: str | None = None) -> Workbook:
    edition = sample_edition(text)
    return load_workbook(io.BytesIO(xlsx_bytes(edition, tables_of(edition))))


def column_of(book: Workbook, sheet: str, name: str) -> list[object]:
    header = [cell.value for cell in book[sheet][1]]
    return [row[header.index(name)].value for row in book[sheet].iter_rows(min_row=2)]


def test_parquet_has_the_type_of_each_column(tmp_path: Path) -> None:
    path = tmp_path / "targets.parquet"
    path.write_bytes(parquet_tables(tables_of(sample_edition()))["targets"])
    with duckdb.connect() as engine:
        found = engine.execute(f"DESCRIBE SELECT * FROM '{path}'").fetchall()
    types = {name: kind for name, kind, *_ in found}
    assert list(types) == [column.name for column in table_specs()["targets"].columns]
    wanted = {"value": "DOUBLE", "start": "BIGINT", "due_end": "DATE", "due": "VARCHAR"}
    assert {name: types[name] for name in wanted} == wanted
    assert types["borderline"] == "BOOLEAN"


def test_duckdb_finds_the_types_of_a_csv_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "observations.csv"
    path.write_bytes(csv_bytes(tables_of(sample_edition())["observations"]))
    with duckdb.connect() as engine:
        found = engine.execute(f"DESCRIBE SELECT * FROM '{path}'").fetchall()
    types = {name: kind for name, kind, *_ in found}
    wanted = {"value": "DOUBLE", "period": "VARCHAR", "period_start": "DATE", "start": "BIGINT"}
    assert {name: types[name] for name in wanted} == wanted
    assert types["preferred"] == "BOOLEAN"


@pytest.mark.parametrize("text", HOSTILE)
def test_parquet_holds_the_exact_text(text: str, tmp_path: Path) -> None:
    rows = parquet_rows(tables_of(sample_edition(text))["observations"], tmp_path, "quote")
    assert rows[0] == (text,)


def test_parquet_keeps_the_order_of_rows_and_knows_nothing_from_empty(tmp_path: Path) -> None:
    table = tables_of(sample_edition())["observations"]
    rows = parquet_rows(table, tmp_path, "id, value_high, period_start")
    assert [row[0] for row in rows] == [row["id"] for row in table.rows]
    assert rows[0][1:] == (None, date(2020, 1, 1))


def test_an_empty_table_is_a_table_still(tmp_path: Path) -> None:
    empty = Table(table_specs()["units"], ())
    assert parquet_rows(empty, tmp_path) == []
    assert json_table(empty) == b"[]\n"


def test_the_workbook_explains_itself_first_and_then_has_a_sheet_for_each_table() -> None:
    book = workbook()
    assert book.sheetnames == ["说明 About", *table_specs()]
    said = {cell for row in book["说明 About"].iter_rows(values_only=True) for cell in row}
    assert {"昆山", "Kunshan", "1.0.0", "value_base"} <= said


def test_every_column_is_explained_on_the_first_sheet() -> None:
    rows = list(workbook()["说明 About"].iter_rows(values_only=True))
    explained = {(row[0], row[1]) for row in rows}
    columns = {(s.name, c.name) for s in table_specs().values() for c in s.columns}
    assert columns <= explained


def test_long_texts_of_the_first_sheet_go_on_over_columns_and_lines() -> None:
    sheet = workbook()["说明 About"]
    rules = {rule.zh for rule in good_to_know(sample_edition())}
    rows = [cell.row for cell in sheet["A"] if cell.value in rules]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert len(rows) == len(rules)
    assert {f"A{row}:D{row}" for row in rows} <= merged
    assert any((sheet.row_dimensions[row].height or 0) > 15 for row in rows)


def test_numbers_are_numbers_that_show_their_written_digits() -> None:
    sheet = workbook()["observations"]
    header = [cell.value for cell in sheet[1]]
    cells = [row[header.index("value")] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [4250, 5.1, 4000, 7.8, 3.5, 2.1]
    assert [cell.number_format for cell in cells[:3]] == ["0", "0.00", "0"]


def test_days_are_days_and_truth_is_truth() -> None:
    book = workbook()
    assert column_of(book, "targets", "due_end")[0].date() == date(2021, 12, 31)  # type: ignore[attr-defined]
    assert column_of(book, "targets", "borderline")[0] is False


def test_periods_are_text() -> None:
    assert column_of(workbook(), "observations", "period")[0] == "2020"


def test_no_sheet_warns_of_numbers_that_are_meant_as_text() -> None:
    edition = sample_edition()
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(edition, tables_of(edition)))) as parts:
        units = parts.read(f"xl/worksheets/sheet{1 + len(table_specs())}.xml").decode()
    assert '<ignoredError sqref="A1:F4" numberStoredAsText="1"/>' in units


def test_the_header_stays_and_filters() -> None:
    sheet = workbook()["observations"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(7, sheet.max_column).coordinate}"


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < LONGEST_TEXT])
def test_text_in_the_workbook_is_text_and_exact(text: str) -> None:
    sheet = workbook(text)["observations"]
    cell = sheet.cell(2, [c.value for c in sheet[1]].index("quote") + 1)
    assert cell.data_type == "s"
    assert unescape(str(cell.value)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_the_workbook_holds_no_formula_and_no_link(text: str) -> None:
    edition = sample_edition(text)
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(edition, tables_of(edition)))) as parts:
        sheets = [parts.read(n).decode() for n in parts.namelist() if "worksheets/sheet" in n]
    assert len(sheets) == 1 + len(table_specs())
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_a_table_too_long_for_a_sheet_goes_on_in_a_further_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xlsx_book, "MOST_ROWS", 5)
    book = workbook()
    rows = tables_of(sample_edition())["observations"].rows
    names = ("observations", "observations 2")
    assert [name for name in book.sheetnames if name.startswith("observations")] == list(names)
    assert [id_ for name in names for id_ in column_of(book, name, "id")] == [r["id"] for r in rows]
    about = {(row[0], row[3]) for row in book["说明 About"].iter_rows(values_only=True)}
    assert {("observations", "4 行 rows"), ("observations 2", "2 行 rows")} <= about


def test_a_row_that_a_sheet_does_not_take_is_no_silent_loss(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Worksheet, "write_string", lambda *_: -1)
    with pytest.raises(ValueError, match="xlsxwriter refused"):
        workbook()


@pytest.mark.parametrize("text", ["2021-01", "2021-01-18", "3/4", "1:2", "000123", "1E5"])
def test_nothing_in_the_workbook_becomes_a_date_or_a_number(text: str) -> None:
    sheet = workbook(text)["observations"]
    cell = sheet.cell(2, [c.value for c in sheet[1]].index("quote") + 1)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("character", ["x", "😀"])
def test_a_text_longer_than_a_cell_is_cut_and_says_so(character: str) -> None:
    quote = column_of(workbook(character * 40_000), "observations", "quote")[0]
    assert isinstance(quote, str)
    assert quote.endswith(CUT_MARK)
    assert len(quote.encode("utf-16-le")) // 2 <= LONGEST_TEXT


def test_json_keeps_written_digits_and_empty_cells() -> None:
    data = json_table(tables_of(sample_edition())["observations"])
    rows = json.loads(data, parse_float=Decimal)
    assert str(rows[1]["value"]) == "5.10"
    assert rows[0]["value_high"] is None
    assert rows[0]["period_start"] == "2020-01-01"


@pytest.mark.parametrize("text", HOSTILE)
def test_json_holds_the_exact_text(text: str) -> None:
    assert json.loads(json_bytes({"text": text})) == {"text": text}
    rows = json.loads(json_table(tables_of(sample_edition(text))["observations"]))
    assert rows[0]["quote"] == text

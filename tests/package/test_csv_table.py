"""CSV: exact for machines, harmless in spreadsheets."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.package.formats.csv_table import csv_bytes, guarded, restored
from tally.package.tables import tables_of
from tests.package.samples import HOSTILE, sample_edition

STARTERS = tuple("=+-@＝＋－＠\t\r")
TEXTS = st.text(alphabet="=+-@＝＠'\";\t\r\n ,ab中", max_size=30)
DATES = st.text(alphabet="';\n 12/:-.年月日", max_size=12)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝1", "'＝1"),
        ("  =1", "'  =1"),
        ("'=1", "''=1"),
        ("x;=1", "x;'=1"),
        ("x\n=1", "x\n'=1"),
        ("\t=1", "'\t'=1"),
        ("a=1", "a=1"),
        ("2016-2020", "2016-2020"),
        ("2021-01", "'2021-01"),
        (" 2021-01 ", "' 2021-01 "),
        ("'2021-01", "''2021-01"),
        ("x;3/4;y", "x;'3/4;y"),
        ("1-2", "'1-2"),
        ("1/2021", "'1/2021"),
        ("1.2.3", "'1.2.3"),
        ("1:2", "'1:2"),
        ("9:05 am", "'9:05 am"),
        ("2021年1月", "'2021年1月"),
        ("1月18日", "'1月18日"),
        ("Jan-21", "'Jan-21"),
        ("2 March 2021", "'2 March 2021"),
        ("May 5", "'May 5"),
        ("may", "may"),
        ("marketing 5", "marketing 5"),
        ("2021", "2021"),
        ("2020H1", "2020H1"),
        ("2020Q1", "2020Q1"),
        ("2020-01--2020-06", "2020-01--2020-06"),
        ("2021-01-18", "2021-01-18"),
        ("5.10", "5.10"),
        ("第1-2页", "第1-2页"),
        ("'tis", "'tis"),
        ("个百分点", "个百分点"),
        ("", ""),
    ],
)
def test_a_text_is_guarded_only_where_a_spreadsheet_would_run_or_change_it(
    text: str, cell: str
) -> None:
    assert guarded(text) == cell


@given(TEXTS | DATES)
def test_the_exact_text_comes_back(text: str) -> None:
    assert restored(guarded(text)) == text


@given(TEXTS)
def test_no_part_of_a_guarded_text_begins_a_formula(text: str) -> None:
    parts = guarded(text).replace("\t", ";").replace("\r", ";").replace("\n", ";").split(";")
    assert not any(part.lstrip(" ").startswith(STARTERS[:-2]) for part in parts)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_any_table_begins_like_a_formula(text: str) -> None:
    for table in tables_of(sample_edition(text)).values():
        cells = [cell for row in read(csv_bytes(table)) for cell in row]
        assert not any(cell.startswith(STARTERS) for cell in cells)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_back_exactly(text: str) -> None:
    table = tables_of(sample_edition(text))["observations"]
    header, first, *_ = read(csv_bytes(table))
    assert restored(first[header.index("quote")]) == text


def test_a_file_begins_with_one_byte_order_mark_and_ends_lines_as_rfc_4180_says() -> None:
    data = csv_bytes(tables_of(sample_edition())["units"])
    assert data.startswith(b"\xef\xbb\xbfid,name_zh,")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.count(b"\r\n") == data.count(b"\n") == 4


def test_numbers_keep_their_digits_and_declines_no_sign() -> None:
    table = tables_of(sample_edition())["observations"]
    rows = [dict(zip(*pair, strict=True)) for pair in _pairs(csv_bytes(table))]
    assert [row["value"] for row in rows] == ["4250", "5.10", "4000", "7.8", "3.5", "2.1"]
    assert rows[4]["direction"] == "down"


def test_pandas_reads_the_file_as_it_comes(tmp_path: Path) -> None:
    path = tmp_path / "observations.csv"
    path.write_bytes(csv_bytes(tables_of(sample_edition())["observations"]))
    frame = pd.read_csv(path)
    assert frame.columns[0] == "id"
    assert frame["value_base"].dtype == "float64"
    assert frame.loc[0, "quote"].startswith("全年预计实现")


def _pairs(data: bytes) -> list[tuple[list[str], list[str]]]:
    header, *rows = read(data)
    return [(header, row) for row in rows]

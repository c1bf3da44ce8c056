"""The files of each indicator."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tally.derive.across import Across, Face, Said
from tally.package.edition import Edition
from tally.package.slices import indicator_slices
from tally.package.tables import tables_of
from tally.site import tables
from tally.site.tables import compared_files, indicator_files
from tests.package.samples import sample_dataset, sample_edition


def files(folder: Path, edition: Edition | None = None) -> dict[str, bytes]:
    edition = edition or sample_edition()
    return indicator_files(edition, indicator_slices(tables_of(edition)), None, folder)


def test_each_indicator_has_its_tables_and_a_workbook_at_former_addresses_too(
    tmp_path: Path,
) -> None:
    made = files(tmp_path)
    names = [path.removeprefix("data/indicators/") for path in made if "gdp" in path]
    assert sorted(names) == ["gdp-targets.csv", "gdp.csv", "gdp.xlsx"]
    for end in ("-targets.csv", ".csv", ".xlsx"):
        assert made[f"data/indicators/gross-product{end}"] == made[f"data/indicators/gdp{end}"]


def test_a_workbook_is_of_one_indicator_and_leaves_empty_tables_out(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(files(tmp_path)["data/indicators/income.xlsx"]))
    assert book.sheetnames == ["说明 About", "indicators", "targets", "sources", "areas", "units"]
    about = [row[0] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert about[:2] == ["income（昆山）", "income (Kunshan)"]


def test_only_the_workbooks_of_which_the_contents_changed_are_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(tmp_path)
    written: list[str] = []
    write = tables.xlsx_bytes

    def counted(edition: Edition, *arguments: object) -> bytes:
        written.append(edition.name)
        return write(edition, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(tables, "xlsx_bytes", counted)
    files(tmp_path)
    assert written == []
    sample = sample_dataset()
    first, *others = sample.observations
    changed = (replace(first, status="final"), *others)
    files(tmp_path, sample_edition(dataset=replace(sample, observations=changed)))
    assert written == ["kunshan-gdp"]


def test_each_face_that_areas_are_compared_by_has_its_rows_alone(tmp_path: Path) -> None:
    sample = sample_dataset()
    edition = sample_edition(dataset=sample)
    area, gdp = sample.areas[0], edition.vocabulary.indicators["gdp"]
    result = next(o for o in sample.observations if o.indicator == "gdp")
    face = Face(result.figure.measure, "元", None, "level")
    said = {(area, result.period): Said(result=result)}
    told = Across(gdp, face, {}, (result.period,), said)
    made = compared_files(edition, tables_of(edition), [told], None, tmp_path)
    assert sorted(made) == ["data/indicators/gdp/level.csv", "data/indicators/gdp/level.xlsx"]
    rows = list(
        csv.DictReader(io.StringIO(made["data/indicators/gdp/level.csv"].decode("utf-8-sig")))
    )
    assert [row["id"] for row in rows] == [result.id]

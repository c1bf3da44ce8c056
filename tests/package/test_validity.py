"""What is not valid is said with file, row and field, and is not published."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from tally.package.files import package_files
from tally.package.validity import InvalidPackageError, contents_key, require_valid
from tests.package.samples import sample_edition

FILES = package_files(sample_edition())


def spoiled(table: str, old: str, new: str, count: int = 1) -> dict[str, bytes]:
    name = f"{table}.csv"
    text = FILES[name].decode()
    assert old in text
    return {**FILES, name: text.replace(old, new, count).encode()}


def described(**changes: object) -> dict[str, bytes]:
    content = {**json.loads(FILES["datapackage.json"]), **changes}
    return {**FILES, "datapackage.json": json.dumps(content).encode()}


def said(files: Mapping[str, bytes]) -> list[str]:
    with pytest.raises(InvalidPackageError) as raised:
        require_valid("kunshan", files)
    return [line.strip() for line in str(raised.value).splitlines()]


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        (
            spoiled("observations", "level,eq", "level,equal"),
            "observations.csv: row 2 ('kunshan/gdp/2020/level'): comparator 'equal': constraint",
        ),
        (
            spoiled("observations", ",5.10,", ",five,"),
            "observations.csv: row 3 ('kunshan/gdp/2020/growth'): value 'five': type is",
        ),
        (
            spoiled("observations", "kunshan/gdp/2020/growth", "kunshan/gdp/2020/level"),
            "observations.csv: row 3 ('kunshan/gdp/2020/level'): id 'kunshan/gdp/2020/level': the",
        ),
        (
            spoiled("targets", ",gwr-2021,", ",gwr-2099,"),
            "targets.csv: row 2 ('kunshan/gdp/2021/growth/target'): for \"source\": values",
        ),
        (spoiled("units", "id,name_zh", "id,name_cn"), 'units.csv: Label "name_cn" in field'),
        (spoiled("units", "yuan", "Yuan"), "units.csv: The data source does not match the exp"),
        (described(version=3), 'datapackage.json: version: 3 is not of type "string"'),
        (described(licenses=[{}]), "datapackage.json: licenses/0: {} is not valid under any"),
    ],
)
def test_a_fault_names_file_row_and_field(files: Mapping[str, bytes], fault: str) -> None:
    first, *faults = said(files)
    assert first == "kunshan: not valid:"
    assert any(line.startswith(fault) for line in faults), faults


def test_many_faults_are_counted_after_the_first() -> None:
    lines = said(spoiled("observations", ",eq,", ",equal,", count=99) | {"units.csv": b"id\r\n"})
    assert len(lines) == 12
    assert lines[-1].startswith("and ")


def test_a_fault_is_one_short_line_whatever_the_cell_holds() -> None:
    fault = said(spoiled("observations", ",5.10,", ',"\x1b[31m\n' + "x" * 9000 + '",'))[1]
    assert "'\\x1b[31m\\nxxx" in fault
    assert len(fault) < 400


def test_contents_that_were_found_valid_are_known_by_their_tables() -> None:
    other = package_files(sample_edition("another quote"))
    assert contents_key(FILES) == contents_key(dict(FILES))
    assert contents_key(FILES) != contents_key(other)

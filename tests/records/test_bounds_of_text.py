"""Ids, names, addresses and lengths that are out of bounds: refused where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.check.check import check
from tally.records.ids import is_id, is_storable
from tests.support.trees import FILES, change, write_tree

CITED = "testshire/sources/cited.yml"
DATASET = "testshire/dataset.yml"
ECONOMY = "testshire/observations/economy.yml"
INDICATORS = "vocabulary/indicators/economy.yml"
SOURCE = "testshire/sources/report-2021/source.yml"
DEVICES = ("con", "prn", "aux", "nul", "com1", "lpt9")


@pytest.mark.parametrize("name", DEVICES)
def test_what_windows_cannot_store_is_no_id(name: str) -> None:
    assert not is_id(name)
    assert is_id(f"{name}x")
    assert is_id(f"x-{name}")
    assert not is_storable(f"{name.upper()}.txt")


@pytest.mark.parametrize("name", ["report.", "report "])
def test_a_name_ends_in_what_can_be_seen(name: str) -> None:
    assert not is_storable(name)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (INDICATORS, "id: gdp", "id: con"),
        (INDICATORS, "id: gdp", 'id: "gdp\\n"'),
        (INDICATORS, "id: gdp", f"id: {'g' * 81}"),
        (INDICATORS, "zh: 地区生产总值", f"zh: {'值' * 2001}"),
        (INDICATORS, "GDP", "G" * 101),
        (DATASET, "version: 1.0.0", 'version: "1.0.0\\n"'),
        (DATASET, "version: 1.0.0", f"version: 1.0.{'9' * 5000}"),
        (SOURCE, "text: report.txt", "text: nul.txt"),
        (SOURCE, "text: report.txt", "text: report.txt."),
        (SOURCE, "text: report.txt", 'text: "report.txt\\n"'),
        (ECONOMY, "quote: 新建5G基站1923座", f"quote: {'新' * 1001}"),
        (ECONOMY, "unit: 座", f"unit: {'座' * 41}"),
        ("vocabulary/areas.yml", '"999999"', '"999999\\n"'),
    ],
)
def test_what_is_out_of_bounds_is_refused_at_its_place(
    tmp_path: Path, path: str, old: str, new: str
) -> None:
    root = write_tree(tmp_path)
    change(root, path, old, new)
    here = [p for p in check(root) if p.place.path.endswith(path) and p.code == "schema"]
    line = FILES[path][: FILES[path].index(old)].count("\n") + 1
    assert [(p.severity, p.place.line) for p in here] == [("error", line)]


@pytest.mark.parametrize(
    "url", ["https://user:pass@example.org/", "ftp://example.org/", "https://"]
)
@pytest.mark.parametrize("path", [CITED, SOURCE])
def test_an_address_that_misleads_is_refused_at_its_place(
    tmp_path: Path, path: str, url: str
) -> None:
    root = write_tree(tmp_path)
    change(root, path, "published:", f"url: {url}\n{'  ' if path == CITED else ''}published:")
    [problem] = [p for p in check(root) if p.severity == "error" and p.code == "schema"]
    assert "url is not in the right form" in problem.message
    assert problem.place.path.endswith(path)

"""datapackage.json, held to the standard's profile and to what frictionless finds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from frictionless import Report, validate

from tally.package.descriptor import PROFILE
from tally.package.edition import Edition
from tally.package.files import package_files
from tally.package.validity import require_valid
from tests.package.samples import hostile_edition, sample_edition
from tests.support import records as made

FILES = package_files(sample_edition())


def described(files: Mapping[str, bytes] = FILES) -> dict[str, Any]:
    return dict(json.loads(files["datapackage.json"]))


def field(resource: str, name: str) -> dict[str, Any]:
    tables = {entry["name"]: entry for entry in described()["resources"]}
    fields = {entry["name"]: entry for entry in tables[resource]["schema"]["fields"]}
    return dict(fields[name])


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def judged(path: Path) -> Report:
    return validate(str(path), type="package")


def faults(report: Report) -> set[str]:
    return {str(kind) for (kind,) in report.flatten(["type"])}


@pytest.mark.parametrize("site_url", [None, "https://example.org/tally/"])
def test_the_description_meets_the_profile_it_names(site_url: str | None) -> None:
    files = package_files(sample_edition(), site_url)
    assert described(files)["$schema"] == PROFILE
    require_valid("kunshan", files)


def test_the_description_of_a_bare_dataset_meets_the_profile() -> None:
    require_valid("kunshan", package_files(sample_edition(dataset=made.dataset())))


def test_the_dialect_is_flat_as_the_standard_has_it() -> None:
    assert described()["resources"][0]["dialect"]["delimiter"] == ","


def test_a_package_of_several_licences_lists_each() -> None:
    edition = replace(sample_edition(), licence="CC-BY-4.0, CC0-1.0")
    files = package_files(edition)
    require_valid("kunshan", files)
    assert [one["name"] for one in described(files)["licenses"]] == ["CC-BY-4.0", "CC0-1.0"]


@pytest.mark.parametrize("name", ["datapackage.json", "kunshan.zip"])
@pytest.mark.parametrize("edition", [sample_edition(), hostile_edition(), sample_edition("\t=1")])
def test_frictionless_finds_folder_and_zip_valid(
    name: str, edition: Edition, tmp_path: Path
) -> None:
    report = judged(written(package_files(edition), tmp_path) / name)
    assert report.valid, report.flatten(["type", "message"])
    assert [task.name for task in report.tasks] == [r["name"] for r in described()["resources"]]


@pytest.mark.parametrize(
    ("table", "old", "new", "fault"),
    [
        ("observations", "level,eq", "level,equal", "constraint-error"),
        ("observations", ",gdp,地区", ",gnp,地区", "foreign-key"),
        ("observations", ",gwr-2022,", ",gwr-2023,", "foreign-key"),
        ("observations", "kunshan/gdp/2020/growth", "kunshan/gdp/2020/level", "primary-key"),
        ("observations", "2016-2020,level", "2016/2020,level", "constraint-error"),
        ("observations", ",5.10,", ",five,", "type-error"),
        ("observations", "2020-01-01", "2020-01-32", "type-error"),
        ("targets", ",met,", ",kept,", "constraint-error"),
        ("targets", "kunshan/gdp/2020/growth", "kunshan/gdp/2019/growth", "foreign-key"),
        ("units", "100000000,元", "100000000,角", "foreign-key"),
        ("indicators", "id,name_zh", "id,name_cn", "incorrect-label"),
    ],
)
def test_a_table_that_breaks_a_declared_rule_is_found_invalid(
    table: str, old: str, new: str, fault: str, tmp_path: Path
) -> None:
    folder = written(FILES, tmp_path)
    text = FILES[f"{table}.csv"].decode()
    assert old in text
    (folder / f"{table}.csv").write_bytes(text.replace(old, new, 1).encode())
    assert fault in faults(judged(folder / "datapackage.json"))


def test_a_changed_byte_does_not_match_its_hash(tmp_path: Path) -> None:
    folder = written(FILES, tmp_path)
    (folder / "units.csv").write_bytes(FILES["units.csv"].replace(b"yuan", b"Yuan", 1))
    assert "hash-count" in faults(judged(folder / "datapackage.json"))


def test_resources_tell_size_hash_and_encoding() -> None:
    for resource in described()["resources"]:
        data = FILES[resource["path"]]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert (resource["encoding"], resource["mediatype"]) == ("utf-8", "text/csv")


def test_the_other_formats_are_listed_with_their_hashes() -> None:
    listed = {entry["path"]: entry["hash"] for entry in described()["otherFormats"]}
    assert {"kunshan.xlsx", "observations.parquet", "observations.json"} <= set(listed)
    assert all(hash_.endswith(hashlib.sha256(FILES[p]).hexdigest()) for p, hash_ in listed.items())


def test_units_are_declared() -> None:
    assert field("observations", "start")["unit"] == "code points"
    assert field("observations", "value")["unitColumn"] == "unit"
    assert field("observations", "value_base")["unitColumn"] == "unit_base"


def test_a_closed_list_has_labels_and_is_enforced() -> None:
    verdict = field("targets", "verdict")
    assert [entry["value"] for entry in verdict["categories"]] == verdict["constraints"]["enum"]
    assert verdict["constraints"]["enum"] == ["met", "missed", "undecidable"]


@pytest.mark.parametrize("table", ["observations", "targets", "sources", "areas", "units"])
def test_the_key_of_a_table_is_unique(table: str) -> None:
    assert field(table, "id")["constraints"]["unique"] is True


def test_the_licence_is_named_with_its_address() -> None:
    (licence,) = described()["licenses"]
    assert licence["name"] == "CC-BY-4.0"
    assert licence["path"].startswith("https://creativecommons.org/")


def test_a_homepage_is_given_only_when_the_address_is_known() -> None:
    assert "homepage" not in described()
    files = package_files(sample_edition(), "https://example.org/tally")
    assert described(files)["homepage"] == "https://example.org/tally/data/"

"""The files of a package: which, and the same bytes whenever and wherever they are made."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from tally.package.citation import citation_cff
from tally.package.columns import table_specs
from tally.package.files import editions, package_files
from tally.package.readme import as_plain
from tally.records.model import Datasets
from tests.package.samples import HOSTILE, sample_dataset, sample_edition, sample_vocabulary

ROOT = Path(__file__).parents[2]
FILES = package_files(sample_edition())
TABLES = tuple(table_specs())
HASH_A_PACKAGE = """
import hashlib, json
from tally.package.citation import citation_cff
from tally.package.files import package_files
from tests.package.samples import sample_edition
files = package_files(sample_edition())
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in files.items()}))
"""


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def hashes_elsewhere(folder: Path, **environment: str) -> str:
    paths = {"PYTHONPATH": f"{ROOT / 'build'}:{ROOT}", "TMPDIR": str(folder)}
    run = subprocess.run(
        [sys.executable, "-c", HASH_A_PACKAGE],
        cwd=folder,
        env={**os.environ, **paths, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


def test_a_package_has_every_table_in_every_format_and_nothing_unexpected() -> None:
    tables = {f"{name}.{kind}" for name in TABLES for kind in ("csv", "json", "parquet")}
    whole = {"kunshan.xlsx", "kunshan.zip", "datapackage.json", "CITATION.cff", "SHA256SUMS"}
    assert set(FILES) == tables | whole


def test_the_zip_holds_all_with_readme_and_citation() -> None:
    inside = unzipped(FILES["kunshan.zip"])
    assert set(inside) == set(FILES) - {"kunshan.zip", "SHA256SUMS"} | {"README.md"}
    assert all(FILES[name] == data for name, data in inside.items() if name != "README.md")


def test_the_checksums_are_of_every_other_file() -> None:
    lines = FILES["SHA256SUMS"].decode().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert sums == {n: hashlib.sha256(d).hexdigest() for n, d in FILES.items() if n != "SHA256SUMS"}


def test_entries_of_the_zip_say_nothing_of_the_machine_that_made_them() -> None:
    with zipfile.ZipFile(io.BytesIO(FILES["kunshan.zip"])) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    stamps = {(e.date_time, e.create_system, e.external_attr >> 16) for e in entries}
    assert stamps == {((2026, 11, 22, 0, 0, 0), 3, 0o100644)}


def test_the_same_records_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there" / "deeper"
    here.mkdir()
    there.mkdir(parents=True)
    first = hashes_elsewhere(here, TZ="Asia/Shanghai", PYTHONHASHSEED="1", LC_ALL="C")
    other = {"TZ": "America/St_Johns", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"}
    assert first == hashes_elsewhere(there, **other)


def test_a_changed_value_changes_the_files_that_hold_it() -> None:
    dataset = sample_dataset("another quote")
    changed = package_files(sample_edition(dataset=dataset))
    differ = {name for name in FILES if FILES[name] != changed[name]}
    kinds = ("csv", "json", "parquet")
    tables = {f"{name}.{kind}" for name in ("observations", "targets") for kind in kinds}
    whole = {"kunshan.xlsx", "kunshan.zip", "datapackage.json", "CITATION.cff", "SHA256SUMS"}
    assert differ == tables | whole


def test_there_is_a_package_for_each_area_and_one_of_all() -> None:
    one = sample_dataset()
    other = replace(
        one, id="suzhou", updated="2026-12-01", keywords=("Suzhou",), observations=(), targets=()
    )
    datasets = Datasets(sample_vocabulary(), {"kunshan": one, "suzhou": other})
    made = editions(datasets, sample_edition().outlooks, frozenset())
    assert [edition.name for edition in made] == ["kunshan", "suzhou", "all"]
    assert made[-1].version == "2026.12.01"
    assert made[-1].keywords == ("GDP", "Suzhou")
    assert set(package_files(made[-1])) >= {"all.zip", "all.xlsx", "observations.csv"}


def test_without_any_dataset_there_is_no_package() -> None:
    assert editions(Datasets(sample_vocabulary(), {}), {}, frozenset()) == []


def test_an_area_cannot_take_the_name_of_the_package_of_all() -> None:
    dataset = replace(sample_dataset(), id="all")
    with pytest.raises(ValueError, match="cannot be called all"):
        editions(Datasets(sample_vocabulary(), {"all": dataset}), {}, frozenset())


def test_the_readme_explains_every_table_and_column() -> None:
    readme = unzipped(FILES["kunshan.zip"])["README.md"].decode()
    assert "| observations | 实绩 | Observations | 6 |" in readme
    assert "| value_base | number |" in readme
    assert "https://creativecommons.org/licenses/by/4.0/" in readme


def test_the_readme_says_what_is_to_be_known_of_these_data() -> None:
    readme = unzipped(FILES["kunshan.zip"])["README.md"].decode()
    assert "- 注意\n  Take care\n" in readme.partition("## 须知 / Good to know")[2]


@pytest.mark.parametrize(
    "line",
    [
        'observations = pd.read_csv("observations.csv", dtype={"period": "string"})',
        "FROM 'observations.parquet'",
        "kunshan.xlsx",
    ],
)
def test_the_readme_tells_how_to_open_the_files_beside_it(line: str) -> None:
    readme = unzipped(FILES["kunshan.zip"])["README.md"].decode()
    assert line in readme.splitlines()


def test_the_readme_cites_the_site_when_its_address_is_known() -> None:
    files = package_files(sample_edition(), "https://example.org/tally")
    readme = unzipped(files["kunshan.zip"])["README.md"].decode()
    assert "https://example.org/tally/en/data/" in readme


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<b>&", "&lt;b&gt;&amp;"),
        ("a|b\nc", "a\\|b c"),
        ("[x](y)", "\\[x\\](y)"),
        ("*_`#~\\", "\\*\\_\\`\\#\\~\\\\"),
        ("value_base _b_", "value_base \\_b\\_"),
    ],
)
def test_text_in_the_readme_cannot_become_markup(text: str, plain: str) -> None:
    assert as_plain(text) == plain


@pytest.mark.parametrize("text", HOSTILE)
def test_the_citation_file_holds_any_title(text: str) -> None:
    citation = yaml.safe_load(citation_cff(sample_edition(text)))
    assert citation["title"] == f"{text} / {text}"

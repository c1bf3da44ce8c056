"""Names of states: folders of datasets, data packages, git revisions, and none of these."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from tally.diff import StateError, compare, open_state
from tally.package.formats.csv_table import csv_bytes
from tally.package.tables import tables_of
from tests.package.samples import HOSTILE, sample_edition
from tests.support.trees import change, tell_outcome, write_tree

GDP = "testshire/gdp/2020/level"


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit, in which the GDP of 2020 has been changed since."""
    root = write_tree(tmp_path)
    git(tmp_path, "init", "--initial-branch", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    change(root, "testshire/observations/economy.yml", "value: 4250,", "value: 4252,")
    return tmp_path


@pytest.mark.parametrize("name", [".", "datasets"])
def test_a_folder_of_datasets_is_a_state(tmp_path: Path, name: str) -> None:
    write_tree(tmp_path)
    found = open_state(name, tmp_path)
    assert found.records[GDP].fields["value"] == "4250"
    assert found.records["testshire/gdp/2021/growth/target"].fields["verdict"] == "met"
    assert found.problems == 0


def test_figures_in_broken_lines_are_missing_and_their_errors_counted(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, "testshire/observations/society.yml", "value: 8.6", "value: many")
    found = open_state("datasets", tmp_path)
    assert found.problems == 1
    assert "testshire/incidents/2020/growth" not in found.records


@pytest.mark.parametrize("name", ["HEAD", "main", "HEAD~0"])
def test_a_git_revision_is_a_state(repository: Path, name: str) -> None:
    old, new = open_state(name, repository), open_state(".", repository)
    (found,) = compare(old, new).changes
    assert (found.kind, found.record.id) == ("changed", GDP)
    assert [(field.old, field.new) for field in found.fields] == [("4250", "4252")]


TOLD = "verdict: met, source: bulletin-2021, locator: 第二段"


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        (None, TOLD, [("verdict", "", "met"), ("outcome_source", "", "bulletin-2021"),
                      ("outcome_locator", "", "第二段")]),
        (TOLD, TOLD.replace("met", "missed"), [("verdict", "met", "missed")]),
        (f"{TOLD}, date: 2021-11", f"{TOLD}, date: 2021", [("outcome_date", "2021-11", "2021")]),
        (TOLD, f"{TOLD}, note: {{zh: 甲, en: A}}", [("outcome_note_zh", "", "甲"),
                                                    ("outcome_note_en", "", "A")]),
    ],
)  # fmt: skip
def test_what_became_of_a_milestone_is_told_as_a_change(
    tmp_path: Path, before: str | None, after: str, fields: list[tuple[str, str, str]]
) -> None:
    for name, said in (("old", before), ("new", after)):
        root = write_tree(tmp_path / name)
        if said:
            tell_outcome(root, said)
    (found,) = compare(open_state("old", tmp_path), open_state("new", tmp_path)).changes
    assert found.record.id == "testshire/milestone/stadium-topped-out/2021/target"
    assert [(field.field, field.old, field.new) for field in found.fields] == fields


def test_a_revision_is_found_from_a_folder_of_the_repository(repository: Path) -> None:
    inside = repository / "datasets" / "testshire"
    assert open_state("HEAD", inside).records[GDP].fields["value"] == "4250"


def test_a_revision_without_datasets_is_refused(tmp_path: Path) -> None:
    git(tmp_path, "init")
    git(tmp_path, "commit", "--allow-empty", "-m", "empty")
    with pytest.raises(StateError, match="has no datasets/"):
        open_state("HEAD", tmp_path)


@pytest.mark.parametrize(
    "name", ["nowhere", "--output=x", "-h", "HEAD; touch x", "$(touch x)", "HEAD:datasets", "é\n"]
)
def test_what_is_no_state_is_refused_and_nothing_is_run(repository: Path, name: str) -> None:
    before = sorted(repository.iterdir())
    with pytest.raises(StateError, match="no git revision"):
        open_state(name, repository)
    assert sorted(repository.iterdir()) == before


def test_outside_a_repository_there_are_no_revisions(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="no git repository"):
        open_state("HEAD", tmp_path)


def written_package(folder: Path, text: str | None = None) -> Path:
    """The tables of the sample package as CSV files."""
    folder.mkdir(parents=True)
    for name, table in tables_of(sample_edition(text)).items():
        (folder / f"{name}.csv").write_bytes(csv_bytes(table))
    return folder


def test_a_package_is_a_state_in_every_form(tmp_path: Path) -> None:
    folder = written_package(tmp_path / "data" / "kunshan")
    with zipfile.ZipFile(tmp_path / "kunshan.zip", "w") as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
    (folder / "datapackage.json").write_text("{}", "utf-8")
    names = ("data/kunshan", "data", "kunshan.zip", "data/kunshan/datapackage.json")
    one, *others = (open_state(name, tmp_path) for name in names)
    assert [other.records for other in others] == [one.records] * 3
    assert one.records["kunshan/gdp/2020/level"].fields["value"] == "4250"
    assert one.renamed == {"gross-product": "gdp"}


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.isprintable()])
def test_guarded_texts_of_a_package_read_as_they_were(tmp_path: Path, text: str) -> None:
    written_package(tmp_path / "data", text)
    record = open_state("data", tmp_path).records["kunshan/gdp/2020/level"]
    assert record.fields["quote"] == text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id,value\r\nkunshan/x,1,2\r\n", "as many cells"),
        (b"id,value\r\nkunshan/x\r\n", "as many cells"),
        (b"id,value\r\n,1\r\n", "csv:2: a row has no id"),
        (b"name\r\nkunshan\r\n", "no column id"),
        (b"id,title\r\nkunshan,x\r\n", "no column value"),
        (b"", "no column id"),
        (b"id,value\r\n\xff,1\r\n", "csv:2: this is not UTF-8 text"),
        (b'id,value\r\n"kunshan', "cannot be read"),
        (b"id,value\r\nkunshan/x,1\r\nkunshan/x,2\r\n", "kunshan/x is here twice"),
        (b"id,value\r\nkunshan/x,1\r\n", "targets.csv is missing"),
    ],
)
def test_a_damaged_table_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "observations.csv").write_bytes(content)
    with pytest.raises(StateError, match=message):
        open_state(".", tmp_path)


@pytest.mark.parametrize("table", ["observations", "targets", "indicators"])
def test_a_package_that_lacks_a_table_is_refused(tmp_path: Path, table: str) -> None:
    folder = written_package(tmp_path / "data")
    (folder / f"{table}.csv").rename(folder / "other.csv")
    with pytest.raises(StateError, match=r"is missing|no git"):
        open_state("data", tmp_path)


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def damaged(data: bytes) -> bytes:
    """A ZIP of which the content of the first file is turned round."""
    begin = data.index(b".csv") + 4
    return data[:begin] + data[begin : begin + 40][::-1] + data[begin + 40 :]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.zip", b"", "not a data package; name the folder"),
        ("x.zip", b"no archive", "not a data package; name the folder"),
        ("x.zip", b"PK\x05\x06" + b"\0" * 18, "a ZIP without observations.csv"),
        ("x.xlsx", zipped("sheet1.xml", b"<x/>"), "a ZIP without observations.csv"),
        ("x.zip", zipped("observations.csv", b"id\r\n" * 99)[:-30], "not a data package; name"),
        ("x.zip", damaged(zipped("observations.csv", bytes(range(256)))), "cannot be read"),
        ("observations.csv", b"id\r\n", "not a data package; name the folder"),
        ("datapackage.json", b"{}", "no observations.csv is beside it"),
        ("readme.txt", "昆山".encode(), "or its datapackage.json"),
    ],
)
def test_a_file_that_is_no_package_is_refused(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(StateError, match=message):
        open_state(name, tmp_path)


@pytest.mark.parametrize("name", ["", "/dev/null"])
def test_what_is_neither_file_nor_folder_is_refused_with_what_could_be_named(
    tmp_path: Path, name: str
) -> None:
    write_tree(tmp_path)
    with pytest.raises(StateError, match=r"name (a|the) folder"):
        open_state(name, tmp_path)


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="too long"):
        open_state("x" * 5000, tmp_path)


@pytest.mark.parametrize(
    "attributes", ["* export-ignore\n", "* export-subst\n", "* text eol=crlf\n", "* filter=evil\n"]
)
def test_no_attribute_of_a_repository_has_a_say(repository: Path, attributes: str) -> None:
    (repository / ".gitattributes").write_text(attributes)
    git(repository, "config", "filter.evil.smudge", "touch ran")
    git(repository, "add", ".gitattributes")
    git(repository, "commit", "-m", "attributes")
    (found,) = compare(open_state("HEAD", repository), open_state(".", repository)).changes
    assert (found.kind, found.record.id) == ("changed", GDP)
    assert not (repository / "ran").exists()


def test_no_replacement_of_an_object_has_a_say(repository: Path) -> None:
    path = "datasets/testshire/observations/economy.yml"
    git(repository, "commit", "-a", "-m", "second")
    git(repository, "replace", f"HEAD~1:{path}", f"HEAD:{path}")
    (found,) = compare(open_state("HEAD~1", repository), open_state("HEAD", repository)).changes
    assert found.record.id == GDP


def test_a_link_of_a_revision_is_not_made(repository: Path) -> None:
    economy = repository / "datasets" / "testshire" / "observations" / "economy.yml"
    economy.rename(repository / "elsewhere.yml")
    economy.symlink_to(repository / "elsewhere.yml")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "linked")
    assert GDP not in open_state("HEAD", repository).records


@pytest.mark.parametrize(
    ("path", "old", "new", "id_", "field"),
    [
        ("vocabulary/indicators/economy.yml", "The final output of a year", "The weather",
         "indicators/gdp", "definition_en"),
        ("vocabulary/units.yml", "100m yuan", "yuan", "units/亿元", "name_en"),
        ("vocabulary/areas.yml", "Testshire", "Elsewhere", "areas/testshire", "name_en"),
        ("vocabulary/themes.yml", "产出", "别的", "themes/economy", "description_zh"),
        ("testshire/sources/cited.yml", "统计局", "某局", "sources/testshire/bulletin-2021",
         "publisher_zh"),
        ("testshire/sources/report-2021/source.yml", "reason: code", "reason: name",
         "sources/testshire/report-2021", "left_out"),
        ("testshire/dataset.yml", "1.0.0", "1.0.1", "datasets/testshire", "version"),
    ],
)  # fmt: skip
def test_names_and_definitions_that_change_are_told(
    tmp_path: Path, path: str, old: str, new: str, id_: str, field: str
) -> None:
    write_tree(tmp_path / "a")
    change(write_tree(tmp_path / "b"), path, old, new)
    changes = compare(open_state("a", tmp_path), open_state("b", tmp_path)).changes
    told = [(c.kind, c.record.id, [f.field for f in c.fields]) for c in changes]
    assert ("changed", id_, [field]) in told


def test_what_was_removed_is_told_first(tmp_path: Path) -> None:
    write_tree(tmp_path / "a")
    root = write_tree(tmp_path / "b")
    change(root, "testshire/observations/economy.yml", "value: 4250,", "value: 4252,")
    (root / "testshire" / "targets" / "society.yml").unlink()
    kinds = [
        change.kind
        for change in compare(open_state("a", tmp_path), open_state("b", tmp_path)).changes
    ]
    assert kinds == sorted(kinds, key=("removed", "changed", "moved", "added").index)
    assert kinds.count("removed") >= 3

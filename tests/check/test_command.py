"""`tally check` as a command: what it takes, prints and returns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tally.cli.commands import cli
from tally.records.files import Files
from tests.support.trees import change, write_tree

SOCIETY = "testshire/targets/society.yml"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["check", *map(str, arguments)])


@pytest.fixture
def spoiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree with an error in two files, in the current folder."""
    root = write_tree(tmp_path)
    change(root, SOCIETY, "value: 2.5", "value: 25")
    change(root, "testshire/observations/economy.yml", "value: 1923", "value: 1932")
    monkeypatch.chdir(tmp_path)
    return root


def test_fine_data_is_exit_0(tmp_path: Path) -> None:
    result = run(write_tree(tmp_path))
    assert (result.exit_code, result.output) == (0, "no errors\n")


def test_errors_are_exit_1_with_paths_from_here(spoiled: Path) -> None:
    result = run()
    assert result.exit_code == 1
    assert f"datasets/{SOCIETY}:6:47: error[quote-number]: 25 is not in" in result.output
    assert result.output.endswith("2 errors in 2 files\n")
    assert spoiled.is_dir()


def test_warnings_alone_are_exit_0(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    change(root, "testshire/observations/economy.yml", ", stated: 7.0%", "")
    result = run(root)
    assert result.exit_code == 0
    assert "warning[quote-number]" in result.output


@pytest.mark.parametrize(
    ("path", "count"),
    [
        (".", 2),
        ("datasets", 2),
        ("datasets/testshire", 2),
        ("datasets/testshire/targets", 1),
        (f"datasets/{SOCIETY}", 1),
        ("datasets/vocabulary", 0),
    ],
)
@pytest.mark.usefixtures("spoiled")
def test_a_path_narrows_what_is_told(path: str, count: int) -> None:
    found = json.loads(run(path, "--format", "json").output)
    assert len(found) == count


@pytest.mark.parametrize(
    "path",
    ["vocabulary/units.yml", "testshire/sources/report-2021/source.yml", "testshire/dataset.yml"],
)
def test_what_keeps_a_path_from_being_checked_is_told_with_it(spoiled: Path, path: str) -> None:
    (spoiled / path).write_text("- {id: [", "utf-8")
    result = run(spoiled / SOCIETY)
    assert result.exit_code == 1
    assert f"{path}:1:9: error[yaml]" in result.output


def test_a_dataset_is_checked_without_reading_the_others(
    spoiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (spoiled / "othershire/sources").mkdir(parents=True)
    (spoiled / "othershire/sources/cited.yml").write_text("- {id: [", "utf-8")
    opened: list[Path] = []
    read = Files.read_bytes
    monkeypatch.setattr(Files, "read_bytes", lambda f, path: opened.append(path) or read(f, path))
    assert "othershire" not in run(spoiled / "testshire").output
    assert not [path for path in opened if "othershire" in path.parts]
    assert "othershire/sources/cited.yml:1:9: error[yaml]" in run(spoiled).output


def test_an_area_that_no_vocabulary_knows_is_told_whatever_of_it_is_asked_for(
    spoiled: Path,
) -> None:
    change(spoiled, "vocabulary/areas.yml", "id: testshire", "id: elsewhere")
    result = run(spoiled / SOCIETY)
    assert (result.exit_code, "error[reference]: there is no area testshire" in result.output) == (
        1,
        True,
    )


def test_a_link_out_of_the_datasets_is_told_where_it_stands(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    (root / "testshire/targets/linked.yml").symlink_to("/dev/null")
    result = run(root)
    assert result.exit_code == 1
    assert "linked.yml:1:1: error[file]: " in result.output
    assert "a link out of the datasets" in result.output


@pytest.mark.parametrize(
    ("folder", "arguments", "count"),
    [
        ("datasets", [], 2),
        ("datasets", ["."], 2),
        ("datasets/testshire", [], 2),
        ("datasets/testshire/targets", [], 1),
        ("datasets/testshire/targets", [".."], 2),
        ("datasets/testshire", ["../vocabulary"], 0),
        ("datasets/testshire/sources", ["../../../datasets"], 2),
    ],
)
def test_errors_are_found_from_any_folder_of_the_datasets(
    spoiled: Path, monkeypatch: pytest.MonkeyPatch, folder: str, arguments: list[str], count: int
) -> None:
    monkeypatch.chdir(spoiled.parent / folder)
    found = json.loads(run(*arguments, "--format", "json").output)
    assert len(found) == count
    assert all(Path(problem["file"]).is_file() for problem in found)


@pytest.mark.usefixtures("spoiled")
def test_several_paths_are_told_together_once() -> None:
    both = run(f"datasets/{SOCIETY}", "datasets/testshire", "--format", "json")
    assert len(json.loads(both.output)) == 2


@pytest.mark.parametrize(
    "arguments", [["nowhere"], ["--format", "xml"], ["--fix"], ["elsewhere"], []]
)
def test_wrong_use_is_exit_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


@pytest.mark.parametrize("form", ["text", "github", "sarif", "json"])
@pytest.mark.usefixtures("spoiled")
def test_every_format_names_the_place(form: str) -> None:
    result = run("--format", form)
    assert result.exit_code == 1
    assert SOCIETY in result.output


@pytest.mark.usefixtures("spoiled")
@pytest.mark.parametrize("site", ["https://example.org/tally/", "https://example.org/tally"])
def test_sarif_leads_to_the_site_where_its_address_is_known(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALLY_SITE_URL", site)
    output = run("--format", "sarif").output
    assert '"helpUri": "https://example.org/tally/en/errors/#quote-number"' in output

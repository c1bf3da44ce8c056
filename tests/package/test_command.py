"""`tally package`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from frictionless import validate

from tally.cli.commands import cli
from tally.package.edition import Edition
from tally.package.files import package_files
from tests.support.trees import change, write_tree


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a small dataset."""
    write_tree(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["package", *arguments])


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A working folder whose datasets were packaged to out/, and what that said."""
    folder = tmp_path_factory.mktemp("packaged")
    write_tree(folder)
    with pytest.MonkeyPatch.context() as there:
        there.chdir(folder)
        return folder, run("--out", "out")


def test_every_area_and_all_together_are_written_and_valid(packaged: tuple[Path, Result]) -> None:
    folder, result = packaged
    assert result.exit_code == 0, result.output
    areas = {path.parent.name for path in (folder / "datasets").glob("*/dataset.yml")}
    assert {path.name for path in (folder / "out").iterdir()} == {*areas, "all"}
    for path in (folder / "out").iterdir():
        for name in ("datapackage.json", f"{path.name}.zip"):
            assert validate(str(path / name), type="package").valid


def test_packages_go_to_dist_unless_told_otherwise(folder: Path) -> None:
    assert run().exit_code == 0
    assert (folder / "dist" / "data" / "testshire" / "datapackage.json").is_file()


def test_each_package_is_announced_with_its_size(packaged: tuple[Path, Result]) -> None:
    assert "out/testshire: " in packaged[1].output


def test_datasets_with_errors_are_shown_as_check_does_and_nothing_is_written(folder: Path) -> None:
    change(
        folder / "datasets", "testshire/observations/economy.yml", "value: 4250,", "value: 4251,"
    )
    result = run("--out", "out")
    assert result.exit_code == 1
    assert "error[quote-number]: 4251 is not in the quote" in result.output
    assert not (folder / "out").exists()


def test_a_package_that_is_not_valid_is_shown_and_nothing_is_moved_into_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(edition: Edition) -> dict[str, bytes]:
        files = package_files(edition)
        if edition.name != "all":
            return dict(files)
        return {**files, "units.csv": files["units.csv"].replace(b"yuan", b"Yuan", 1)}

    monkeypatch.setattr("tally.cli.package.package_files", spoiled)
    result = run("--out", "out")
    assert result.exit_code == 1
    assert "error: all: not valid:\n  units.csv: " in result.output
    assert "Nothing was written." in result.output
    assert not (folder / "out").exists()


@pytest.mark.parametrize("out", ["", "/testshire", "/testshire/sources/new"])
def test_nothing_is_written_within_the_datasets(folder: Path, out: str) -> None:
    before = sorted((folder / "datasets").rglob("*"))
    result = run("--out", f"datasets{out}")
    assert (result.exit_code, "choose another folder" in result.output) == (2, True)
    assert sorted((folder / "datasets").rglob("*")) == before


def test_a_folder_with_other_files_is_refused_as_wrong_use(folder: Path) -> None:
    thesis = folder / "out" / "testshire" / "thesis.docx"
    thesis.parent.mkdir(parents=True)
    thesis.write_bytes(b"mine")
    result = run("--out", "out")
    assert result.exit_code == 2
    assert "out/testshire holds thesis.docx" in result.output
    assert thesis.read_bytes() == b"mine"


def test_a_place_that_cannot_be_written_is_wrong_use(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "testshire").write_bytes(b"")
    result = run("--out", "out")
    assert result.exit_code == 2
    assert "not a folder" in result.output


def test_without_datasets_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 2
    assert "there is no folder datasets/ here" in result.output

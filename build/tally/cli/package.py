"""`tally package`: the data packages."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from tally.check.check import problems_of
from tally.check.formats import as_text
from tally.cli.roots import DATASETS, GO_THERE
from tally.derive import judge_all, open_ledgers
from tally.package.edition import Edition
from tally.package.files import editions, package_files
from tally.package.folder import StrangerError, replace_folder
from tally.package.preferred import preferred_ids
from tally.package.tables import ColumnError, UnwritableTextError
from tally.package.validity import InvalidPackageError, require_valid
from tally.records.load import load
from tally.records.model import Datasets
from tally.records.problem import has_errors


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("dist/data"),
    show_default=True,
    help="Where the packages go, a folder for each.",
)
def package(out: Path) -> None:
    """Write the data packages of datasets/: CSV, XLSX, Parquet, JSON and ZIP.

    There is one for each dataset and one of all of them. Nothing is written while the datasets
    have errors, or frictionless finds a package that is not valid: then exit 1.
    """
    if out.resolve().is_relative_to(DATASETS.resolve()):
        raise click.UsageError(f"{out} is within {DATASETS}/; choose another folder with --out")
    datasets = _sound_datasets()
    made = {edition.name: _made(edition) for edition in _progress(_editions(datasets))}
    for name, files in made.items():
        _write(files, out / name)


def _sound_datasets() -> Datasets:
    """The datasets, if there is nothing wrong with them; else the problems are shown."""
    if not DATASETS.is_dir():
        raise click.UsageError(f"there is no folder datasets/ here; {GO_THERE}")
    loaded = load(DATASETS)
    problems = problems_of(loaded)
    if has_errors(problems):
        click.echo(as_text(problems), nl=False)
        sys.exit(1)
    return loaded.datasets


def _editions(datasets: Datasets) -> list[Edition]:
    ledgers = open_ledgers(datasets).values()
    return editions(datasets, judge_all(ledgers), preferred_ids(ledgers))


def _progress(items: list[Edition]) -> Iterator[Edition]:
    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, description="Packing")


def _made(edition: Edition) -> Mapping[str, bytes]:
    """The files of a package that is valid."""
    try:
        files = package_files(edition)
        require_valid(edition.name, files)
    except UnwritableTextError as error:
        click.echo(f"{edition.name}: error: {error}; take it out of the data", err=True)
        sys.exit(1)
    except (ColumnError, InvalidPackageError) as error:
        click.echo(f"error: {error}\nNothing was written.", err=True)
        sys.exit(1)
    return files


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    try:
        replace_folder(folder, files)
    except StrangerError as error:
        raise click.UsageError(f"{error}; choose another folder with --out") from error
    except OSError as error:
        raise click.UsageError(f"cannot write {folder}: {error.strerror}") from error
    click.echo(f"{folder}: {_size(files.values())} in {len(files)} files")


def _size(contents: Iterable[bytes]) -> str:
    return f"{sum(map(len, contents)) / 1000:,.0f} kB"

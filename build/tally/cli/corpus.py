"""`tally corpus`: the claims of many reports as Parquet, on as many cores as there are."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tally.cli.extract import known_vocabulary
from tally.cli.inputs import files_of
from tally.corpus import Document, EngineError, StoreError, gather, reader_of


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the corpus: a new one, or one to bring up to date.",
)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask cluster; default: this machine.")
@click.option("--year", type=click.IntRange(1900, 2100), help="The year all reports speak from.")
def corpus(paths: tuple[str, ...], out: Path, scheduler: str | None, year: int | None) -> None:
    """Claims of many reports as Parquet, by area code and year.

    PATH is a file, a folder with all below it, a pattern in quotes such as "gov/*/2026.txt", or
    @FILE, a list of files, one a line. A run that was ended goes on where it was when it is begun
    again; what has not changed is not read again. A file that can't be read is a row of
    `documents` with its reason, and stops nothing.
    """
    files = files_of(paths)
    reader = reader_of(known_vocabulary(Path("datasets")), year)
    try:
        documents = list(_shown(gather(files, out, reader, scheduler), len(files)))
    except (EngineError, StoreError) as error:
        raise click.ClickException(str(error)) from error
    failed = sorted((one for one in documents if one.error), key=lambda one: one.file)
    for document in failed:
        click.echo(f"{document.file}: error: {document.error}", err=True)
    claims = sum(one.claims for one in documents)
    read = len(documents) - len(failed)
    click.echo(f"{out}: {claims:,} claims of {read:,} documents; {len(failed):,} not read")
    sys.exit(1 if failed else 0)


def _shown(documents: Iterable[Document], total: int) -> Iterator[Document]:
    """The documents as they come, under a bar that says how far it is."""
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    quiet = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=quiet) as progress:
        yield from progress.track(documents, total=total)

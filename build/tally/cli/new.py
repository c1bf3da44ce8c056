"""`tally new`: start a dataset from a report."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from tally.check.formats import as_text
from tally.cli.commands import told
from tally.cli.roots import DATASETS, GO_THERE
from tally.records.files import Files
from tally.records.ids import RESERVED_AREAS, is_id
from tally.records.model import Localized, Vocabulary
from tally.records.problem import has_errors, in_order
from tally.records.vocabulary import read_vocabulary
from tally.start import Named, Start, StartError, lay_out, settle
from tally.text import LARGEST_DATA, TextError, decode, read_regular, read_text


@click.command()
@click.argument("area")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--year", type=click.IntRange(1900, 2100), help="The year the report speaks from.")
@click.option(
    "--name", nargs=2, metavar="ZH EN", help="A new area's names, such as 太仓市 Taicang."
)
@click.option("--code", default="000000", help="A new area's GB/T 2260 code: six digits.")
def new(area: str, file: Path, year: int | None, name: tuple[str, str] | None, code: str) -> None:
    """Start a dataset from a report.

    AREA is an id such as kunshan, FILE the report as it was received (UTF-8 or GB18030). The
    text is kept byte for byte; beside it stand the text to quote from, and what the machine
    read in it, as drafts to review. Nothing that exists is overwritten.
    """
    _check_names(area, name or (), code)
    vocabulary = _vocabulary()
    named = Named(Localized(*name), code) if name else None
    try:
        data = read_regular(file, LARGEST_DATA)
        reading = read_text(decode(data))
        start = lay_out(area, data, reading, vocabulary, _today(), year, named)
        folder = settle(DATASETS, start)
    except StartError as error:
        raise click.UsageError(str(error)) from error
    except TextError as error:
        click.echo(f"{file}: error: {error}", err=True)
        sys.exit(1)
    except OSError as error:
        raise click.UsageError(told(error)) from error
    click.echo(_next_steps(start, folder))


def _check_names(area: str, names: Iterable[str], code: str) -> None:
    if not is_id(area):
        raise click.UsageError(
            f"{area!r} cannot be an area's id: lower-case letters, digits and single hyphens"
        )
    if area in RESERVED_AREAS:
        raise click.UsageError(f"{area!r} is no area's id: it names {RESERVED_AREAS[area]}")
    for name in names:
        if not name.strip() or not name.isprintable():
            raise click.UsageError(f"{name!r} is no name: characters that can be seen")
    if not re.fullmatch(r"[0-9]{6}", code):
        raise click.UsageError(f"{code!r} is no GB/T 2260 code: six digits")


def _vocabulary() -> Vocabulary:
    """The vocabulary, if there is nothing wrong with it; else the problems are shown."""
    if not (DATASETS / "vocabulary").is_dir():
        raise click.UsageError(f"there is no datasets/vocabulary/ here; {GO_THERE}")
    files = Files(DATASETS)
    vocabulary = read_vocabulary(files, DATASETS / "vocabulary")
    if has_errors(files.problems):
        click.echo(as_text(in_order(files.problems)), nl=False)
        sys.exit(1)
    return vocabulary


def _today() -> date:
    """The day of the clock, or of SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is {epoch}, and it counts the seconds since 1970"
        raise click.UsageError(message) from error
    return now.date()


def _next_steps(start: Start, folder: Path) -> str:
    steps = [
        f"wrote {folder}: the report, and {start.claims} figures that the machine read in it",
        f"next: look through {folder / 'source.yml'}, then move the entries of",
        f"      {folder / 'drafts.yml'} to {DATASETS / start.area}/observations/ and targets/,",
        "      each compared with the report, until tally check is content; quote from reading.txt",
    ]
    if start.area_entry:
        areas = DATASETS / "vocabulary" / "areas.yml"
        steps.insert(1, f"wrote {areas}: check the new area's name and code")
    if start.elsewhere:
        about = f"look again: the report is about {start.elsewhere}"
        steps.insert(0, f"{about}, and never names the area {start.area}")
    return "\n".join(steps)

"""`tally new`: add reports to a dataset, or start one."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from tally.check.formats import as_text
from tally.cli.clock import today
from tally.cli.commands import told
from tally.cli.roots import DATASETS, GO_THERE
from tally.records.files import Files
from tally.records.ids import RESERVED_AREAS, is_id
from tally.records.model import Localized, Vocabulary
from tally.records.problem import has_errors, in_order
from tally.records.urls import is_url
from tally.records.vocabulary import read_vocabulary
from tally.start import (
    Given,
    Home,
    Named,
    Start,
    StartError,
    home_of,
    lay_out,
    settle,
)
from tally.text import LARGEST_REPORT, TextError, read_regular
from tally.text.documents import read_document


@click.command()
@click.argument("dataset")
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--area", help="The area, where the dataset has several or another name.")
@click.option(
    "--year", type=click.IntRange(1900, 2100), help="The year that the one FILE speaks from."
)
@click.option(
    "--name", nargs=2, metavar="ZH EN", help="A new area's names, such as 太仓市 Taicang."
)
@click.option("--code", default="000000", help="A new area's GB/T 2260 code: six digits.")
@click.option("--url", help="The official address of the one FILE.")
def new(
    dataset: str,
    files: tuple[Path, ...],
    area: str | None,
    year: int | None,
    name: tuple[str, str] | None,
    code: str,
    url: str | None,
) -> None:
    """Add reports to a dataset, or start one.

    DATASET is an id such as taicang, FILE a report as it was received: a text (UTF-8 or
    GB18030), a web page, a DOCX or a PDF. It is kept byte for byte; beside it stand the text to
    quote from, and what the machine read in it, as drafts to review. The source is in progress
    until it says otherwise, so that checks and builds go through at once. Nothing that exists
    is overwritten.

    \b
    The first report of a place, then a second and a third:
      tally new taicang 2024.pdf --name 太仓市 Taicang
      tally new taicang 2025.html --url https://www.taicang.gov.cn/report
      tally new taicang 2026.docx
    Several at once; a report of one area of a panel:
      tally new taicang 2021.txt 2022.txt 2023.txt
      tally new provinces hebei.txt --area hebei --year 2026
    """
    _check_names((dataset, area or dataset), name or (), code)
    _check_one(files, year, url)
    vocabulary = _vocabulary()
    given = Given(year, url, Named(Localized(*name), code) if name else None)
    try:
        home = home_of(DATASETS, dataset, area)
        starts = [_laid_out(home, file, vocabulary, given) for file in files]
        _check_apart(starts, files)
        folders = [settle(DATASETS, start) for start in _entered_once(starts)]
    except StartError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.UsageError(told(error)) from error
    click.echo(_next_steps(starts, folders))


def _check_one(files: Sequence[Path], year: int | None, url: str | None) -> None:
    for option, value in (("--year", year), ("--url", url)):
        if value and len(files) > 1:
            raise click.UsageError(f"{option} goes with one file, and there are {len(files)}")
    if url and not is_url(url):
        raise click.UsageError(f"{url!r} is no address such as https://www.taicang.gov.cn/report")


def _laid_out(home: Home, file: Path, vocabulary: Vocabulary, given: Given) -> Start:
    try:
        document = read_document(read_regular(file, LARGEST_REPORT))
        return lay_out(home, document, vocabulary, today(), given)
    except StartError as error:
        raise StartError(f"{file}: {error}") from error
    except TextError as error:
        click.echo(f"{file}: error: {error}", err=True)
        sys.exit(1)


def _check_apart(starts: Sequence[Start], files: Sequence[Path]) -> None:
    """Two files are two sources; told before anything is written."""
    for number, start in enumerate(starts):
        first = [one.source for one in starts].index(start.source)
        if first != number:
            raise StartError(f"{files[first]} and {files[number]} would both be {start.source}")
        if os.path.lexists(DATASETS / start.home.dataset / "sources" / start.source):
            raise StartError(f"{start.source} is already there: nothing was written")


def _entered_once(starts: Sequence[Start]) -> Iterator[Start]:
    """The first report enters a new area, the others find it there."""
    for number, start in enumerate(starts):
        yield replace(start, area_entry=None) if number else start


def _check_names(ids: Iterable[str], names: Iterable[str], code: str) -> None:
    for one in ids:
        if not is_id(one):
            raise click.UsageError(
                f"{one!r} cannot be an id: lower-case letters, digits and single hyphens"
            )
        if one in RESERVED_AREAS:
            raise click.UsageError(f"{one!r} is no id to give: it names {RESERVED_AREAS[one]}")
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


def _next_steps(starts: Sequence[Start], folders: Sequence[Path]) -> str:
    first, dataset = starts[0], DATASETS / starts[0].home.dataset
    steps = [
        f"wrote {folder}: the report, and {start.claims} figures that the machine read in it"
        for start, folder in zip(starts, folders, strict=True)
    ]
    if first.area_entry:
        areas = DATASETS / "vocabulary" / "areas.yml"
        steps.append(f"wrote {areas}: check the new area's name and code")
    steps += [
        f"next: look through {folders[0] / 'source.yml'}, then enter all that is known:",
        f"      tally accept {first.home.dataset}/{first.source} --known; the rest by hand, from",
        f"      {folders[0] / 'drafts.yml'} to {dataset}/observations/ and targets/, each compared",
        "      with the report; quote from reading.txt. At the end write review: complete",
    ]
    elsewhere = [
        f"look again: the report is about {start.elsewhere}, and never names the area "
        f"{start.home.area}"
        for start in starts
        if start.elsewhere
    ]
    return "\n".join((*elsewhere, *steps))

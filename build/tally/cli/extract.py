"""`tally extract`: the claims of any report text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress
from rich.table import Column

from tally.cli.inputs import files_of
from tally.cli.tables import print_table
from tally.extract import Claim, Extraction, drafts_yaml, extraction
from tally.extract.claim import plain
from tally.records.files import Files
from tally.records.model import Vocabulary
from tally.records.vocabulary import read_vocabulary
from tally.text import (
    LARGEST_REPORT,
    ReadingText,
    TextError,
    decode,
    read_regular,
    read_stream,
    read_text,
)

Read = Callable[[ReadingText], Extraction]
_STDIN = Path("-")
_FORMATS = ("table", "jsonl", "yaml")
_MUCH = 5_000_000
"""Bytes from which other processes are worth their start."""
_LOST = "every process that read it ended before its time"
_COLUMNS = ("name", "figure", "measure", "comparator", "kind", "period")


@dataclass(frozen=True, slots=True)
class Result:
    """What was read from one file, or why nothing was."""

    path: Path
    claims: tuple[Claim, ...] = ()
    error: str | None = None
    doubts: tuple[str, ...] = ()


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="Default: table in a terminal, else jsonl.",
)
@click.option("--year", type=click.IntRange(1900, 2100), help="The year the report speaks from.")
def extract(paths: tuple[str, ...], form: str | None, year: int | None) -> None:
    """Claims of any report text, UTF-8 or GB18030.

    FILE may be - for the standard input, a folder, a pattern in quotes, or @LIST.
    """
    files = files_of(paths)
    vocabulary = known_vocabulary(Path("datasets"))
    read = partial(
        extraction,
        year=year,
        aliases=vocabulary.aliases,
        units=vocabulary.unit_names,
    )
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    failed = False
    for result in _progress(files, read):
        if result.error:
            failed = True
            click.echo(f"{result.path}: error: {result.error}", err=True)
        else:
            for doubt in result.doubts:
                click.echo(f"{result.path}{doubt}", err=True)
            _print(result, form, titled=len(files) > 1)
    sys.exit(1 if failed else 0)


def known_vocabulary(root: Path) -> Vocabulary:
    """The vocabulary of a datasets folder, where there is one.

    What is wrong with it is for `tally check` to say.
    """
    folder = root / "vocabulary"
    return read_vocabulary(Files(root), folder) if folder.is_dir() else Vocabulary()


def read_file(path: Path, read: Read) -> Result:
    """The claims of one file; a file that cannot be read gives its reason."""
    try:
        reading = read_text(decode(_bytes_of(path)))
    except OSError as error:
        return Result(path, error=error.strerror or str(error))
    except TextError as error:
        return Result(path, error=str(error))
    found = read(reading)
    return Result(path, found.claims, doubts=tuple(_doubts(found, reading.raw)))


def _doubts(found: Extraction, raw: str) -> Iterator[str]:
    """What a person should look at: the year where it is not certain, numbers not read."""
    if found.claims and not found.certain:
        said = f"is uncertain, taken for {found.year}" if found.year else "was not found"
        yield f": note: the year this text speaks from {said}; --year gives it"
    for start, end in found.spoiled:
        line = raw.count("\n", 0, start) + 1
        column = start - raw.rfind("\n", 0, start)
        words = "".join(raw[start:end].split())
        yield f":{line}:{column}: note: {words} looks like a number, and is not read"


def _bytes_of(path: Path) -> bytes:
    if path == _STDIN:
        return read_stream(sys.stdin.buffer, LARGEST_REPORT, "the standard input")
    return read_regular(path, LARGEST_REPORT)


def _progress(files: Sequence[Path], read: Read) -> Iterator[Result]:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=len(files) < 2) as progress:
        yield from progress.track(_results(files, read), len(files), description="Reading")


def _results(files: Sequence[Path], read: Read) -> Iterator[Result]:
    """What was read, in the order of the files; on all cores where there is much to read."""
    if _STDIN in files or sum(map(_size, files)) < _MUCH:
        yield from (read_file(path, read) for path in files)
        return
    # An engine that nobody waits for to read one report.
    from tally.corpus.engine import LostError, in_order

    for path, result in in_order(partial(read_file, read=read), files):
        yield Result(path, error=_LOST) if isinstance(result, LostError) else result


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _print(result: Result, form: str, titled: bool) -> None:
    if form == "jsonl":
        for claim in result.claims:
            click.echo(claim.to_json(str(result.path)))
    elif form == "yaml":
        click.echo(drafts_yaml(result.claims), nl=False)
    else:
        columns = [Column(heading, overflow="fold") for heading in _COLUMNS]
        print_table(columns, map(_row, result.claims), str(result.path) if titled else None)


def _row(claim: Claim) -> tuple[str, ...]:
    period = claim.period or ""
    return claim.name, _figure(claim), claim.measure, claim.comparator, claim.kind, period


def _figure(claim: Claim) -> str:
    high = f"–{plain(claim.value_high)}" if claim.value_high is not None else ""
    sign = "↓ " if claim.direction else ""
    return f"{sign}{plain(claim.value)}{high} {claim.unit}".strip()

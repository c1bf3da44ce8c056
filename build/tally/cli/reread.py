"""`tally reread`: the machine's record of every archived source, written anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from tally.check.formats import as_text
from tally.cli.roots import DATASETS, root_of
from tally.records.archive import EXTRACTED, Archived
from tally.records.load import Loaded, load
from tally.text import replace_file

_READ_BY = frozenset(("indicators", "source"))


@click.command()
@click.argument("datasets", default=DATASETS, type=click.Path(exists=True, path_type=Path))
def reread(datasets: Path) -> None:
    """Write extracted.yml of every source whose text is kept.

    DATASETS is the folder of all datasets. A file that would stay the same is left alone.
    Nothing is written while the vocabulary or a source cannot be read: then exit 1.
    """
    loaded = load(root_of(datasets))
    if loaded.incomplete & _READ_BY:
        click.echo(as_text(loaded.problems), nl=False)
        sys.exit(1)
    for path, text in _stale(loaded):
        replace_file(path, text.encode())
        click.echo(f"wrote {os.path.relpath(path)}")


def _stale(loaded: Loaded) -> Iterator[tuple[Path, str]]:
    """The files to write, with their text."""
    archived = (a for sources in loaded.archive.values() for a in sources.values())
    for one in archived:
        if one.source.reading is not None:
            text = one.scan.extracted
            if text != _written(one):
                yield (loaded.root.parent / one.source.place.path).with_name(EXTRACTED), text


def _written(archived: Archived) -> str | None:
    return archived.extracted_file[1] if archived.extracted_file else None

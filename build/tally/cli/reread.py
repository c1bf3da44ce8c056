"""`tally reread`: the machine's record of every archived source, written anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tally.records.archive import EXTRACTED, Archived
from tally.records.load import load
from tally.records.machine import extracted_text


@click.command()
@click.argument(
    "datasets",
    default=Path("datasets"),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
def reread(datasets: Path) -> None:
    """Write extracted.yml of every source whose text is kept.

    DATASETS is the folder of all datasets. A file that would stay the same is left alone.
    """
    for path, text in _stale(datasets):
        aside = path.with_suffix(".new")
        aside.write_text(text, "utf-8", newline="\n")
        aside.replace(path)
        click.echo(f"wrote {path}")


def _stale(datasets: Path) -> Iterator[tuple[Path, str]]:
    """The files to write, with their text."""
    loaded = load(datasets)
    archived = (a for sources in loaded.archive.values() for a in sources.values())
    for one in archived:
        if one.source.reading is not None:
            text = extracted_text(one.source, loaded.datasets.vocabulary)
            if text != _written(one):
                yield (datasets.parent / one.source.place.path).with_name(EXTRACTED), text


def _written(archived: Archived) -> str | None:
    return archived.extracted_file[1] if archived.extracted_file else None

"""`tally release`: what a release needs, and what it says."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from tally.cli.clock import today
from tally.cli.diff import opened
from tally.cli.roots import DATASETS
from tally.diff import State, compare, raised
from tally.diff import release as released
from tally.text import LARGEST_DATA, read_regular, replace_files
from tally.write import WriteError, edited


@click.command()
@click.argument("since")
@click.option("--write", is_flag=True, help="Give the datasets the versions that they are due.")
def release(since: str, write: bool) -> None:
    """What a release needs, and its notes, by what changed.

    SINCE is the last release: a git revision such as a tag, or a folder of datasets. A dataset's
    version goes up by rule: major where an id is gone, minor where something was added, patch
    where something reads differently. Exit 1 when a version is too low, when corrections.yml
    lacks an entry, or when the datasets have errors.
    """
    old, new = opened(since), opened(str(DATASETS))
    made = released(compare(old, new))
    if write:
        try:
            _raise(new, made.due)
        except WriteError as error:
            click.echo(f"{error}; nothing was written", err=True)
            sys.exit(1)
    else:
        for name, version in made.due.items():
            click.echo(f"{name}: its version is due to be {version}; use --write", err=True)
    for name, entries in made.lacking.items():
        click.echo(f"datasets/{name}/corrections.yml lacks:\n{entries}", err=True)
    click.echo(made.notes, nl=False)
    sys.exit(1 if made.lacking or new.problems or (made.due and not write) else 0)


def _raise(state: State, due: Mapping[str, str]) -> None:
    files = {}
    if state.loaded is None:
        return
    for path, edits in raised(state.loaded, due, today().isoformat()).items():
        text = read_regular(DATASETS / path, LARGEST_DATA).decode("utf-8")
        files[DATASETS / Path(path)] = edited(path, text, edits).encode()
    replace_files(files)

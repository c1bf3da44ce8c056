"""`tally diff`: what changed, figure by figure."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tally.diff import FORMATS, State, StateError, compare, open_state


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="text", show_default=True
)
def diff(old: str, new: str, form: str) -> None:
    """What changed from OLD to NEW, figure by figure.

    OLD and NEW are folders of datasets, data packages (folder, ZIP or datapackage.json) or git
    revisions.
    Exit 1 when datasets have errors: figures in broken lines are then missing.
    """
    states = [opened(name) for name in (old, new)]
    click.echo(FORMATS[form](compare(*states)), nl=False)
    broken = [state for state in states if state.problems]
    for state in broken:
        click.echo(_warning(state), err=True)
    sys.exit(1 if broken else 0)


def opened(name: str) -> State:
    """The state of a name, seen from here; wrong use where there is none."""
    try:
        return open_state(name, Path.cwd())
    except StateError as error:
        raise click.UsageError(str(error)) from error


def _warning(state: State) -> str:
    errors = "error" if state.problems == 1 else "errors"
    return (
        f"{state.name}: {state.problems} {errors}; figures that cannot be read are missing\n"
        "  help: run tally check on it"
    )

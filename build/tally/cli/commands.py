"""The commands, and what becomes of an error that none of them tells."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping
from importlib import import_module

import click

from tally.cli.streams import make_streams_fit

COMMANDS: Mapping[str, str] = {
    "accept": "Enter what the machine read in a source, in bulk.",
    "check": "Find everything that is wrong with datasets.",
    "corpus": "Claims of many reports as Parquet, by area code and year.",
    "diff": "What changed from OLD to NEW, figure by figure.",
    "evaluate": "Precision and recall of extraction against annotated text.",
    "extract": "Claims of any report text, UTF-8 or GB18030.",
    "init": "Write a site of one's own into DIR, or bring one up to date.",
    "names": "List the names that recur in the sources and are no indicator yet.",
    "new": "Add reports to a dataset, or start one.",
    "package": "Write the data packages of datasets/: CSV, XLSX, Parquet, JSON and ZIP.",
    "propose": "Turn an issue form's answers into a change of the data files.",
    "release": "What a release needs, and its notes, by what changed.",
    "review": "Review what the machine read in a source, beside its text, by key.",
    "reread": "Write extracted.yml of every source whose text is kept.",
}
"""Each command with the first sentence of its help, so that to list them imports none."""
_OBJECTS = 50_000  # made between two searches for circles of them


class _Commands(click.Group):
    """Each command is the function of its own name in the module of its own name, imported
    only when it is asked for: to extract a report nobody waits for the package formats."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"tally.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands)
@click.version_option(package_name="tally-open-data")
def cli() -> None:
    """Open data of what governments report and what they promise."""


def run() -> None:
    """Run the command line; what goes wrong is told in one line, never as a traceback."""
    make_streams_fit()
    # Records are many and hold no circles: to look for some as often as Python does by itself takes
    # a fifth of a check.
    gc.set_threshold(_OBJECTS)
    try:
        cli()
    except OSError as error:
        click.echo(f"tally: {told(error)}", err=True)
        sys.exit(1)
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
        click.echo(f"tally: a fault of the program, please report it: {fault}", err=True)
        sys.exit(1)


def told(error: OSError) -> str:
    """What the system refused, and of which file."""
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason

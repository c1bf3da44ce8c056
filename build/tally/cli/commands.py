"""The commands, and what becomes of an error that none of them tells."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from tally.cli.streams import make_streams_fit

_COMMANDS = ("accept", "check", "diff", "evaluate", "extract", "names", "new", "package", "reread")


class _Commands(click.Group):
    """Each command is the function of its own name in the module of its own name, imported
    only when it is asked for: to extract a report nobody waits for the package formats."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"tally.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands)
@click.version_option(package_name="tally-open-data")
def cli() -> None:
    """Open data of what governments report and what they promise."""


def run() -> None:
    """Run the command line; what goes wrong is told in one line, never as a traceback."""
    make_streams_fit()
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

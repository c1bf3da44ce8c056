"""Room cli: the command `tally`. Exit 0: fine; 1: the data has errors; 2: wrong use."""

from __future__ import annotations

import sys

import click

from tally.cli.check import check
from tally.cli.diff import diff
from tally.cli.evaluate import evaluate
from tally.cli.extract import extract
from tally.cli.new import new
from tally.cli.package import package
from tally.cli.reread import reread


@click.group()
@click.version_option(package_name="tally-open-data")
def cli() -> None:
    """Open data of what governments report and what they promise."""


cli.add_command(check)
cli.add_command(extract)
cli.add_command(evaluate)
cli.add_command(package)
cli.add_command(diff)
cli.add_command(new)
cli.add_command(reread)


def main() -> None:
    """Run the command line; what goes wrong is told in one line, never as a traceback."""
    try:
        cli()
    except Exception as error:
        click.echo(f"tally: {type(error).__name__}: {error}", err=True)
        sys.exit(1)

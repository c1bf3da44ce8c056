"""`tally names`: what recurs in reports and is no indicator yet."""

from __future__ import annotations

import sys

import click

from tally.check.formats import as_text, one_line
from tally.cli.roots import DATASETS, GO_THERE
from tally.records.load import load
from tally.records.problem import has_errors
from tally.review.names import Recurring, proposal, recurring


@click.command()
@click.option(
    "--at-least",
    metavar="SOURCES",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Only names in so many sources or more.",
)
@click.option("--propose", is_flag=True, help="Print drafts for vocabulary/indicators/ instead.")
def names(at_least: int, propose: bool) -> None:
    """List the names that recur in the sources and are no indicator yet.

    Each with the number of sources and figures, its units, and the nearest indicator, to which it
    may be an alias. Similar is not the same: a flow is not its stock.
    """
    if not (DATASETS / "vocabulary").is_dir():
        raise click.UsageError(f"there is no datasets/vocabulary/ here; {GO_THERE}")
    loaded = load(DATASETS)
    below = f"{DATASETS.name}/vocabulary/"
    own = [problem for problem in loaded.problems if problem.place.path.startswith(below)]
    if has_errors(own):
        click.echo(as_text(own), nl=False)
        sys.exit(1)
    vocabulary = loaded.datasets.vocabulary
    archives = (one for sources in loaded.archive.values() for one in sources.values())
    found = recurring(archives, vocabulary, at_least)
    for one in found:
        click.echo(proposal(one, vocabulary) if propose else _line(one), nl=not propose)
    if not found:
        click.echo(f"no name stands in {at_least} sources or more", err=True)


def _line(one: Recurring) -> str:
    near = f", near {one.nearest}" if one.nearest else ""
    units = " ".join(one.units) or "no unit"
    return one_line(f"{one.name}: {one.sources} sources, {one.figures} figures, {units}{near}")

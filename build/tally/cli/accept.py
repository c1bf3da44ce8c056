"""`tally accept`: what the machine read in a source, entered in bulk."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tally.check.formats import as_text, one_line
from tally.cli.roots import DATASETS, GO_THERE
from tally.records.load import Loaded, load
from tally.records.problem import has_errors
from tally.review import Acceptance, Asked, Refused
from tally.review import accept as accepted
from tally.text import replace_files
from tally.write import WriteError

_SHOWN = 40


@click.command()
@click.argument("source", metavar="DATASET/SOURCE")
@click.option("--known", is_flag=True, help="Say nothing of claims of no known indicator.")
@click.option(
    "--at-least",
    metavar="CONFIDENCE",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Only claims of this confidence or more, from 0 to 1.",
)
@click.option("--dry-run", is_flag=True, help="Tell what would go in, and write nothing.")
def accept(source: str, known: bool, at_least: float, dry_run: bool) -> None:
    """Enter what the machine read in a source, in bulk.

    What goes in is sound for tally check, and says `review: extracted` until a person has
    compared it: then write `review: reviewed`, or remove the line. What cannot go in is told
    with the reason. Entries that are there already stay as they are.
    """
    dataset, _, name = source.partition("/")
    loaded = _loaded(dataset, name)
    try:
        found = accepted(loaded, Asked(dataset, name, at_least))
    except WriteError as error:
        click.echo(f"{error}; nothing was written", err=True)
        sys.exit(1)
    if not dry_run:
        for path in found.files:
            (DATASETS / path).parent.mkdir(exist_ok=True)
        replace_files({DATASETS / path: data for path, data in found.files.items()})
    click.echo(_told(found, known=known, dry_run=dry_run))


def _loaded(dataset: str, source: str) -> Loaded:
    """The datasets, if all is sound that the source and its entries need."""
    if not (DATASETS / "vocabulary").is_dir():
        raise click.UsageError(f"there is no datasets/vocabulary/ here; {GO_THERE}")
    loaded = load(DATASETS)
    archive = loaded.archive.get(dataset, {})
    if source not in archive or not archive[source].source.archived:
        kept = [f"{d}/{one}" for d, of in loaded.archive.items() for one in of if of[one].text]
        there = ", ".join(kept) or "none"
        raise click.UsageError(f"{dataset}/{source} is no source whose text is kept: {there}")
    folders = [f"{dataset}/{kind}/" for kind in ("observations", "targets", f"sources/{source}")]
    below = tuple(f"{DATASETS.name}/{folder}" for folder in ("vocabulary/", *folders))
    own = [problem for problem in loaded.problems if problem.place.path.startswith(below)]
    if has_errors(own):
        click.echo(as_text(own), nl=False)
        sys.exit(1)
    return loaded


def _told(found: Acceptance, *, known: bool, dry_run: bool) -> str:
    shown = [one for one in found.refused if one.claim.indicator or not known]
    files = [path for path in found.files if "/sources/" not in path]
    went, into = ("would go", "would stay") if dry_run else ("went", "stay")
    lines = [_refusal(one) for one in shown]
    lines.append(
        f"{len(found.accepted)} figures {went} into {len(files)} files, {len(shown)} {into} open"
    )
    if found.repeated:
        lines.append(f"{len(found.repeated)} that say the same again {went} to left_out")
    lines += [f"  {DATASETS / Path(path)}" for path in sorted(files)]
    return "\n".join(lines)


def _refusal(one: Refused) -> str:
    quote = one.claim.quote
    words = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]}…"
    return one_line(f"{one.claim.number_text} in {words}: {one.why}")

"""`tally propose`: an issue form's answers as a change of the data files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tally.check.formats import one_line
from tally.cli.clock import today
from tally.cli.roots import DATASETS, GO_THERE
from tally.propose import FormError, UnfitError, as_markdown, as_text, read_form
from tally.propose import propose as proposed
from tally.propose.form import LARGEST
from tally.records.load import load
from tally.records.problem import has_errors
from tally.text import read_regular, replace_files
from tally.write import WriteError

_FORMS = Path(".github") / "ISSUE_TEMPLATE"
_FORMATS = {"text": as_text, "markdown": as_markdown}


@click.command()
@click.argument("form", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--forms",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    default=_FORMS,
    help="Where the issue forms are, whose questions the answers are to.",
)
@click.option("--dry-run", is_flag=True, help="Tell what would change, and write nothing.")
@click.option(
    "--format", "form_of", type=click.Choice(tuple(_FORMATS)), default="text", show_default=True
)
def propose(form: Path, forms: Path, dry_run: bool, form_of: str) -> None:
    """Turn an issue form's answers into a change of the data files.

    FORM is JSON: {"form": "wrong-value", "answers": {...}}, or what GitHub tells a workflow of an
    issue. The figure's line is edited, the correction entered in corrections.yml, and both are
    checked; then what changes is printed. Exit 1, and nothing is written, when the answers cannot
    become a change, or when it would bring an error.
    """
    if not (DATASETS / "vocabulary").is_dir():
        raise click.UsageError(f"there is no datasets/vocabulary/ here; {GO_THERE}")
    try:
        given = read_form(read_regular(form, LARGEST), forms)
        proposal = proposed(load(DATASETS), given, today().isoformat())
    except (FormError, UnfitError, WriteError) as error:
        click.echo(f"{one_line(str(error))}; nothing was written")
        sys.exit(1)
    click.echo(_FORMATS[form_of](proposal), nl=False)
    if has_errors(proposal.problems):
        click.echo("it would bring errors; nothing was written")
        sys.exit(1)
    if not dry_run:
        for path in proposal.files:
            (DATASETS / path).parent.mkdir(parents=True, exist_ok=True)
        replace_files({DATASETS / path: data for path, data in proposal.files.items()})

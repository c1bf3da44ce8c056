"""`tally review`: the curator's desk in the browser, on this machine only."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

import click

from tally.cli.roots import DATASETS, GO_THERE
from tally.review.desk.desk import Desk
from tally.review.desk.server import serve

_NAMED = re.compile(r"([a-z0-9-]*)(?:/([a-z0-9-]+))?")


@click.command()
@click.argument("source", metavar="[DATASET[/SOURCE]]", default="")
@click.option("--port", type=click.IntRange(0, 65_535), default=0, help="Default: a free one.")
@click.option("--open/--no-open", "opens", default=True, help="Open the page in a browser.")
def review(source: str, port: int, opens: bool) -> None:
    """Review what the machine read in a source, beside its text, by key.

    A page opens that only this machine and this address reach. Each decision is written to the
    data files at once, if check has nothing against it. Ctrl-C ends the desk.
    """
    if not (DATASETS / "vocabulary").is_dir():
        raise click.UsageError(f"there is no datasets/vocabulary/ here; {GO_THERE}")
    named = _NAMED.fullmatch(source)
    wanted = (named[1], named[2] or "") if named else ("", source)
    with tempfile.TemporaryDirectory(prefix="tally-desk-") as kept:
        desk = Desk(DATASETS, wanted, Path(kept))
        if not desk.sources():
            raise click.UsageError(f"{source or 'datasets/'}: no source whose text is kept")
        _serve(desk, port, opens)


def _serve(desk: Desk, port: int, opens: bool) -> None:
    def ready(address: str) -> None:
        click.echo(f"The desk is at {address}\nCtrl-C ends it; what is decided is written.")
        if opens:
            click.launch(address)

    try:
        serve(desk, port, ready)
    except KeyboardInterrupt:
        sys.exit(0)

"""`tally evaluate`: precision and recall of extraction against annotated text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from tally.cli import told
from tally.extract.evaluate import ATTRIBUTES, Evaluation, NoGoldError, Score
from tally.extract.evaluate import evaluate as evaluate_folder
from tally.text import TextError

# Wide enough for every column where there is no terminal to ask.
WIDTH = 130


@click.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="List what was missed, made up or misread.")
def evaluate(gold_dir: Path, errors: bool) -> None:
    """Precision and recall of extraction against annotated text."""
    try:
        evaluation = evaluate_folder(gold_dir)
    except NoGoldError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        click.echo(f"error: {told(error)}", err=True)
        sys.exit(1)
    except (ValueError, TextError) as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    Console(width=None if sys.stdout.isatty() else WIDTH).print(_table(evaluation))
    if errors:
        for score in evaluation.scores:
            for line in error_lines(score):
                click.echo(line)


def _table(evaluation: Evaluation) -> Table:
    table = Table()
    for heading in ("document", "numbers", "precision", "recall", "F1", *ATTRIBUTES, "all five"):
        table.add_column(heading, justify="left" if heading == "document" else "right")
    for score in (*evaluation.scores, evaluation.total):
        table.add_row(score.document, str(len(score.pairs) + len(score.missed)), *_figures(score))
    return table


def _figures(score: Score) -> Iterator[str]:
    shares = (score.precision, score.recall, score.f1)
    for share in (*shares, *(score.accuracy(a) for a in ATTRIBUTES), score.all_right):
        yield f"{share:.3f}"


def error_lines(score: Score) -> Iterator[str]:
    """One line for each number missed, made up or misread, with its place."""
    for gold in score.missed:
        yield _line(score, gold.start, f"missed {gold.number_text} ({gold.name})")
    for claim in score.invented:
        yield _line(score, claim.start, f"made up {claim.number_text} ({claim.name})")
    for pair in score.pairs:
        for attribute in pair.wrong:
            wanted, found = getattr(pair.gold, attribute), getattr(pair.claim, attribute)
            number = pair.claim.number_text
            message = f"misread {number}: {attribute} is {wanted}, read as {found}"
            yield _line(score, pair.claim.start, message)


def _line(score: Score, place: int, message: str) -> str:
    return f"{score.document}:{place}: {message}"

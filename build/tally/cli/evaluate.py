"""`tally evaluate`: precision and recall of extraction against annotated text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.table import Column

from tally.check.formats import one_line
from tally.cli.commands import told
from tally.cli.tables import print_table
from tally.extract.confidence import as_yaml, calibration
from tally.extract.evaluate import ATTRIBUTES, NoGoldError, Score
from tally.extract.evaluate import evaluate as evaluate_folder
from tally.text import TextError

_FIGURES = ("numbers", "precision", "recall", "F1", *ATTRIBUTES, "all five")

_BANDS = ("claims", "mean", "right")


@click.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--calibrate", is_flag=True, help="Print the weights of confidence that these passages give."
)
@click.option("--errors", is_flag=True, help="List what was missed, made up or misread.")
def evaluate(gold_dir: Path, errors: bool, calibrate: bool) -> None:
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
    if calibrate:
        click.echo(as_yaml(evaluation.examples), nl=False)
        return
    columns = [Column("document"), *(Column(one, justify="right") for one in _FIGURES)]
    print_table(columns, map(_row, (*evaluation.scores, evaluation.total)))
    bands = [Column("confidence"), *(Column(one, justify="right") for one in _BANDS)]
    print_table(bands, map(_band, calibration(evaluation.judged)))
    if errors:
        for score in evaluation.scores:
            for line in error_lines(score):
                click.echo(one_line(line))


def _band(row: tuple[str, int, float, float]) -> tuple[str, str, str, str]:
    band, claims, mean, right = row
    return band, str(claims), f"{mean:.3f}", f"{right:.3f}"


def _row(score: Score) -> Iterator[str]:
    yield score.document
    yield str(len(score.pairs) + len(score.missed))
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

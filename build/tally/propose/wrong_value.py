"""A figure that somebody says is wrong: its one line, and the correction that tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tally.check.measures import FALLING
from tally.propose.amount import Amount, read_amount, written
from tally.propose.draft import Draft, Entry, raised
from tally.propose.figures import find_record
from tally.propose.form import Form
from tally.propose.reasons import UnfitError
from tally.records.model import Correction, Dataset, Datasets, Figure, Observation
from tally.terms import Comparator, CorrectionKind
from tally.words.tables import phrase
from tally.write import Edit, Value

_LONGEST_REASON = 400


def correct_value(form: Form, datasets: Datasets, today: str) -> Draft:
    """The change that the form `wrong-value` asks for; raises UnfitError."""
    dataset, record = find_record(form.answer("figure"), datasets)
    figure = record.figure
    if figure is None:
        raise UnfitError(f"{record.id} has no number: say in the form `outcome` what became of it")
    evidence = form.answer("evidence")
    if not evidence:
        raise UnfitError("no evidence is given: the sentence, or a document others can check")
    amount = read_amount(form.answer("correct"), datasets.vocabulary)
    in_series = isinstance(record, Observation) and record.in_series
    edits = tuple(_in_series(figure, amount) if in_series else _edits(figure, amount))
    if not edits:
        raise UnfitError(f"{record.id} is {written(figure)} already")
    version = next_patch(dataset.version)
    corrected = _correction(form, dataset, record.id, figure, amount, evidence, today, version)
    return Draft(
        dataset.id,
        edits=(*edits, *raised(dataset, version, today)),
        entries=[Entry(f"{dataset.id}/corrections.yml", "corrections", corrected)],
        remarks=tuple(_remarks(figure, amount)),
    )


def next_patch(version: str) -> str:
    """The version of a dataset of which a value was put right."""
    major, minor, patch = map(int, version.split("."))
    return f"{major}.{minor}.{patch + 1}"


def _in_series(figure: Figure, amount: Amount) -> Iterator[Edit]:
    """The cell alone: what a series says of all its cells is no slip of one."""
    if amount.high is not None or amount.bound or amount.down:
        raise UnfitError("a cell of a series is a plain number: enter this one as its own entry")
    if amount.unit not in (None, figure.unit):
        raise UnfitError(f"all of this series is in {figure.unit}: say the number in it")
    if amount.value != figure.value or f"{amount.value:f}" != f"{figure.value:f}":
        yield Edit(figure.places["value"], amount.value)


def _edits(figure: Figure, amount: Amount) -> Iterator[Edit]:
    places = figure.places
    if (amount.high is None) != (figure.value_high is None):
        raise UnfitError("a range and a number are said differently: this takes a person")
    if f"{amount.value:f}" != f"{figure.value:f}":
        yield Edit(places["value"], amount.value)
    if amount.high is not None and amount.high != figure.value_high:
        yield Edit(places["value_high"], amount.high)
    if amount.unit not in (None, figure.unit):
        yield Edit(places["unit"], amount.unit or figure.unit)
    if amount.bound and amount.bound not in (figure.comparator, Comparator.RANGE):
        bounded = "comparator" in places
        place = places["comparator"] if bounded else places["value"]
        yield Edit(place, amount.bound, "" if bounded else "comparator")
    if amount.down and figure.direction is None and figure.measure in FALLING:
        yield Edit(places["unit"], "down", "direction")
    if figure.stated is not None and _stated(figure, amount) != figure.stated:
        yield Edit(places["stated"], _stated(figure, amount))


def _stated(figure: Figure, amount: Amount) -> str:
    return amount.written if amount.unit else f"{amount.written}{figure.unit}"


def _remarks(figure: Figure, amount: Amount) -> Iterator[str]:
    if figure.comparator not in (Comparator.EQ, Comparator.RANGE) and amount.bound is None:
        yield f"the form says nothing of the wording: it stays {figure.comparator}"
    if figure.direction and not amount.down:
        yield "the figure is a decline, and stays one"


def _correction(
    form: Form,
    dataset: Dataset,
    figure_id: str,
    figure: Figure,
    amount: Amount,
    evidence: str,
    today: str,
    version: str,
) -> dict[str, Value]:
    reason = phrase("change.reader", evidence=evidence[:_LONGEST_REASON])
    now = replace(
        figure,
        value=amount.value,
        value_high=amount.high,
        unit=amount.unit or figure.unit,
    )
    return {
        "date": today,
        "kind": str(CorrectionKind.CORRECTION),
        "figure": figure_id,
        "old": _last_said(dataset, figure_id) or written(figure),
        "new": written(now),
        "reason": {"zh": reason.zh, "en": reason.en},
        "by": form.by,
        "since": version,
    }


def _last_said(dataset: Dataset, figure_id: str) -> str | None:
    """What the last correction of a figure calls new: the next begins with these words."""
    own: list[Correction] = [
        one
        for one in dataset.corrections
        if one.figure == figure_id and one.kind == CorrectionKind.CORRECTION
    ]
    return max(own, key=lambda one: one.date).new if own else None

"""A report that somebody sends in: its text becomes a source of the area's dataset, as `tally new`
lays it out. Nothing is fetched from an address."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from tally.propose.draft import Draft
from tally.propose.form import Form
from tally.propose.reasons import UnfitError
from tally.records.model import Area, Dataset, Datasets
from tally.records.urls import is_url
from tally.start import Given, StartError, home_of, lay_out
from tally.text import TextError
from tally.text.documents import Document

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SHORTEST = 200


def new_report(form: Form, root: Path, datasets: Datasets, today: str) -> Draft:
    """The change that the form `new-report` asks for; raises UnfitError."""
    area = _area(form.answer("area"), datasets)
    dataset = _dataset(area, datasets)
    year, address = form.answer("year"), form.answer("address")
    if not _YEAR.fullmatch(year):
        raise UnfitError("the year is four digits, such as 2026")
    if address and not is_url(address):
        raise UnfitError("the address is none: https:// and a host by its name")
    text = form.answers.get("text", "")
    if len(text) < _SHORTEST:
        raise UnfitError(
            f"its text is not in the form, and nothing is fetched from addresses; with the text: "
            f"tally new {dataset.id} FILE --area {area.id} --year {year}"
        )
    given = Given(int(year), address or None)
    document = Document(text.encode(), text)
    try:
        home = home_of(root, dataset.id, area.id if len(dataset.areas) > 1 else None)
        start = lay_out(home, document, datasets.vocabulary, date.fromisoformat(today), given)
    except (StartError, TextError) as error:
        raise UnfitError(str(error)) from error
    if start.source in dataset.sources:
        raise UnfitError(f"{dataset.id} has the report already: {start.source}")
    folder = f"{dataset.id}/sources/{start.source}"
    elsewhere = start.elsewhere and f"the text is about {start.elsewhere}"
    return Draft(
        dataset.id,
        files={f"{folder}/{name}": file for name, file in start.source_files.items()},
        remarks=(
            f"{start.claims} figures that the machine read; none of them is entered yet",
            "compare the text with the address before it is merged",
            *([elsewhere] if elsewhere else []),
        ),
    )


def _area(answer: str, datasets: Datasets) -> Area:
    """The area of an id or a name: that alone, or behind those it lies in (江苏省昆山市)."""
    areas = datasets.vocabulary.areas.values()
    exact = [one for one in areas if answer in (one.id, one.name.zh, one.name.en)]
    if found := exact or [one for one in areas if answer.endswith(one.name.zh)]:
        return max(found, key=lambda one: len(one.name.zh))
    raise UnfitError(
        "the area is new here; with its text: tally new DATASET FILE --name ZH EN --code CODE"
    )


def _dataset(area: Area, datasets: Datasets) -> Dataset:
    """The dataset that the area's reports go to: its own before one of several areas."""
    own = [one for one in datasets.datasets.values() if area.id in one.areas]
    if not own:
        raise UnfitError(f"no dataset has {area.id} yet; with the text: tally new {area.id} FILE")
    return min(own, key=lambda one: (len(one.areas), one.id))

"""Repairs restore words: no number of a source is another one behind them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tally.records.model import Repair, Source
from tally.records.problem import Problem

_NUMBER = re.compile("[0-9]+")
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def repair_problems(source: Source) -> Iterator[Problem]:
    """Repairs whose reading has other numbers than the raw words, and corrections of years
    that change more than years."""
    for repair in source.repairs:
        if _numbers(repair.raw) != _numbers(repair.reading):
            yield _problem(repair)
    for correction in source.year_corrections:
        if _but_years(correction.raw) != _but_years(correction.reading):
            yield _problem(correction)


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(unicodedata.normalize("NFKC", text))


def _but_years(text: str) -> list[str]:
    return [number for number in _numbers(text) if not _YEAR.fullmatch(number)]


def _problem(repair: Repair) -> Problem:
    message = f"the numbers of {repair.reading} are not those of {repair.raw}"
    help_ = "look again; nothing needs to change when the digits themselves were damaged"
    return Problem(repair.place, "repair", message, help_, severity="warning")

"""The other way to read a figure: as its own report writes it, or as a page now would."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from tally.records.model import Figure
from tally.words.numbers import Units, number

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_OF_REPORTS = "zh"


def stated(figure: Figure, units: Units) -> str:
    """The figure as its report writes it: 4250亿元, 6%—6.5%."""
    return number(figure, units, _OF_REPORTS)


def restated(figure: Figure, units: Units, lang: str) -> str | None:
    """The report's own form, for a language that writes it otherwise."""
    own = stated(figure, units)
    return None if own == number(figure, units, lang) else own


def reread(text: str, like: Figure, units: Units, lang: str) -> str:
    """A former value (4250亿元) in words of the language; other text stays as it is.

    Number and unit must read as a figure like the one that took its place would be stated.
    """
    value = _NUMBER.match(text)
    if value is None:
        return text
    former = replace(like, value=Decimal(value[0]), value_high=None)
    return number(former, units, lang) if stated(former, units) == text else text

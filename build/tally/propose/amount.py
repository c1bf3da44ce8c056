"""An amount as somebody writes it in a form: about 4260亿元, 下降3.2%, 5%-6%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tally.extract.wording import wordings
from tally.propose.reasons import UnfitError
from tally.records.model import Figure, Vocabulary
from tally.records.trace import Stated, stated_numbers, unit_agrees
from tally.terms import Comparator

_LONGEST = 60
_SIGNED = re.compile(r"^\s*[-−–—﹣－+＋]")
_WORDS = re.compile(r"[\w ≈≥≤<>≧≦]*")
_PLAIN = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with what bounds it; `unit` is the vocabulary's, None where none is written.

    `bound` is None where no word bounds the number, `written` the number with its unit.
    """

    value: Decimal
    high: Decimal | None
    unit: str | None
    bound: Comparator | None
    down: bool
    written: str


def read_amount(text: str, vocabulary: Vocabulary) -> Amount:
    """The one amount that an answer says; raises UnfitError."""
    shown = text[:_LONGEST]
    if _SIGNED.match(text):
        raise UnfitError(
            f"{shown}: write a decline in words (下降3.2%), other numbers without a sign"
        )
    numbers = stated_numbers(text, vocabulary.unit_names)
    if len(text) > _LONGEST or len(numbers) != 1:
        raise UnfitError(
            f"{shown}: say one number with its unit, such as 4260亿元, and nothing else"
        )
    number = numbers[0]
    if not _WORDS.fullmatch(text[: number.start] + text[number.end :]):
        raise UnfitError(f"{shown}: beside the number only what bounds it is read, such as 以上")
    if number.digits is None or not _PLAIN.fullmatch(number.digits):
        raise UnfitError(f"{shown}: write the number in digits, as its source does")
    said = wordings(text, vocabulary.unit_names).get(number.start)
    bound = said.comparator if said and said.comparator != Comparator.EQ else None
    return Amount(
        Decimal(number.digits),
        number.high,
        _unit_of(number, vocabulary),
        bound,
        bool(said and said.down),
        text[number.start : number.end],
    )


def _unit_of(number: Stated, vocabulary: Vocabulary) -> str | None:
    if not number.units:
        return None
    fits = [unit for unit in vocabulary.units if unit_agrees(unit, number, vocabulary.units)]
    if not fits:
        raise UnfitError(f"{number.units[0]} is no unit of vocabulary/units.yml")
    return number.units[0] if number.units[0] in fits else fits[0]


def written(figure: Figure) -> str:
    """A figure as corrections write it: 4250亿元, 5-6%."""
    high = f"-{figure.value_high:f}" if figure.value_high is not None else ""
    return f"{figure.value:f}{high}{figure.unit}"

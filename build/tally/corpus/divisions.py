"""Which division of China a document is of, by the names of GB/T 2260 in divisions.csv.

The table holds each province, prefecture and county that existed in 2008 or since, with the first
and the last year of a code under a name; empty means before 2008, or still.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NATION = "000000"
_NATIONAL = re.compile(r"全国人民代表大会|国务院总理")


@dataclass(frozen=True, slots=True)
class Division:
    """A division by its code and name, with the years in which it had both."""

    code: str
    name: str
    first: int
    last: int

    @property
    def depth(self) -> int:
        """0 for the nation, 1 for a province, 2 for a prefecture, 3 for a county."""
        pairs = (self.code[:2], self.code[2:4], self.code[4:])
        return sum(pair != "00" for pair in pairs)


def division_of(said: Sequence[str], year: int | None) -> Division | None:
    """The division that a document is of; None where nothing tells, or several are as likely.

    `said` is what may name it, the surest first (its path and title, then its head): the first
    that names any decides. Of a place and the one it lies in the smaller is meant; of two of
    one name the one whose parent is named too, anywhere, or that existed in that year.
    """
    for text in said:
        named = _deepest(_named(text))
        if named:
            return _the_one(named, "\n".join(said), year)
    return _division(_NATION) if _NATIONAL.search("\n".join(said)) else None


def _named(text: str) -> list[Division]:
    """The divisions whose name stands in a text, but not only within a longer one's."""
    names = sorted((name for name in _by_name() if name in text), key=len, reverse=True)
    found = []
    for name in names:
        if name in text:
            found += _by_name()[name]
            text = text.replace(name, "\n")
    return found


def _deepest(found: Sequence[Division]) -> list[Division]:
    deepest = max((one.depth for one in found), default=0)
    return [one for one in found if one.depth == deepest]


def _the_one(named: Sequence[Division], said: str, year: int | None) -> Division | None:
    """The only one that is left when the year, then the parents, have had their say."""
    there = [one for one in named if year is None or one.first <= year <= one.last] or named
    told = [one for one in there if any(name in said for name in _parents(one))] or there
    return told[0] if len({one.code for one in told}) == 1 else None


def _parents(one: Division) -> Iterator[str]:
    """The names of what a division lies in, but for one of its own name."""
    for code in (one.code[:4] + "00", one.code[:2] + "0000"):
        parent = _division(code)
        if parent and parent.name != one.name:
            yield parent.name


@cache
def _by_name() -> dict[str, list[Division]]:
    """All divisions by name, but for the nation, whose name stands in many texts."""
    named: dict[str, list[Division]] = {}
    for one in _divisions():
        if one.code != _NATION:
            named.setdefault(one.name, []).append(one)
    return named


@cache
def _division(code: str) -> Division | None:
    """The newest division of a code."""
    known = [one for one in _divisions() if one.code == code]
    return max(known, key=lambda one: one.last, default=None)


@cache
def _divisions() -> tuple[Division, ...]:
    text = files("tally.corpus").joinpath("divisions.csv").read_text("utf-8")
    return tuple(
        Division(row["code"], row["name"], int(row["from"] or 0), int(row["to"] or 9999))
        for row in csv.DictReader(text.splitlines())
    )

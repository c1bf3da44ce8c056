"""What kind of document a text is, and the years it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from tally.extract.dating import CERTAIN, Spoken, spoken
from tally.extract.genre import Genre, kind_of

__all__ = ("Genre", "Setting", "setting")


@dataclass(frozen=True, slots=True)
class Setting:
    """`year` is the one the document speaks from; `reviewed` the last year it reports on.

    `now` is the year it calls 今年; `part` is the part of that year it covers, such as H1;
    `span` the plan it sets out; `certain` that its year is beyond doubt.
    """

    genre: Genre
    year: int | None
    reviewed: int | None
    now: int | None
    part: str = ""
    span: tuple[int, int] | None = None
    certain: bool = True


def setting(text: str, year: int | None = None) -> Setting:
    """Read the genre and the year from a compact text; a given year comes first."""
    kind = kind_of(text)
    if kind.span:
        first = year or kind.span[0]
        span = (first, first) if kind.span[0] == kind.span[1] else kind.span
        return Setting("plan", first, first - 1, first, span=span)
    said = Spoken(year, year, CERTAIN) if year else spoken(text, kind.genre, kind.part)
    certain = said.lead >= CERTAIN
    if kind.genre in ("bulletin", "progress"):
        return Setting(kind.genre, said.year, said.year, said.year, kind.part, certain=certain)
    reviewed = said.year - 1 if said.year else None
    return Setting("report", said.year, reviewed, said.now, certain=certain)

"""What kind of document a text is, and the years it speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tally.extract.dating import Spoken, spoken
from tally.extract.genre import Genre, kind_of

_ENOUGH = 20_000
_FEWEST_HOPES = 2
_HOPES = re.compile("力争|努力实现|奋力实现|确保(?!了)|(?:今年|明年|我们|年内)[将要]")
_LOOKS_BACK = re.compile(
    "同比|[比较](?:上年|去年|年初)|预计|去年|年来|回顾|过去|总结|已[经完建实达]|荣获|获评|了|截[至止]|初步核算"
)
__all__ = ("Genre", "Setting", "setting")


@dataclass(frozen=True, slots=True)
class Setting:
    """`year` is the one the document speaks from; `reviewed` the last year it reports on.

    `now` is the year it calls 今年; `part` is the part of that year it covers, such as H1;
    `span` the plan it sets out; `ahead` that all it says is promised.
    """

    genre: Genre
    year: int | None
    reviewed: int | None
    now: int | None
    part: str = ""
    span: tuple[int, int] | None = None
    ahead: bool = False


def setting(text: str, year: int | None = None) -> Setting:
    """Read the genre and the year from a compact text; a given year comes first."""
    kind = kind_of(text)
    if kind.span:
        first = year or kind.span[0]
        span = (first, first) if kind.span[0] == kind.span[1] else kind.span
        return Setting("plan", first, first - 1, first, span=span)
    said = Spoken(year, year) if year else spoken(text, kind.genre, kind.part)
    if kind.genre in ("bulletin", "progress"):
        return Setting(kind.genre, said.year, said.year, said.year, kind.part)
    reviewed = said.year - 1 if said.year else None
    return Setting("report", said.year, reviewed, said.now, ahead=_only_promises(text))


def _only_promises(text: str) -> bool:
    """Whether a text, such as a report's last pages, hopes more than once and never looks back."""
    hopes = len(_HOPES.findall(text[:_ENOUGH]))
    return hopes >= _FEWEST_HOPES and not _LOOKS_BACK.search(text[:_ENOUGH])

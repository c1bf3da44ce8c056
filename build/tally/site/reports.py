"""A report as it is read: what serves as a heading in it, and the pages a long one is cut into.

An address in a report names a paragraph, a sentence or a figure. All of them stood on its first
page once, so the page that lacks one looks for it on the others (reader.js).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial

from tally.records.model import Evidence, Source
from tally.site import routes

PARAGRAPH = re.compile(r"[^\r\n]+")
_ROOM = 9_000  # characters of a page, with whose marks it stays light
_HEADING_AT_MOST = 40
_OPENING_AT_MOST = 16
_ENTRY_AT_MOST = 26
_RATHER = 3
_DIVISION = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(]一[）)]")
_NUMBERED = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of its own, or the `opening` sentence of a paragraph that serves as one; `entry` is
    what the contents list calls it."""

    level: int
    opening: bool
    entry: str


def heading_of(paragraph: str) -> Heading | None:
    """A short line without a full stop; or an opening sentence that is numbered, or so short that
    it names what the paragraph goes on to say."""
    words = paragraph.strip()
    first, stop, _ = words.partition("。")
    if not stop:
        line = len(words) <= _HEADING_AT_MOST and not words.endswith(("！", "？", "：", ":"))
        return Heading(2, opening=False, entry=words) if line else None
    numbered = _NUMBERED.match(words) is not None
    if re.search("[！？：]", first) or not (numbered or len(first) <= _OPENING_AT_MOST):
        return None
    entry = first if len(first) <= _ENTRY_AT_MOST else first.split("，", 1)[0]
    return Heading(2 if numbered else 3, opening=True, entry=entry)


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a report: where it begins in the reading text, and its first heading."""

    start: int
    entry: str | None


@cache
def parts_of(text: str) -> tuple[Part, ...]:
    """The pages of a reading text, as even as its headings allow; a short one has one page. A page
    would rather begin where a division of the report does."""
    wanted = -(-len(text) // _ROOM)
    places = _beginnings(text)
    even = (len(text) * n // wanted for n in range(1, wanted))
    chosen = {min(places, key=partial(_distance, places, at)) for at in even if places}
    return tuple(Part(at, _entry(text[at:])) for at in (0, *sorted(chosen)))


def _distance(places: Mapping[int, bool], wanted: int, place: int) -> int:
    return abs(wanted - place) // (_RATHER if places[place] else 1)


def _beginnings(text: str) -> Mapping[int, bool]:
    """Where a page may begin: at a heading, with the line before it that leads up to it; and
    whether a division of the report begins there."""
    found: dict[int, bool] = {}
    lead: int | None = None
    for match in PARAGRAPH.finditer(text):
        heading = heading_of(match.group())
        if heading and heading.level == 2:
            division = _DIVISION.match(heading.entry) is not None
            found[match.start() if lead is None else lead] = division
        lead = match.start() if match.group().rstrip().endswith(("：", ":")) else None
    return {at: division for at, division in found.items() if at}


def _entry(text: str) -> str | None:
    headings = (heading_of(match.group()) for match in PARAGRAPH.finditer(text))
    return next((one.entry for one in headings if one), None)


def part_route(source: Source, part: int = 0) -> str:
    """The address of a page of a source."""
    return routes.source(source.dataset, source.id, str(part + 1) if part else "")


def part_span(source: Source, part: int) -> tuple[int, int]:
    """Where a page of a source begins and ends in its reading text; (0, 0) without one."""
    if source.reading is None:
        return 0, 0
    text = source.reading.text
    bounds = [*(one.start for one in parts_of(text)), len(text)]
    return bounds[part], bounds[part + 1]


def route_of(source: Source, evidence: Evidence, *, number: bool) -> str:
    """The page of a source on which the number, or else the words, of a statement stand."""
    span = evidence.span
    if source.reading is None or span is None:
        return part_route(source)
    at = span.number_start if number else span.quote_start
    starts = [part.start for part in parts_of(source.reading.text)]
    return part_route(source, bisect_right(starts, at) - 1)

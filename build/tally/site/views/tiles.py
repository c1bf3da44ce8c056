"""The provinces as a grid of named tiles: what each promises, what it reached, whether it kept its
word. The reader chooses which is shown; each is in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tally.derive.across import Across, Said
from tally.derive.model import Outlook
from tally.derive.reasons import implied_words
from tally.records.model import Area
from tally.site import routes
from tally.site.library import Library
from tally.site.routes import Lang
from tally.site.views.figures import period_label, promise_text, remarks
from tally.terms import Period, VerdictCode
from tally.words import pick, say, word
from tally.words.figures import worded
from tally.words.sentences import said_in

CHOICES = ("promise", "result", "kept")


@dataclass(frozen=True, slots=True)
class Telling:
    """What a tile says under one choice, what must be said beside it, and the mark of a verdict."""

    text: str
    remark: str = ""
    verdict: VerdictCode | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """An area in its place of the grid, counted from 1, with what it says under each choice."""

    name: str
    route: str
    row: int
    column: int
    told: Mapping[str, Telling | None]


@dataclass(frozen=True, slots=True)
class TileMap:
    """All tiles in reading order, and the choices with their labels."""

    choices: tuple[tuple[str, str], ...]
    tiles: tuple[Tile, ...]


def tile_map(told: Across, year: Period, library: Library, lang: Lang) -> TileMap | None:
    """The areas that have a place in the grid, by what they promise for a year, what came of the
    year before, and whether that kept its promise; None where no two have one."""
    last = year.before
    tiles = [
        _tile(known, told.of(area, year), told.of(area, last), library, lang)
        for area in library.ledgers
        if (known := library.vocabulary.areas.get(area)) and known.code in places()
    ]
    labels = ((one, _label(one, year, last, lang)) for one in CHOICES)
    ordered = sorted(tiles, key=lambda tile: (tile.row, tile.column))
    return TileMap(tuple(labels), tuple(ordered)) if tiles[1:] else None


@cache
def places() -> Mapping[str, Mapping[str, Any]]:
    """Where each province stands, by its code: tiles.yml of this room."""
    text = files("tally.site").joinpath("tiles.yml").read_text("utf-8")
    found: Mapping[str, Mapping[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def _label(choice: str, year: Period, last: Period, lang: Lang) -> str:
    period = period_label(year if choice == "promise" else last, lang)
    return say(f"tiles.{choice}", lang, period=period)


def _tile(area: Area, due: Said, last: Said, library: Library, lang: Lang) -> Tile:
    place = places()[area.code]
    told = {
        "promise": _promise(due.promise, library, lang) if due.promise else None,
        "result": _result(last, area.id, library, lang),
        "kept": _kept(last.promise, lang) if last.promise else None,
    }
    name = place["zh"] if lang == "zh" else pick(area.name, lang)
    return Tile(name, routes.area(area.id), place["row"], place["column"], told)


def _promise(outlook: Outlook, library: Library, lang: Lang) -> Telling:
    target = outlook.target
    units = library.vocabulary.units
    short = worded(target.figure, units, lang, "chart") if target.figure else ""
    return Telling(short or promise_text(target, library, lang), " ".join(remarks(target, lang)))


def _result(said: Said, area: str, library: Library, lang: Lang) -> Telling | None:
    if said.result:
        text = worded(said.result.figure, library.vocabulary.units, lang, "cell")
        return Telling(text, " ".join(remarks(said.result, lang)))
    if said.derived is None:
        return None
    words = implied_words(said.derived, library.ledgers[area])
    text = said_in(lang, words, library.vocabulary, "cell")
    return Telling(text, say("inference.derived", lang))


def _kept(outlook: Outlook, lang: Lang) -> Telling:
    verdict = outlook.verdict
    derived = say("inference.derived", lang) if verdict.inference == "derived" else ""
    return Telling(word(verdict.code, lang), derived, verdict.code)

"""The characters of a data file: what is no text, and what in it cannot be seen."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from tally.records.model import Place
from tally.records.problem import Problem
from tally.text import UNSEEN, named

MAX_BYTES = 5_000_000
MOST_TOLD = 20  # of a kind of problem in a file; the rest are counted

# One class of characters: a search for one of several expressions takes twice as long.
_REFUSED = re.compile(f"{UNSEEN.pattern[:-1]}\t\r]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_of(path: str, data: bytes) -> str | Problem:
    """The characters of a file, or why it has none that are read."""
    if len(data) > MAX_BYTES:
        message = f"the file is too large: {len(data)} bytes, and {MAX_BYTES} are allowed"
        return Problem(Place(path), "yaml", message, "split it by theme")
    if data.startswith(_UTF_16):
        return Problem(Place(path), "yaml", "this is UTF-16 text", "save the file as UTF-8")
    if b"\0" in data:
        at = data.index(b"\0")
        message = "this is not a text file: it holds NUL bytes"
        return Problem(_byte_place(path, data, at), "yaml", message, "save it as UTF-8 text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _byte_place(path, data, error.start)
        if error.reason == "unexpected end of data":
            message = "the file ends in the middle of a character: it was cut short"
            return Problem(place, "yaml", message, "restore the whole file")
        message = f"this is not UTF-8 text: byte 0x{data[error.start]:02x}"
        return Problem(place, "yaml", message, "save the file as UTF-8")


def _byte_place(path: str, data: bytes, at: int) -> Place:
    return place_behind(path, data[:at].decode("utf-8", "replace"))


def place_behind(path: str, before: str) -> Place:
    """The place behind a text that begins at the file's beginning."""
    return Place(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def unseen(path: str, text: str) -> Iterator[Problem]:
    """The characters that cannot be seen, some of them told and the rest counted."""
    everywhere = refused(text)
    found = list(islice(everywhere, MOST_TOLD))
    untold = sum(1 for _ in everywhere)
    if found and all(text[at] == "\r" for at in found):
        del found[1:]  # one setting of the editor
        untold = 0
    for at in found:
        message, help_ = _said_of(text[at], at)
        yield Problem(place_behind(path, text[:at]), "yaml", message, help_)
    if untold:
        yield and_more(place_behind(path, text[: found[-1]]), untold)


def refused(text: str) -> Iterator[int]:
    """Where characters stand that are refused; a line may end as on Windows."""
    found = (match.start() for match in _REFUSED.finditer(text))
    return (at for at in found if not text.startswith("\r\n", at))


def and_more(place: Place, count: int) -> Problem:
    """So many further problems of a kind."""
    message = f"and {count} more of the like in this file"
    return Problem(place, "yaml", message, "put right those before it first", count=count)


def unended(path: str, text: str) -> Iterator[Problem]:
    """A last line without its end reads well, and may yet be half of what it was."""
    if text and not text.endswith("\n"):
        help_ = "end it with a newline; if the file was cut short, restore its end"
        yield Problem(
            place_behind(path, text), "yaml", "the last line has no end", help_, "warning"
        )


def _said_of(character: str, at: int) -> tuple[str, str]:
    if character == "\t":
        return "a tab", "use spaces: two for each level"
    if character == "\ufeff" and at == 0:
        return "a byte-order mark stands at the beginning", "save the file as UTF-8 without BOM"
    if character == "\r":
        return "a line ends as on an old Macintosh", "save the file with line ends LF"
    return named(character), "remove it"

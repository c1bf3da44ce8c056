"""How large things are in a chart, and how wide a text is about: in Tally Sans, in pixels."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

# The first is in our font folder and decides the layout, the same on every machine; a reader who
# does not have it sees the others.
FAMILY = "Tally Sans"
FONT = f"{FAMILY}, system-ui, sans-serif"
FONT_SIZE, TITLE_SIZE = 12, 15
WIDTH = 400  # between the sides of a panel, for the column of a phone and of a page alike
HEIGHTS = (170, 140)  # of the first panel of a chart, and of the others
LEFT = 44  # of it the numbers of its axis
FULL_WIDTH = WIDTH + LEFT
LONG_WIDTH = 660  # of a panel of many years, which a phone moves along
LONG_HEIGHTS = (230, 150)
MARKS_A_ROW = 26  # of promises at a glance
_WIDE, _NARROW = 1.0, 0.54  # of the size of the font
# A line does not begin with these.
_CLOSING = frozenset("，。；：、！？）》」』”’％%")


def size(number: int, long: bool) -> tuple[int, int]:
    """How wide and high a panel of years is."""
    return LONG_WIDTH if long else WIDTH, (LONG_HEIGHTS if long else HEIGHTS)[min(number, 1)]


def text_width(text: str, size: float = FONT_SIZE) -> float:
    """About how wide a line is; the fonts of readers may be wider than ours."""
    return size * sum(map(_em, text))


def wrapped(text: str, width: float, size: float = FONT_SIZE) -> list[str]:
    """The text in lines of about `width` pixels, broken between words or Chinese characters."""
    lines, line = list[str](), ""
    for piece in _pieces(text):
        if line.strip() and text_width((line + piece).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()]


def balanced(text: str, width: float, size: float) -> list[str]:
    """The text in as few lines, of about one length."""
    lines = wrapped(text, width, size)
    narrow = text_width(text, size) / len(lines)
    tries = (wrapped(text, narrow + size * n, size) for n in range(int(width / size)))
    return next((found for found in tries if len(found) == len(lines)), lines)


def _pieces(text: str) -> Iterator[str]:
    """What stays together: a word with the space after it, a character with its closing mark."""
    piece = ""
    for character in text:
        begins = _em(character) == _WIDE or (
            piece and (piece[-1] == " " or _em(piece[-1]) == _WIDE)
        )
        if piece and begins and character not in _CLOSING and character != " ":
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


@cache
def _em(character: str) -> float:
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _NARROW

"""A list file with entries more: its comments, its order and its line ends stay as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tally.records.strict_yaml import Items, Map, parse
from tally.write.entry import Scalar, flow

_FIRST = re.compile(r"^( *)- ", re.MULTILINE)
# A key of a map, and all below it that is indented, or a list at its own margin.
_BLOCK = r"^{}:[^\n]*(?:\n|\Z)(?:(?:[ ]+|- )[^\n]*(?:\n|\Z))*"
_EMPTY = re.compile(r"^\[ *\][ \t]*(?:#.*)?\r?\n?", re.MULTILINE)


class WriteError(ValueError):
    """Why a file cannot take what is to be written; the message is for its owner."""


def appended(name: str, text: str, entries: Sequence[str], heading: str = "") -> str:
    """The text of a list file with these entries at its end, indented and ended as its own are.

    `heading` begins a file that holds nothing yet. Raises WriteError when the text, or what
    would become of it, is no list.
    """
    text = _EMPTY.sub("", text) if _items(name, text) == 0 else text
    before = _items(name, text)
    first = _FIRST.search(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    margin = first[1] if first else ""
    lines = (margin + line if line else line for e in entries for line in e.splitlines())
    ending = newline if text and not text.endswith("\n") else ""
    joined = (text or heading) + ending + "".join(line + newline for line in lines)
    if _items(name, joined) != before + len(entries):
        raise WriteError(f"{name} cannot take further entries: it is no list of lines")
    return joined


def listed_under(name: str, text: str, key: str, entries: Sequence[Mapping[str, Scalar]]) -> str:
    """The text of a map file with these entries at the end of its list `key`, a line each.

    Raises WriteError when the text, or what would become of it, is no map with such a list.
    """
    before = _items_under(name, text, key)
    newline = "\r\n" if "\r\n" in text else "\n"
    block = re.search(_BLOCK.format(key), text, re.MULTILINE)
    start, end = block.span() if block else (len(text), len(text))
    own = re.sub(r":[ \t]*\[ *\]", ":", text[start:end], count=1) or f"{key}:{newline}"
    first = _FIRST.search(own)
    margin = first[1] if first else "  "
    lines = [f"{margin}- {flow(entry)}{newline}" for entry in entries]
    pieces = (text[:start], own, *lines, text[end:])
    joined = "".join(_ended(piece, newline) for piece in pieces)
    if _items_under(name, joined, key) != before + len(entries):
        raise WriteError(f"{name} cannot take further entries under {key}: it is no list of lines")
    return joined


def _ended(text: str, newline: str) -> str:
    return text if not text or text.endswith("\n") else text + newline


def _items_under(name: str, text: str, key: str) -> int:
    document = parse(name, text.encode())
    wrong = next((p for p in document.problems if p.severity == "error"), None)
    if wrong or not isinstance(document.root, Map):
        raise WriteError(f"{wrong.place}: {wrong.message}" if wrong else f"{name} is no map")
    found = document.root.get(key, [])
    if not isinstance(found, list):
        raise WriteError(f"{name} cannot take entries under {key}: it is no list")
    return len(found)


def _items(name: str, text: str) -> int:
    """How many entries a list file holds."""
    if not text.strip():
        return 0
    document = parse(name, text.encode())
    wrong = next((p for p in document.problems if p.severity == "error"), None)
    if wrong:
        raise WriteError(f"{wrong.place}: {wrong.message}")
    if document.root is None:
        return 0
    if not isinstance(document.root, Items):
        raise WriteError(f"{name} cannot take further entries: it is no list")
    return len(document.root)

"""A list file with entries more: its comments, its order and its line ends stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tally.records.strict_yaml import Items, parse

_FIRST = re.compile(r"^( *)- ", re.MULTILINE)
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

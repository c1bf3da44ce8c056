"""Values of a file changed in place: all other bytes of it stay as somebody wrote them.

What would come out is read again before it is given back: exactly what was asked for differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import yaml

from tally.records.model import Place
from tally.records.strict_yaml import Items, Map, Value, parse
from tally.write import entry
from tally.write.listed import WriteError

_Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """The scalar at a place becomes `value`; or, with a `field`, a field of that name and value is
    put before that whose value stands there."""

    place: Place
    value: entry.Scalar
    field: str = ""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A scalar of a document: the way to it, what it says, where it and its key stand."""

    path: _Path
    said: str
    place: Place
    key: Place | None


def edited(name: str, text: str, edits: Sequence[Edit]) -> str:
    """The text of a file with these edits; raises WriteError where one has no such place, or
    would change anything else."""
    leaves = _leaves(name, text)
    expected = {leaf.path: leaf.said for leaf in leaves}
    changes: list[tuple[int, int, str]] = []
    for edit in edits:
        leaf = _leaf_at(name, leaves, edit)
        path = (*leaf.path[:-1], edit.field) if edit.field else leaf.path
        if edit.field and path in expected:
            raise WriteError(f"{edit.place}: {edit.field} is there already")
        expected[path] = _said(edit.value)
        changes.append(_change(name, text, edit, leaf))
    for start, end, words in sorted(changes, reverse=True):
        text = text[:start] + words + text[end:]
    if {leaf.path: leaf.said for leaf in _leaves(name, text)} != expected:
        raise WriteError(f"{name} cannot be edited by itself here: change the line by hand")
    return text


def with_field(name: str, text: str, place: Place, field: str, value: entry.Value) -> str:
    """The text of a list file whose entry at a place has one field more, behind all it has.

    Raises WriteError where there is no such entry, or where it has the field already.
    """
    before = {leaf.path: leaf.said for leaf in _leaves(name, text)}
    lines = text.splitlines(keepends=True)
    own = _lines_of(name, text, place)
    margin, newline = " " * (place.column - 1), "\r\n" if "\r\n" in text else "\n"
    added = [margin + line + newline for line in entry.field_lines(field, value)]
    ended = lines[own - 1] if lines[own - 1].endswith("\n") else lines[own - 1] + newline
    made = "".join((*lines[: own - 1], ended, *added, *lines[own:]))
    after = {leaf.path: leaf.said for leaf in _leaves(name, made)}
    more = {path[:2] for path in after.keys() - before.keys()}
    if any(after.get(path) != said for path, said in before.items()) or len(more) != 1:
        raise WriteError(f"{name}:{place.line} cannot take {field}: add it by hand")
    return made


def _lines_of(name: str, text: str, place: Place) -> int:
    """The last line, from 1, of the entry at a place."""
    root = parse(name, text.encode()).root
    starts = [one.place for one in root if isinstance(one, Map)] if isinstance(root, Items) else []
    here = [one for one in starts if (one.line, one.column) == (place.line, place.column)]
    if not here:
        raise WriteError(f"{name}:{place.line}: no entry begins here")
    following = min((one.line for one in starts if one.line > place.line), default=None)
    lines = text.splitlines()
    last = following - 1 if following else len(lines)
    while lines[last - 1].strip() == "" or lines[last - 1].lstrip().startswith("#"):
        last -= 1
    return last


def _leaf_at(name: str, leaves: Sequence[_Leaf], edit: Edit) -> _Leaf:
    for leaf in leaves:
        if leaf.place[1:] == edit.place[1:] and (leaf.key or not edit.field):
            return leaf
    raise WriteError(f"{name}:{edit.place.line}:{edit.place.column}: no value stands here")


def _change(name: str, text: str, edit: Edit, leaf: _Leaf) -> tuple[int, int, str]:
    """Which characters of the text an edit replaces, and with what."""
    before = leaf.key if edit.field else None
    start, end = _scalar_at(name, text, before or edit.place)
    words = entry.scalar_text(edit.value)
    if before is None:
        return start, end, words
    line = text[text.rfind("\n", 0, start) + 1 : start]
    alone = not line.strip()
    return start, start, f"{edit.field}: {words}" + (f"\n{line}" if alone else ", ")


def _scalar_at(name: str, text: str, place: Place) -> tuple[int, int]:
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        start, end = event.start_mark, event.end_mark
        if not isinstance(event, yaml.ScalarEvent) or not start or not end:
            continue
        if place[1:] == (start.line + 1, start.column + 1):
            return start.index, end.index
    raise WriteError(f"{name}:{place.line}:{place.column}: no value stands here")


def _leaves(name: str, text: str) -> list[_Leaf]:
    document = parse(name, text.encode())
    if wrong := next((p for p in document.problems if p.severity == "error"), None):
        raise WriteError(f"{wrong.place}: {wrong.message}")
    return list(_walk(document.root, (), Place(name), None))


def _walk(node: Value, path: _Path, place: Place, key: Place | None) -> Iterator[_Leaf]:
    if isinstance(node, Map):
        for field, value in node.items():
            yield from _walk(value, (*path, field), node.values_at[field], node.keys_at[field])
    elif isinstance(node, Items):
        for number, value in enumerate(node):
            yield from _walk(value, (*path, number), node.values_at[number], None)
    else:
        yield _Leaf(path, _said(node), place, key)


def _said(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)

"""YAML as the data files may use it: maps, lists and scalars, each with its place.

One pass over the events of the C parser. What makes YAML read differently than it looks is
refused with its place: anchors, aliases, tags, duplicate keys, several documents, tabs, a
byte-order mark, characters that cannot be seen, blanks that are no spaces (but for words of a
source and plain prose), deep nesting, large files and endless ones.

A plain scalar is a number (Decimal, digits as written), `true`, `false` or `null`; one that
YAML readers disagree about (`no`, 12:30, 2021-01-11, 017, 1_000) is an `Ambiguous`, for the
schema to refuse; every other scalar is the text as written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

import yaml

from tally.records.model import Place
from tally.records.problem import Problem
from tally.records.yaml_characters import MOST_TOLD, and_more, refused, text_of, unended, unseen
from tally.records.yaml_messages import syntax_problem
from tally.text import ODD_BLANK, named

MAX_DEPTH = 20
MAX_FIELDS = 10_000  # of one map
MAX_NODES = 500_000  # maps, lists and scalars of a file

Value: TypeAlias = "Map | Items | str | Decimal | bool | None"


class Ambiguous(str):
    """A plain scalar that some YAML readers take for something else than text."""

    __slots__ = ()


class Map(dict[str, Any]):
    """A YAML map that knows the places of its keys and values."""

    __slots__ = ("keys_at", "place", "values_at")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}


class Items(list[Any]):
    """A YAML list that knows the places of its items."""

    __slots__ = ("place", "values_at")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.values_at: list[Place] = []


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its root (None when there are errors) and what is wrong with it.

    `ambiguous` says that some scalar in it is an `Ambiguous`.
    """

    path: str
    root: Value
    problems: tuple[Problem, ...]
    ambiguous: bool = False


def parse(path: str, data: bytes, *, escapes: Container[str] = ()) -> Document:
    """Read one file; `path` is the name that places carry. Never raises for bad input.

    In the fields of `escapes`, words of a source, what cannot be seen may stand as an escape.
    """
    text = text_of(path, data)
    if isinstance(text, Problem):
        return Document(path, None, (text,))
    hidden = tuple(unseen(path, text))
    if hidden:
        return Document(path, None, hidden)
    reader = _Reader(path, text, escapes=escapes)
    root = reader.read()
    if reader.problems:
        return Document(path, None, tuple(reader.problems))
    return Document(path, root, tuple(unended(path, text)), reader.ambiguous)


_MOST_REPEATED = 2
# Where blanks may be any: words of a source, and prose.
_PROSE = frozenset(
    (
        *("quote", "raw", "reading", "text", "stated", "locator"),
        *("note", "reason", "received", "description", "definition", "kept"),
    )
)
_LANGUAGES = frozenset(("zh", "en"))


# --- structure --------------------------------------------------------------------------------


class _FatalError(Exception):
    """What ends the reading of a file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Reader:
    """Builds maps and lists from the parser's events, noting what is refused."""

    def __init__(self, path: str, text: str, *, escapes: Container[str]) -> None:
        self.path = path
        self.escapes = escapes
        self.next_event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
        self.text = text
        # What no value can hold where the file has no such character, nor an escape for one.
        self.escaped = "\\" in text
        self.blank = self.escaped or ODD_BLANK.search(text) is not None
        self.referring = any(mark in text for mark in "&*!")
        self.problems: list[Problem] = []
        self.untold = 0
        self.nodes = 0
        self.ambiguous = False

    def read(self) -> Value:
        root = None
        try:
            root = self._document()
        except _FatalError as error:
            self.problems.append(error.problem)
        except yaml.YAMLError as error:
            self.problems.append(syntax_problem(self.path, self.text, error))
        if self.untold:
            place = self.problems[-1].place
            self.problems.append(and_more(place, self.untold))
        return root

    def _document(self) -> Value:
        self.next_event()
        start = self.next_event()
        if not isinstance(start, yaml.DocumentStartEvent):
            return None
        if start.version or start.tags:
            self._refuse(start, "a directive", "remove the line that begins with %")
        root = self._node(self.next_event(), 1, "")
        self.next_event()
        following = self.next_event()
        if isinstance(following, yaml.DocumentStartEvent):
            self._refuse(following, "a second document begins here", "one file holds one document")
        return root

    def _node(self, event: Any, depth: int, field: str) -> Value:
        """The value that begins with an event; `field` is that which it is of, in any language."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            message = f"the file holds more than {MAX_NODES} values"
            raise _FatalError(self._problem(event, message, "split it by theme"))
        if self.referring:
            self._refuse_references(event)
        if type(event) is yaml.ScalarEvent:
            return self._scalar(event, field)
        if isinstance(event, yaml.AliasEvent):
            return None
        if depth > MAX_DEPTH:
            raise _FatalError(
                self._problem(event, "nested too deeply", f"at most {MAX_DEPTH} levels are allowed")
            )
        if isinstance(event, yaml.MappingStartEvent):
            return self._map(event, depth, field)
        return self._items(event, depth, field)

    def _scalar(self, event: Any, field: str) -> Value:
        if self.blank:
            self._refuse_blanks(event, field)
        text: str = event.value
        if not event.implicit[0]:
            if self.escaped:
                self._refuse_escaped(event, field)
            return text
        value = plain_value(text)
        if type(value) is Ambiguous:
            self.ambiguous = True
        return value

    def _map(self, start: Any, depth: int, field: str) -> Map:
        found = Map(self._place(start))
        keys_at, values_at, repeated = found.keys_at, found.values_at, []
        next_event, place = self.next_event, self._place
        while type(event := next_event()) is not yaml.MappingEndEvent:
            key = self._key(event, len(found))
            value_event = next_event()
            value = self._node(value_event, depth + 1, field if key in _LANGUAGES else key)
            if key in found:
                repeated.append((event, key))
                continue
            found[key] = value
            keys_at[key] = place(event)
            values_at[key] = place(value_event)
        if repeated:
            self._refuse_repeated(found, repeated)
        return found

    def _key(self, event: Any, number: int) -> str:
        if self.referring:
            self._refuse_references(event)
        if type(event) is not yaml.ScalarEvent:
            raise _FatalError(self._problem(event, "a key that is not a word", "name a field"))
        if number >= MAX_FIELDS:
            message = f"more than {MAX_FIELDS} fields"
            raise _FatalError(self._problem(event, message, "begin each entry with '- '"))
        if self.blank:
            self._refuse_blanks(event, "")
        if self.escaped:
            self._refuse_escaped(event, "")
        text: str = event.value
        return text

    def _refuse_repeated(self, found: Map, repeated: Sequence[tuple[Any, str]]) -> None:
        """Each key once; where many come again, an entry began without its mark."""
        if len(repeated) > _MOST_REPEATED:
            event, key = repeated[0]
            message = f"{key} and {len(repeated) - 1} more fields are here twice"
            help_ = "begin a new entry with '- '; if this was pasted twice, remove it"
            self._refuse(event, message, help_)
            return
        for event, key in repeated:
            first = found.keys_at[key].line
            self._refuse(event, f"{key} is here twice, first in line {first}", "keep one")

    def _items(self, start: Any, depth: int, field: str) -> Items:
        found = Items(self._place(start))
        while type(event := self.next_event()) is not yaml.SequenceEndEvent:
            found.append(self._node(event, depth + 1, field))
            found.values_at.append(self._place(event))
        return found

    def _refuse_escaped(self, event: Any, field: str) -> None:
        """What cannot be written as it is cannot be written as an escape either, but for tabs,
        which stand in the tables of sources."""
        if event.style != '"' or field in self.escapes:
            return
        text = event.value.replace("\t", " ")
        if (at := next(refused(text), None)) is not None:
            self._refuse(event, named(text[at]), "remove its escape")

    def _refuse_blanks(self, event: Any, field: str) -> None:
        """A blank that is no space makes another name of the same letters."""
        if field in _PROSE or field in self.escapes:
            return
        if blank := ODD_BLANK.search(event.value):
            place = self._place(event)
            if event.start_mark.line == event.end_mark.line:
                quoted = 0 if event.implicit[0] else 1
                place = place._replace(column=place.column + quoted + blank.start())
            self._tell(Problem(place, "yaml", named(blank.group()), "write a space, or none"))

    def _refuse_references(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"an alias: *{event.anchor}", "write the value out")
            return
        if event.anchor:
            self._refuse(event, f"an anchor: &{event.anchor}", "write the value out where needed")
        if event.tag:
            self._refuse(event, f"a tag: {event.tag}", "write the value without it")

    def _refuse(self, event: Any, message: str, help_: str) -> None:
        self._tell(self._problem(event, message, help_))

    def _tell(self, problem: Problem) -> None:
        if len(self.problems) < MOST_TOLD:
            self.problems.append(problem)
        else:
            self.untold += 1

    def _problem(self, event: Any, message: str, help_: str) -> Problem:
        return Problem(self._place(event), "yaml", message, help_)

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        # As `Place(…)` does, in half the time: a file has thousands.
        return tuple.__new__(Place, (self.path, mark.line + 1, mark.column + 1))


# --- scalars ----------------------------------------------------------------------------------

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?")
_LONGEST_AMBIGUOUS = 64
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
# What YAML 1.1 or 1.2 readers may take for a truth value, a number, a time or a date, with
# what they would make of it.
READINGS = (
    (re.compile(r"(?i:y|yes|on|true)"), "true"),
    (re.compile(r"(?i:n|no|off|false)"), "false"),
    (re.compile(r"(?i:null)"), "nothing"),
    (re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"), "a number in base 60"),
    (re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?"), "a date"),
    (re.compile(r"[-+]?0[0-9_]+"), "an octal number"),
    (re.compile(r"[-+]?0[xob][0-9a-fA-F_]+"), "a number in another base"),
    (re.compile(r"[-+]?(?:[0-9][0-9_]*)?\.?[0-9_]*(?:[eE][-+]?[0-9]+)?(?<=[0-9_.])"), "a number"),
    (re.compile(r"[-+]?\.(?i:inf|nan)"), "a number"),
    (re.compile(r"<<|="), "an instruction"),
)
# The characters that numbers and READINGS begin with; most text begins with none of them.
_SUSPECT = frozenset("+-.<=0123456789yYnNoOtTfF")
_READ_OTHERWISE = re.compile("|".join(form.pattern for form, _ in READINGS))


@lru_cache(maxsize=1 << 14)
def plain_value(text: str) -> str | Decimal | bool | None:
    """What a scalar without quotes says."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _SUSPECT:
        return text
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    if len(text) > _LONGEST_AMBIGUOUS or not text.isascii():
        return text
    return Ambiguous(text) if _READ_OTHERWISE.fullmatch(text) else text


def other_reading(text: Ambiguous) -> str:
    """What another YAML reader might take a plain scalar for."""
    return next(reading for form, reading in READINGS if form.fullmatch(text))

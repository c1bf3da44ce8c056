"""The words the grammar knows, read once from the tables in `words/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def table(name: str) -> dict[str, Any]:
    """One table of words, such as `units`, as the YAML file gives it."""
    text = resources.files(__package__).joinpath("words").joinpath(f"{name}.yml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def flat(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Rows of words as one row."""
    return tuple(word for row in rows for word in row)


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


def roles(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each word with the name of the group it stands in."""
    return {word: role for role, words in groups.items() for word in words}


@dataclass(frozen=True, slots=True)
class Affixes:
    """Words that can be peeled off an end of a text, the longest first.

    `ends` and `starts` give, by the last and the first character of a word, the lengths to try.
    """

    words: Mapping[str, str]
    ends: Mapping[str, tuple[int, ...]]
    starts: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, words: Mapping[str, str]) -> Affixes:
        return cls(words, _lengths(words, -1), _lengths(words, 0))

    def last(self, text: str) -> str | None:
        """The longest word that the text ends with."""
        for size in self.ends.get(text[-1:], ()):
            if text[-size:] in self.words:
                return text[-size:]
        return None

    def first(self, text: str) -> str | None:
        """The longest word that the text begins with."""
        for size in self.starts.get(text[:1], ()):
            if text[:size] in self.words:
                return text[:size]
        return None


def _lengths(words: Iterable[str], at: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[at], set()).add(len(word))
    return {character: tuple(sorted(sizes, reverse=True)) for character, sizes in found.items()}

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
    """Words that can be peeled off an end of a text, the longest first."""

    words: Mapping[str, str]
    longest: int

    @classmethod
    def of(cls, words: Mapping[str, str]) -> Affixes:
        return cls(words, max(map(len, words)))

    def last(self, text: str) -> str | None:
        """The longest word that the text ends with."""
        for size in range(min(self.longest, len(text)), 0, -1):
            if text[-size:] in self.words:
                return text[-size:]
        return None

    def first(self, text: str) -> str | None:
        """The longest word that the text begins with."""
        for size in range(min(self.longest, len(text)), 0, -1):
            if text[:size] in self.words:
                return text[:size]
        return None

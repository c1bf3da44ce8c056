"""The tables of words: a folder for each language, in it files of keys and their wordings.

Nested keys are joined with a dot; `{name}` in a wording is filled in. All languages have the same
keys with the same places to fill: a test holds them to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

from tally.records.model import Localized
from tally.terms import Term

Say = Callable[..., str]
_FIRST = ("zh", "en")
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def _folders() -> Mapping[str, Traversable]:
    found = {one.name: one for one in files("tally.words").iterdir() if one.is_dir()}
    return {name: one for name, one in found.items() if one.joinpath("site.yml").is_file()}


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages that have tables, Chinese and English before others."""
    return tuple(sorted(_folders(), key=lambda code: (code not in _FIRST, code != "zh", code)))


@cache
def table(lang: str) -> Mapping[str, str]:
    """Every key with its wording in one language; raises ValueError for a key given twice."""
    made: dict[str, str] = {}
    for path in sorted(_folders()[lang].iterdir(), key=lambda path: path.name):
        if not path.name.endswith(".yml"):
            continue
        for key, wording in _flat(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)):
            if made.setdefault(key, wording) is not wording:
                raise ValueError(f"words/{lang}/{path.name}: {key} is in two files")
    return made


def _flat(node: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in node.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        elif isinstance(value, str):
            yield f"{prefix}{name}", value
        else:
            raise TypeError(f"{prefix}{name} is no wording: {value!r}")


def say(key: str, lang: str, **values: object) -> str:
    """The wording of a key, with `{name}` places filled; raises KeyError for an unknown key.

    `{s}` is the ending of a plural, by the number `n`.
    """
    wording = table(lang)[key]
    return wording.format(s="" if values.get("n") == 1 else "s", **values) if values else wording


def speaker(lang: str) -> Say:
    """`say` in one language, as templates use it."""

    def speak(key: str, **values: object) -> str:
        return say(key, lang, **values)

    return speak


def everywhere(said: Callable[[str], str]) -> Localized:
    """What a function says in each language, as one text."""
    return Localized.of({lang: said(lang) for lang in languages()})


def filled(template: Localized, *values: Localized) -> Localized:
    """A template with `{}` places filled, language by language."""
    return everywhere(lambda lang: template[lang].format(*(value[lang] for value in values)))


def word(term: Term, lang: str) -> str:
    """The word for a member of a closed list: its row in the group of the list's name."""
    return say(f"{group_of(type(term))}.{term}", lang)


def group_of(terms: type[Term]) -> str:
    """The group of keys for a closed list: `verdict_code` for `VerdictCode`."""
    return _CAPITAL.sub("_", terms.__name__).lower()


def pick(text: Localized, lang: str) -> str:
    """The text in one language."""
    return text[lang]

"""The tables of words: a folder for each language, in it files of keys and their wordings.

The program has Chinese and English; a site may bring further languages, or words of its own for
these, in a folder of the same form (`bring`).

Nested keys are joined with a dot; `{name}` in a wording is filled in. All languages have the same
keys with the same places to fill: a test holds them to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from tally.records.model import Localized
from tally.terms import Term

Say = Callable[..., str]
_FIRST = ("zh", "en")
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


class WordsError(ValueError):
    """Tables of words that cannot be used, with the file and how to put it right."""


class _Brought:
    """The folder of the site that is being made, if it brings words, and its first language."""

    folder: Path | None = None
    first: str = "zh"


def bring(folder: Path | None, first: str = "zh") -> None:
    """Have the languages of a folder, besides those of the program; None: no others. `first` is the
    one at the root of the site.

    Raises WordsError for a language that lacks a word or has one that no other knows.
    """
    _Brought.folder, _Brought.first = folder, first
    for kept in (languages, table):
        kept.cache_clear()
    _require_whole()


def brought_folder() -> Path | None:
    """The site's own folder of words, if it has one."""
    return _Brought.folder


def _require_whole() -> None:
    for lang in languages():
        own = table(lang)
        for key in _of_program(_FIRST[0]):
            if key not in own:
                english = _of_program("en")[key]
                raise WordsError(f"words of {lang}: {key} is missing; in English: {english!r}")
        for key, wording in own.items():
            _require_known(lang, key, wording)


def _require_known(lang: str, key: str, wording: str) -> None:
    if key not in _of_program(_FIRST[0]):
        raise WordsError(f"words of {lang}: no word is called {key}; remove it")
    allowed = set[str]().union(*(_places(_of_program(first)[key]) for first in _FIRST))
    if strange := sorted(_places(wording) - allowed):
        raise WordsError(f"words of {lang}: nothing fills {{{strange[0]}}} in {key}: {wording!r}")


def _places(wording: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}
    except ValueError as error:
        raise WordsError(f"{wording!r}: {error}; a brace itself is written twice") from error


def _folders(lang: str) -> list[Traversable]:
    """Where a language's tables are: the program's, then the site's own."""
    roots: list[Traversable] = [files("tally.words")]
    if _Brought.folder is not None:
        roots.append(_Brought.folder)
    return [root / lang for root in roots if (root / lang).is_dir()]


def _codes(root: Traversable) -> set[str]:
    found = {one.name for one in root.iterdir() if one.is_dir()}
    return {code for code in found if _CODE.fullmatch(code)}


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages that have tables: that of the site's root, then Chinese and
    English before others."""
    roots = (files("tally.words"), *([_Brought.folder] if _Brought.folder else ()))
    codes = set[str]().union(*map(_codes, roots))
    every = (*_FIRST, *sorted(codes - set(_FIRST)))
    return tuple(sorted(every, key=lambda lang: lang != _Brought.first))


class _Languages(Sequence[str]):
    """The languages there are when it is asked: a site may have brought some meanwhile."""

    def __getitem__(self, index: Any) -> Any:
        return languages()[index]

    def __len__(self) -> int:
        return len(languages())


LANGS: Sequence[str] = _Languages()


@cache
def table(lang: str) -> Mapping[str, str]:
    """Every key with its wording in one language; the site's own words replace the program's.

    Raises WordsError for a key that is in two files, and for what is no wording.
    """
    made: dict[str, str] = {}
    for folder in _folders(lang):
        made |= _read(folder)
    return made


@cache
def _of_program(lang: str) -> Mapping[str, str]:
    return _read(files("tally.words") / lang)


def _read(folder: Traversable) -> dict[str, str]:
    made: dict[str, str] = {}
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if not path.name.endswith(".yml"):
            continue
        for key, wording in _flat(parsed_table(path), path):
            if key in made:
                raise WordsError(f"{path}: {key} is in another file of this language, too")
            made[key] = wording
    return made


def parsed_table(path: Traversable) -> Mapping[str, object]:
    """A YAML file of words; raises WordsError where it is none."""
    try:
        found = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise WordsError(f"{path}: {error}") from error
    if not isinstance(found, dict):
        raise WordsError(f"{path}: a table of words is keys with their wordings")
    return found


def _flat(
    node: Mapping[str, object], path: Traversable, prefix: str = ""
) -> Iterator[tuple[str, str]]:
    for name, value in node.items():
        if isinstance(value, dict):
            yield from _flat(value, path, f"{prefix}{name}.")
        elif isinstance(value, str):
            yield f"{prefix}{name}", value
        else:
            raise WordsError(f"{path}: {prefix}{name} is no wording: {value!r}; quote it")


def say(key: str, lang: str, **values: object) -> str:
    """The wording of a key, with `{name}` places filled; raises KeyError for an unknown key.

    `{s}` is the language's usual ending of a plural, where the number `n` is not 1.
    """
    wording = table(lang)[key]
    if not values:
        return wording
    ending = "" if values.get("n") == 1 else table(lang)["site.plural"]
    return wording.format(s=ending, **values)


def speaker(lang: str) -> Say:
    """`say` in one language, as templates use it."""

    def speak(key: str, **values: object) -> str:
        return say(key, lang, **values)

    return speak


def fingerprint() -> str:
    """A name for all words there are, for what is kept between builds."""
    own = _Brought.folder / "search.yml" if _Brought.folder else None
    sought = own.read_text("utf-8") if own and own.is_file() else ""
    said = [(lang, table(lang)) for lang in languages()]
    return sha256(repr((said, sought)).encode()).hexdigest()


def everywhere(said: Callable[[str], str]) -> Localized:
    """What a function says in each language, as one text."""
    return Localized.of({lang: said(lang) for lang in languages()})


def phrase(key: str, **parts: Localized | str) -> Localized:
    """The wording of a key in every language, filled with texts of the same language."""

    def said(lang: str) -> str:
        own = {name: part if isinstance(part, str) else part[lang] for name, part in parts.items()}
        return say(key, lang, **own)

    return everywhere(said)


def joined(key: str, parts: Sequence[Localized]) -> Localized:
    """Texts one after another, with the wording of a key between them."""
    return everywhere(lambda lang: say(key, lang).join(part[lang] for part in parts))


def word(term: Term, lang: str) -> str:
    """The word for a member of a closed list: its row in the group of the list's name."""
    return say(f"{group_of(type(term))}.{term}", lang)


def called(term: Term) -> Localized:
    """The same in every language."""
    return everywhere(lambda lang: word(term, lang))


def group_of(terms: type[Term]) -> str:
    """The group of keys for a closed list: `verdict_code` for `VerdictCode`."""
    return _CAPITAL.sub("_", terms.__name__).lower()


def pick(text: Localized, lang: str) -> str:
    """The text in one language."""
    return text[lang]

"""The words of the site itself, in both languages, from the table words.yml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

import yaml

from tally.records.model import Localized
from tally.site.routes import LANGS, Lang

Say = Callable[..., str]


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """Every key with its wording by language; nested keys are joined with a dot."""
    text = files("tally.site").joinpath("words.yml").read_text("utf-8")
    return dict(_flat(yaml.load(text, Loader=yaml.CSafeLoader), ""))


def _flat(node: Mapping[str, object], prefix: str) -> list[tuple[str, Mapping[str, str]]]:
    rows: list[tuple[str, Mapping[str, str]]] = []
    for key, value in node.items():
        if not isinstance(value, dict):
            raise TypeError(f"words.yml: {prefix}{key} is not a pair of wordings")
        if set(value) == set(LANGS):
            rows.append((f"{prefix}{key}", value))
        else:
            rows.extend(_flat(value, f"{prefix}{key}."))
    return rows


def say(key: str, lang: Lang, **values: object) -> str:
    """The wording of a key, with `{name}` places filled; raises KeyError for an unknown key.

    `{s}` is the ending of a plural, by the number `n`.
    """
    wording = table()[key][lang]
    return wording.format(s="" if values.get("n") == 1 else "s", **values) if values else wording


def speaker(lang: Lang) -> Say:
    """`say` in one language, as templates use it."""

    def speak(key: str, **values: object) -> str:
        return say(key, lang, **values)

    return speak


def pick(text: Localized, lang: Lang) -> str:
    """The text in one language."""
    return text.zh if lang == "zh" else text.en

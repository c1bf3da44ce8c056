"""Where a record stands, and what it says in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands: a file (relative, with /), a line and a column, both from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


Places = Mapping[str, Place]


def no_places() -> Places:
    return {}


@dataclass(frozen=True, slots=True)
class Localized:
    """A text in Chinese and in English, and in what further languages it has been written.

    `text[lang]` is what a reader of that language is shown: where it has no such wording, the
    English one; `text.spoken(lang)` is the language it then is in.
    """

    zh: str
    en: str
    more: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, lang: str) -> str:
        if lang == "zh":
            return self.zh
        return next((text for code, text in self.more if code == lang), self.en)

    def spoken(self, lang: str) -> str:
        """The language in which a reader of `lang` is shown the text."""
        return lang if lang in ("zh", *dict(self.more)) else "en"

    @classmethod
    def of(cls, wordings: Mapping[str, str]) -> Localized:
        """From a text by language, Chinese and English among them."""
        more = tuple((code, text) for code, text in wordings.items() if code not in ("zh", "en"))
        return cls(wordings["zh"], wordings["en"], more)

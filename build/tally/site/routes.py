"""The addresses of the site, which last: relative to its root, Chinese first, English under en/."""

from __future__ import annotations

from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
_PREFIX = {"zh": "", "en": "en/"}

HOME = ""
INDICATORS = "indicators/"
TARGETS = "targets/"
THEMES = "themes/"
SOURCES = "sources/"
DATA = "data/"
CORRECTIONS = "corrections/"
ERRORS = "errors/"
ALL = "all/"


def in_language(route: str, lang: Lang) -> str:
    """The address of a page in one language."""
    return _PREFIX[lang] + route


def source_file(route: str, lang: Lang) -> str:
    """The Markdown file that MkDocs takes a page to be made of."""
    return f"{in_language(route, lang)}index.md"


def split_language(url: str) -> tuple[str, Lang]:
    """The page and the language that an address belongs to."""
    if url == "en" or url.startswith("en/"):
        return url.removeprefix("en").lstrip("/"), "en"
    return url, "zh"


def root_of(url: str) -> str:
    """The way from a page back to the root of the site, so that any sub-path will do."""
    return "../" * url.count("/") or "./"


def indicator(indicator_id: str) -> str:
    return f"{INDICATORS}{indicator_id}/"


def theme(theme_id: str) -> str:
    return f"{THEMES}{theme_id}/"


def source(area: str, source_id: str) -> str:
    return f"{SOURCES}{area}/{source_id}/"


def raw_source(area: str, source_id: str) -> str:
    return f"{source(area, source_id)}raw/"

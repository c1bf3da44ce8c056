"""Our own templates: autoescaped, strict about names, so that all dataset text stays text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    FileSystemBytecodeCache,
    PackageLoader,
    StrictUndefined,
)
from markupsafe import Markup

from tally.package.addresses import LANGUAGE_TAGS
from tally.site.chinese import marked
from tally.site.routes import Lang, in_language, root_of
from tally.words import speaker

Address = Callable[[str], str]
_INDENTED = re.compile(r"\n\s+")


class Unindented(BaseLoader):
    """Templates without their indentation and empty lines, which are a twentieth of a page."""

    def __init__(self, loader: BaseLoader) -> None:
        self.loader = loader

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, is_current = self.loader.get_source(environment, template)
        return _INDENTED.sub("\n", source), path, is_current

    def list_templates(self) -> list[str]:
        return self.loader.list_templates()


@cache
def environment() -> Environment:
    made = Environment(
        loader=Unindented(PackageLoader("tally.site")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["chinese"] = marked
    return made


def keep_compiled(folder: Path) -> None:
    """Keep the compiled templates in a folder; each is compiled anew only when it changes."""
    folder.mkdir(parents=True, exist_ok=True)
    environment().bytecode_cache = FileSystemBytecodeCache(str(folder))


def render(
    template: str, url: str, lang: Lang, root: str | None = None, /, **values: Any
) -> Markup:
    """Fill a template for the page at `url`; `root` is the way to the site's root, if not `url`'s.

    Every template has `say` (the site's words), `link` (a page in this language) and `asset`
    (a file below the root), both relative to the page, and `tags` (what languages are called).
    """
    link, asset = addresser(url, lang, root)
    filled = (
        environment()
        .get_template(template)
        .render(say=speaker(lang), lang=lang, tags=LANGUAGE_TAGS, link=link, asset=asset, **values)
    )
    return Markup(filled)


def shortest(page: str, route: str) -> str:
    """The shortest way from a page to a route of the same language: thousands of links are most of
    what a long table weighs."""
    place = next((route.index(mark) for mark in route if mark in "?#"), len(route))
    here, there = page.split("/")[:-1], route[:place].split("/")[:-1]
    alike = takewhile(lambda parts: parts[0] == parts[1], zip(here, there, strict=False))
    shared = len(list(alike))
    skipped = sum(len(part) + 1 for part in there[:shared])
    return "../" * (len(here) - shared) + route[skipped:] or "./"


def addresser(url: str, lang: Lang, root: str | None = None) -> tuple[Address, Address]:
    """What leads from the page at `url` to a page in its language, and to a file of the site."""
    start = root_of(url) if root is None else root
    top = in_language("", lang)
    near = root is None and url.startswith(top)

    def link(route: str) -> str:
        return shortest(url[len(top) :], route) if near else start + top + route

    def asset(path: str) -> str:
        return start + path

    return link, asset

"""Our own templates: autoescaped, strict about names, so that all dataset text stays text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup

from tally.package.addresses import LANGUAGE_TAGS
from tally.site.chinese import marked
from tally.site.routes import Lang, in_language, root_of
from tally.words import speaker

Address = Callable[[str], str]


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("tally.site"),
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


def addresser(url: str, lang: Lang, root: str | None = None) -> tuple[Address, Address]:
    """What leads from the page at `url` to a page in its language, and to a file of the site."""
    start = root_of(url) if root is None else root
    top = in_language("", lang)
    # Within a language the way to its own top is the shorter one.
    top = root_of(url[len(top) :]) if root is None and url.startswith(top) else start + top

    def link(route: str) -> str:
        return top + route

    def asset(path: str) -> str:
        return start + path

    return link, asset

"""The navigation in both languages: few entries, from mkdocs.yml or as here.

Generated pages that are none of them stand below the nearest of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section, get_navigation
from mkdocs.structure.pages import Page

from tally.site.datapage import DataPage
from tally.site.routes import (
    ABOUT,
    HOME,
    LANGS,
    MAIN,
    Lang,
    in_language,
    source_file,
    split_language,
)
from tally.words import say

Entries = Sequence[Any]


def entries(
    written: Entries | None, files: Files, titles: Mapping[Lang, Mapping[str, str]], *, alone: bool
) -> dict[Lang, Entries]:
    """The entries of each language: those of mkdocs.yml and what they are in the other, where it
    has some. `alone`: the site tells of one area, whose page is the home."""
    return {
        lang: default_entries(files, lang, alone=alone)
        if written is None
        else translated(written, files, lang, titles[lang])
        if lang != LANGS[0]
        else written
        for lang in LANGS
    }


def default_entries(files: Files, lang: Lang, *, alone: bool = False) -> Entries:
    """The navigation where mkdocs.yml has none: those of the main pages that there are, of one area
    without the list of areas."""
    keys = [key for key in MAIN if not (alone and key == "areas")]
    main, others = (_called(some, files, lang) for some in (keys, ABOUT))
    return [*main, {say("page.about.short", lang): others}] if others else main


def _called(keys: Iterable[str], files: Files, lang: Lang) -> list[Mapping[str, str]]:
    found = ((key, _path(key, files, lang)) for key in keys)
    return [{say(f"page.{key}.short", lang): path} for key, path in found if path]


def _path(key: str, files: Files, lang: Lang) -> str | None:
    written = in_language(f"{key}.md", lang), source_file(f"{key}/", lang)
    return next((path for path in written if files.get_file_from_path(path)), None)


def name_pages(entries: Any, files: Files) -> None:
    """Call pages as the entries do; MkDocs does so only where it has made no page before."""
    if isinstance(entries, list):
        for entry in entries:
            name_pages(entry, files)
    elif isinstance(entries, dict):
        for title, content in entries.items():
            file = files.get_file_from_path(content) if isinstance(content, str) else None
            if file is None:
                name_pages(content, files)
            elif file.page is not None:
                file.page.title = title


def translated(entries: Any, files: Files, lang: Lang, titles: Mapping[str, str]) -> Any:
    """The same entries in another language: pages under their own titles there, without those
    that it has not; sections as `titles` calls them."""
    if isinstance(entries, list):
        every = (translated(entry, files, lang, titles) for entry in entries)
        return [entry for entry in every if entry]
    if isinstance(entries, str):
        return _counterpart(entries, files, lang)
    ((title, content),) = entries.items()
    if isinstance(content, str):
        page = files.get_file_from_path(content)
        return _counterpart(content, files, lang) if page else entries
    return {titles.get(title, title): translated(content, files, lang, titles)}


def _counterpart(path: str, files: Files, lang: Lang) -> str | None:
    other = in_language(split_language(path)[0], lang)
    return other if files.get_file_from_path(other) else None


def navigation(entries: Entries, files: Files, config: MkDocsConfig, lang: Lang) -> Navigation:
    """The navigation of a language, with its home."""
    own, config.nav = config.nav, list(entries)
    try:
        made = get_navigation(files, config)
    finally:
        config.nav = own
    return at_home(made, files, lang)


def at_home(made: Navigation, files: Files, lang: Lang) -> Navigation:
    """A navigation whose logo leads to the first page of the language."""
    home = files.get_file_from_path(source_file(HOME, lang))
    made.homepage = home.page if home else None
    return made


def place_below(files: Files) -> None:
    """Give each generated page the nearest page above it as its parent, for the way back."""
    by_url = {file.url: file.page for file in files.documentation_pages() if file.page}
    for page in by_url.values():
        if isinstance(page, DataPage) and page.parent is None:
            page.parent = _above(page, by_url)  # type: ignore[assignment]


def _above(page: Page, by_url: Mapping[str, Page]) -> Page | None:
    route, lang = split_language(page.url)
    parts = route.split("/")[:-2]
    while parts:
        found = by_url.get(in_language("/".join((*parts, "")), lang))
        if found is not None:
            return found
        parts.pop()
    return None


def in_section(page: Page) -> bool:
    """Whether a section of the navigation shows what else stands in it beside the page."""
    return any(isinstance(one, Section) for one in page.ancestors)

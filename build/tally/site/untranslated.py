"""Pages that people wrote in some languages only: in others they stand as they were written."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from tally.package.addresses import LANGUAGE_TAGS
from tally.site.routes import LANGS, Lang, in_language, split_language

_LIKELIEST = ("en", "zh")


def untranslated(files: Files, config: MkDocsConfig) -> Iterator[tuple[File, Lang]]:
    """For each written page that a language lacks a file for it, with the language it is in."""
    written = {file.src_uri: file for file in files if file.src_uri.endswith(".md")}
    for name in sorted({split_language(uri)[0] for uri in written}):
        source = next((lang for lang in _LIKELIEST if in_language(name, lang) in written), None)
        if source is None:
            continue
        content = written[in_language(name, source)].content_string
        for lang in LANGS:
            path = in_language(name, lang)
            if path not in written:
                yield File.generated(config, path, content=content), source


def marked_as(html: str, lang: Lang) -> str:
    """The content of a page in another language than the page is said to be in."""
    return Markup('<div lang="{}">\n{}\n</div>').format(LANGUAGE_TAGS[lang], Markup(html))

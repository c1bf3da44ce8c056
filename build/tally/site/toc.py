"""The table of contents of a generated page: Material shows it beside the page."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup
from mkdocs.structure.toc import AnchorLink, TableOfContents

from tally.site.chinese import marked
from tally.site.routes import Lang

# A heading with an id, or the opening of a paragraph that is one, with a line of its own.
_ENTRY = re.compile(
    r'<h(?P<level>[1-3])\b[^>]*?\bid="(?P<id>[^"]+)"[^>]*>(?P<words>.*?)</h(?P=level)>'
    r'|<span class="s" id="(?P<place>[^"]+)" role="heading" aria-level="(?P<depth>\d)"'
    r' data-toc="(?P<line>[^"]*)"',
    re.DOTALL,
)
_ASIDE = re.compile(r"<small\b.*?</small>", re.DOTALL)


def contents_of(html: str, lang: Lang) -> TableOfContents:
    """The headings of a page in a language, each below the nearest of a higher level before it."""
    top: list[AnchorLink] = []
    path: list[AnchorLink] = []
    for found in _ENTRY.finditer(html):
        link = _link(found, lang)
        while path and path[-1].level >= link.level:
            path.pop()
        (path[-1].children if path else top).append(link)
        path.append(link)
    return TableOfContents(top)


def _link(found: re.Match[str], lang: Lang) -> AnchorLink:
    level = int(found["level"] or found["depth"])
    words = found["line"] if found["line"] is not None else _ASIDE.sub("", found["words"])
    text = Markup(words).striptags()
    return AnchorLink(str(marked(text, lang)), unescape(found["id"] or found["place"]), level)

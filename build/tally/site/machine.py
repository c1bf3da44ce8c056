"""Files for machines: robots.txt, redirects for former addresses, the page for wrong ones."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

from tally.site import catalogue
from tally.site.frame import Around, PageFacts, surround
from tally.site.library import Library
from tally.site.render import render
from tally.site.routes import LANGS
from tally.site.views.explore import table, table_file
from tally.site.views.source import raw_file
from tally.site.words import say


def files(library: Library) -> dict[str, str | bytes]:
    """What scripts and machines read, by its path in the site."""
    return {
        catalogue.FILE: compact_json(catalogue.rows(library)),
        **{table_file(lang): compact_json(table(library, lang)) for lang in LANGS},
        **raw_texts(library),
    }


def compact_json(value: object) -> str:
    """JSON without spaces; a script fetches it, so nothing in it can run as a page's code."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def raw_texts(library: Library) -> dict[str, str | bytes]:
    """The texts of archived sources, byte for byte."""
    return {
        raw_file(source): source.reading.raw for source in library.sources.values() if source.reading
    }


def write(library: Library, site: Path, site_url: str | None) -> None:  # noqa: ARG001
    (site / "robots.txt").write_text("User-agent: *\nAllow: /\n", "utf-8")


def not_found(site_url: str | None, repository: str | None) -> Around:
    """The page for a wrong address, which may be asked for at any depth: its links are whole."""
    root = urlsplit(site_url or "/").path
    facts = PageFacts(
        url="",
        title=say("not_found.title", "zh"),
        description=say("not_found.description", "zh"),
        site_url=site_url,
        repository=repository,
        root=root,
    )
    return surround(facts, render("not_found.html", "", "zh", root))

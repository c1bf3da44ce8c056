"""Files for machines: robots.txt, redirects for former addresses, the page for wrong ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from tally.records.model import Indicator, Source
from tally.site import catalogue, offer, pictures, routes
from tally.site.explored import explored_files
from tally.site.frame import Frame, PageFacts, frame_of
from tally.site.kept import kept_files
from tally.site.library import Library
from tally.site.render import render
from tally.site.routes import LANGS, Lang
from tally.site.sitedata import SiteData
from tally.site.views.source import raw_file
from tally.text import LARGEST_DATA, read_regular
from tally.words import say, speaker


def files(data: SiteData) -> Mapping[str, bytes]:
    """What scripts and machines read, by its path in the site."""
    return kept_files(data.kept / "files", data.key, partial(_made, data))


def _made(data: SiteData) -> Mapping[str, bytes]:
    library = data.library
    made: dict[str, str | bytes] = {
        **{path: compact_json(content) for path, content in catalogue.files(library, data.pages)},
        **explored_files(library),
        **raw_texts(data),
        **pictures.drawings(data.pictures(), library.indicators),
        **pictures.kinds(data.pictures(), data.kept / "charts"),
        pictures.STYLES: pictures.stylesheet(),
        **offer.offered_files(
            data.offered, library, data.sites, data.site_url, data.kept, whole=data.whole
        ),
        "robots.txt": robots(data.site_url),
        **redirects(data.library),
    }
    return {
        path: content.encode() if isinstance(content, str) else content
        for path, content in made.items()
    }


def compact_json(value: object) -> str:
    """JSON without spaces; a script fetches it, so nothing in it can run as a page's code."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def raw_texts(data: SiteData) -> dict[str, str | bytes]:
    """The texts of archived sources, byte for byte as they were received."""
    archived = [source for source in data.library.sources.values() if source.text_path]
    return {raw_file(source): _received(source, data.root) for source in archived}


def _received(source: Source, root: Path) -> bytes:
    folder = (root / source.place.path).parent
    return read_regular(folder / (source.text_path or ""), LARGEST_DATA, within=root)


def redirects(library: Library) -> dict[str, str | bytes]:
    """A page at every former address of an indicator or a series, that leads to that of now."""
    return dict(
        _redirect(route, former, indicator, lang)
        for lang in LANGS
        for indicator in library.indicators
        for former in indicator.former_ids
        for route in _former_routes(former, library.areas_of(indicator.id))
    )


def _former_routes(former: str, areas: Iterable[str]) -> tuple[str, ...]:
    return routes.indicator(former), *(routes.series(area, former) for area in areas)


def _redirect(route: str, former: str, now: Indicator, lang: Lang) -> tuple[str, str]:
    url = routes.in_language(route, lang)
    page = render("moved.html", url, lang, now=now, former=former, target=f"../{now.id}/")
    return f"{url}index.html", page


def robots(site_url: str | None) -> str:
    """All may read all; the sitemap can only be named by its full address."""
    sitemap = f"Sitemap: {site_url}sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def not_found(data: SiteData) -> Frame:
    """The page for a wrong address, which may be asked for at any depth: its links are whole."""
    root = urlsplit(data.site_url or "/").path
    facts = PageFacts(
        url="",
        title=say("not_found.title", LANGS[0]),
        description=say("not_found.description", LANGS[0]),
        root=root,
    )
    others = [(speaker(lang), lang, root + routes.in_language("", lang)) for lang in LANGS[1:]]
    body = render("not_found.html", "", LANGS[0], root, others=others)
    return frame_of(facts, data.sites[LANGS[0]], body)

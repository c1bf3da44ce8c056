"""Generated parts inside pages that people wrote: `<!-- tally: name -->` on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from tally.extract import bands
from tally.site.chinese import marked_page
from tally.site.offer import CATALOGUES
from tally.site.render import render
from tally.site.routes import Lang, split_language
from tally.site.sitedata import SiteData
from tally.site.views.chart import legend_view
from tally.site.views.checks import (
    checked_places,
    checks_view,
    conflicts_view,
    disputed_places,
)
from tally.site.views.data import columns_view, opened, packages_view
from tally.site.views.home import changes
from tally.site.views.reading import band_rows
from tally.site.views.rules import rules_view

_PLACE = re.compile(r"<!--\s*tally:\s*([a-z-]+)\s*-->")
_View = Callable[[SiteData, Lang], Mapping[str, Any]]

FRAGMENTS: Mapping[str, _View] = {
    "verdict-rules": lambda _, lang: {"view": rules_view(lang)},
    "reading-quality": lambda data, _: {"view": data.reading(), "bands": band_rows(bands())},
    "cross-checks": lambda data, lang: {
        "checks": checks_view(data.library, lang),
        "places": checked_places(data.library, lang),
        "elsewhere": {},
    },
    "conflicts": lambda data, lang: {
        "rows": conflicts_view(data.library, lang),
        "places": disputed_places(data.library, lang),
    },
    "corrections": lambda data, lang: {"rows": changes(data.library, lang)},
    "packages": lambda data, lang: {
        "packages": packages_view(data.offered, data.site_url, lang),
        "recipes": opened(data.offered, data.site_url),
        "catalogues": CATALOGUES if data.offered and data.site_url else {},
    },
    "columns": lambda _, lang: {"tables": columns_view(lang)},
    "legend": lambda data, lang: {"chart": legend_view(data, lang)},
    "repository": lambda data, _: {"repository": data.repository.address},
}


class UnknownFragmentError(ValueError):
    """A page asks for a generated part that there is not."""


def is_filled(html: str) -> bool:
    """Whether a page has places for generated parts."""
    return _PLACE.search(html) is not None


def fill(html: str, url: str, data: SiteData) -> str:
    """The page with its generated parts in place; raises UnknownFragmentError."""
    lang = split_language(url)[1]

    def part(match: re.Match[str]) -> str:
        name = match[1]
        if name not in FRAGMENTS:
            raise UnknownFragmentError(f"{url}: there is no generated part called {name}")
        return render(f"parts/{name}.html", url, lang, **FRAGMENTS[name](data, lang))

    return _PLACE.sub(part, marked_page(html, lang))

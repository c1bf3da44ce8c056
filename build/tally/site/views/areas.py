"""Which area a figure or a promise belongs to, where the site tells of several."""

from __future__ import annotations

from tally.site.library import Library
from tally.site.routes import Lang
from tally.words import pick


def area_name(area: str | None, library: Library, lang: Lang) -> str:
    """The area's name; empty where the site tells of one area only, which its title names."""
    if len(library.areas) < 2 or area is None:
        return ""
    known = library.vocabulary.areas.get(area)
    return pick(known.name, lang) if known else area

"""Which area a figure or a promise belongs to, where the site tells of several."""

from __future__ import annotations

from tally.site import routes
from tally.site.library import Library
from tally.site.routes import Lang
from tally.words import pick


def area_name(area: str | None, library: Library, lang: Lang) -> str:
    """The area's name; empty where the site tells of one area only, which its title names."""
    return place_name(area, library, lang) if several(library) and area else ""


def place_name(area: str, library: Library, lang: Lang) -> str:
    """The area's name."""
    known = library.vocabulary.areas.get(area)
    return pick(known.name, lang) if known else area


def promises_page(library: Library) -> str:
    """Where the promises stand: of the only area, else an index of them."""
    alone = len(library.areas) == 1
    return routes.promises(library.areas[0].area) if alone else routes.TARGETS


def several(library: Library) -> bool:
    """Whether the site tells of more than one area, so that lists are split by it."""
    return len(library.areas) > 1

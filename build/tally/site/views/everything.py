"""The index of everything: by first letter, which for Chinese is that of its pinyin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tally.site import routes
from tally.site.library import Library, grouped
from tally.site.links import permanent
from tally.site.pinyin import syllables
from tally.site.routes import Lang
from tally.site.views.areas import area_name, place_name, several
from tally.site.views.lists import shown_themes
from tally.site.views.promises import Linked, subject
from tally.terms import TargetType
from tally.words import pick, say

_ROOM = 150  # indicators of a page


def everything(
    library: Library, lang: Lang, pages: Iterable[str] = routes.PAGES
) -> Mapping[str, object]:
    """Indicators by letter, of many the first, then areas or, of an only one, its milestones and
    sources; themes and pages."""
    sources = [
        Linked(
            pick(s.title, lang), routes.source(s.dataset, s.id), area_name(s.area, library, lang)
        )
        for s in library.sources.values()
        if not several(library) or s.area is None
    ]
    milestones = [
        t for t in library.promises if t.type == TargetType.MILESTONE and not several(library)
    ]
    return {
        **letters_view(library, lang, 0),
        "milestones": [
            Linked(
                subject(t, library, lang), permanent(t, library), area_name(t.area, library, lang)
            )
            for t in milestones
        ],
        "sources": sources,
        "areas": [
            Linked(place_name(area, library, lang), routes.area(area))
            for area in library.ledgers
            if several(library)
        ],
        "themes": [Linked(pick(t.name, lang), routes.theme(t.id)) for t in shown_themes(library)],
        "pages": [Linked(say(f"page.{key}.title", lang), f"{key}/") for key in pages],
    }


def letters_view(library: Library, lang: Lang, page: int) -> Mapping[str, object]:
    """One page of the indicators by letter, and where each letter stands that is on another."""
    pages, routed = lettered(library, lang), letter_routes(library)
    bar = [(letter, routed[n]) for n, own in enumerate(pages) for letter in own]
    return {
        "letters": pages[page],
        "bar": [(one, "" if one in pages[page] else route) for one, route in bar],
    }


def lettered(library: Library, lang: Lang) -> Sequence[Mapping[str, tuple[Linked, ...]]]:
    """The indicators by letter, cut where a letter begins: as many pages in every language."""
    count = len(letter_routes(library))
    pages: list[dict[str, tuple[Linked, ...]]] = [{} for _ in range(count)]
    before = 0
    for letter, links in by_letter(library, lang).items():
        pages[before * count // len(library.indicators)][letter] = links
        before += len(links)
    return pages


def letter_routes(library: Library) -> Sequence[str]:
    """The pages of the indicators by letter, each of a size to be read."""
    count = max(1, -(-len(library.indicators) // _ROOM))
    return [f"{routes.ALL}{n + 1}/" if n else routes.ALL for n in range(count)]


def by_letter(library: Library, lang: Lang) -> Mapping[str, tuple[Linked, ...]]:
    """The indicators under the first letter of their sort key."""
    links = [
        Linked(name, routes.indicator(i.id), sort_key(name))
        for i in library.indicators
        if (name := pick(i.name, lang))
    ]
    return grouped(sorted(links, key=lambda link: link.remark), lambda link: link.remark[:1])


def sort_key(text: str) -> str:
    """Lower-case letters and digits to sort and group by; `0` leads what has no letter."""
    spelled = "".join(syllables(text)).lower()
    letters = "".join(c for c in spelled if c.isascii() and c.isalnum())
    return letters if letters[:1].isalpha() else f"0{letters}"

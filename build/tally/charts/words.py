"""The sentences of charts that are put together from others; all words are in the room `words`."""

from __future__ import annotations

from collections.abc import Iterable

from tally.records.model import Localized
from tally.words.tables import everywhere, joined, phrase

_NAMED_SOURCES = 3


def sourced(titles: Iterable[Localized]) -> Localized:
    """The source line: each title once, the first three by name and the others by number."""
    named = list(dict.fromkeys(titles))
    first, more = joined("list.part", named[:_NAMED_SOURCES]), len(named) - _NAMED_SOURCES
    if more > 0:
        return phrase("chart.sources", titles=first, n=str(more))
    return phrase("chart.source", titles=first)


def capital(text: Localized) -> Localized:
    """The same with a capital at the start, where the language has capitals."""
    return everywhere(lambda lang: text[lang][:1].upper() + text[lang][1:])

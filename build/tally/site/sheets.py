"""The pages that the plugin adds: where each stands, what it is called, what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tally.records.model import Place
from tally.site import routes
from tally.site.routes import Lang

View = Callable[[], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be: `view` makes what its template shows, only when the page is written.

    `label` is what the navigation calls it, where not by its title; `place` is the line of data
    that it can be changed by; a `wide` one needs the room of its table of contents.
    """

    route: str
    lang: Lang
    template: str
    title: str
    description: str
    view: View
    updated: str
    label: str = ""
    place: Place | None = None
    wide: bool = False
    picture: Callable[[], str | None] = lambda: None
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return routes.in_language(self.route, self.lang)

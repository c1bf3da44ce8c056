"""The pages that the plugin adds: where each stands, what it is called, what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tally.site import routes
from tally.site.routes import Lang

View = Callable[[], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be: `view` makes what its template shows, only when the page is written."""

    route: str
    lang: Lang
    template: str
    title: str
    description: str
    view: View
    updated: str
    wide: bool = False
    picture: Callable[[], str | None] = lambda: None
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return routes.in_language(self.route, self.lang)

"""What one build is made from, as the plugin hands it to pages and fragments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tally.site.frame import Site
from tally.site.library import Library
from tally.site.links import Repository
from tally.site.offer import Package
from tally.site.pictures import Pictures
from tally.site.routes import Lang
from tally.site.views.reading import ReadingView


@dataclass(frozen=True, slots=True)
class SiteData:
    """The datasets with their indexes, what can be taken away, and the addresses.

    `root` is the folder that the places of records are relative to; `sites` what the site says of
    itself in each language; `pages` those of `routes.PAGES` that there are; `kept` is what is kept
    between builds, and `key` names all that a build depends on. Charts are drawn, and annotated
    passages read, when they are first asked for.
    A site that is served while somebody edits is not `whole`: see `offer.packages`.
    """

    root: Path
    library: Library
    repository: Repository
    offered: tuple[Package, ...]
    pictures: Callable[[], Pictures]
    sites: Mapping[Lang, Site]
    pages: tuple[str, ...]
    site_url: str | None
    reading: Callable[[], ReadingView | None]
    kept: Path
    key: str
    whole: bool

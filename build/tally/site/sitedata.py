"""What one build is made from, as the plugin hands it to pages and fragments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tally.site.library import Library
from tally.site.links import Repository
from tally.site.offer import Package
from tally.site.pictures import Pictures


@dataclass(frozen=True, slots=True)
class SiteData:
    """The datasets with their indexes, what can be taken away, and the addresses.

    `root` is the folder that the places of records are relative to; `gold` that of annotated
    passages, where there is one; `kept` is what is kept between builds, and `key`
    names all that a build depends on. Charts are drawn when they are first asked for.
    """

    root: Path
    library: Library
    repository: Repository
    offered: tuple[Package, ...]
    pictures: Callable[[], Pictures]
    legend: Callable[[], Pictures]
    site_url: str | None
    gold: Path | None
    kept: Path
    key: str

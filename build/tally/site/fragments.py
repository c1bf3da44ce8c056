"""Generated parts inside pages that people wrote: `<!-- tally: name -->` on a line of its own."""

from __future__ import annotations

import re

from tally.site.library import Library
from tally.site.links import Repository

_PLACE = re.compile(r"<!--\s*tally:\s*([a-z-]+)\s*-->")


def fill(html: str, url: str, library: Library, repository: Repository) -> str:  # noqa: ARG001
    return html

"""What a Markdown file says of its document before the text: its title, its address."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,4000}?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_PAIR = re.compile(r"^(title|source):[ \t]*(?P<mark>[\"']?)(.+?)(?P=mark)[ \t]*$", re.MULTILINE)


def front_matter(text: str) -> Mapping[str, str]:
    """The `title` and `source` that stand between two lines of three hyphens at the beginning;
    the first of each, empty where there is no such block."""
    block = _BLOCK.match(text)
    pairs = _PAIR.finditer(block[1].replace("\r\n", "\n")) if block else ()
    return {pair[1]: pair[3] for pair in reversed(list(pairs))}

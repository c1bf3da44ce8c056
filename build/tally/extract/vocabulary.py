"""Names to the ids of a vocabulary, which reaches extraction as a plain mapping."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tally.extract.names import expand

_DROPPED = re.compile(r"[“”‘’（）()、，·\s]")


def normal(name: str) -> str:
    """A name in full words, without the marks and blanks that do not tell indicators apart."""
    return _DROPPED.sub("", expand(name)).upper()


def identify(name: str, aliases: Mapping[str, str]) -> str | None:
    """The id of the indicator that a name or one of its aliases belongs to."""
    return aliases.get(name) or aliases.get(normal(name))

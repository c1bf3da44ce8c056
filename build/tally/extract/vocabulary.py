"""Names to the ids of a vocabulary, which reaches extraction as a plain mapping."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tally.extract.names import expand

ABOVE = "增速与全国之差"
"""How the name of what is so many points above the nation's growth ends."""
# Faces of an indicator that the name tells along with it.
_FACES = re.compile(f"{ABOVE}$|(?:在)?(?:全国|各省区)排名$")
_DROPPED = re.compile(r"[“”‘’（）()、，·\s]")


def normal(name: str) -> str:
    """A name in full words, without the marks and blanks that do not tell indicators apart."""
    return _DROPPED.sub("", expand(name)).upper()


def identify(name: str, aliases: Mapping[str, str]) -> str | None:
    """The id of the indicator that a name or one of its aliases belongs to, its rank or its gap
    to the nation included."""
    plain = _FACES.sub("", name)
    found = aliases.get(name) or aliases.get(normal(name))
    return found or (aliases.get(normal(plain)) if plain != name else None)

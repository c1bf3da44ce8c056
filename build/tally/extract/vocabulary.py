"""Names to the ids of a vocabulary, which reaches extraction as a plain mapping."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from tally.extract.names import expand

ABOVE = "增速与全国之差"
"""How the name of what is so many points above the nation's growth ends."""
# Faces of an indicator that the name tells along with it.
_FACES = re.compile(f"{ABOVE}$|(?:在)?(?:全国|各省区)排名$")
_NEAR = 0.6  # the ratio of difflib from which a person sees two names as alike
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


def nearest(name: str, aliases: Mapping[str, str]) -> str | None:
    """The id of the indicator whose name or alias is most like a name that none has; None where
    none is alike. Similar is not the same: it is for a person to say."""
    pairs = _pairs(name)
    near = [one for one in aliases if 2 * len(pairs & _pairs(one)) >= min(len(pairs), len(one) - 1)]
    alike = get_close_matches(name, near, n=1, cutoff=_NEAR)
    return aliases[alike[0]] if alike else None


def _pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)}

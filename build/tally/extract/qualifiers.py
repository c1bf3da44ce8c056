"""How firmly a number is promised, and what a growth is counted on, by the words before it."""

from __future__ import annotations

import re

from tally.extract.lexicon import alternation, roles, table
from tally.terms import Basis, Strength

_WORDS = table("qualifiers")
_BASES, _STRENGTHS = roles(_WORDS["basis"]), roles(_WORDS["strength"])
_BASIS = re.compile(alternation(_BASES))
_STRENGTH = re.compile(alternation(_STRENGTHS))


def basis_said(words: str) -> Basis | None:
    """What the growth behind these words is counted on, where they say so."""
    found = _BASIS.findall(words)
    return Basis(_BASES[found[-1]]) if found else None


def strength_said(words: str) -> Strength | None:
    """How firmly the number behind these words is promised, where they say so."""
    found = _STRENGTH.findall(words)
    return Strength(_STRENGTHS[found[-1]]) if found else None

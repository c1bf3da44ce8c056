"""How far a 预计 reaches: which figures of a sentence are preliminary."""

from __future__ import annotations

import re

from tally.extract.lead import read_lead, starts_with_verb
from tally.extract.lexicon import alternation, table
from tally.extract.place import Place, Reach

_WORDS = table("status")
_ESTIMATED = re.compile(
    rf"(?P<once>(?:{alternation(_WORDS['once'])})后[^。；]{{0,12}})?"
    rf"(?:{alternation(_WORDS['preliminary'])})"
)
_SETTLED = re.compile(rf"{alternation(_WORDS['settled'])}|{_WORDS['settled_months']}")
_SHORTEST_NAME = 2  # 预计可达: a verb may leave one character
_SAME_SUBJECT = frozenset(("carried", "carried-list", "carried-shared", "fulfilled"))


def reach_of(place: Place, rule: str) -> Reach | None:
    """The reach of the 预计 that the figures of a place stand under; None where there is none."""
    stated = next(reversed(list(_ESTIMATED.finditer(place.words))), None)
    behind = place.words[stated.end() if stated else 0 :]
    if (stated and stated["once"]) or _SETTLED.search(behind):
        return None
    return _opened(place, behind) if stated else _continued(place, rule)


def next_statement(reach: Reach | None) -> Reach | None:
    """What is left of a reach behind a semicolon."""
    return "listed" if reach in ("sentence", "listed") else None


def _opened(place: Place, behind: str) -> Reach:
    """预计实现生产总值 heads all that follows, 生产总值预计实现 speaks of this subject."""
    if len(read_lead(behind).subject) < _SHORTEST_NAME and place.subject:
        return "subject"
    return "statement" if place.memory.near else "sentence"


def _continued(place: Place, rule: str) -> Reach | None:
    reach = place.memory.reach
    if reach == "subject":
        return reach if rule in _SAME_SUBJECT else None
    return None if reach == "listed" and _is_deed(place, rule) else reach


def _is_deed(place: Place, rule: str) -> bool:
    """新建学校3所, 3个项目开工: what was done, and no figure of a list."""
    return rule == "counted-thing" or bool(starts_with_verb(place.subject))

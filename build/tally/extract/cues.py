"""Which way words look, ahead or back, and over one year or several: weights from a table."""

from __future__ import annotations

import re
from typing import NamedTuple

from tally.extract.lexicon import alternation, table

_TABLE = table("cues")


class Leaning(NamedTuple):
    """`ahead` above 0 speaks for what is promised, `years` above 0 for several years."""

    ahead: float = 0.0
    years: float = 0.0


_WEIGHTS = {
    word: (float(row.get("ahead", 0)), float(row.get("years", 0)))
    for row in _TABLE["words"]
    for word in row["words"]
}
_WORD = re.compile(alternation(_WEIGHTS))
_CLAUSES = [(re.compile(row["pattern"]), float(row["ahead"])) for row in _TABLE["clauses"]]
_AMOUNTS = [(re.compile(row["pattern"]), float(row["ahead"])) for row in _TABLE["amounts"]]
_TOPIC = _TABLE["topics"]
_TO_DO = re.compile(alternation(_TOPIC["begins_to_do"]))
_DONE = re.compile(rf"(?:^|[，、；])(?!{_TO_DO.pattern})[^，、；]*{_TOPIC['done']}$")
# What may stand before a topic, and how long one is.
_NUMBERED = re.compile("(?:[（(]?[一二三四五六七八九十0-9]{1,3}(?:[）)、.．]|是|要)|—{1,3})+")
_LONGEST_TOPIC = 30
# Cues of one sentence depend on one another: a sum would be too sure.
_MOST = 4.0


def leaning(words: str) -> Leaning:
    """How the words of a sentence lean, each cue counted once."""
    ahead = years = 0.0
    for word in set(_WORD.findall(words)):
        more, longer = _WEIGHTS[word]
        ahead += more
        years += longer
    ahead += next((weight for pattern, weight in _AMOUNTS if pattern.search(words)), 0.0)
    return Leaning(_bounded(ahead), _bounded(years))


def topic_leaning(sentence: str) -> float:
    """What the build of a short sentence says that opens a paragraph; below 0 it was done."""
    if len(sentence) > _LONGEST_TOPIC:
        return 0.0
    number = _NUMBERED.match(sentence)
    topic = sentence[number.end() if number else 0 :].rstrip("。：")
    if _DONE.search(topic):
        return float(_TOPIC["told"])
    return float(_TOPIC["to_do"]) if _TO_DO.match(topic) else 0.0


def clause_leaning(words: str) -> float:
    """How strongly a clause says by itself that its numbers are promised (above 0) or done."""
    return sum(weight for pattern, weight in _CLAUSES if pattern.search(words))


def amount_leaning(text: str, number: int) -> float:
    """What the form of the amount at a place says of its kind."""
    return next((weight for pattern, weight in _AMOUNTS if pattern.match(text, number)), 0.0)


def _bounded(weight: float) -> float:
    return max(-_MOST, min(_MOST, weight))

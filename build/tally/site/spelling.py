"""Tables for finding Chinese words however they are typed: how characters sound, other scripts.

A character's sound stands once for all titles, so that the catalogue stays small; a title that
reads otherwise (重 in 重庆) is spelled out beside it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC

from tally.site.pinyin import syllables

Sounds = Mapping[str, str]
_IDEOGRAPHS = range(0x4E00, 0xA000)


def folded(text: str) -> str:
    """As the script folds what is typed: NFKC, lower case, bars as spaces."""
    return unicodedata.normalize("NFKC", text).lower().replace("|", " ").strip()


def spelled(text: str) -> str:
    """The pinyin of a text, in which Latin letters and digits stay: 5gjizhan."""
    return "".join(syllables(_letters(text)))


def sounds(texts: Iterable[str]) -> Sounds:
    """The characters of the texts by the sound that each mostly has there."""
    heard: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        han = "".join(char for char in text if is_han(char))
        for char, sound in zip(han, syllables(han), strict=True):
            heard[char][sound] += 1
    by_sound: dict[str, str] = defaultdict(str)
    for char in sorted(heard):
        best = max(sorted(heard[char]), key=heard[char].__getitem__)
        by_sound[best] += char
    return dict(sorted(by_sound.items()))


def by_character(known: Sounds) -> Mapping[str, str]:
    """The table of sounds the other way round: the sound of each character."""
    return {char: sound for sound, chars in known.items() for char in chars}


def misread(text: str, spoken: Mapping[str, str]) -> str | None:
    """The pinyin of a text where the sounds of its characters would spell it otherwise."""
    right = spelled(text)
    return None if right == "".join(spoken.get(c, c) for c in _letters(text)) else right


def other_scripts(texts: Iterable[str]) -> tuple[str, str]:
    """Characters that write those of the texts in another script, and those they write, in turn:
    臺灣 and 台湾."""
    used = {char for text in texts for char in text}
    pairs = [(other, own) for other, own in _simplified() if own in used]
    return "".join(other for other, _ in pairs), "".join(own for _, own in pairs)


@cache
def _simplified() -> tuple[tuple[str, str], ...]:
    others = "\n".join(map(chr, _IDEOGRAPHS))
    own = str(OpenCC("t2s").convert(others))
    pairs = zip(others.split("\n"), own.split("\n"), strict=True)
    return tuple((other, one) for other, one in pairs if other != one and len(one) == 1)


def is_han(char: str) -> bool:
    return ord(char) in _IDEOGRAPHS


def _letters(text: str) -> str:
    return "".join(char for char in folded(text) if char.isalnum())

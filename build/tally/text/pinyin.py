"""Pinyin that a reposter's tool put behind characters: 會(huì ), 優(yōu), and 內xún) cut short."""

import re
import unicodedata
from functools import lru_cache
from re import Match

from tally.text.mapped import Mapped, replaced

_LETTERS = "a-züāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿêɑɡ"
# Bounded repeats, behind a Chinese character: linear whatever the text.
_GLOSS = re.compile(
    rf"(?<=[\u3400-\u9fff])\s?(?P<open>[(（]?)\s{{0,2}}(?P<syllable>[{_LETTERS}]{{1,6}})\s{{0,2}}[)）]"
)


def remove_pinyin(mapped: Mapped) -> Mapped:
    """Take out the syllables glossed behind characters; genuine Latin in brackets stays.

    A bracketed word goes when it carries a tone mark or is a reading of the character
    before it; a word that lost its opening bracket goes only with a tone mark.
    """
    return replaced(mapped, _GLOSS, _without_gloss)


def _without_gloss(match: Match[str]) -> str | None:
    syllable = match["syllable"]
    if _has_tone_mark(syllable):
        return ""
    before = match.string[match.start() - 1]
    return "" if match["open"] and syllable in _toneless_readings(before) else None


def _has_tone_mark(syllable: str) -> bool:
    return any(unicodedata.combining(c) for c in unicodedata.normalize("NFD", syllable))


@lru_cache(maxsize=4096)
def _toneless_readings(character: str) -> frozenset[str]:
    # Its dictionary is slow to load, and few texts need it.
    from pypinyin import Style, pinyin

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])

"""Numbers as reports write them, in Arabic and Chinese figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from tally.extract.lexicon import alternation, flat, table

DIGITS = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2, "俩": 2}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
# More digits than any report has; longer runs are codes or noise.
MAX_DIGITS = 18

NumberForm = Literal["digits", "chinese"]


@dataclass(frozen=True, slots=True)
class NumberToken:
    """Something that reads as a number: its place in a reading text and how it is written."""

    start: int
    end: int
    text: str
    form: NumberForm


def chinese_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral (一万二千三百, 三点五), or of a bare scale (百 is 100).

    None when it is not one number.
    """
    whole, dot, fraction = text.partition("点")
    value = _chinese_integer(whole)
    if value is None or (dot and not (fraction and all(c in DIGITS for c in fraction))):
        return None
    digits = "".join(str(DIGITS[c]) for c in fraction)
    return Decimal(f"{value}.{digits}") if dot else Decimal(value)


def _chinese_integer(text: str) -> int | None:
    if not text or len(text) > MAX_DIGITS or any(c not in DIGITS and c not in SCALES for c in text):
        return None
    if len(text) > 1 and all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total = section = digit = 0
    fresh = True
    for character in text:
        if character in DIGITS:
            digit, fresh = DIGITS[character], False
            continue
        scale = SCALES[character]
        if scale >= 10**4:
            total = (total + section + digit or 1) * scale
            section = 0
        else:
            section += (1 if fresh or digit == 0 else digit) * scale
        digit, fresh = 0, True
    return total + section + digit


def years_counted(word: str) -> int:
    """How many years one character counts: 四年, 4年."""
    return int(chinese_value(word) or word)


def arabic_value(text: str) -> Decimal | None:
    """The value of Arabic digits with optional groups and decimals; None when overlong."""
    digits = text.replace(",", "")
    return Decimal(digits) if len(digits) <= MAX_DIGITS else None


_UNITS = table("units")
_COUNTED = tuple(
    word
    for word in (*flat(_UNITS["measures"]), *flat(_UNITS["counters"]))
    if word not in _UNITS["durations"]
)
_SMALL = "一二三四五六七八九"
_RUN = r"(?:[零一二三四五六七八九十百万亿两]|千(?![瓦米克卡伏]))"


@cache
def _number(more: frozenset[str]) -> re.Pattern[str]:
    """What finds number-like tokens, with these units beside those of the tables."""
    # 三大战役, 一批 and 统一 hold numerals that neither count nor rank.
    chinese = (
        r"第[零一二三四五六七八九十百千两]{1,9}",
        r"前[一二三四五六七八九十百]{1,4}(?=位|名|强|列|家|，|。|、|；|$)",
        r"[百千万]分之[零一二三四五六七八九十百点两0-9.]{1,12}",
        rf"[{_SMALL}十]{{1,4}}分之[{_SMALL}]",
        rf"(?<![{_SMALL}十])[{_SMALL}两]成(?=[以左多半，。、的；）]|$)",
        r"翻了?[一两二三]番|翻番",
        rf"(?:(?<![统唯同每逐第“{_SMALL}十])[{_SMALL}两十]{_RUN}{{1,20}}+"
        rf"|(?<![统唯同每逐第红“{_SMALL}十])(?:[二三四五六七八九两]|十(?![分字]))"
        rf"|(?<=[破超达近约])[百千万亿]{{1,3}})(?=[多余]?(?:{alternation((*_COUNTED, *more))}))",
    )
    return re.compile(rf"[0-9]+(?:[.,][0-9]+)*|{'|'.join(chinese)}")


def scan_numbers(text: str, more: frozenset[str] = frozenset()) -> tuple[NumberToken, ...]:
    """Every number-like token of a reading text, in order.

    Each run of Arabic digits, those in years, dates and codes included; each Chinese numeral
    that counts or ranks something (两宗, 第五届, 百分之三点五, 五成, 翻一番). `more` are units
    that a vocabulary has beside those of the tables.
    """
    return tuple(_token(match) for match in _number(more).finditer(text))


def _token(match: re.Match[str]) -> NumberToken:
    form: NumberForm = "digits" if match.group()[0] in "0123456789" else "chinese"
    return NumberToken(*match.span(), match.group(), form)

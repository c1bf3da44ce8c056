"""Quantities: numbers with their units, before anything is known of what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from tally.extract.lexicon import alternation, flat, table
from tally.extract.numerals import DIGITS, arabic_value, chinese_value

Form = Literal["amount", "rank", "top", "ratio", "times", "bare", "unread"]


class Quantity(NamedTuple):
    """A number and its unit at `start:end` of a compact text.

    `unread` is what only looks like a number.
    A tuple, as are the other things made for each number: frozen dataclasses are slow to make.
    `high` is the upper end of a range; `more` says that 多 or 余 follows the digits; `minus`
    that a sign is before them; `parts` are the members of a proportion such as 3:40:57.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    form: Form
    high: Decimal | None = None
    more: bool = False
    chinese: bool = False
    parts: tuple[tuple[int, int, Decimal], ...] = ()
    minus: bool = False


_UNITS = table("units")
COUNTERS = frozenset(flat(_UNITS["counters"]))
DURATIONS = frozenset(_UNITS["durations"])
PERCENT = frozenset(_UNITS["percent"])
_WORDS = (*_UNITS["percent"], *flat(_UNITS["measures"]), *COUNTERS, *_UNITS["durations"])


def _unit(more: Iterable[str] = ()) -> str:
    """A regular expression for any unit; `more` are those of a vocabulary."""
    per = alternation(_UNITS["per"])
    return rf"(?:{alternation((*_WORDS, *more))})(?:/(?:{per}))?"


UNIT = _unit()
_ARABIC = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
# 千 belongs to the unit in 千瓦, 千米, 千克.
_SCALE = r"(?:万亿|百万|千万|百亿|千亿|[亿万十]|百(?!分点)|千(?![瓦米克卡伏]))"
_CN_RUN = r"(?:[零一二三四五六七八九十百万亿两点]|千(?![瓦米克卡伏]))"
_DASH = r"(?:[-—–~～－至到]{1,2})"
# 0.1、3.8和5.1个百分点: the unit stands behind the last number only.
_UNIT_BEHIND = re.compile(
    rf"(?:(?:、|和|与|及)[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?){{1,6}}"
    rf"(?P<unit>{alternation(_UNITS['percent'])}|倍|[万亿]{{0,2}}元)"
)
_RATIO = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[:：∶︰][0-9]+(?:\.[0-9]+)?){1,4}(?![0-9:：∶︰])")
# 稳定在全国1/10, 占增量的1/4
_SHARE = re.compile(r"(?<=[一-鿿])([0-9]{1,2})[/／]([0-9]{1,3})(?![0-9/／])")
_RATIO_PART = re.compile(r"[0-9]+(?:\.[0-9]+)?")
# Read before any unit: 万 of 万篇.
_MANY = "百千万亿"
# What can stand behind a number: a word, of another at most.
_UNIT_NAME = re.compile(r"[^\W\d_][^\W_]*(?:[/·][^\W_]+)*")
_DIGITS = re.compile(r"[0-9][0-9,.]*")
# 增长-9.7%, not 3-5% and not G1-5.
_SIGN = re.compile(r"[\u4e00-\u9fff）)\]，、；：:][-−－+＋]$")
_SMALL = "一二三四五六七八九两"
# 13万2 is 13.2万.
_TENTH = "(?P<tenth>(?<=[万亿])[0-9](?=[，。；、）]|$))?"


class _Grammar(NamedTuple):
    """What reads numbers with one set of units: in Arabic digits, in Chinese ones, and where
    either may begin."""

    amount: re.Pattern[str]
    chinese: re.Pattern[str]
    start: re.Pattern[str]


@cache
def _grammar(more: frozenset[str]) -> _Grammar:
    unit = _unit(more)
    amount = re.compile(
        rf"(?P<low>{_ARABIC})(?P<scale>(?:[多余]?{_SCALE}(?:[0-9]+{_SCALE})*)?){_TENTH}"
        rf"(?P<more>[多余]?)(?P<lowunit>{unit})?"
        rf"(?:{_DASH}(?P<high>{_ARABIC})(?P<highscale>{_SCALE}?)(?P<unit>{unit}))?"
    )
    chinese = re.compile(
        rf"(?P<pct>百分之|千分之)(?:(?P<cnpct>[零一二三四五六七八九十百点两]+)|(?P<numpct>{_ARABIC}))"
        r"|(?P<rank>第)(?P<place>[一二三四五六七八九十百两]+|[0-9]{1,3})"
        r"(?P<rankunit>位|名|大|[多高长快强低少](?=[，。；、）]|$))?"
        r"|(?P<top>前)(?P<topplace>[一二三四五六七八九十百]{1,3}|[0-9]{1,3})(?P<topunit>位|名|强|列)?"
        rf"|(?P<whole>[{_SMALL}十百]{{1,3}})分之(?P<part>[{_SMALL}十]{{1,3}})"
        r"|翻了?(?P<double>[一两二三]?)番"
        r"|(?P<tenth>[一二三四五六七八九两])成(?=[以左多半，。、的；）]|$)"
        rf"|(?P<number>{_CN_RUN}{{1,20}})(?P<more>[多余]?)(?P<unit>{unit})"
    )
    start = re.compile(
        rf"[0-9]|百分之|千分之|[二三四五六七八九十](?=分之[{_SMALL}十])|第(?=[一二三四五六七八九十0-9])|(?<![目年之])前(?=[一二三四五六七八九十0-9])|翻了?[一两二三]?番"
        rf"|(?<![统唯同每逐第一二三四五六七八九十])[一二三四五六七八九两十]{_CN_RUN}{{0,20}}[多余]?(?:{unit})"
        rf"|(?<![统唯同每逐第一二三四五六七八九十])[一二三四五六七八九两]成(?=[以左多半，。、的；）]|$)"
        rf"|(?<=[破超达近约])[百千万亿]{{1,3}}(?:{unit})"
    )
    return _Grammar(amount, chinese, start)


def quantities(text: str, more: frozenset[str] = frozenset()) -> Iterator[Quantity]:
    """Every quantity of a compact text, in order; numbers without a unit come as "bare".

    `more` are units that a vocabulary has beside those of the tables (see `unread`).
    """
    grammar = _grammar(more)
    position = 0
    while match := grammar.start.search(text, position):
        start = match.start()
        read = _arabic if text[start] in "0123456789" else _chinese
        found = read(grammar, text, start)
        if found:
            yield found
        run = _DIGITS.match(text, start)
        position = max(found.end if found else start + 1, run.end() if run else 0)


@lru_cache(maxsize=64)
def unread(names: frozenset[str]) -> frozenset[str]:
    """What no table holds of a vocabulary's names of units: as `more` they are read too."""
    new = (name for name in names if _UNIT_NAME.fullmatch(name) and not _is_read(name))
    return frozenset(name.lstrip(_MANY) or name for name in new)


def _is_read(name: str) -> bool:
    return any(found.unit == name for found in quantities(f"达3{name}。"))


def _arabic(grammar: _Grammar, text: str, start: int) -> Quantity | None:
    ratio = _RATIO.match(text, start)
    if ratio:
        return _proportion(ratio)
    share = _SHARE.match(text, start)
    if share:
        return _part(share, arabic_value(share[2]), arabic_value(share[1]))
    match = grammar.amount.match(text, start)
    if match is None or len(match["low"]) > 24:
        return None
    found = _range(match) if match["high"] else _amount(match)
    signed = found and found.unit in PERCENT and _SIGN.search(text[max(0, start - 2) : start])
    if not (found and signed):
        return found
    return found._replace(start=start - 1, minus=text[start - 1] not in "+＋")


def _amount(match: re.Match[str]) -> Quantity | None:
    value, scale = _scaled(match["low"], match["scale"])
    if value is None:
        return None
    if match["tenth"]:
        value += Decimal(match["tenth"]) / 10
    more = bool(match["more"]) or "多" in match["scale"] or "余" in match["scale"]
    end = match.end("lowunit") if match["lowunit"] else match.end("more")
    unit = scale + (match["lowunit"] or "") or _unit_behind(match.string, end)
    return Quantity(match.start(), end, value, unit, "amount" if unit else "bare", more=more)


def _unit_behind(text: str, end: int) -> str:
    match = _UNIT_BEHIND.match(text, end)
    return match["unit"] if match else ""


def _scaled(digits: str, scale: str) -> tuple[Decimal | None, str]:
    """Digits with what follows them: a 万 or 亿 alone stays with the unit, 2万3千 is summed."""
    value = arabic_value(digits)
    scale = scale.replace("多", "").replace("余", "")
    if value is None or scale in ("", "万", "亿", "万亿"):
        return value, scale
    if scale[-1] in "万亿" and not any(c in "0123456789" for c in scale):
        factor = chinese_value(scale[: -2 if scale.endswith("万亿") else -1] or "一")
        return (value * factor if factor else None), scale[-1]
    return _summed(digits + scale), ""


_TERM = re.compile(rf"({_ARABIC})({_SCALE}?)")


def _summed(text: str) -> Decimal | None:
    total = Decimal(0)
    for digits, scale in _TERM.findall(text):
        value, factor = arabic_value(digits), chinese_value(scale) if scale else Decimal(1)
        if value is None or factor is None:
            return None
        total += value * factor
    return total


def _range(match: re.Match[str]) -> Quantity | None:
    low, lowscale = _scaled(match["low"], match["scale"])
    high, highscale = _scaled(match["high"], match["highscale"])
    unit = highscale + match["unit"]
    stated = lowscale + (match["lowunit"] or "")
    if low is None or high is None or high <= low or stated not in ("", unit, highscale):
        return _amount(match)
    return Quantity(match.start(), match.end(), low, unit, "amount", high=high)


def _proportion(match: re.Match[str]) -> Quantity | None:
    found = list(_RATIO_PART.finditer(match.group()))
    if any(len(m.group()) > 12 for m in found):
        return None
    at = match.start()
    parts = tuple((at + m.start(), at + m.end(), Decimal(m.group())) for m in found)
    return Quantity(*match.span(), parts[0][2], "", "ratio", parts=parts)


def _chinese(grammar: _Grammar, text: str, start: int) -> Quantity | None:
    match = grammar.chinese.match(text, start)
    if match is None:
        return None
    if match["pct"]:
        return _percent(match)
    if match["rank"] or match["top"]:
        return _rank(match)
    if match["whole"]:
        return _part(match, chinese_value(match["whole"]), chinese_value(match["part"]))
    if match["tenth"]:
        value = chinese_value(match["tenth"])
        return (
            None if value is None else Quantity(*match.span(), value, "成", "amount", chinese=True)
        )
    if match["number"] is None:
        doubled = chinese_value(match["double"] or "一") or Decimal(1)
        return Quantity(*match.span(), doubled, "番", "times", chinese=True)
    return _chinese_amount(match)


def _percent(match: re.Match[str]) -> Quantity | None:
    words = match["cnpct"]
    value = chinese_value(words) if words else arabic_value(match["numpct"])
    unit = "%" if match["pct"] == "百分之" else "‰"
    return None if value is None else Quantity(*match.span(), value, unit, "amount", chinese=True)


def _part(
    match: re.Match[str], whole: Decimal | int | None, part: Decimal | int | None
) -> Quantity | None:
    """三分之二 or 2/3 as a percentage, to two places."""
    if not whole or part is None or part >= whole:
        return None
    value = (Decimal(part) * 100 / whole).quantize(Decimal("0.01")).normalize()
    chinese = not match.group()[0].isascii()
    return Quantity(*match.span(), Decimal(f"{value:f}"), "%", "amount", chinese=chinese)


def _rank(match: re.Match[str]) -> Quantity | None:
    place = match["place"] or match["topplace"]
    value = Decimal(place) if place[0] in "0123456789" else chinese_value(place)
    form: Form = "rank" if match["rank"] else "top"
    if value is None:
        return None
    return Quantity(*match.span(), value, "位", form, chinese=place[0] not in "0123456789")


def _chinese_amount(match: re.Match[str]) -> Quantity | None:
    """一万亿元 is 1 万亿元, 千万标箱 is 1000 万标箱: the last 万 or 亿 stays with the unit."""
    words, unit = match["number"], match["unit"]
    scale = next((s for s in ("万亿", "亿", "万") if words.endswith(s)), "")
    low, high = _ends(words.removesuffix(scale) or "一")
    if low is None:
        return None
    more = bool(match["more"])
    return Quantity(*match.span(), low, scale + unit, "amount", high=high, more=more, chinese=True)


# 两三个, 三五百, 一万五六千: two digits side by side are the ends of a range.
_SIDE_BY_SIDE = re.compile(f"([{_SMALL}])([{_SMALL}])(?=[十百千]?$)")
_FARTHEST = 2


def _ends(words: str) -> tuple[Decimal | None, Decimal | None]:
    """The value of a numeral, or the two ends of one such as 三五百."""
    pair = _SIDE_BY_SIDE.search(words)
    if pair and not (len(words) > 2 and all(c in DIGITS for c in words)):
        low = chinese_value(words[: pair.end(1)] + words[pair.end() :])
        high = chinese_value(words[: pair.start()] + words[pair.start(2) :])
        near = 0 < DIGITS[pair[2]] - DIGITS[pair[1]] <= _FARTHEST
        if near and low is not None and high is not None:
            return low, high
    return chinese_value(words), None

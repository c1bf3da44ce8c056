"""What a person meant who wrote a period, a bound or an amount as reports do, not as data files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from tally.terms import is_period

_DASH = re.compile(r"\s*(?:[-—–−~～至到]|\bto\b)+\s*")
_PART = {"上半年": "H1", "下半年": "H2", "前[三3]季度": "Q1-Q3", "前[二两2]季度": "H1"}
_QUARTER = re.compile("第?([一二三四1-4])季度")
_MONTHS = re.compile(r"([0-9]{4})-?([0-9]{1,2})(?:-([0-9]{1,2}))?月")
_BOUNDS: Mapping[str, str] = {
    **dict.fromkeys((">=", "=>", "≥", "以上", "不低于", "不少于", "至少", "min", "at least"), "ge"),
    **dict.fromkeys((">", "超", "超过", "突破", "高于", "多", "more than"), "gt"),
    **dict.fromkeys(("<=", "=<", "≤", "以内", "不高于", "不超过", "max", "at most"), "le"),
    **dict.fromkeys(("<", "不足", "低于", "少于", "less than"), "lt"),
    **dict.fromkeys(("~", "≈", "约", "左右", "about", "近"), "approx"),
    **dict.fromkeys(("=", "==", "等于"), "eq"),
    **dict.fromkeys(("-", "~~", "区间", "between"), "range"),
}
_AMOUNT = re.compile(r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*([^0-9\s.,].*)")
FIELDS: Mapping[str, str] = {"period": "due", "due": "period", "title": "milestone"}
"""Fields that one kind of file has in place of another's."""


def period_meant(text: str) -> str | None:
    """A period as data files write it: 2020年, 2016~2020, 2020年上半年, 2020年1-6月."""
    plain = _DASH.sub("-", unicodedata.normalize("NFKC", text).strip())
    for words, code in _PART.items():
        plain = re.sub(f"(?<=[0-9])年?{words}", code, plain)
    plain = _QUARTER.sub(
        lambda m: f"Q{'一二三四'.find(m[1]) + 1 or m[1]}", plain.replace("年", "-")
    )
    plain = re.sub("(?<=[0-9]{4})-(?=[HQ])|-+$", "", plain).replace("--", "-")
    if found := _MONTHS.fullmatch(plain):
        year, first, last = found[1], int(found[2]), found[3]
        plain = f"{year}-{first:02}" + (f"--{year}-{int(last):02}" if last else "")
    return plain if plain != text and is_period(plain) else None


def _quarter(match: re.Match[str]) -> str:
    return f"Q{'一二三四'.find(match[1]) + 1 or match[1]}"


def bound_meant(text: str) -> str | None:
    """The comparator that a sign or a word stands for."""
    return _BOUNDS.get(unicodedata.normalize("NFKC", text).strip().casefold())


def amount_meant(text: str) -> tuple[str, str] | None:
    """The number and the unit of an amount that was entered as one."""
    found = _AMOUNT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return (found[1].replace(",", ""), found[2].strip()) if found else None

"""Periods in relation to each other: the one before, the one after, the years of a span."""

from __future__ import annotations

import re

_YEAR = re.compile(r"\d{4}")
_IN_YEAR = re.compile(
    r"(?P<year>\d{4})(?:(?P<part>H[12]|Q[1-4])|-(?P<from>\d{2})(?:--(?P=year)-(?P<to>\d{2}))?)?"
)
_PARTS = {"H": 6, "Q": 3}  # months of a half year, of a quarter
_SPAN = re.compile(r"(\d{4})-(\d{4})")


def before(period: str) -> str:
    """The period of the same kind just before: 2020 for 2021, 2011-2015 for 2016-2020; for a
    part of a year the same part of the year before, since years have seasons."""
    return _shifted(period, -_length(period))


def after(period: str) -> str:
    """The period of the same kind just after."""
    return _shifted(period, _length(period))


def is_year(period: str) -> bool:
    return _YEAR.fullmatch(period) is not None


def span_years(period: str) -> tuple[str, ...]:
    """The years of a span (2016-2020); none for any other period."""
    match = _SPAN.fullmatch(period)
    if match is None:
        return ()
    first, last = int(match[1]), int(match[2])
    return tuple(f"{year:04}" for year in range(first, last + 1))


def months(period: str) -> tuple[int, int] | None:
    """The months of a year, or of a part of it, counted from year 0, end exclusive; None for
    spans of years."""
    match = _IN_YEAR.fullmatch(period)
    if match is None:
        return None
    year, part = int(match["year"]) * 12, match["part"]
    if part:
        size = _PARTS[part[0]]
        first = (int(part[1]) - 1) * size + 1
        return year + first, year + first + size
    first = int(match["from"] or 1)
    last = int(match["to"] or match["from"] or 12)
    return year + first, year + last + 1


def _length(period: str) -> int:
    return len(span_years(period)) or 1


def _shifted(period: str, years: int) -> str:
    return _YEAR.sub(lambda match: f"{int(match[0]) + years:04}", period)

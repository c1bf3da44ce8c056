"""Periods in relation to each other: the one before, the one after, the years of a span."""

from __future__ import annotations

import re

from tally.records.periods import parse_period

_YEAR = re.compile(r"\d{4}")


def before(period: str) -> str:
    """The period of the same kind just before: 2020 for 2021, 2011-2015 for 2016-2020; for a
    part of a year the same part of the year before, since years have seasons."""
    return _shifted(period, -_length(period))


def after(period: str) -> str:
    """The period of the same kind just after."""
    return _shifted(period, _length(period))


def span_years(period: str) -> tuple[str, ...]:
    """The years of a span (2016-2020); none for any other period."""
    parsed = parse_period(period)
    if parsed.kind != "years":
        return ()
    return tuple(f"{year:04}" for year in range(parsed.start.year, parsed.end.year + 1))


def months(period: str) -> tuple[int, int] | None:
    """The months of a year or of a part of it, counted from year 0, end exclusive; None for
    what runs over years."""
    parsed = parse_period(period)
    if parsed.start.year != parsed.end.year:
        return None
    year = parsed.start.year * 12
    return year + parsed.start.month, year + parsed.end.month + 1


def _length(period: str) -> int:
    return len(span_years(period)) or 1


def _shifted(period: str, years: int) -> str:
    return _YEAR.sub(lambda match: f"{int(match[0]) + years:04}", period)

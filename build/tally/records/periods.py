"""Periods: the time that a figure is for."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tally.terms import PeriodKind

_FORMS: tuple[tuple[PeriodKind, re.Pattern[str]], ...] = (
    (PeriodKind.YEAR, re.compile(r"([0-9]{4})")),
    (PeriodKind.YEARS, re.compile(r"([0-9]{4})-([0-9]{4})")),
    (PeriodKind.HALF, re.compile(r"([0-9]{4})H([12])")),
    (PeriodKind.QUARTER, re.compile(r"([0-9]{4})Q([1-4])")),
    (PeriodKind.QUARTERS, re.compile(r"([0-9]{4})Q([1-4])-Q([1-4])")),
    (PeriodKind.MONTH, re.compile(r"([0-9]{4})-([0-9]{2})")),
    (PeriodKind.MONTHS, re.compile(r"([0-9]{4})-([0-9]{2})--([0-9]{4})-([0-9]{2})")),
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class PeriodError(ValueError):
    """A text that names no period."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of days, `start` to `end` inclusive, with the words it was written in."""

    start: date
    end: date
    text: str
    kind: PeriodKind


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Read 2020, 2016-2020, 2020H1, 2020Q3, 2020Q1-Q3, 2020-07 or 2020-07--2021-06.

    Raises PeriodError for anything else, for years outside 1900 to 2100, and for a run that
    ends before it begins or has one member only.
    """
    for kind, form in _FORMS:
        if match := form.fullmatch(text):
            return _period(text, kind, [int(part) for part in match.groups()])
    raise PeriodError(f"{text} is not a period")


def is_period(text: str) -> bool:
    """Whether the text names a period."""
    try:
        parse_period(text)
    except PeriodError:
        return False
    return True


def is_year(text: str) -> bool:
    """Whether the text names one whole year."""
    return is_period(text) and parse_period(text).kind == "year"


def is_date(text: str) -> bool:
    """Whether the text is an ISO day, month or year of the calendar."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return _FIRST_YEAR <= date.fromisoformat(text).year <= _LAST_YEAR
        except ValueError:
            return False
    return len(text) in (4, 7) and is_period(text)


def days_of(text: str) -> tuple[date, date]:
    """The first and the last day that an ISO day, month or year may mean.

    Raises ValueError for what `is_date` refuses.
    """
    if len(text) == len("2021-01-11"):
        day = date.fromisoformat(text)
        return day, day
    period = parse_period(text)
    return period.start, period.end


def _period(text: str, kind: PeriodKind, parts: list[int]) -> Period:
    (first_year, first_month), (last_year, last_month) = _months(kind, parts)
    if not _FIRST_YEAR <= first_year <= last_year <= _LAST_YEAR:
        raise PeriodError(f"{text} is not within {_FIRST_YEAR} and {_LAST_YEAR}, or runs backwards")
    if not (1 <= first_month <= 12 and 1 <= last_month <= 12):
        raise PeriodError(f"{text} has a month that is none")
    if kind in ("years", "months") and (first_year, first_month) >= (last_year, last_month):
        raise PeriodError(f"{text} ends before it begins")
    if kind == "quarters" and parts[1] >= parts[2]:
        raise PeriodError(f"{text} ends before it begins, or is one quarter")
    if kind == "years" and first_year == last_year:
        raise PeriodError(f"{text} is one year")
    end = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Period(date(first_year, first_month, 1), end, text, kind)


def _months(kind: PeriodKind, parts: list[int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the last month, each as (year, month)."""
    year = parts[0]
    if kind == "years":
        return (year, 1), (parts[1], 12)
    if kind == "half":
        return (year, 6 * parts[1] - 5), (year, 6 * parts[1])
    if kind == "quarter":
        return (year, 3 * parts[1] - 2), (year, 3 * parts[1])
    if kind == "quarters":
        return (year, 3 * parts[1] - 2), (year, 3 * parts[2])
    if kind == "month":
        return (year, parts[1]), (year, parts[1])
    if kind == "months":
        return (year, parts[1]), (parts[2], parts[3])
    return (year, 1), (year, 12)

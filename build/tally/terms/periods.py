"""Periods: the time that a figure is for."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NoReturn

from tally.terms.records import PeriodKind

_FORMS: tuple[tuple[PeriodKind, re.Pattern[str]], ...] = (
    (PeriodKind.YEAR, re.compile(r"([0-9]{4})")),
    (PeriodKind.YEARS, re.compile(r"([0-9]{4})-([0-9]{4})")),
    (PeriodKind.HALF, re.compile(r"([0-9]{4})H([12])")),
    (PeriodKind.QUARTER, re.compile(r"([0-9]{4})Q([1-4])")),
    (PeriodKind.QUARTERS, re.compile(r"([0-9]{4})Q([1-4])-Q([1-4])")),
    (PeriodKind.MONTH, re.compile(r"([0-9]{4})-([0-9]{2})")),
    (PeriodKind.MONTHS, re.compile(r"([0-9]{4})-([0-9]{2})--([0-9]{4})-([0-9]{2})")),
)
_YEAR = re.compile("[0-9]{4}")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class PeriodError(ValueError):
    """A text that names no period."""


class Period(str):
    """A run of days, `start` to `end` inclusive, as it is written: 2020, 2016-2020, 2020H1,
    2020Q3, 2020Q1-Q3, 2020-07 or 2020-07--2021-06.

    It is its own text: columns, ids and JSON write it as it stands, and it sorts and compares as
    text does. Raises PeriodError for any other text, for years outside 1900 to 2100, and for a
    run that ends before it begins or has one member only.
    """

    __slots__ = ("end", "kind", "start")
    kind: PeriodKind
    start: date
    end: date

    def __new__(cls, text: str) -> Period:
        return text if type(text) is Period else _within_bounds(text)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a period is what it is: {name} cannot be set")

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return _read, (str(self),)

    @classmethod
    def of_years(cls, first: int, last: int) -> Period:
        """One year, or a span of several."""
        return cls(f"{first:04}" if first == last else f"{first:04}-{last:04}")

    @property
    def is_year(self) -> bool:
        """Whether it is one whole year."""
        return self.kind is PeriodKind.YEAR

    @property
    def years(self) -> tuple[Period, ...]:
        """The years of a span (2016-2020); none of any other period."""
        return _years(self) if self.kind is PeriodKind.YEARS else ()

    @property
    def months(self) -> tuple[int, int] | None:
        """The months of a year or of a part of it, counted from year 0, end exclusive; None for
        what runs over years."""
        if self.start.year != self.end.year:
            return None
        year = self.start.year * 12
        return year + self.start.month, year + self.end.month + 1

    @property
    def before(self) -> Period:
        """The period of the same kind just before: 2020 for 2021, 2011-2015 for 2016-2020; for a
        part of a year the same part of the year before, since years have seasons."""
        return _shifted(self, -(len(self.years) or 1))

    @property
    def after(self) -> Period:
        """The period of the same kind just after."""
        return _shifted(self, len(self.years) or 1)


def is_period(text: str) -> bool:
    """Whether the text names a period."""
    try:
        Period(text)
    except PeriodError:
        return False
    return True


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
    period = Period(text)
    return period.start, period.end


@lru_cache(maxsize=4096)
def _within_bounds(text: str) -> Period:
    period = _read(text)
    if not _FIRST_YEAR <= period.start.year <= period.end.year <= _LAST_YEAR:
        raise PeriodError(f"{text} is not within {_FIRST_YEAR} and {_LAST_YEAR}")
    return period


@lru_cache(maxsize=4096)
def _read(text: str) -> Period:
    """A period of whatever years: the one before 1900 too."""
    for kind, form in _FORMS:
        if match := form.fullmatch(text):
            return _period(text, kind, [int(part) for part in match.groups()])
    raise PeriodError(f"{text} is not a period")


def _period(text: str, kind: PeriodKind, parts: list[int]) -> Period:
    first, last = _months(kind, parts)
    if not (first[0] and last[0] and 1 <= first[1] <= 12 and 1 <= last[1] <= 12):
        raise PeriodError(f"{text} has a year or a month that is none")
    if not _runs_on(kind, parts):
        raise PeriodError(f"{text} ends before it begins, or is one period")
    period = str.__new__(Period, text)
    for name, value in (
        ("kind", kind),
        ("start", date(*first, 1)),
        ("end", date(*last, monthrange(*last)[1])),
    ):
        object.__setattr__(period, name, value)
    return period


def _runs_on(kind: PeriodKind, parts: list[int]) -> bool:
    """Whether what has a first and a last member has the first before the last."""
    if kind is PeriodKind.MONTHS:
        return parts[:2] < parts[2:]
    return kind not in (PeriodKind.YEARS, PeriodKind.QUARTERS) or parts[-2] < parts[-1]


def _months(kind: PeriodKind, parts: list[int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the last month, each as (year, month)."""
    year = parts[0]
    match kind:
        case PeriodKind.YEARS:
            return (year, 1), (parts[1], 12)
        case PeriodKind.HALF:
            return (year, 6 * parts[1] - 5), (year, 6 * parts[1])
        case PeriodKind.QUARTER | PeriodKind.QUARTERS:
            return (year, 3 * parts[1] - 2), (year, 3 * parts[-1])
        case PeriodKind.MONTH:
            return (year, parts[1]), (year, parts[1])
        case PeriodKind.MONTHS:
            return (year, parts[1]), (parts[2], parts[3])
        case _:
            return (year, 1), (year, 12)


@lru_cache(maxsize=4096)
def _years(span: Period) -> tuple[Period, ...]:
    return tuple(_read(f"{year:04}") for year in range(span.start.year, span.end.year + 1))


@lru_cache(maxsize=8192)
def _shifted(period: Period, years: int) -> Period:
    return _read(_YEAR.sub(lambda match: f"{int(match[0]) + years:04}", period))

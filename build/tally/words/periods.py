"""Periods in words: 2020年, 2020年前三季度; Q1 to Q3 2020."""

from __future__ import annotations

from functools import lru_cache

from tally.records.model import Localized
from tally.terms import Period, PeriodKind
from tally.words.tables import everywhere, say


def period_words(period: Period) -> Localized:
    """A period in every language."""
    return everywhere(lambda lang: said_period(period, lang))


@lru_cache(maxsize=8192)
def said_period(period: Period, lang: str) -> str:
    """A period in one language."""
    first, last = period.start, period.end
    return say(
        f"period.{_row(period)}",
        lang,
        year=first.year,
        last_year=last.year,
        quarter=say(f"quarter.{_quarter(first.month)}", lang),
        last_quarter=say(f"quarter.{_quarter(last.month)}", lang),
        month=say(f"month.{first.month}", lang),
        last_month=say(f"month.{last.month}", lang),
    )


def _row(period: Period) -> str:
    """The kind of period, more closely where it is said in two ways."""
    match period.kind:
        case PeriodKind.HALF:
            return "first_half" if period.start.month == 1 else "second_half"
        case PeriodKind.QUARTERS:
            return "first_quarters" if period.start.month == 1 else "quarters"
        case PeriodKind.MONTHS:
            return "months" if period.start.year == period.end.year else "months_over_years"
        case kind:
            return kind


def _quarter(month: int) -> int:
    return (month + 2) // 3

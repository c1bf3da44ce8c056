"""What is looked for where nobody states it, and over which years a growth counts: one year, the
average of several, or all since a base year."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tally.derive.stated import in_times
from tally.records.model import Figure, Unit
from tally.terms import Basis, Measure, Period


@dataclass(frozen=True, slots=True)
class Count:
    """Growth from the year `base` to the year `end`: in all, or on `average` in each year."""

    base: Period
    end: Period
    average: bool

    @property
    def years(self) -> tuple[Period, ...]:
        """The years that growth is of: those after the base; none where an end is no year."""
        if not (self.base.is_year and self.end.is_year):
            return ()
        first, last = self.base.start.year + 1, self.end.start.year
        return tuple(Period.of_years(year, year) for year in range(first, last + 1))


def counted(figure: Figure, unit: Unit, period: Period) -> Count | None:
    """How a growth over several years counts; None for that of one year, and for other measures.

    年均增长6% of 2021—2025 is an average, 翻一番 of the same years counts from 2020 in all, as
    does what names its base: 到2025年比2020年增长70%.
    """
    if figure.measure != Measure.GROWTH:
        return None
    years = period.years
    if not years and figure.base_period in (None, period.before):
        return None
    base = figure.base_period or years[0].before
    average = figure.base_period is None and not in_times(figure, unit)
    return Count(base, years[-1] if years else period, average)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: `source` made the promise, so its baseline comes first.

    `count` and `basis` (of `basis_of`) are those of a growth; `half` is half a unit of the last
    digit that the promise writes, None for one in words: figures written as finely stand as they
    are.
    """

    indicator: str
    period: Period
    measure: Measure
    unit: str
    source: str = ""
    count: Count | None = None
    basis: Basis | None = None
    half: Fraction | None = Fraction(0)

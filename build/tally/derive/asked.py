"""What is looked for where nobody states it, and over which years a growth counts: one year, the
average of several, or all since a base year."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tally.derive.stated import in_times
from tally.derive.timeline import before, span_years
from tally.records.model import Figure, Unit
from tally.records.periods import is_year
from tally.terms import Basis, Measure


@dataclass(frozen=True, slots=True)
class Count:
    """Growth from the year `base` to the year `end`: in all, or on `average` in each year."""

    base: str
    end: str
    average: bool

    @property
    def years(self) -> tuple[str, ...]:
        """The years that growth is of: those after the base; none where an end is no year."""
        if not (is_year(self.base) and is_year(self.end)):
            return ()
        return tuple(f"{year:04}" for year in range(int(self.base) + 1, int(self.end) + 1))


def counted(figure: Figure, unit: Unit, period: str) -> Count | None:
    """How a growth over several years counts; None for that of one year, and for other measures.

    年均增长6% of 2021—2025 is an average, 翻一番 of the same years counts from 2020 in all, as
    does what names its base: 到2025年比2020年增长70%.
    """
    if figure.measure != Measure.GROWTH:
        return None
    years = span_years(period)
    if not years and figure.base_period in (None, before(period)):
        return None
    base = figure.base_period or before(years[0])
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
    period: str
    measure: Measure
    unit: str
    source: str = ""
    count: Count | None = None
    basis: Basis | None = None
    half: Fraction | None = Fraction(0)

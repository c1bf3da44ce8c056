"""Areas side by side: what each promises of an indicator, year by year, and what came of it.

Only what can share an axis stands together (`Face`). A number is put above another only where
their wordings leave no doubt: at least 5 % and 5.5 % stand in no order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from tally.derive.asked import Asked, counted
from tally.derive.bases import basis_of, usual_basis
from tally.derive.implied import implied
from tally.derive.interval import Interval, below, meet
from tally.derive.ledger import Ledger
from tally.derive.model import Derived, Outlook
from tally.derive.stated import as_written, high_value_of, value_of
from tally.records.model import Figure, Indicator, Observation
from tally.terms import (
    AreaLevel,
    Basis,
    Comparator,
    Direction,
    Measure,
    Period,
    Strength,
    TargetType,
    VerdictCode,
)

Way = Literal["higher", "same", "lower"]
Told = Mapping[str, tuple[Ledger, Sequence[Outlook]]]
_STRENGTHS = tuple(Strength)
_LEVELS = tuple(AreaLevel)
_IN_UNITS = (Measure.LEVEL, Measure.CHANGE, Measure.CUMULATIVE)
_DECIDED = (VerdictCode.MET, VerdictCode.MISSED)


@dataclass(frozen=True, slots=True)
class Face:
    """What can share an axis: a measure, in one family of units (its base), on one basis. `name` is
    what addresses call it: growth, growth-like-for-like, level-money-usd."""

    measure: Measure
    unit: str
    basis: Basis | None
    name: str


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one area and year: promises, the expected one first; the figure that came of
    them, reported (`result`) or else implied by others (`derived`)."""

    promises: tuple[Outlook, ...] = ()
    result: Observation | None = None
    derived: Derived | None = None

    @property
    def promise(self) -> Outlook | None:
        return next(iter(self.promises), None)

    @property
    def told(self) -> bool:
        return bool(self.promises) or self.reached

    @property
    def reached(self) -> bool:
        return self.result is not None or self.derived is not None

    @property
    def figures(self) -> tuple[Observation, ...]:
        """The reported figures that what was reached is, or follows from."""
        if self.result is not None:
            return (self.result,)
        return self.derived.inputs if self.derived else ()

    def extent(self, ledger: Ledger) -> Interval | None:
        """What was reached, as it is written."""
        if self.result is not None:
            return extent_of(self.result.figure, ledger)
        return self.derived.quantity.interval if self.derived else None


@dataclass(frozen=True, slots=True)
class Across:
    """One face of an indicator in all areas that speak of it, by area and year; the years are those
    of which two areas do, from the first."""

    indicator: Indicator
    face: Face
    ledgers: Mapping[str, Ledger]
    years: tuple[Period, ...]
    said: Mapping[tuple[str, Period], Said]

    @property
    def name(self) -> str:
        """What files and addresses call it: gdp/growth."""
        return f"{self.indicator.id}/{self.face.name}"

    def of(self, area: str, year: Period) -> Said:
        return self.said.get((area, year), _NOTHING)

    def areas(self, year: Period) -> tuple[str, ...]:
        """The areas that say something of a year, in the order of the vocabulary."""
        return tuple(area for area in self.ledgers if (area, year) in self.said)

    @property
    def peers(self) -> frozenset[str]:
        """The areas of the level that most of them are of: only these are put in an order."""
        levels = {area: one.vocabulary.areas[area].level for area, one in self.ledgers.items()}
        most = Counter(levels.values()).most_common(1)
        return frozenset(area for area, level in levels.items() if most and level == most[0][0])

    def depth(self, area: str) -> int:
        """How far an area lies below the nation."""
        return _LEVELS.index(self.ledgers[area].vocabulary.areas[area].level)

    @property
    def falling(self) -> bool:
        """Whether the order begins with the lowest: less is better."""
        return self.indicator.direction == Direction.DOWN

    def asks(self, year: Period) -> bool:
        """Whether any area promises something for a year."""
        return any(self.of(area, year).promises for area in self.ledgers)

    def judged(self, year: Period) -> bool:
        """Whether a promise of a peer for a year has been held against what came of it."""
        every = (one for area in self.peers for one in self.of(area, year).promises)
        return any(one.verdict.code in _DECIDED for one in every)

    def number(self, area: str, year: Period) -> Fraction | None:
        """What an area is sorted by: the number of its promise, of a range the lower; where nothing
        is promised in that year what was reached. None where there is no number."""
        ledger, said = self.ledgers[area], self.of(area, year)
        if said.promise or self.asks(year):
            figure = said.promise.target.figure if said.promise else None
            return value_of(figure, ledger.unit(figure)) if figure else None
        reached = said.extent(ledger)
        return (reached.low if reached.low is not None else reached.high) if reached else None

    def ordered(self, year: Period) -> tuple[str, ...]:
        """The areas of a year: those of a higher level than most, these by their numbers, those
        without one, and those of a lower level."""
        usual = min((self.depth(area) for area in self.peers), default=0)
        sign = 1 if self.falling else -1

        def place(area: str) -> tuple[bool, bool, bool, Fraction]:
            number, level = self.number(area, year), self.depth(area)
            value = Fraction(0) if number is None else sign * number
            return level >= usual, level > usual, number is None, value

        return tuple(sorted(self.areas(year), key=place))

    def places(self, year: Period) -> Mapping[str, tuple[int, int]]:
        """Which places each of the peers can have in the order of a year: the first and the last,
        as bounds and approximate numbers leave open which of two is more."""
        found = {area: self._stated(area, year) for area in self.areas(year) if area in self.peers}
        stated = {area: one for area, one in found.items() if one is not None}
        return dict(zip(stated, places(tuple(stated.values()), falling=self.falling), strict=True))

    def _stated(self, area: str, year: Period) -> Interval | None:
        said, ledger = self.of(area, year), self.ledgers[area]
        if said.promise or self.asks(year):
            figure = said.promise.target.figure if said.promise else None
            return extent_of(figure, ledger) if figure else None
        return said.extent(ledger)


_NOTHING = Said()


def across(indicator: Indicator, told: Told) -> tuple[Across, ...]:
    """The faces of an indicator of which at least two areas speak in a year, that with the most
    promises first; `told` has each area's ledger and what it promises of the indicator."""
    promised: defaultdict[Face, list[tuple[str, Outlook]]] = defaultdict(list)
    observed = {area: _observed(indicator, ledger) for area, (ledger, _) in told.items()}
    wordless = list[tuple[str, Outlook]]()
    for area, (ledger, outlooks) in told.items():
        for one in outlooks:
            face = _promised_face(one, ledger, indicator)
            (promised[face] if face else wordless).append((area, one))
    faces = {**dict.fromkeys(promised), **{f: None for rows in observed.values() for f, _ in rows}}
    ordered = sorted(faces, key=lambda face: _weight(face, promised.get(face, ()), observed))
    for area, one in wordless:
        if face := _meant(one, ordered):
            promised[face].append((area, one))
    found = (
        _assembled(indicator, face, told, promised.get(face, ()), observed) for face in ordered
    )
    return tuple(one for one in found if one.years)


Observed = Mapping[str, Mapping[tuple[Face, Period], Observation]]


def _observed(indicator: Indicator, ledger: Ledger) -> Mapping[tuple[Face, Period], Observation]:
    """The best reported figure of each face and year; one that only the machine has read where
    there is no other."""
    rows = [
        row
        for year in ledger.periods_of(indicator.id)
        if year.is_year
        for measure in Measure
        for row in ledger.find(indicator.id, year, measure)
    ]
    rows += [row for row in ledger.unreviewed.get(indicator.id, ()) if row.period.is_year]
    best: dict[tuple[Face, Period], Observation] = {}
    for row in rows:
        best.setdefault((_face(row.figure, ledger, indicator), row.period), row)
    return best


def _face(figure: Figure, ledger: Ledger, indicator: Indicator) -> Face:
    unit, basis = ledger.unit(figure), basis_of(figure, indicator)
    usual = usual_basis(indicator) if figure.measure in (Measure.GROWTH, Measure.INDEX) else None
    other = figure.measure in _IN_UNITS and unit.family not in indicator.unit_families[:1]
    family = unit.family if other and unit.family != "percent" else ""
    parts = (str(figure.measure), "" if basis in (None, usual) else str(basis), family)
    name = "-".join(part for part in parts if part)
    return Face(figure.measure, ledger.base(figure), basis, name)


def _promised_face(one: Outlook, ledger: Ledger, indicator: Indicator) -> Face | None:
    figure, due = one.target.figure, one.target.due
    if figure is None or not due.is_year or counted(figure, ledger.unit(figure), due):
        return None
    return _face(figure, ledger, indicator)


def _meant(one: Outlook, faces: Sequence[Face]) -> Face | None:
    """Where a promise without a number stands: among those of its measure, a wish in the first."""
    if not one.target.due.is_year or one.target.figure is not None:
        return None
    relation = one.target.relation
    if relation is not None:
        return next((face for face in faces if face.measure == relation.measure), None)
    return next(iter(faces), None) if one.target.type == TargetType.WISH else None


def _weight(
    face: Face, promises: Sequence[tuple[str, Outlook]], observed: Observed
) -> tuple[int, int]:
    return -len(promises), -sum(face == own for rows in observed.values() for own, _ in rows)


def _assembled(
    indicator: Indicator,
    face: Face,
    told: Told,
    promises: Sequence[tuple[str, Outlook]],
    observed: Observed,
) -> Across:
    by_cell: defaultdict[tuple[str, Period], list[Outlook]] = defaultdict(list)
    for area, one in promises:
        by_cell[area, one.target.due].append(one)
    cells = [*by_cell, *((a, y) for a, rows in observed.items() for own, y in rows if own == face)]
    cells += [
        (area, year)
        for area, rows in observed.items()
        for own, year in rows
        if face.measure == Measure.GROWTH
        and own.measure == Measure.INDEX
        and own.basis == face.basis
    ]
    ledgers = {area: ledger for area, (ledger, _) in told.items()}
    said = {
        cell: made
        for cell in dict.fromkeys(cells)
        if (made := _said(indicator, face, ledgers[cell[0]], cell, by_cell, observed)).told
    }
    counts = Counter(year for _, year in said)
    speaking = {area for area, year in said if counts[year] > 1}
    return Across(
        indicator,
        face,
        {area: ledger for area, ledger in ledgers.items() if area in speaking},
        tuple(sorted(year for year, n in counts.items() if n > 1)),
        said,
    )


def _said(
    indicator: Indicator,
    face: Face,
    ledger: Ledger,
    cell: tuple[str, Period],
    promises: Mapping[tuple[str, Period], Sequence[Outlook]],
    observed: Observed,
) -> Said:
    area, year = cell
    own = tuple(sorted(promises.get(cell, ()), key=_by_strength))
    judged = [one for one in own if one.outcome or one.derived]
    outcome = next((one.outcome for one in judged if one.outcome), None)
    if outcome is not None and _face(outcome.figure, ledger, indicator) == face:
        return Said(own, outcome)
    derived = next((one.derived for one in judged if one.derived), None)
    if derived is not None and (derived.measure, derived.quantity.unit) == (
        face.measure,
        face.unit,
    ):
        return Said(own, None, derived)
    reported = observed[area].get((face, year))
    if reported is not None:
        return Said(own, reported)
    asked = Asked(indicator.id, year, face.measure, face.unit, basis=face.basis)
    return Said(own, None, next(iter(implied(ledger, asked)), None))


def _by_strength(one: Outlook) -> tuple[int, str]:
    figure = one.target.figure
    return (_STRENGTHS.index(figure.strength) if figure else len(_STRENGTHS)), one.target.id


def extent_of(figure: Figure, ledger: Ledger) -> Interval:
    """What a number says in its base unit: an exact one and the ends of a range as written."""
    unit = ledger.unit(figure)
    if figure.comparator == Comparator.RANGE:
        low, high = sorted((value_of(figure, unit), high_value_of(figure, unit)))
        return Interval(low, high)
    return as_written(figure, unit, None)


def places(stated: Sequence[Interval], *, falling: bool = False) -> tuple[tuple[int, int], ...]:
    """Which places each can have in the order from the highest (`falling`: from the lowest): the
    first and the last, as bounds and approximate numbers leave open which of them is more."""
    over: Callable[[Interval, Interval], bool] = below if falling else _above
    return tuple(
        (
            1 + sum(over(other, one) for other in stated),
            len(stated) - sum(over(one, other) for other in stated),
        )
        for one in stated
    )


def _above(one: Interval, other: Interval) -> bool:
    return below(other, one)


def against(new: Figure, old: Figure, ledger: Ledger) -> tuple[Way, bool]:
    """How a promise stands to an earlier one of the same area by its number, and whether that is
    certain: not where the wordings differ so that a doubt is left."""
    now, then = _ends(new, ledger), _ends(old, ledger)
    way: Way = "higher" if now > then else "lower" if now < then else "same"
    both = extent_of(new, ledger), extent_of(old, ledger)
    return way, new.comparator == old.comparator or not meet(*both)


def _ends(figure: Figure, ledger: Ledger) -> tuple[Fraction, Fraction]:
    unit = ledger.unit(figure)
    return value_of(figure, unit), high_value_of(figure, unit)

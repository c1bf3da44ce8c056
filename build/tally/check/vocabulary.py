"""What the entries of the vocabulary say of each other: no circles, no name given twice, and
units that count as their names do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from tally.check.places import at
from tally.extract import normal
from tally.records.model import Area, Indicator, Place, Unit, Vocabulary
from tally.records.problem import Problem, repeated

_T = TypeVar("_T", Area, Indicator)
# Written where an area's code is not known yet.
_NO_CODE = "000000"
TAKEN = ("targets", "checks", "indicators")
"""The addresses below an area's that no indicator's page can have."""
# What the head of a unit counts: 万元 is so many 元.
_MANY = {"千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}


def vocabulary_problems(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Areas and indicators that lead back to themselves, names that two of them claim, and units
    whose factor is not what their name says."""
    indicators = vocabulary.indicators
    yield from _circles(vocabulary.areas, "within", lambda area: area.within)
    yield from _circles(indicators, "part_of", lambda indicator: indicator.part_of)
    for indicator in indicators.values():
        yield from _own_kin(indicator)
        yield from _taken(indicator)
    former = [named for indicator in indicators.values() for named in _former(indicator)]
    for name, place in former:
        if name in indicators:
            message = f"{name} is no former id: an indicator has it"
            yield Problem(place, "duplicate", message, "remove it, or rename that indicator")
    words = (named for indicator in indicators.values() for named in _words(indicator))
    codes = ((a.code, at(a, "code")) for a in vocabulary.areas.values() if a.code != _NO_CODE)
    yield from _miscounted(vocabulary.units)
    yield from _given_twice("the code", codes)
    yield from _given_twice("the former id", former)
    yield from _given_twice("the name or alias", words)


def _former(indicator: Indicator) -> Iterator[tuple[str, Place]]:
    """The ids that an indicator once had, with their places."""
    for number, name in enumerate(indicator.former_ids):
        yield name, at(indicator, f"former_ids.{number}")


def _taken(indicator: Indicator) -> Iterator[Problem]:
    """Ids, now or once, that are the address of another page of each area."""
    for name, place in ((indicator.id, at(indicator, "id")), *_former(indicator)):
        if name in TAKEN:
            message = f"{name} is the address of another page of each area"
            yield Problem(place, "duplicate", message, "give the indicator another id")


def _words(indicator: Indicator) -> Iterable[tuple[str, Place]]:
    """What reports call an indicator, as extraction compares it, with the place of each."""
    words = {normal(indicator.name.zh): at(indicator, "name")}
    for number, alias in enumerate(indicator.aliases):
        words.setdefault(normal(alias), at(indicator, f"aliases.{number}"))
    return words.items()


def _circles(
    records: Mapping[str, _T], field: str, parent: Callable[[_T], str | None]
) -> Iterator[Problem]:
    """Records whose parents lead back to them; a circle is told once."""
    for first, record in records.items():
        path: list[str] = [first]
        above = parent(record)
        while above is not None and above in records and above not in path:
            path.append(above)
            above = parent(records[above])
        if above == first and first == min(path):
            message = f"{first} is {field.replace('_', ' ')} itself: {' → '.join([*path, first])}"
            yield Problem(at(record, field), "reference", message, f"correct {field}")


def _own_kin(indicator: Indicator) -> Iterator[Problem]:
    related = {f"related.{number}": name for number, name in enumerate(indicator.related)}
    for field, name in {**related, "change_of": indicator.change_of}.items():
        if name == indicator.id:
            message = f"{indicator.id} names itself"
            yield Problem(at(indicator, field), "reference", message, "name another, or remove it")


def _miscounted(units: Mapping[str, Unit]) -> Iterator[Problem]:
    for unit in units.values():
        for head, zeros in _MANY.items():
            one = units.get(unit.id.removeprefix(head)) if unit.id.startswith(head) else None
            if one and one.base == unit.base and unit.factor != one.factor * Decimal(10) ** zeros:
                right = f"{(one.factor * Decimal(10) ** zeros).normalize():f}"
                message = f"{unit.id} is {right} {unit.base}, not {unit.factor:f}"
                yield Problem(at(unit, "factor"), "unit", message, f"write factor: {right}")


def _given_twice(what: str, names: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    for name, place, first in repeated(names):
        message = f"{what} {name} is here twice, first at {first}"
        yield Problem(place, "duplicate", message, "correct one of the two")

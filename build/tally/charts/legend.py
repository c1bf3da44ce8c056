"""The legend: every mark of the grammar, drawn by the code that draws it in charts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial

from tally.charts.design import Design, Picture
from tally.charts.facts import Fact
from tally.charts.groups import Companion, Group
from tally.charts.model import Sketch, same
from tally.charts.panel import Panel, facts_of, related_of, rules_of
from tally.charts.scales import Axis
from tally.records.model import (
    Figure,
    Localized,
    Place,
    Unit,
)
from tally.terms import Comparator, Measure, Period
from tally.words.tables import joined, phrase

_EARLY, _DUE, _YEARS = Period("2020"), Period("2021"), Period("2019-2022")
_NOWHERE = Place("legend")
_UNIT = Unit("%", same("%"), "percent", Decimal(1), "%", (), _NOWHERE)
_AXIS = Axis(_UNIT, Fraction(1), "%", Decimal(1), "%")


@dataclass(frozen=True, slots=True)
class _Sample:
    """What a mark means, and facts that are drawn with it."""

    meaning: Localized
    facts: tuple[Fact, ...]
    series: tuple[Fact, ...] = ()
    companions: tuple[Companion, ...] = ()


def legend_sketch() -> Sketch:
    """One chart of all kinds of facts; each panel says what its marks mean."""
    samples = tuple(_samples())
    meanings = tuple(sample.meaning for sample in samples)
    return Sketch(
        kind="legend",
        title=phrase("mark.legend"),
        description=joined("list.part", meanings),
        columns=(),
        rows=(),
        picture=partial(_picture, samples),
        figures=len(samples),
    )


def _picture(samples: tuple[_Sample, ...], lang: str) -> Picture:
    groups = (Group(Measure.GROWTH, "%", s.facts, s.series, s.companions) for s in samples)
    panels = [Panel(n, group, _AXIS) for n, group in enumerate(groups)]
    layers = tuple(tuple(n for n in panel.layers() if n != "labels") for panel in panels)
    return Picture(
        Design("legend", (("panels", layers),)),
        {f"panel{n}": sample.meaning[lang] for n, sample in enumerate(samples)},
        {
            "facts": [
                {**row, "says": sample.meaning[lang]}
                for panel, sample in zip(panels, samples, strict=True)
                for row in facts_of(panel, lang)
            ],
            "rules": [row for panel in panels for row in rules_of(panel, lang)],
            "related": [row for panel in panels for row in related_of(panel, lang)],
        },
    )


def _samples() -> Iterator[_Sample]:
    line = tuple(_fact("reported", n + 3, period=Period(f"{2019 + n}")) for n in range(3))
    broken = tuple(_fact("reported", 7 - n, period=Period(f"{2019 + n}")) for n in (0, 1, 3))
    other = tuple(_fact("reported", n + 4, period=Period(f"{2019 + n}")) for n in range(3))
    own = _fact("preliminary", 3, period=_EARLY)
    carried = (own, _fact("preliminary", 3))
    revised = (_fact("reported", 7), _fact("preliminary", 4))
    yield _Sample(phrase("mark.reported"), line, line)
    yield _one("preliminary", _fact("preliminary", 5))
    yield _Sample(phrase("mark.broken"), broken, broken)
    yield _one("bound", _fact("reported", 5, (5, None), comparator=Comparator.GT))
    yield _one("over-years", _fact("reported", 5, period=_YEARS))
    yield _Sample(phrase("mark.conflict"), revised, revised[:1])
    yield _one("derived", _fact("derived", 5, (2, 8)))
    yield _one("extracted", _fact("extracted", 5))
    yield _one("exact", _fact("target", 5))
    yield _one("about", _fact("target", 5, (3, 7), Comparator.APPROX))
    yield _one("at-least", _fact("target", 3, (3, None), Comparator.GE))
    yield _one("at-most", _fact("target", 7, (None, 7), Comparator.LE))
    yield _one("range", _fact("target", 5, (2, 8), Comparator.RANGE))
    yield _one("target-over-years", _fact("target", 5, period=_YEARS))
    yield _one("target-extracted", _fact("target-extracted", 5))
    yield _Sample(
        phrase("mark.relation"),
        (own,),
        (own,),
        (Companion(phrase("mark.relation"), other, None, same("")),),
    )
    yield _Sample(
        phrase("mark.as-before"), (own,), (own,), (Companion(None, carried, None, same("")),)
    )


def _one(meaning: str, fact: Fact) -> _Sample:
    return _Sample(phrase(f"mark.{meaning}"), (fact,))


def _fact(
    kind: str,
    value: int,
    ends: tuple[int | None, int | None] | None = None,
    comparator: Comparator = Comparator.EQ,
    period: Period = _DUE,
) -> Fact:
    low, high = (None if end is None else Fraction(end) for end in ends or (value, value))
    figure = None if kind == "derived" else _figure(value, comparator)
    stated = (low, high) if comparator == "range" and low is not None and high is not None else ()
    return Fact(kind, period, Fraction(value), low, high, same(""), same(""), figure, stated)


def _figure(value: int, comparator: Comparator) -> Figure:
    return Figure(Measure.GROWTH, comparator, Decimal(value), None, "%", None, 1, _NOWHERE)

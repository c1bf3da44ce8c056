"""A panel of years: a measure with its axis, and its facts as rows of data for `kinds.series`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tally.charts.design import Row
from tally.charts.facts import Fact
from tally.charts.groups import Group
from tally.charts.measures import FONT_SIZE, FULL_WIDTH, wrapped
from tally.charts.scales import Axis
from tally.charts.words import capital
from tally.records.model import Localized
from tally.words.tables import called, phrase

# The layers of `kinds.series`, in the order in which they are painted.
EVERY = ("between", "above", "below", "related", "line", "rules", "marks", "labels")
PLAIN = frozenset(("line", "marks", "labels"))
PROMISED = frozenset(("between", "above", "below", "rules"))
RELATED = frozenset(("related",))
_BESIDE = -11  # pixels: from the figure of a year to another for the same year


@dataclass(frozen=True, slots=True)
class Panel:
    """A measure with its place in the chart and its axis."""

    number: int
    group: Group
    axis: Axis
    long: bool = False

    @property
    def heading(self) -> Localized:
        """What the panel measures and in which unit."""
        name, unit = called(self.group.measure), self.axis.name
        if self.group.measure == "level":
            return capital(unit)
        if self.group.measure == "ratio":  # which the Chinese name of its unit says
            return capital(phrase("chart.ratio", name=name, unit=unit))
        return capital(phrase("chart.measured", name=name, unit=unit))

    def layers(self) -> tuple[str, ...]:
        """The layers of `kinds.series` for its rows: those of most charts, and those of promises or
        of what they are relative to where it has any, as each set of layers is a design to make."""
        promised = bool(self.group.targets) or any(rules_of(self, "zh"))
        related = any(companion.facts for companion in self.group.companions)
        layers = PLAIN | (PROMISED if promised else set()) | (RELATED if related else set())
        return tuple(name for name in EVERY if name in layers)


def noted(notes: Iterable[Localized], lang: str, width: int = FULL_WIDTH) -> Row:
    """What stands below a chart, a line or more each."""
    size = FONT_SIZE - 1
    lines = [line for note in notes for line in wrapped(note[lang], width - 20, size)]
    return {"text": "\n".join(lines)}


def facts_of(panel: Panel, lang: str) -> Iterator[Row]:
    """A row for every mark of a panel."""
    segments = {
        id(fact): n
        for n, segment in enumerate(panel.group.segments)
        if len(segment) > 1
        for fact in segment
    }
    before = dict[str, int]()
    for fact in panel.group.facts:
        rank = 0 if fact.is_target or fact.is_span else before.get(fact.period, 0)
        before[fact.period] = rank + (not fact.is_target)
        row = {
            "panel": panel.number,
            "period": fact.period,
            "year": fact.place,
            "value": panel.axis.place(fact.value, lang),
            "mark": fact.mark,
            "says": fact.note[lang],
        }
        if id(fact) in segments:
            row["segment"] = segments[id(fact)]
        if rank:
            row["beside"] = rank * _BESIDE
        if fact.is_target and (ends := _ends(panel, fact, lang)) is not None:
            row |= {"accepts": True, **ends}
        yield from _with_ends(row, panel, fact, lang)
    for companion in panel.group.companions:
        if companion.name:
            for fact in companion.facts:
                said = phrase("chart.measured", name=companion.name, unit=fact.note)
                value = panel.axis.place(fact.value, lang)
                yield {
                    **{"panel": panel.number, "period": fact.period, "year": fact.first},
                    **{"value": value, "mark": "other", "says": said[lang]},
                }


def _ends(panel: Panel, fact: Fact, lang: str) -> Row | None:
    """What a promise accepts; of many years how far about reaches: a wedge says the rest."""
    ends = {"low": fact.low, "high": fact.high}
    if panel.long:
        known = [end for end in ends.values() if end is not None]
        if not (fact.figure and fact.figure.comparator == "approx" and known):
            return None
        wide = abs(known[0] - fact.value)
        ends = {"low": fact.value - wide, "high": fact.value + wide}
    return {k: panel.axis.place(end, lang) for k, end in ends.items() if end is not None}


def _with_ends(row: Row, panel: Panel, fact: Fact, lang: str) -> Iterator[Row]:
    """A range has a mark at both its ends; what it accepts is drawn with the first."""
    if not fact.ends:
        yield row
        return
    for n, end in enumerate(fact.ends):
        own = row if not n else {k: v for k, v in row.items() if k not in ("accepts", "segment")}
        mark = row["mark"] if fact.is_target else "point"
        yield {**own, "value": panel.axis.place(end, lang), "mark": mark}


def rules_of(panel: Panel, lang: str) -> Iterator[Row]:
    """Bars of what runs over years, whiskers of what is derived, ranges, and the brackets of
    figures for one year."""
    main = {fact.period: fact for fact in panel.group.facts[::-1] if not fact.is_target}
    main |= {f.period: f for f in panel.group.series}
    beside = dict[str, int]()

    def rule(kind: str, x: float, x2: float, *ends: object, dx: int = 0, dx2: int = 0) -> Row:
        y, y2 = (panel.axis.place(end, lang) for end in ends)  # type: ignore[arg-type]
        return {
            **{"panel": panel.number, "rule": kind, "year": x, "x2": x2, "value": y, "y2": y2},
            **{"dx": dx, "dx2": dx2},
        }

    for fact in panel.group.facts:
        x = fact.place
        if fact.is_span:
            kind = "target-span" if fact.is_target else "span"
            yield rule(kind, fact.first, fact.last, fact.value, fact.value)
        if fact.ends:
            yield rule("range" if fact.is_target else "within", x, x, *fact.ends)
        if fact.kind == "derived" and None not in (fact.low, fact.high):
            yield rule("whisker", x, x, fact.low, fact.high)
        if fact.is_target or fact.is_span:
            continue
        rank = beside[fact.period] = beside.get(fact.period, -1) + 1
        if rank:
            dx, first = rank * _BESIDE, main[fact.period]
            yield rule("bracket", x, x, fact.value, first.value, dx=dx, dx2=dx)
            yield rule("bracket", x, x, first.value, first.value, dx=dx)


def related_of(panel: Panel, lang: str) -> Iterator[Row]:
    """The lines that promises without a number of their own are relative to."""
    for companion in panel.group.companions:
        for run in _runs(companion.facts) if companion.name else (companion.facts,):
            name = (companion.name or companion.words)[lang]
            for fact in run:
                yield {
                    **{"panel": panel.number, "name": f"{name} {run[0].period}"},
                    **{"year": fact.first, "value": panel.axis.place(fact.value, lang)},
                    **{"rule": "alongside" if companion.name else "carried"},
                }


def _runs(facts: tuple[Fact, ...]) -> list[tuple[Fact, ...]]:
    """Stretches of consecutive years."""
    numbered = enumerate(facts)
    return [
        tuple(fact for _, fact in run)
        for _, run in groupby(numbered, lambda pair: pair[1].first - pair[0])
    ]

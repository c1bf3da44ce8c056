"""The chart of one indicator: history, promises and outcomes; a panel for each measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise

from tally.charts.design import Design, Picture, Row
from tally.charts.facts import MEASURES, Fact
from tally.charts.finding import describe, finding
from tally.charts.groups import Companion, Group, groups_of
from tally.charts.labels import Wish, ground, placed
from tally.charts.measures import FONT_SIZE, FULL_WIDTH, HEIGHTS, TITLE_SIZE, balanced, wrapped
from tally.charts.model import Sketch, same
from tally.charts.scales import Axis, axis_of
from tally.charts.words import capital, sourced
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.records.model import Indicator, Localized
from tally.records.periods import parse_period
from tally.terms import Measure
from tally.words.figures import Units, figure_words
from tally.words.periods import period_words
from tally.words.tables import called, joined, phrase

_MOST_PANELS = 3
_MOST_YEARS = 10  # that are named below a chart
_BESIDE = -11  # pixels: from the figure of a year to another for the same year
_AWAY = {"at-least": "below", "at-most": "above"}


def indicator_sketch(
    indicator: Indicator, ledger: Ledger, outlooks: Iterable[Outlook], site: Localized
) -> Sketch | None:
    """The chart of an indicator in one area, or None: one figure is not a chart.

    `outlooks` are those of the indicator's own targets; `site` is the name that the chart carries.
    """
    outlooks = tuple(outlooks)
    groups = groups_of(indicator, ledger, outlooks)
    shown = shown_groups(groups)
    if not shown:
        return None
    title = finding(indicator, ledger, groups, outlooks)
    source = sourced(
        fact.source
        for fact in sorted((f for group in shown for f in group.facts), key=lambda f: -f.last)
        if fact.kind != "derived"
    )
    notes = [note for note in (_breaks(shown), source, site) if note.zh]
    panels = [Panel(n, group, axis_of(group, ledger)) for n, group in enumerate(shown)]
    return Sketch(
        kind="indicator",
        title=title,
        description=describe(indicator, shown),
        columns=tuple(phrase(f"column.{key}") for key in ("period", "kind", "measure", "figure")),
        rows=tuple(_table_row(group, fact) for group in shown for fact in group.facts),
        picture=partial(_picture, panels, title, notes, ledger.vocabulary.units),
        figures=max(len(group.facts) for group in shown),
        panels=tuple(panel.heading for panel in panels),
        source=source,
    )


def shown_groups(groups: Iterable[Group]) -> list[Group]:
    """The measures worth a panel, in a fixed order: those with two marks or more."""
    telling = [group for group in groups if group.statements > 1]
    ranked = sorted(telling, key=lambda group: (-len(group.facts), MEASURES.index(group.measure)))
    return sorted(ranked[:_MOST_PANELS], key=lambda group: MEASURES.index(group.measure))


@dataclass(frozen=True, slots=True)
class Panel:
    """A measure with its place in the chart and its axis."""

    number: int
    group: Group
    axis: Axis

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
        """The layers of `kinds.series` that it has rows for."""
        targets = {(f.low is None, f.high is None) for f in self.group.targets}
        has = {
            "between": (False, False) in targets,
            "above": (False, True) in targets,
            "below": (True, False) in targets,
            "related": any(companion.facts for companion in self.group.companions),
            "line": any(len(segment) > 1 for segment in self.group.segments),
            "rules": any(rules_of(self, "zh")),
            "marks": True,
            "labels": True,
        }
        return tuple(name for name, there in has.items() if there)


def _picture(
    panels: list[Panel], title: Localized, notes: list[Localized], units: Units, lang: str
) -> Picture:
    reverse = tuple(p.number for p in panels if p.group.measure == Measure.RANK)
    layers = tuple(panel.layers() for panel in panels)
    options = (("panels", layers), ("grouped", lang != "zh"), ("reversed_", reverse))
    return Picture(
        Design("series", options),
        {
            "title": balanced(title[lang], FULL_WIDTH, TITLE_SIZE),
            "years": _years(panels),
            **{f"panel{panel.number}": panel.heading[lang] for panel in panels},
        },
        {
            "facts": [row for panel in panels for row in facts_of(panel, lang)],
            "labels": [row for panel in panels for row in labels_of(panel, units, lang)],
            "rules": [row for panel in panels for row in rules_of(panel, lang)],
            "related": [row for panel in panels for row in related_of(panel, lang)],
            "notes": [noted(notes, lang)],
        },
        Design("series", (*options, ("interactive", True))),
    )


def _years(panels: list[Panel]) -> list[int]:
    """The years below a chart: the last always, earlier ones as far as there is room."""
    facts = [fact for panel in panels for fact in panel.group.facts]
    first, last = min(fact.first for fact in facts), max(fact.last for fact in facts)
    step = -(-(last - first + 1) // _MOST_YEARS)
    return list(range(last, first - 1, -step))[::-1]


def noted(notes: Iterable[Localized], lang: str) -> Row:
    """What stands below a chart, a line or more each."""
    size = FONT_SIZE - 1
    lines = [line for note in notes for line in wrapped(note[lang], FULL_WIDTH - 20, size)]
    return {"text": "\n".join(lines)}


def labels_of(panel: Panel, units: Units, lang: str) -> Iterator[Row]:
    """A row for every label that finds its place."""
    wishes = list(_wishes(panel, units, lang))
    places = [(row["year"], row["value"]) for row in facts_of(panel, lang)]
    lines = [
        [(float(f.first), panel.axis.place(f.value, lang)) for f in segment]
        for segment in panel.group.segments
    ]
    lines += [
        [(row["year"], row["value"]), (row["x2"], row["y2"])] for row in rules_of(panel, lang)
    ]
    on = ground(places, HEIGHTS[min(panel.number, 1)])
    found = placed([wish for wish, _ in wishes], places, lines, on)
    for wish, tone in wishes:
        spot = found.get(wish)
        if spot is not None:
            yield {
                **{"panel": panel.number, "year": wish.year, "value": wish.value},
                **{"label": wish.text, "tone": tone},
                **{"dx": spot.dx, "dy": spot.dy, "align": spot.align},
            }


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
        if fact.is_target:
            row |= {"accepts": True, **_ends(panel, fact, lang)}
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


def _ends(panel: Panel, fact: Fact, lang: str) -> Row:
    ends = {"low": fact.low, "high": fact.high}
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


Telling = tuple[Wish, str]


def _wishes(panel: Panel, units: Units, lang: str) -> Iterator[Telling]:
    """What is labelled, the most telling first, each with its tone."""
    group = panel.group
    told = list(_told(group))
    for fact in told:
        text = _label(panel, fact, fact is told[0], units)[lang]
        value = panel.axis.place(fact.value, lang)
        tone = "target" if fact.is_target else "derived" if fact.kind == "derived" else "ink"
        must = fact.is_target or fact is told[0]
        yield Wish(fact.place, value, text, _sides(fact, group), must), tone
    for companion in group.companions:
        yield from _companion_wishes(panel, companion, lang)


def _told(group: Group) -> Iterator[Fact]:
    """The last figure, outcomes of promises, these, the first, the extremes."""
    due = {fact.period for fact in group.targets}
    points = [fact for segment in group.segments for fact in segment]
    extremes = sorted(points, key=lambda fact: fact.value)
    wanted = [
        *group.series[-1:],
        *(fact for fact in group.series if fact.period in due),
        *group.targets,
        *(fact for fact in group.facts if fact.kind == "derived"),
        *(fact for fact in group.facts if fact.is_span and not fact.is_target),
        *group.series[:1],
        *extremes[-1:],
        *extremes[:1],
        *(fact for fact in group.series if fact.is_bound),
    ]
    yield from dict.fromkeys(wanted)


def _sides(fact: Fact, group: Group) -> tuple[str, ...]:
    """Where a label may stand: off the wedge of a bound, and off the line."""
    wedge = fact.mark.removesuffix("-extracted").removesuffix("-derived")
    if fact.is_target:
        first = (_AWAY.get(wedge, "above"), "right", "left")
        return *first, "far-below", "far-above", "low", "high", "low-left", "high-left"
    if wedge in ("more", "less"):
        return ("below", "right", "left") if wedge == "more" else ("above", "right", "left")
    near = [f.value for f in group.series if abs(f.place - fact.place) == 1]
    low = bool(near) and fact.value * len(near) < sum(near)
    return ("below", "above", "right", "left") if low else ("above", "below", "right", "left")


def _companion_wishes(panel: Panel, companion: Companion, lang: str) -> Iterator[Telling]:
    """The name of another indicator at its last figure; words of the promise where it is due."""
    words = phrase("chart.target", words=companion.words)
    if companion.name and companion.facts:
        last = companion.facts[-1]
        name = phrase("chart.followed", name=companion.name)[lang]
        value = panel.axis.place(last.value, lang)
        yield Wish(last.place, value, name, ("below-left", "above-left", "left"), True), "other"
    elif companion.due:
        value = panel.axis.place(companion.due.value, lang)
        place = companion.due.place
        yield Wish(place, value, words[lang], ("below", "above"), True), "target"


def _label(panel: Panel, fact: Fact, latest: bool, units: Units) -> Localized:
    """With its unit where it is the latest or not a plain number of the panel's unit."""
    if fact.is_target:
        return phrase("chart.target", words=bare_promise(fact, units))
    figure = fact.figure
    if figure is None:
        return phrase("chart.derived", words=fact.words)
    if figure.unit != panel.axis.unit.id or figure.comparator != "eq":
        return fact.words
    if latest and panel.group.measure != Measure.GROWTH:
        return fact.words
    suffix = "%" if panel.axis.zh == "%" else ""
    return phrase("chart.figure", number=panel.axis.number(figure), sign=suffix)


def bare_promise(fact: Fact, units: Units) -> Localized:
    """The promise without 增长, which the panel already says: 6%以上, at least 6%."""
    return figure_words(fact.figure, units, "chart") if fact.figure else fact.words


def _breaks(groups: list[Group]) -> Localized:
    """Where a line is broken and why, other than by a bound, which is seen."""
    said = {group.measure: joined("list.clause", list(_breaks_of(group))) for group in groups}
    told = {words: measure for measure, words in said.items() if words.zh}
    if not told:
        return same("")
    several = sum(bool(words.zh) for words in said.values()) > 1
    everywhere = len(told) == 1 and (several or len(groups) == 1)
    parts = [
        words if everywhere else phrase("chart.of", name=called(measure), words=words)
        for words, measure in told.items()
    ]
    return phrase("chart.breaks", words=joined("list.part", parts))


def _breaks_of(group: Group) -> Iterator[Localized]:
    known, missing = {fact.first for fact in group.series}, list[int]()
    for before, after in pairwise(group.segments):
        left, right = before[-1], after[0]
        missing += [year for year in range(left.first, right.first) if year not in known]
        if left.scope != right.scope:
            yield phrase("chart.scopes", first=str(left.first), second=str(right.first))
    if missing:
        yield phrase("chart.missing", years=_runs_of_years(missing))


def _runs_of_years(years: list[int]) -> Localized:
    """2011、2014—2017; 2011, 2014–2017."""
    runs = [
        [year for _, year in run]
        for _, run in groupby(enumerate(years), lambda pair: pair[1] - pair[0])
    ]
    ends = [Localized(f"{run[0]}—{run[-1]}", f"{run[0]}–{run[-1]}") for run in runs if run[1:]]
    alone = [same(str(run[0])) for run in runs if not run[1:]]
    return joined("list.between", sorted((*ends, *alone), key=lambda words: words.zh))


def _table_row(group: Group, fact: Fact) -> tuple[Localized, ...]:
    when = period_words(parse_period(fact.period))
    return (when, phrase(f"mark.{fact.kind}"), called(group.measure), fact.words)

"""Which facts of a panel are told in words, in which, and on which sides they may stand."""

from __future__ import annotations

from collections.abc import Iterator

from tally.charts.design import Row
from tally.charts.facts import Fact
from tally.charts.groups import Companion, Group
from tally.charts.labels import Wish, ground, placed
from tally.charts.measures import size
from tally.charts.panel import Panel, facts_of, rules_of
from tally.records.model import Localized
from tally.terms import Measure
from tally.words.figures import Units, figure_words
from tally.words.tables import phrase

_AWAY = {"at-least": "below", "at-most": "above"}
Telling = tuple[Wish, str]


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
    on = ground(places, *size(panel.number, panel.long))
    found = placed([wish for wish, _ in wishes], places, lines, on)
    for wish, tone in wishes:
        spot = found.get(wish)
        if spot is not None:
            yield {
                **{"panel": panel.number, "year": wish.year, "value": wish.value},
                **{"label": wish.text, "tone": tone},
                **{"dx": spot.dx, "dy": spot.dy, "align": spot.align},
            }


def _wishes(panel: Panel, units: Units, lang: str) -> Iterator[Telling]:
    """What is labelled, the most telling first, each with its tone."""
    group = panel.group
    told = list(dict.fromkeys(_ends(group) if panel.long else _told(group)))
    for fact in told:
        text = _label(panel, fact, fact is told[0], units)[lang]
        value = panel.axis.place(fact.value, lang)
        tone = "target" if fact.is_target else "derived" if fact.kind == "derived" else "ink"
        must = fact.is_target or fact is told[0]
        yield Wish(fact.place, value, text, _sides(fact, group), must), tone
    for companion in group.companions:
        yield from _companion_wishes(panel, companion, lang)


def _ends(group: Group) -> Iterator[Fact]:
    """Of many years the last figure, the last promise, the extremes and the first."""
    points = sorted((one for run in group.segments for one in run), key=lambda one: one.value)
    yield from (*group.series[-1:], *group.targets[-1:], *points[-1:], *points[:1])
    yield from group.series[:1]


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
    yield from wanted


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

"""The labels of a series: which facts are told in words, in which words, and where."""

from __future__ import annotations

from dataclasses import replace

from tally.charts.facts import Fact
from tally.charts.groups import Companion, Group
from tally.charts.model import same
from tally.charts.placement import ABOVE, BELOW, FARTHER, Spot
from tally.charts.plot import HEAD, Plot
from tally.charts.words import fill
from tally.records.model import Localized
from tally.terms import Measure
from tally.words.figures import Units, promise_words

# A target's tick is wider than a dot.
_BESIDE = (Spot(15, 0, "left"), Spot(-15, 0, "right"))
_SAMPLE = 24.0  # of a line, beside its name


def write_labels(plot: Plot) -> None:
    """What must be told first, then as much as there is room for close to its mark."""
    told = _told(plot.group)
    for companion in plot.group.companions:
        if companion.due and not companion.name:
            _label(plot, _as_target(companion.words), companion.due, "target", first=BELOW)
    for fact in told:
        if fact.is_target:
            _target_label(plot, fact)
        else:
            _label(plot, _figure_words(plot, fact, told), fact, _tone(fact))
    for companion in plot.group.companions:
        if companion.name and companion.facts:
            _name(plot, companion, companion.name)
    if len(plot.group.series) <= plot.size.all_labels_up_to:
        for fact in reversed(plot.group.facts):
            if fact not in told:
                _write_if_free(plot, _figure_words(plot, fact, told), fact, "muted")


def _told(group: Group) -> list[Fact]:
    """The facts that are labelled in any case, the most telling first."""
    due = {fact.period for fact in group.targets}
    outcomes = [f for f in group.series if f.period in due]
    derived = [f for f in group.facts if f.kind == "derived"]
    spans = [f for f in group.facts if f.is_span and not f.is_target]
    last, first = group.series[-1:], group.series[:1]
    return list(dict.fromkeys([*last, *group.targets, *outcomes, *derived, *spans, *first]))


def _name(plot: Plot, companion: Companion, name: Localized) -> None:
    """The other indicator's name close to one of its dots, else with its line in the head."""
    words = fill("{}（目标随此）", "{} (target follows)", name)
    for fact in reversed(companion.facts):
        if _write_if_free(plot, words, fact, "other", first=BELOW):
            return
    (_, right), (_, top) = plot.canvas.frame.x, plot.canvas.frame.y
    plot.canvas.line("other", (right, right), (top, top), dx=(-_SAMPLE, 0), dy=(HEAD, HEAD))
    plot.canvas.label(words, right, top, dx=-_SAMPLE - 6, dy=HEAD, align="right", tone="other")


def _tone(fact: Fact) -> str:
    return "derived" if fact.kind == "derived" else "ink"


def _away(fact: Fact) -> Spot:
    """On the side where the promise is not kept, so that the wedge stays free."""
    return BELOW if fact.upward else ABOVE if fact.downward else _BESIDE[0]


def _label(plot: Plot, text: Localized, fact: Fact, tone: str, *, first: Spot = ABOVE) -> None:
    place = plot.at(fact.middle, plot.y(fact.value))
    _write(plot, text, fact, tone, plot.placer.place(text, *place, first=first))


def _write_if_free(
    plot: Plot, text: Localized, fact: Fact, tone: str, *, first: Spot = ABOVE
) -> bool:
    """Whether there is room for the text close to the mark, where it then stands."""
    place = plot.at(fact.middle, plot.y(fact.value))
    spot = plot.placer.place(text, *place, first=first, more=(), must=False)
    _write(plot, text, fact, tone, spot)
    return spot is not None


def _write(plot: Plot, text: Localized, fact: Fact, tone: str, spot: Spot | None) -> None:
    if spot is not None:
        x, y = fact.middle, plot.y(fact.value)
        plot.canvas.label(text, x, y, dx=spot.dx, dy=spot.dy, align=spot.align, tone=tone)


def _target_label(plot: Plot, fact: Fact) -> None:
    """Beside the tick, or at the head of the column where the promise is kept."""
    x, y = fact.middle, plot.y(fact.value)
    text = _as_target(bare_promise(fact, plot.units))
    left, top = plot.at(x, y)
    head = Spot(0, plot.canvas.frame.top_of(plot.kept(fact)[1]) - top - 8, "center")
    spot = plot.placer.place(text, left, top, first=_away(fact), more=(*_BESIDE, *FARTHER, head))
    _write(plot, text, fact, "target", spot)


def _as_target(words: Localized) -> Localized:
    return fill("目标{}", "target {}", words)


def bare_promise(fact: Fact, units: Units) -> Localized:
    """The promise without 增长, which the panel already says: 6%以上, at least 6%."""
    if fact.figure is None or fact.figure.direction == "down":
        return fact.words
    return promise_words(replace(fact.figure, measure=Measure.LEVEL), units)


def _figure_words(plot: Plot, fact: Fact, told: list[Fact]) -> Localized:
    """With its unit where it is the latest or not a plain number of the panel's unit."""
    figure = fact.figure
    if figure is None:
        return fill("推算{}", "derived {}", fact.words)
    if figure.unit != plot.axis.unit.id or figure.comparator != "eq":
        return fact.words
    if fact is told[0] and plot.group.measure != "growth" and not plot.size.stacked:
        return fact.words
    number = plot.axis.number(figure)
    suffix = same("%") if plot.axis.zh == "%" else same("")
    return fill("{}{}", "{}{}", number, suffix)

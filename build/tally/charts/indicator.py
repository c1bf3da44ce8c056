"""The chart of one indicator: history, promises and outcomes; a panel for each measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from tally.charts.breaks import breaks
from tally.charts.captions import labels_of
from tally.charts.design import Design, Picture
from tally.charts.facts import MEASURES
from tally.charts.finding import describe, finding
from tally.charts.groups import Group, groups_of
from tally.charts.measures import LEFT, LONG_WIDTH, TITLE_SIZE, WIDTH, balanced
from tally.charts.model import Sketch
from tally.charts.panel import EVERY, Panel, facts_of, noted, related_of, rules_of
from tally.charts.scales import axis_of
from tally.charts.words import sourced
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.records.model import Indicator, Localized
from tally.terms import Measure
from tally.words.figures import Units
from tally.words.periods import period_words
from tally.words.tables import called, phrase

_COLUMNS = tuple(phrase(f"column.{key}") for key in ("period", "kind", "measure", "figure"))
_MOST_PANELS = 3
_MOST_YEARS = 10  # that are named below a chart


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
    long = any(group.is_long for group in shown)
    if long:  # what was promised first
        shown = sorted((one.yearly() for one in shown), key=lambda one: not one.targets)
    title = finding(indicator, ledger, groups, outlooks)
    source = sourced(
        fact.source
        for fact in sorted((f for group in shown for f in group.facts), key=lambda f: -f.last)
        if fact.kind != "derived"
    )
    notes = [note for note in (breaks(shown), source, site) if note.zh]
    panels = [Panel(n, group, axis_of(group, ledger), long) for n, group in enumerate(shown)]
    return Sketch(
        kind="history" if long else "indicator",
        title=title,
        description=describe(indicator, shown),
        columns=_COLUMNS,
        rows=tuple(_rows(shown)),
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


def _picture(
    panels: list[Panel], title: Localized, notes: list[Localized], units: Units, lang: str
) -> Picture:
    reverse = tuple(p.number for p in panels if p.group.measure == Measure.RANK)
    layers = tuple(panel.layers() for panel in panels)
    long = panels[0].long
    full = (LONG_WIDTH if long else WIDTH) + LEFT
    options = (("grouped", lang != "zh"), ("reversed_", reverse), ("long", long))
    every = (EVERY,) * len(panels)
    return Picture(
        Design("series", (("panels", layers), *options)),
        {
            "title": balanced(title[lang], full, TITLE_SIZE),
            "years": _years(panels),
            **{f"panel{panel.number}": panel.heading[lang] for panel in panels},
        },
        {
            "facts": [row for panel in panels for row in facts_of(panel, lang)],
            "labels": [row for panel in panels for row in labels_of(panel, units, lang)],
            "rules": [row for panel in panels for row in rules_of(panel, lang)],
            "related": [row for panel in panels for row in related_of(panel, lang)],
            "notes": [noted(notes, lang, full)],
        },
        Design("series", (("panels", every), *options, ("interactive", True))),
    )


def _years(panels: list[Panel]) -> list[int]:
    """The years below a chart: the last always, earlier ones as far as there is room."""
    facts = [fact for panel in panels for fact in panel.group.facts]
    first, last = min(fact.first for fact in facts), max(fact.last for fact in facts)
    step = 1 if panels[0].long else -(-(last - first + 1) // _MOST_YEARS)
    return list(range(last, first - 1, -step))[::-1]


def _rows(groups: Iterable[Group]) -> Iterator[tuple[Localized, ...]]:
    """A row for every mark."""
    for group in groups:
        for fact in group.facts:
            when = period_words(fact.period)
            yield when, phrase(f"mark.{fact.kind}"), called(group.measure), fact.words

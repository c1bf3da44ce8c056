"""Charts of records made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree

from tally.charts.indicator import indicator_sketch
from tally.charts.model import Panel, Sketch
from tally.derive import Ledger, Outlook, judge
from tally.records.model import Indicator, Observation, Source, Target, Theme
from tests.support.records import PLACE, both, dataset, indicator, ledger_of, vocabulary

SVG = "{http://www.w3.org/2000/svg}"
HISTORY = ("2400", "2600", "2900", "3080", "3500", "4045.06", "4250")


def setting(
    rows: Sequence[Observation],
    targets: Sequence[Target] = (),
    *indicators: Indicator,
    sources: Sequence[Source] = (),
) -> tuple[Ledger, tuple[Outlook, ...]]:
    """The ledger and the outlooks of some records; the indicators are x and gdp if not given."""
    known = vocabulary(*(indicators or (indicator("x"), indicator("gdp"))))
    words = replace(known, themes={"economy": Theme("economy", both("economy"), both(""), PLACE)})
    data = dataset(rows, targets, sources)
    ledger = ledger_of(data, words)
    return ledger, tuple(judge(ledger).values())


def sketch(
    rows: Sequence[Observation],
    targets: Sequence[Target] = (),
    *indicators: Indicator,
    sources: Sequence[Source] = (),
) -> Sketch | None:
    """The chart of the first indicator, x."""
    ledger, outlooks = setting(rows, targets, *indicators, sources=sources)
    first = next(iter(ledger.vocabulary.indicators.values()))
    own = [outlook for outlook in outlooks if outlook.target.indicator == first.id]
    return indicator_sketch(first, ledger, own)


def drawn(found: Sketch | None) -> tuple[Panel, ...]:
    """The panels of the wide drawing of a chart that must be there."""
    assert found is not None
    return found.wide.panels


def facts(panel: Panel) -> list[str]:
    """Which marks a panel has, in painting order."""
    return [str(row["fact"]) for row in panel.shapes]


def kinds(panel: Panel) -> list[str]:
    """Which kinds of lines a panel has besides its axes."""
    return [str(row["line"]) for row in panel.lines if row["line"] not in ("grid", "zero")]


def parsed(svg: str) -> ElementTree.Element:
    """A drawing of a page or a file as a tree; fails where it is not well-formed."""
    named = f' xmlns="{SVG[1:-1]}"'
    return ElementTree.fromstring(svg.replace(named, "").replace("<svg", f"<svg{named}", 1))

"""Charts of records made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tally.charts.design import Row
from tally.charts.indicator import indicator_sketch
from tally.charts.model import Sketch
from tally.derive import Ledger, Outlook, judge
from tally.records.model import Indicator, Localized, Observation, Source, Target, Theme
from tests.support.records import (
    LATER,
    PLACE,
    both,
    dataset,
    indicator,
    ledger_of,
    observation,
    target,
    vocabulary,
)

SITE = Localized("本站", "This site")
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
    return indicator_sketch(first, ledger, own, SITE)


def rows(found: Sketch | None, name: str, panel: int = 0, lang: str = "zh") -> list[Row]:
    """The rows of a data set of a chart that must be there, of one panel where it has several."""
    assert found is not None
    return [row for row in found.picture(lang).data[name] if row.get("panel", panel) == panel]


def marks(found: Sketch | None, panel: int = 0) -> list[str]:
    """Which marks a panel has, in painting order."""
    return [row["mark"] for row in rows(found, "facts", panel)]


def rules(found: Sketch | None, panel: int = 0) -> list[str]:
    """Which rules a panel has."""
    return [row["rule"] for row in rows(found, "rules", panel)]


def stretches(found: Sketch | None, panel: int = 0) -> list[list[float]]:
    """The years of each stretch of the line of a panel."""
    told: dict[int, list[float]] = {}
    for row in rows(found, "facts", panel):
        if "segment" in row:
            told.setdefault(row["segment"], []).append(row["year"])
    return list(told.values())


def history(last: int = 2020) -> list[Observation]:
    """Levels of x, one a year."""
    first = last - len(HISTORY) + 1
    return [observation("x", str(first + n), f"level {v}亿元") for n, v in enumerate(HISTORY)]


def growth(*stated: str) -> list[Observation]:
    """Growth of x, one a year from 2017."""
    return [observation("x", str(2017 + n), f"growth {value}%") for n, value in enumerate(stated)]


def example(outcome: str = "growth 7.8%") -> Sketch:
    """A chart of two panels with a promise and its outcome."""
    told = [*history(), *growth("7", "6", "5", "4"), observation("x", "2021", outcome, LATER)]
    found = sketch(told, [target("x", "growth ≥6%")])
    assert found is not None
    return found

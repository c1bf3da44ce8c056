"""One face of an indicator over all years: a small panel an area, on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import groupby
from statistics import median

from tally.charts.comparison import axis_of_facts, result_of, targets_of
from tally.charts.design import Design, Picture, Row
from tally.charts.facts import Fact
from tally.charts.measures import FULL_WIDTH, TITLE_SIZE, balanced
from tally.charts.model import Sketch
from tally.charts.panel import noted
from tally.charts.scales import Axis
from tally.derive.across import Across
from tally.records.model import Localized
from tally.terms import AreaLevel, VerdictCode
from tally.words.tables import called, joined, phrase

_YEARS, _AREAS = 4, 3  # fewer are no history, and no comparison of histories
_NAMED_EACH = 10  # years
Panel = tuple[str, tuple[Fact, ...], tuple[Fact, ...]]  # an area, its results, its promises


def histories_sketch(told: Across, site: Localized) -> Sketch | None:
    """The results and the promises of every area, before the nation's results or, where there are
    none, the median of the others; None for fewer than three areas or four years."""
    panels = [_panel(told, area) for area in sorted(told.ledgers, key=told.depth)]
    if len(panels) < _AREAS or len(told.years) < _YEARS:
        return None
    title = _title(told)
    behind = "nation" if _nation(told) else "median"
    notes = (phrase("across.ground", line=phrase(f"across.{behind}")), site)
    return Sketch(
        kind="histories",
        title=title,
        description=title,
        columns=(),
        rows=(),
        picture=partial(_picture, told, panels, title, notes),
        figures=sum(len(results) + len(promises) for _, results, promises in panels),
    )


def _panel(told: Across, area: str) -> Panel:
    results = (result_of(told, area, year) for year in told.years)
    outlooks = (one for year in told.years for one in told.of(area, year).promises[:1])
    promises = tuple(fact for one in outlooks for fact in targets_of(told, area, one))
    return area, tuple(fact for fact in results if fact), promises


def _nation(told: Across) -> str | None:
    """The nation, where results of it are known."""
    areas = (
        area
        for area, ledger in told.ledgers.items()
        if ledger.vocabulary.areas[area].level == AreaLevel.NATION
        and any(told.of(area, year).reached for year in told.years)
    )
    return next(areas, None)


def _title(told: Across) -> Localized:
    promises = (told.of(area, year).promise for area in sorted(told.peers) for year in told.years)
    codes = [one.verdict.code for one in promises if one]
    counts = [
        phrase("chart.count", words=called(code), n=str(codes.count(code)))
        for code in (VerdictCode.MET, VerdictCode.MISSED)
        if code in codes
    ]
    first, last = told.years[0], told.years[-1]
    key = "across.title.kept" if counts else "across.title.years"
    n = str(len(told.peers))
    return phrase(
        key,
        name=told.indicator.name,
        first=first,
        last=last,
        n=n,
        words=joined("list.clause", counts),
    )


def _picture(
    told: Across,
    panels: Sequence[Panel],
    title: Localized,
    notes: Sequence[Localized],
    lang: str,
) -> Picture:
    axis = axis_of_facts(told, [fact for _, *both in panels for facts in both for fact in facts])
    facts = [
        row for order, panel in enumerate(panels) for row in _facts(told, order, panel, axis, lang)
    ]
    grouped = any(abs(row["value"]) >= 10000 for row in facts)
    named = [int(year) for year in told.years if int(year) % _NAMED_EACH == 0]
    return Picture(
        Design("histories", (("grouped", grouped),)),
        {
            "title": balanced(title[lang], FULL_WIDTH, TITLE_SIZE),
            "years": named or [int(told.years[0]), int(told.years[-1])],
        },
        {
            "facts": facts,
            "ground": list(_ground(told, panels, axis, lang)),
            "notes": [noted(notes, lang)],
        },
    )


def _facts(told: Across, order: int, panel: Panel, axis: Axis, lang: str) -> Iterator[Row]:
    area, results, promises = panel
    name = told.ledgers[area].vocabulary.areas[area].name[lang]
    base = {"order": order, "name": name, "area": area}
    for number, run in enumerate(_runs(results)):
        for fact in run:
            mark = fact.mark if fact.is_bound else "point"
            own = {"segment": number} if len(run) > 1 and not fact.is_bound else {}
            yield {**base, **own, **_place(fact, axis, lang), "mark": mark}
    for fact in promises:
        yield {**base, **_place(fact, axis, lang), "mark": fact.mark}


def _place(fact: Fact, axis: Axis, lang: str) -> Row:
    return {
        "year": fact.first,
        "value": axis.place(fact.value, lang),
        "says": fact.note[lang],
    }


def _runs(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Stretches of consecutive years that nothing but exact values joins."""
    numbered = enumerate(facts)
    return [
        [fact for _, fact in run]
        for _, run in groupby(numbered, lambda pair: (pair[1].first - pair[0], pair[1].is_bound))
    ]


def _ground(told: Across, panels: Sequence[Panel], axis: Axis, lang: str) -> Iterator[Row]:
    """The line behind every panel, broken where a year is missing."""
    nation = _nation(told)
    values: dict[int, list[Fraction]] = {}
    for area, results, _ in panels:
        if area == nation or (nation is None and area in told.peers):
            for fact in results:
                values.setdefault(fact.first, []).append(fact.value)
    for number, year in enumerate(sorted(values)):
        value = axis.place(Fraction(median(values[year])), lang)
        yield {"year": year, "value": value, "segment": year - number}

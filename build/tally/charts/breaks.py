"""Where the line of a series is broken, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from tally.charts.groups import Group
from tally.charts.model import same
from tally.records.model import Localized
from tally.words.tables import called, joined, phrase


def breaks(groups: list[Group]) -> Localized:
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

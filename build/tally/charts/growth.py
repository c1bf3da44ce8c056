"""Growth of many indicators at once: last year's beside this year's target, by their gap."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from tally.charts.canvas import Words, picture
from tally.charts.captions import bare_promise
from tally.charts.facts import Fact, observed, promised
from tally.charts.model import Picture, Sketch
from tally.charts.plot import NARROW, WIDE, Size
from tally.charts.rows import MARGIN_ABOVE_ROWS, ROWS_HEAD, DotRow, columns_of, draw_dot_rows
from tally.charts.scales import Axis, axis_for, domain
from tally.charts.words import SAY, capital, fill, joined, sourced
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.records.model import Localized
from tally.records.periods import parse_period
from tally.terms import Measure

_FOOT = 24
_AGAINST = (
    Localized("项高于上年", "higher"),
    Localized("项与上年相同", "the same"),
    Localized("项低于上年", "lower"),
)


def growth_sketch(ledger: Ledger, outlooks: Iterable[Outlook], due: str) -> Sketch | None:
    """The growth dot plot of the targets due in one year; None for fewer than two of them.

    A row is an indicator whose growth is promised and was reported for the year before. Rows
    are sorted by how much more is promised than was reached.
    """
    pairs = [pair for outlook in outlooks if (pair := _pair(outlook, ledger, due))]
    if len(pairs) < 2:
        return None
    pairs.sort(key=lambda pair: (pair[1].value - pair[2].value, pair[0].zh))
    rows = [_row(*pair, ledger) for pair in pairs]
    axis = _percent_axis(ledger)
    return Sketch(
        kind="growth",
        title=_title(pairs, due),
        description=joined([_spoken(row) for row in rows], "；", "; "),
        columns=(SAY["indicator"], *(parse_period(f.period).label for f in pairs[0][1:][::-1])),
        rows=tuple((name, before.words, target.words) for name, target, before in pairs),
        wide=_draw(rows, axis, WIDE),
        narrow=_draw(rows, axis, NARROW),
        source=sourced(fact.source for _, *facts in pairs for fact in facts),
    )


Pair = tuple[Localized, Fact, Fact]


def _pair(outlook: Outlook, ledger: Ledger, due: str) -> Pair | None:
    """The name of the indicator, the promise, and the growth of the year before."""
    target, baseline = outlook.target, outlook.baseline
    if target.due != due or target.figure is None or target.figure.measure != "growth":
        return None
    if baseline is None or baseline.figure.measure != "growth" or target.indicator is None:
        return None
    fact = next(fact for _, fact in promised(outlook, ledger) if fact.is_target)
    return ledger.indicator(target.indicator).name, fact, observed(baseline, ledger)


def _row(name: Localized, target: Fact, before: Fact, ledger: Ledger) -> DotRow:
    reached, asked = (bare_promise(f, ledger.vocabulary.units) for f in (before, target))
    said = fill("{} → 目标{}", "{} → target {}", reached, asked)
    return DotRow(name, (before, target), said, compared=True)


def _spoken(row: DotRow) -> Localized:
    return fill("{}：{}", "{}: {}", row.name, row.said)


def _percent_axis(ledger: Ledger) -> Axis:
    unit = ledger.vocabulary.units["%"]
    return axis_for(unit, unit, Fraction(1), Measure.GROWTH)


def _draw(rows: list[DotRow], axis: Axis, size: Size) -> Picture:
    words = Words()
    ends = [
        axis.place(end)
        for row in rows
        for fact in row.facts
        for end in (fact.value, fact.low, fact.high)
        if end is not None
    ]
    edges = domain(ends, from_zero=True)
    canvas = draw_dot_rows(rows, edges, axis, columns_of(rows, size), words, 0.0, size)
    head = fill("{}，%", "{}, %", SAY["growth"])
    canvas.label(capital(head), edges[0], 0, dy=ROWS_HEAD)
    return picture([canvas], words, (2, MARGIN_ABOVE_ROWS, 2, _FOOT))


def _title(pairs: list[Pair], due: str) -> Localized:
    """How many promises ask for more growth than the year before had, as much, or less."""
    gaps = [target.value - before.value for _, target, before in pairs]
    counts = (sum(g > 0 for g in gaps), sum(g == 0 for g in gaps), sum(g < 0 for g in gaps))
    said = [
        Localized(f"{count}{words.zh}", f"{count} {words.en}")
        for count, words in zip(counts, _AGAINST, strict=True)
        if count
    ]
    year, every = parse_period(due).label, joined(said, "，", ", ")
    return Localized(
        f"{year.zh}增长目标与上年增速：{len(pairs)}项中{every.zh}",
        f"Growth targets for {year.en} against the year before: of {len(pairs)}, {every.en}",
    )

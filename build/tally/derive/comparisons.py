"""What figures say about each other: each function yields findings with both numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from tally.derive.implied import level_before
from tally.derive.interval import Interval, below, meet, point
from tally.derive.ledger import Ledger
from tally.derive.model import (
    Finding,
    Outlooks,
)
from tally.derive.sentence import Amount, Listed, Reported, Sentence, sentence
from tally.records.model import Figure, Observation
from tally.terms import Measure, Period, Severity

_SUMMED = ("level", "cumulative")


@dataclass(frozen=True, slots=True)
class _Amount:
    """A level or total, reported or promised for a period."""

    id: str
    indicator: str
    period: Period
    figure: Figure


_Amounts = Mapping[tuple[str, Period, str], _Amount]


def totals_and_years(ledger: Ledger) -> Iterator[Finding]:
    """A total of several years is at least the sum of those of its years that are known."""
    for (indicator, span, measure), rows in ledger.rows.items():
        if measure != "cumulative" or not span.years:
            continue
        for total in rows:
            years = _known_years(ledger, total, span)
            if years:
                yield _total_finding(ledger, indicator, span, total, years)


def thresholds(ledger: Ledger) -> Iterator[Finding]:
    """A threshold crossed (超4000亿元) and an exact figure of the same period."""
    for (indicator, period, _), rows in ledger.rows.items():
        bounds = [row for row in rows if row.figure.comparator in ("gt", "ge", "lt", "le")]
        for bound in bounds:
            for exact in _exact_beside(ledger, bound, period):
                holds = meet(ledger.interval(bound.figure), ledger.interval(exact.figure))
                text = sentence(
                    "finding.threshold",
                    period=period,
                    bound=Reported(bound.figure),
                    exact=Reported(exact.figure),
                )
                severity: Severity = Severity.CONSISTENT if holds else Severity.DIFFERS
                yield _finding("thresholds", severity, indicator, period, text, bound, exact)


def parts_and_wholes(ledger: Ledger) -> Iterator[Finding]:
    """A part (技改投资) is never above its whole (工业投资), as reported or as promised."""
    for amounts in (_reported_amounts(ledger), _promised_amounts(ledger)):
        for part in amounts.values():
            whole_id = ledger.indicator(part.indicator).part_of
            whole = amounts.get((whole_id or "", part.period, part.figure.measure))
            if whole and ledger.base(part.figure) == ledger.base(whole.figure):
                yield _part_finding(ledger, part, whole)


def level_and_growth(ledger: Ledger) -> Iterator[Finding]:
    """A level and its growth imply the year before, beside what was reported for it."""
    for (indicator, period, measure), rows in ledger.rows.items():
        if measure != "growth":
            continue
        for growth in rows:
            for level in ledger.find(indicator, period, Measure.LEVEL):
                if level.evidence.source == growth.evidence.source:
                    yield from _back_findings(ledger, level, growth)


def outcomes_and_promises(ledger: Ledger, outlooks: Outlooks) -> Iterator[Finding]:
    """What was promised, beside what was reported or follows from reports."""
    severity: dict[str, Severity] = {"met": Severity.CONSISTENT, "missed": Severity.DIFFERS}
    for target in ledger.promises:
        found = outlooks.get(target.id)
        if found is not None and found.verdict.code != "pending" and target.indicator:
            verdict = found.verdict
            yield Finding(
                "outcomes-and-promises",
                severity.get(verdict.code, Severity.UNKNOWN),
                target.indicator,
                target.due,
                verdict.reason,
                (target.id, *verdict.inputs),
            )


def two_sources(ledger: Ledger) -> Iterator[Finding]:
    """The same figure in two sources."""
    for (indicator, period, _), rows in ledger.rows.items():
        for index, second in enumerate(rows):
            if index and second.evidence.source != rows[0].evidence.source:
                for first in _comparable(ledger, second, rows[:1]):
                    yield _pair_finding(ledger, indicator, period, first, second)


def stocks_and_changes(ledger: Ledger) -> Iterator[Finding]:
    """A net change (净增高新技术企业) beside the stocks it changes."""
    for (indicator, period, measure), rows in ledger.rows.items():
        stock = ledger.indicator(indicator).change_of
        if measure != "level" or stock is None:
            continue
        for change in rows[:1]:
            now = _comparable(ledger, change, ledger.find(stock, period, Measure.LEVEL))[:1]
            earlier = _comparable(ledger, change, ledger.find(stock, period.before, Measure.LEVEL))[
                :1
            ]
            if now and earlier:
                yield _stock_finding(ledger, change, now[0], earlier[0])


def _known_years(ledger: Ledger, total: Observation, span: Period) -> tuple[Observation, ...]:
    found = (
        _comparable(ledger, total, ledger.find(total.indicator, year, Measure.LEVEL))[:1]
        for year in span.years
    )
    return tuple(chain.from_iterable(found))


def _total_finding(
    ledger: Ledger, indicator: str, span: Period, total: Observation, years: tuple[Observation, ...]
) -> Finding:
    known = sum((ledger.interval(row.figure) for row in years), start=point(0))
    amount = ledger.interval(total.figure)
    complete = len(years) == len(span.years)
    text = sentence(
        "finding.total",
        period=span,
        total=Reported(total.figure),
        years=Listed(tuple(str(row.period) for row in years)),
        sum=_sum_words(known, total, years),
    )
    severity = _total_severity(amount, known, complete)
    return _finding("totals-and-years", severity, indicator, span, text, total, *years)


def _sum_words(known: Interval, total: Observation, years: tuple[Observation, ...]) -> Sentence:
    if len(years) == 1:
        return sentence("finding.alone", figure=Reported(years[0].figure))
    return sentence("finding.together", sum=Amount(known, total.figure.unit))


def _total_severity(total: Interval, known: Interval, complete: bool) -> Severity:
    if below(total, known):
        return Severity.DIFFERS
    if complete:
        return Severity.ROUNDING if meet(total, known) else Severity.DIFFERS
    return Severity.CONSISTENT if below(known, total) else Severity.UNKNOWN


def _exact_beside(ledger: Ledger, bound: Observation, period: Period) -> tuple[Observation, ...]:
    """Exact figures of the same period; for a span, of its last year."""
    years = period.years
    measure = bound.figure.measure
    found = ledger.find(bound.indicator, years[-1] if years else period, measure)
    exact = tuple(row for row in found if row.figure.comparator == "eq")
    return _comparable(ledger, bound, exact)


def _reported_amounts(ledger: Ledger) -> _Amounts:
    return {
        key: _Amount(rows[0].id, rows[0].indicator, rows[0].period, rows[0].figure)
        for key, rows in ledger.rows.items()
        if key[2] in _SUMMED
    }


def _promised_amounts(ledger: Ledger) -> _Amounts:
    return {
        (target.indicator, target.due, target.figure.measure): _Amount(
            target.id, target.indicator, target.due, target.figure
        )
        for target in ledger.promises
        if target.indicator and target.figure and ledger.knows(target)
        if target.figure.measure in _SUMMED
    }


def _part_finding(ledger: Ledger, part: _Amount, whole: _Amount) -> Finding:
    text = sentence(
        "finding.part",
        period=part.period,
        part=ledger.indicator(part.indicator).name,
        part_amount=Reported(part.figure),
        whole=ledger.indicator(whole.indicator).name,
        whole_amount=Reported(whole.figure),
    )
    sizes = (ledger.interval(part.figure), ledger.interval(whole.figure))
    severity: Severity = Severity.UNKNOWN
    if below(*sizes):
        severity = Severity.CONSISTENT
    elif below(*reversed(sizes)):
        severity = Severity.DIFFERS
    return Finding(
        "parts-and-wholes", severity, part.indicator, part.period, text, (part.id, whole.id)
    )


def _back_findings(ledger: Ledger, level: Observation, growth: Observation) -> Iterator[Finding]:
    implied = level_before(ledger, level, growth)
    if implied is None:
        return
    rows = ledger.find(level.indicator, level.period.before, Measure.LEVEL)
    for row in _comparable(ledger, level, rows):
        if row.figure.comparator == "eq":
            agrees = meet(implied.quantity.interval, ledger.interval(row.figure))
            severity: Severity = (
                Severity.CONSISTENT
                if agrees
                else Severity.UNKNOWN
                if implied.real
                else Severity.DIFFERS
            )
            text = sentence("finding.back", how=implied.how, figure=Reported(row.figure))
            yield _finding(
                "level-and-growth",
                severity,
                level.indicator,
                level.period,
                text,
                level,
                growth,
                row,
            )


def _pair_finding(
    ledger: Ledger, indicator: str, period: Period, first: Observation, second: Observation
) -> Finding:
    text = sentence(
        "finding.pair", first=_attributed(ledger, first), second=_attributed(ledger, second)
    )
    severity = _pair_severity(ledger, first.figure, second.figure)
    return _finding("two-sources", severity, indicator, period, text, first, second)


def _pair_severity(ledger: Ledger, first: Figure, second: Figure) -> Severity:
    one, other = ledger.interval(first), ledger.interval(second)
    if not meet(one, other):
        return Severity.DIFFERS
    plain = first.comparator == second.comparator == "eq"
    return Severity.ROUNDING if plain and one != other else Severity.CONSISTENT


def _attributed(ledger: Ledger, row: Observation) -> Sentence:
    source = ledger.source(row)
    return sentence(
        "finding.attributed",
        figure=Reported(row.figure),
        source=source.title,
        published=source.published,
    )


def _stock_finding(
    ledger: Ledger, change: Observation, now: Observation, earlier: Observation
) -> Finding:
    difference = ledger.interval(now.figure) - ledger.interval(earlier.figure)
    agrees = meet(difference, ledger.interval(change.figure))
    text = sentence(
        "finding.stock",
        period=change.period,
        now=Reported(now.figure),
        before=Reported(earlier.figure),
        change=Reported(change.figure),
    )
    severity: Severity = Severity.CONSISTENT if agrees else Severity.DIFFERS
    return _finding(
        "stocks-and-changes",
        severity,
        change.indicator,
        change.period,
        text,
        change,
        now,
        earlier,
    )


def _comparable(
    ledger: Ledger, like: Observation, rows: tuple[Observation, ...]
) -> tuple[Observation, ...]:
    base, basis = ledger.base(like.figure), like.figure.basis
    return tuple(
        row for row in rows if ledger.base(row.figure) == base and row.figure.basis == basis
    )


def _finding(
    check: str,
    severity: Severity,
    indicator: str,
    period: Period,
    text: Sentence,
    *rows: Observation,
) -> Finding:
    return Finding(check, severity, indicator, period, text, tuple(row.id for row in rows))

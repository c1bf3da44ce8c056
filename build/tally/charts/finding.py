"""Titles that state the finding, and sentences for screen readers; by rule, from the data."""

from __future__ import annotations

from collections.abc import Iterable

from tally.charts.facts import Fact
from tally.charts.groups import Group
from tally.derive.ledger import Ledger
from tally.derive.model import Outlook
from tally.derive.reasons import derived_words, relation_words
from tally.records.model import Indicator, Localized, Observation
from tally.terms import Period, VerdictCode
from tally.words.figures import figure_words
from tally.words.periods import period_words
from tally.words.sentences import said
from tally.words.tables import called, joined, phrase

_DECIDED = ("met", "missed")
_SPOKEN = 6
_RECORD = 5  # promises with an outcome that are told as a record


def finding(
    indicator: Indicator, ledger: Ledger, groups: Iterable[Group], outlooks: Iterable[Outlook]
) -> Localized:
    """What the chart shows, in one line.

    Of many promises how many were kept; of few one with its outcome and verdict, where there is
    one; else a promise and the figure before it; else the first and the last figure:
    实际使用外资：2021年目标11亿美元左右，2020年10.48亿美元.
    """
    groups = tuple(groups)
    said = [(outlook, words) for outlook in outlooks if (words := promised(outlook, ledger))]
    decided = [pair for pair in said if pair[0].verdict.code in _DECIDED]
    if len(decided) >= _RECORD:
        return phrase(
            "chart.title", name=indicator.name, words=_record([one for one, _ in decided])
        )
    if said:
        outlook, words = max(decided or said, key=lambda pair: pair[0].target.due)
        return phrase(
            "chart.title", name=indicator.name, words=_promise(outlook, words, ledger, groups)
        )
    return phrase("chart.title", name=indicator.name, words=_history(groups))


def promised(outlook: Outlook, ledger: Ledger) -> Localized | None:
    """What is promised, in words; None for a milestone."""
    target = outlook.target
    if target.figure is not None:
        return figure_words(target.figure, ledger.vocabulary.units)
    if target.relation is None:
        return None
    return said(relation_words(target.relation), ledger.vocabulary)


def describe(indicator: Indicator, groups: Iterable[Group]) -> Localized:
    """What the chart shows, measure by measure, as one passage that can be spoken."""
    told = [fact.note for group in groups for fact in _telling(group)]
    return phrase("chart.spoken", name=indicator.name, words=joined("list.part", told))


def _record(decided: list[Outlook]) -> Localized:
    """2008—2025年18次承诺达成15次、未达成3次."""
    due = sorted(outlook.target.due for outlook in decided)
    codes = [outlook.verdict.code for outlook in decided]
    return phrase(
        "chart.record",
        period=period_words(Period.of_years(due[0].start.year, due[-1].end.year)),
        total=str(len(codes)),
        met=str(codes.count(VerdictCode.MET)),
        missed=str(codes.count(VerdictCode.MISSED)),
    )


def _telling(group: Group) -> list[Fact]:
    """All facts where they are few; else the first, the last, the promises and their outcomes."""
    if len(group.facts) <= _SPOKEN:
        return list(group.facts)
    due = {fact.period for fact in group.targets}
    ends = (*group.series[:1], *group.series[-1:])
    return [fact for fact in group.facts if fact.period in due or fact in ends]


def _promise(
    outlook: Outlook, words: Localized, ledger: Ledger, groups: Iterable[Group]
) -> Localized:
    due = period_words(outlook.target.due)
    promise = phrase("chart.due", period=due, words=words)
    outcome = _outcome(outlook, ledger)
    if outcome and outlook.verdict.code in _DECIDED:
        return joined("list.statement", [promise, outcome, called(outlook.verdict.code)])
    baseline = outlook.baseline
    if baseline is None:
        return promise
    before = _dated(baseline.period, _before(baseline, ledger, groups))
    return joined("list.statement", [promise, before])


def _before(row: Observation, ledger: Ledger, groups: Iterable[Group]) -> Localized:
    """A figure as the chart shows it: in its own words, or in those of a more exact one."""
    words, key = (
        figure_words(row.figure, ledger.vocabulary.units),
        (row.figure.measure, ledger.base(row.figure)),
    )
    shown = [
        fact.words
        for group in groups
        if (group.measure, group.base) == key
        for fact in group.facts
        if fact.period == row.period and not fact.is_target
    ]
    return words if words in shown else next(iter(shown), words)


def _outcome(outlook: Outlook, ledger: Ledger) -> Localized | None:
    if outlook.outcome is not None:
        words = figure_words(outlook.outcome.figure, ledger.vocabulary.units)
        return phrase("chart.outcome", words=words)
    derived = derived_words(outlook, ledger)
    return phrase("chart.derived", words=said(derived, ledger.vocabulary)) if derived else None


def _history(groups: tuple[Group, ...]) -> Localized:
    longest = max(groups, key=lambda group: len(group.series))
    facts = longest.series or longest.facts
    ends = [facts[0], facts[-1]] if len(facts) > 1 else [facts[0]]
    return joined("list.statement", [_dated(fact.period, fact.words) for fact in ends])


def _dated(period: Period, words: Localized) -> Localized:
    return phrase("chart.dated", period=period_words(period), words=words)

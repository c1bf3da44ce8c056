"""Titles that state the finding, and sentences for screen readers; by rule, from the data."""

from __future__ import annotations

from collections.abc import Iterable

from tally.charts.facts import Fact, Group
from tally.charts.words import SAY, fill, joined
from tally.derive.model import Outlook
from tally.records.model import Indicator, Localized
from tally.records.periods import parse_period

_DECIDED = ("met", "missed")


def finding(
    indicator: Indicator, groups: Iterable[Group], outlooks: Iterable[Outlook]
) -> Localized:
    """What the chart shows, in one line.

    A promise with its outcome and verdict; else a promise and the figure before it; else the
    first and the last figure: 实际使用外资：2021年目标11亿美元左右，2020年10.5亿美元.
    """
    groups = tuple(groups)
    promised = [(group, target) for group in groups for target in group.targets]
    said = _promise(*promised[-1], outlooks) if promised else _history(groups)
    return fill("{}：{}", "{}: {}", indicator.name, said)


def describe(indicator: Indicator, groups: Iterable[Group]) -> Localized:
    """All figures of the chart as one passage that can be spoken."""
    facts = [fact for group in groups for fact in group.facts]
    figures = joined([fact.note for fact in facts], "；", "; ")
    return fill("{}。{}。", "{}. {}.", indicator.name, figures)


def _promise(group: Group, target: Fact, outlooks: Iterable[Outlook]) -> Localized:
    verdict = next(
        (o.verdict.code for o in outlooks if o.target.figure == target.figure), "pending"
    )
    due = parse_period(target.period).label
    outcome = [f for f in group.facts if f.period == target.period and not f.is_target]
    if outcome and verdict in _DECIDED:
        return fill(
            "{}目标{}，{}{}，{}",
            "{} target {}, {} {}, {}",
            *(due, target.words, _how(outcome[0]), outcome[0].words, SAY[verdict]),
        )
    promise = fill("{}目标{}", "{} target {}", due, target.words)
    before = [fact for fact in group.series if fact.last < target.first]
    return joined([promise, _dated(before[-1])], "，", ", ") if before else promise


def _how(outcome: Fact) -> Localized:
    return SAY["derived" if outcome.kind == "derived" else "outcome"]


def _history(groups: tuple[Group, ...]) -> Localized:
    longest = max(groups, key=lambda group: len(group.series))
    facts = longest.series or longest.facts
    ends = [facts[0], facts[-1]] if len(facts) > 1 else [facts[0]]
    return joined([_dated(fact) for fact in ends], "，", ", ")


def _dated(fact: Fact) -> Localized:
    return fill("{}{}", "{} {}", parse_period(fact.period).label, fact.words)

"""Why a verdict is what it is: one line, with the numbers, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tally.derive.ledger import Ledger
from tally.derive.model import (
    Outlook,
)
from tally.derive.rules import STABLE_TOLERANCE
from tally.records.model import (
    Localized,
    Observation,
    Outcome,
    Relation,
    Source,
)
from tally.records.periods import parse_period
from tally.terms import Comparator, Direction, Measure, VerdictCode
from tally.words.figures import amount_words, filled, in_a_sentence, percent_words

_OPEN_REPORT = Localized("，这样的数两可", ", which leaves both open")
_NOTHING = Localized("", "")
_REPORTED = Localized("{}公布{}{}{}；承诺{}", "{}: {} was reported{}{}; {} was promised")
_PRELIMINARY = Localized("（预计）", " (preliminary)")
_CLASH = Localized(
    "{}有同等可信的两个公布数，{}与{}，结论相反；承诺{}",
    "{}: sources of equal standing report {} and {}, with opposite verdicts; {} was promised",
)
_FOLLOWS = Localized("{}{}；承诺{}", "{}{}; {} was promised")
_OPPOSED = Localized(
    "{}；但{}：结论相反；承诺{}",
    "{}; yet {}: opposite verdicts; {} was promised",
)
_PENDING = Localized("尚未见到{}的公布数；承诺{}", "{}: no figure has been found; {} was promised")
_OTHER = Localized(
    "{}只公布了{}，与承诺的{}不是同一口径",
    "{}: only {} was reported, which does not say whether {} was reached",
)
_REAL = Localized(
    "{}只公布了{}；承诺的{}按不变价计算，不能由现价水平推算",
    "{}: only {} was reported, at current prices; {} was promised at constant prices",
)
_MILESTONE = Localized(
    "尚未录入说明结果的公开消息", "no public notice of the outcome has been entered"
)
_TOLD = Localized("编者据“{}”判定{}{}", "a curator’s reading of “{}”{}{}")
_DONE = Localized("（办成于{}）", " (done {})")
_REMARK = Localized("：{}", ": {}")
_UNREVIEWED = Localized(
    "承诺仅由机器读出，尚未核对原文",
    "only the machine has read this promise; it is not yet reviewed",
)
_IN_STEP: Mapping[Comparator, Localized] = {
    Comparator.APPROX: Localized("与{}{}基本同步", "{1} about in step with {0}"),
    Comparator.EQ: Localized("与{}{}同步", "{1} in step with {0}"),
    Comparator.RANGE: Localized("与{}{}同步", "{1} in step with {0}"),
    Comparator.GE: Localized("不低于{}{}", "{1} at least that of {0}"),
    Comparator.GT: Localized("高于{}{}", "{1} above that of {0}"),
    Comparator.LE: Localized("不高于{}{}", "{1} at most that of {0}"),
    Comparator.LT: Localized("低于{}{}", "{1} below that of {0}"),
}
_PREVIOUS: Mapping[Comparator, Localized] = {
    Comparator.APPROX: Localized("保持稳定", "to remain stable"),
    Comparator.EQ: Localized("与上年持平", "no change from the year before"),
    Comparator.RANGE: Localized("与上年持平", "no change from the year before"),
    Comparator.GE: Localized("不低于上年", "no less than the year before"),
    Comparator.GT: Localized("高于上年", "more than the year before"),
    Comparator.LE: Localized("不高于上年", "no more than the year before"),
    Comparator.LT: Localized("低于上年", "less than the year before"),
}
_STABLE_WITHIN = Localized(
    f"（与上年相差不超过{STABLE_TOLERANCE}%{{}}）",
    f" (within {STABLE_TOLERANCE}% of the year before{{}})",
)
_BEYOND: Mapping[Direction, Localized] = {
    Direction.UP: Localized("，增加也算", "; more counts too"),
    Direction.DOWN: Localized("，减少也算", "; less counts too"),
    Direction.NONE: _NOTHING,
}
_MEASURES: Mapping[Measure, Localized] = {
    Measure.LEVEL: Localized("水平", "a level"),
    Measure.GROWTH: Localized("增长", "growth"),
    Measure.CHANGE: Localized("变动", "a change"),
    Measure.SHARE: Localized("占比", "a share"),
    Measure.CUMULATIVE: Localized("累计", "a total"),
    Measure.RATIO: Localized("比值", "a ratio"),
    Measure.RANK: Localized("位次", "a rank"),
    Measure.INDEX: Localized("指数", "an index"),
    Measure.GAP: Localized("差距", "a gap"),
}


def reported(
    ledger: Ledger, due: str, row: Observation, promise: Localized, code: VerdictCode
) -> Localized:
    """For a verdict on a reported figure."""
    early = _PRELIMINARY if row.status == "preliminary" else _NOTHING
    both = _OPEN_REPORT if code == "undecidable" else _NOTHING
    return filled(_REPORTED, parse_period(due).label, _words(ledger, row), early, both, promise)


def clash(
    ledger: Ledger, due: str, first: Observation, second: Observation, promise: Localized
) -> Localized:
    """For two reports of equal standing with opposite verdicts."""
    words = (_words(ledger, first), _words(ledger, second))
    return filled(_CLASH, parse_period(due).label, *words, promise)


def follows(how: Localized, promise: Localized, code: VerdictCode) -> Localized:
    """For a verdict on a derived value."""
    both = _OPEN_REPORT if code == "undecidable" else _NOTHING
    return filled(_FOLLOWS, how, both, promise)


def opposed(first: Localized, second: Localized, promise: Localized) -> Localized:
    """For two derivations with opposite verdicts."""
    return filled(_OPPOSED, first, second, promise)


def nothing_reported(due: str, promise: Localized) -> Localized:
    """For a period that no source reports on."""
    return filled(_PENDING, parse_period(due).label, promise)


def other_terms(
    ledger: Ledger, due: str, rows: Sequence[Observation], promise: Localized, real: bool
) -> Localized:
    """For a period reported in terms that cannot be compared with the promise."""
    listed = _listed([_words(ledger, row) for row in rows])
    return filled(_REAL if real else _OTHER, parse_period(due).label, listed, promise)


def relation_words(ledger: Ledger, relation: Relation) -> Localized:
    """A promise relative to something else, as the report puts it."""
    if relation.to == "previous":
        return _PREVIOUS[relation.comparator]
    other = ledger.vocabulary.indicators.get(relation.to)
    name = other.name if other else Localized(relation.to, relation.to)
    in_text = in_a_sentence(name, ledger.vocabulary)
    return filled(_IN_STEP[relation.comparator], in_text, _MEASURES[relation.measure])


def judged_relation(ledger: Ledger, relation: Relation, direction: Direction) -> Localized:
    """The same with what counts as stable, for an indicator that is better in this direction."""
    words = relation_words(ledger, relation)
    if relation.to != "previous" or relation.comparator != "approx":
        return words
    rule = filled(_STABLE_WITHIN, _BEYOND[direction])
    return Localized(words.zh + rule.zh, words.en + rule.en)


def milestone_open() -> Localized:
    """For a milestone without a notice."""
    return _MILESTONE


def milestone_told(outcome: Outcome, source: Source) -> Localized:
    """For a milestone whose outcome a source tells."""
    date = Localized(outcome.date, outcome.date) if outcome.date else None
    done = filled(_DONE, date) if date else _NOTHING
    remark = filled(_REMARK, outcome.note) if outcome.note else _NOTHING
    return filled(_TOLD, source.title, done, remark)


def unreviewed() -> Localized:
    """For a promise that only the machine has read."""
    return _UNREVIEWED


def _words(ledger: Ledger, row: Observation) -> Localized:
    return ledger.words(row.figure)


def _listed(words: Sequence[Localized]) -> Localized:
    unique = tuple(dict.fromkeys(words))
    return Localized("、".join(w.zh for w in unique), ", ".join(w.en for w in unique))


def derived_words(outlook: Outlook, ledger: Ledger) -> Localized | None:
    """A derived outcome in words: growth in percent, an amount in the unit of what was stated."""
    derived = outlook.derived
    if derived is None:
        return None
    interval, base = derived.quantity.interval, derived.quantity.unit
    if derived.measure == "growth":
        return percent_words(interval)
    stated = (outlook.target.figure, *(row.figure for row in derived.inputs))
    like = next((figure for figure in stated if figure and ledger.base(figure) == base), None)
    units = ledger.vocabulary.units
    return ledger.amount(interval, like) if like else amount_words(interval, units[base], units)

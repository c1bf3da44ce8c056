"""The verdict rule, as one table: which outcomes each wording of a promise accepts.

`Rule.low` and `Rule.high` say where the accepted outcomes begin and end:
- `value`: the promised number itself; `beyond`: past it, the number itself not enough;
- `rounded`: whatever rounds to it as written; `about`: the tolerance of 左右 (see `tolerance`);
- None: no end on this side.
The methodology page renders `RULES`, `RELATION_RULES` and `OUTCOMES` as they stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from tally.derive.interval import EVERYTHING, Interval, around
from tally.derive.stated import about, high_value_of, stated, value_of
from tally.records.model import (
    Figure,
    Localized,
    Unit,
)
from tally.terms import Comparator, Direction, VerdictCode

Edge = Literal["value", "beyond", "rounded", "about"]
Edges = Mapping[Edge, Interval]
ANY: tuple[Direction, ...] = (Direction.UP, Direction.DOWN, Direction.NONE)
RELATION_TOLERANCE = Fraction(1)  # percentage points of growth
STABLE_TOLERANCE = Fraction(5)  # percent of the value of the year before


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: a wording, the directions of indicator it applies to, and what it accepts.

    `above` is the verdict on outcomes above the accepted ones, where that is not `missed`.
    """

    id: str
    comparator: Comparator
    directions: tuple[Direction, ...]
    low: Edge | None
    high: Edge | None
    wording: Localized
    accepts: Localized
    above: VerdictCode = VerdictCode.MISSED


RULES: tuple[Rule, ...] = (
    Rule(
        "at-least",
        Comparator.GE,
        ANY,
        "value",
        None,
        Localized("6%以上、不低于6%", "at least 6%"),
        Localized("等于或高于所承诺的数", "the promised number or more"),
    ),
    Rule(
        "more-than",
        Comparator.GT,
        ANY,
        "beyond",
        None,
        Localized("超400家、突破400家", "more than 400"),
        Localized(
            "高于所承诺的数，等于不算", "more than the promised number; just that is not enough"
        ),
    ),
    Rule(
        "at-most",
        Comparator.LE,
        ANY,
        None,
        "value",
        Localized("2.5%以内、不高于2.5%", "at most 2.5%"),
        Localized("等于或低于所承诺的数", "the promised number or less"),
    ),
    Rule(
        "less-than",
        Comparator.LT,
        ANY,
        None,
        "beyond",
        Localized("低于2.5%", "less than 2.5%"),
        Localized(
            "低于所承诺的数，等于不算", "less than the promised number; just that is not enough"
        ),
    ),
    Rule(
        "number-more-is-better",
        Comparator.EQ,
        (Direction.UP,),
        "rounded",
        None,
        Localized("完成工业投资250亿元", "industrial investment of RMB 25 billion"),
        Localized(
            "按承诺写到的那一位四舍五入后达到该数，或更高",
            "what rounds to the promised number as it is written, or more",
        ),
    ),
    Rule(
        "number-less-is-better",
        Comparator.EQ,
        (Direction.DOWN,),
        None,
        "rounded",
        Localized("PM2.5浓度降至30微克/立方米", "PM2.5 down to 30 µg/m³"),
        Localized(
            "按承诺写到的那一位四舍五入后降到该数，或更低",
            "what rounds to the promised number as it is written, or less",
        ),
    ),
    Rule(
        "number-neutral",
        Comparator.EQ,
        (Direction.NONE,),
        "rounded",
        "rounded",
        Localized("完成房屋征迁40万平方米", "demolition of 400,000 m² of housing"),
        Localized(
            "四舍五入后等于该数；不足为未达成，超出则无法判定：指标没有好坏方向，原文也未说多做算不算",
            "what rounds to the promised number; less is missed, more is undecidable: neither way "
            "is better, and the wording does not say whether more counts",
        ),
        above=VerdictCode.UNDECIDABLE,
    ),
    Rule(
        "about-more-is-better",
        Comparator.APPROX,
        (Direction.UP,),
        "about",
        None,
        Localized("增长6%左右（越高越好的指标）", "about 6%, where more is better"),
        Localized("不低于容差下限，或更高", "down to the tolerance below, or any more"),
    ),
    Rule(
        "about-less-is-better",
        Comparator.APPROX,
        (Direction.DOWN,),
        None,
        "about",
        Localized("控制在3%左右（越低越好的指标）", "about 3%, where less is better"),
        Localized("不高于容差上限，或更低", "up to the tolerance above, or any less"),
    ),
    Rule(
        "about-neutral",
        Comparator.APPROX,
        (Direction.NONE,),
        "about",
        "about",
        Localized("保持80%左右（没有好坏方向的指标）", "about 80%, where neither way is better"),
        Localized("在容差范围之内", "within the tolerance either way"),
    ),
    Rule(
        "range-more-is-better",
        Comparator.RANGE,
        (Direction.UP,),
        "value",
        None,
        Localized("增长5%—6%（越高越好的指标）", "5 to 6%, where more is better"),
        Localized("达到下限，或更高", "the lower number or more"),
    ),
    Rule(
        "range-less-is-better",
        Comparator.RANGE,
        (Direction.DOWN,),
        None,
        "value",
        Localized("2%—3%（越低越好的指标）", "2 to 3%, where less is better"),
        Localized("不超过上限，或更低", "the upper number or less"),
    ),
    Rule(
        "range-neutral",
        Comparator.RANGE,
        (Direction.NONE,),
        "value",
        "value",
        Localized("70%—80%（没有好坏方向的指标）", "70 to 80%, where neither way is better"),
        Localized("在上下限之间", "between the two numbers"),
    ),
)

TOLERANCE = Localized(
    "“左右”“约”“近”的容差：所写末位的半个单位与该数的5%，取其大者；但水平、占比一类的承诺若已知上年数，"
    "容差不超过承诺变动幅度的一半，否则原地不动也算达成。",
    "The tolerance of “about”: half a unit of the last written digit or 5% of the number, "
    "whichever is more; yet for a level or share of which the year before is known, no more than "
    "half of the promised step from it, or standing still would count.",
)


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A row for a promise relative to another growth, or to the year before."""

    id: str
    previous: bool
    wording: Localized
    accepts: Localized


RELATION_RULES: tuple[RelationRule, ...] = (
    RelationRule(
        "in-step",
        False,
        Localized("和经济增长基本同步", "in step with economic growth"),
        Localized(
            "两个增速相差不超过1个百分点；越高越好的指标增得更快也算，越低越好的指标增得更慢也算",
            "the two growth rates at most one percentage point apart; faster counts too where "
            "more is better, slower where less is",
        ),
    ),
    RelationRule(
        "stable",
        True,
        Localized("保持稳定", "remain stable"),
        Localized(
            "与上年相差不超过5%；越高越好的指标增加也算，越低越好的指标减少也算",
            "at most 5% away from the year before; more counts too where more is better, "
            "less where less is",
        ),
    ),
)

OUTCOMES: Mapping[str, Localized] = {
    "point": Localized(
        "公布的数至少写到承诺的那一位时，就按公布的数比较（承诺6%以上，公布6%，即达成）",
        "An outcome written at least as finely as the promise stands as it is written "
        "(at least 6% promised, 6% reported: met)",
    ),
    "interval": Localized(
        "写得更粗的数、“超”“约”之类的数和推算的数都是区间：整个区间在接受范围内为达成，"
        "整个在外为未达成，否则无法判定",
        "An outcome written more coarsely, a bound, an about, or a derived one is an interval: "
        "met when all of it is accepted, missed when none is, otherwise undecidable",
    ),
    "choice": Localized(
        "同一结果有几个公布数时，先用确数，再依次用最终数、本站存有原文的、官方文件的、较晚公布的；"
        "同等的来源得出相反结论时无法判定",
        "Of several reported outcomes an exact one is used first, then a final one, one whose "
        "text is kept here, one from an official document, and the latest; where equals lead to "
        "opposite verdicts it is undecidable",
    ),
    "derived": Localized(
        "没有公布承诺所用的口径时，可由两三个公布数推算：水平比上年、下年水平倒推、存量之差。"
        "按不变价计算的增速不能由现价水平推算",
        "Where no source reports the outcome in the terms of the promise it may follow from two "
        "or three reported figures: a level on the year before, a later level taken back by its "
        "growth, a difference of stocks. Growth at constant prices never follows from levels",
    ),
    "baseline": Localized(
        "上年数先用作出承诺的那份文件中的数；其他来源的数一并列出，若会得出相反结论则无法判定",
        "The year before is first the figure of the document that made the promise; figures of "
        "other sources are listed, and where one leads to the opposite verdict it is undecidable",
    ),
    "milestone": Localized(
        "没有数字的承诺，由编者按注明的出处判定，并附出处的原话或位置；期限之后才办成的，为未达成",
        "A promise without a number is judged by a curator from a source that is named, with its "
        "words or their place; what was done after it was due is missed",
    ),
    "pending": Localized(
        "没有任何来源报告应完成之时的情况，即尚无结果",
        "Where no source reports on the period in which it was due, it is not yet reported",
    ),
}


def rule_for(comparator: Comparator, direction: Direction) -> Rule:
    """The row that judges a wording for an indicator with this direction."""
    return _BY_WORDING[comparator, direction]


def wording_of(figure: Figure) -> Comparator:
    """The comparator of a figure's signed value: a fall of 10% or more is −10% or less."""
    return (
        _MIRRORED.get(figure.comparator, figure.comparator)
        if _falls(figure)
        else (figure.comparator)
    )


def accepted_figures(
    rule: Rule, figure: Figure, unit: Unit, step: Fraction | None = None
) -> Interval:
    """The outcomes that keep a promised figure, in the base unit; `step` as in `tolerance`."""
    value = value_of(figure, unit)
    low, high = sorted((value, high_value_of(figure, unit)))
    edges: Edges = {
        "value": Interval(low, high),
        "beyond": Interval(low, high, low_open=True, high_open=True),
        "rounded": stated(replace(figure, comparator=Comparator.EQ), unit),
        "about": around(value, tolerance(figure, unit, step)),
    }
    return accepted(rule, edges)


def accepted(rule: Rule, edges: Edges) -> Interval:
    """What a row accepts, from where each kind of its edges lies."""
    low = edges[rule.low] if rule.low else EVERYTHING
    high = edges[rule.high] if rule.high else EVERYTHING
    return Interval(low.low, high.high, low.low_open, high.high_open)


def tolerance(figure: Figure, unit: Unit, step: Fraction | None = None) -> Fraction:
    """How far from an about-promise an outcome may be, in the base unit (`TOLERANCE`).

    `step` is how far the promise goes beyond the year before, where that is known.
    """
    widest = about(figure, unit)
    return min(widest, step / 2) if step else widest


def _falls(figure: Figure) -> bool:
    return figure.direction == "down"


_MIRRORED: Mapping[Comparator, Comparator] = {
    Comparator.GE: Comparator.LE,
    Comparator.GT: Comparator.LT,
    Comparator.LE: Comparator.GE,
    Comparator.LT: Comparator.GT,
}
_BY_WORDING: Mapping[tuple[Comparator, Direction], Rule] = {
    (rule.comparator, direction): rule for rule in RULES for direction in rule.directions
}

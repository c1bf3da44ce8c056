"""A promise without a number: how it is to compare, held to the words that say so."""

from __future__ import annotations

from collections.abc import Iterator

from tally.check.places import at
from tally.records.model import Target
from tally.records.problem import Problem
from tally.terms import Comparator

# The first of which a word stands in a quote is what it says: 基本同步 before 同步 before 提高.
_WORDS = (
    (("基本同步", "基本持平", "基本相当", "基本一致", "大体相当"), (Comparator.APPROX,)),
    (("保持稳定", "基本稳定", "总体稳定"), (Comparator.APPROX,)),
    (("同步", "持平", "一致", "相当", "相适应"), (Comparator.EQ, Comparator.APPROX)),
    (("不低于", "不少于", "不慢于", "不下降", "不减少", "只增不减"), (Comparator.GE,)),
    (("不高于", "不超过", "不多于", "不增加", "不上升", "只减不增"), (Comparator.LE,)),
    (("高于", "快于", "超过", "好于", "优于", "跑赢"), (Comparator.GT,)),
    (("低于", "少于", "慢于"), (Comparator.LT,)),
    (("提高", "增加", "上升", "增长", "扩大", "提升", "进位"), (Comparator.GT,)),
    (("下降", "减少", "降低", "收窄", "压减"), (Comparator.LT,)),
)


def relation_problems(target: Target) -> Iterator[Problem]:
    """Whether the comparator of a relation is one that the quote says."""
    relation, quote = target.relation, target.evidence.quote
    if relation is None or quote is None:
        return
    for words, comparators in _WORDS:
        if found := [word for word in words if word in quote]:
            if relation.comparator not in comparators:
                message = f"the quote says {found[0]}, which is not {relation.comparator}"
                help_ = f"write comparator: {comparators[0]}"
                place = at(relation, "comparator")
                yield Problem(place, "quote-comparator", message, help_)
            return

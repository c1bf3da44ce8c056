"""Which face of an indicator a number shows, and how close it says the truth is."""

from __future__ import annotations

import re

from tally.extract.groups import Member
from tally.extract.lead import Lead
from tally.extract.quantities import Quantity
from tally.terms import Comparator, Measure

_SHARE = re.compile(
    r"(?:占比|比重|份额|贡献率|贡献|贡献了?全[国省市])$|占[^，。；]{0,24}$|占比(?:提升|提高|降|达|增|由|从)|比重$|占[^，。；]{1,20}的?比[重例]$"
)
_GROWING = re.compile(r"(?:增速|涨幅|增幅|(?<!自然)增长率|降幅|减幅|跌幅|增长速度|价格)$")
_RATIO = re.compile(r"(?:之比|比值|收入比|倍差|负担比|比)$")
_SPEEDS = (
    "增长目标",
    "增长预期目标",
    "增速",
    "增幅",
    "涨幅",
    "降幅",
    "增长率",
    "增长速度",
    "减幅",
    "跌幅",
)
_GROWTH_BEHIND = re.compile(
    r"的?(?:中?高速|快速|较快|平稳|稳定|正)?(?:速度|增长|增速|涨幅|增幅|幅度)|(?:的速度)?递增"
)
# What is an amount can't stand at a percentage: 生产总值实现6%左右 is how much it grew.
_AMOUNT = re.compile(
    "(?:生产总值|经济|增加值|产值|产量|收入|投资|总额|零售额|支出|进出口|出口|进口|存款|贷款|余额"
    "|用电量|发电量|吞吐量|周转量|销售额|利润|税收|利税)$"
)
_CHANGE_UNITS = ("个百分点", "百分点", "个点")
# 人均生产总值36935元，同比11.4%: what it did is left out.
_SINCE = ("同比", "环比", "同比分别", "比上年", "较上年")
# 恢复至2019年的112%.
_OF_A_BASE = ("恢复至", "恢复到", "相当于")
_RELATIVE = ("%", "‰", "成")
# What words beside a number can say of it; of a range its own dash does.
_ASIDE = frozenset(Comparator) - {Comparator.EQ, Comparator.RANGE}


def measure_of(quantity: Quantity, subject: str, lead: Lead, flow: bool, behind: str) -> Measure:
    """The measure of a quantity by its unit, the words before it and those behind it."""
    if quantity.form in ("rank", "top"):
        return Measure.RANK
    if quantity.form == "ratio":
        return Measure.RATIO if len(quantity.parts) == 2 else Measure.SHARE
    if quantity.unit in _CHANGE_UNITS:
        return Measure.CHANGE
    if quantity.unit in ("倍", "番"):
        return (
            Measure.GROWTH
            if quantity.unit == "倍" and lead.change and not lead.against
            else Measure.RATIO
        )
    if quantity.unit == "%" and any(word in _OF_A_BASE for word in lead.words):
        return Measure.RATIO
    if quantity.unit in _RELATIVE:
        return Measure.GROWTH if _fell(quantity, subject) else _relative(subject, lead, behind)
    if quantity.form == "bare" and _RATIO.search(subject) and not lead.change:
        return Measure.RATIO
    if lead.change and not flow:
        return Measure.CHANGE
    return Measure.LEVEL


def _fell(quantity: Quantity, subject: str) -> bool:
    """能耗-3.3%: only a rate can stand below nothing."""
    return quantity.minus and not subject.endswith("率")


def _relative(subject: str, lead: Lead, behind: str) -> Measure:
    """The measure of a percentage."""
    if lead.change:
        return Measure.GROWTH
    if _SHARE.search(subject) or _SHARE.search(lead.subject) or "share" in lead.roles:
        return Measure.SHARE
    if lead.words[:1] and lead.words[0] in _SINCE and "level" not in lead.roles:
        return Measure.GROWTH
    growing = _GROWING.search(lead.subject) or _GROWTH_BEHIND.match(behind)
    if not growing and "share" not in lead.roles and _AMOUNT.search(subject):
        return Measure.GROWTH
    return Measure.GROWTH if growing or _speaks_of_speed(lead) else Measure.LEVEL


def _speaks_of_speed(lead: Lead) -> bool:
    """增速达到7%: the level is that of a speed."""
    return any(word.startswith(_SPEEDS) for word in lead.words)


def comparator_of(member: Member, lead: Lead) -> Comparator:
    """The comparator by the words before and behind; what stands behind says it last."""
    if member.quantity.high is not None:
        return Comparator.RANGE
    before, after = lead.comparator, member.after
    if after == "approx":
        return Comparator.APPROX
    if before:
        return _known(before)
    if after:
        return _known(after)
    return Comparator.GT if member.quantity.more else Comparator.EQ


def _known(role: str) -> Comparator:
    return Comparator(role) if role in _ASIDE else Comparator.EQ

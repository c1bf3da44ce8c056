"""The closed lists of what is said of a number."""

from __future__ import annotations

from tally.terms.term import Term


class Measure(Term):
    """Which face of the indicator the number is."""

    LEVEL = "level", "a stock, a yearly flow or a rate: 4250亿元"
    GROWTH = "growth", "change against the year before, in %, ‰, 倍 or 番; 年均增长 too"
    CHANGE = "change", "an absolute or percentage-point difference: 提高10个百分点"
    SHARE = "share", "a part of a whole: 占比, 比重"
    CUMULATIVE = "cumulative", "a total over several years: 五年累计"
    RATIO = "ratio", "N倍, a∶b"
    RANK = "rank", "a place in an order: 第8位"
    INDEX = "index", "an index of which the year before is 100: 上年=100"
    GAP = "gap", "points above or below another area: 高于全国1.2个百分点"


class Comparator(Term):
    """How the words beside the number bound it."""

    EQ = "eq", "the number itself"
    APPROX = "approx", "左右, 约, 近"
    GT = "gt", "超, 突破, 多"
    GE = "ge", "以上, 不低于, 至少"
    LT = "lt", "不足, 低于"
    LE = "le", "以内, 不高于, 不超过"
    RANGE = "range", "from `value` to `value_high`: 6%—6.5%"


class StatedDirection(Term):
    """Which way the number goes, where the words say it is not up."""

    DOWN = "down", "the source states a decline; `value` is its size: 下降8.6% is 8.6, down"


class Basis(Term):
    """What a growth is counted on, where the text says so."""

    REAL = "real", "at constant prices: 可比价, 不变价, 实际增长"
    NOMINAL = "nominal", "at current prices: 现价, 名义增长"
    LIKE_FOR_LIKE = "like-for-like", "over the same coverage in both years: 同口径, 可比口径"
    AS_COLLECTED = "as-collected", "as it was collected, coverage and rules changed: 自然口径"
    ADJUSTED = "adjusted", "without what the text names: 扣除留抵退税因素后, 剔除煤炭因素"


class Strength(Term):
    """How firmly a target is promised."""

    EXPECTED = "expected", "the target itself: 预期, 目标"
    MINIMUM = "minimum", "what is guaranteed, beside an aim above it: 确保, 底线"
    AMBITION = "ambition", "what is striven for beyond the target: 力争, 冲刺, 奋斗目标"


class Direction(Term):
    """Which way is better."""

    UP = "up", "higher is better"
    DOWN = "down", "lower is better"
    NONE = "none", "not for us to say"


class GrowthBasis(Term):
    """At which prices an indicator's growth is reported."""

    NOMINAL = "nominal", "at current prices; the same when left out"
    REAL = "real", "at constant prices, so that growth does not follow from two levels"

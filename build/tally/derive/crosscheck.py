"""Cross-checks: figures that bear on each other, with what each comparison found.

They are shown to readers, not enforced: sources may differ, and both stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tally.derive import comparisons
from tally.derive.ledger import Ledger
from tally.derive.model import Finding, Outlooks
from tally.derive.sentence import Sentence
from tally.records.model import Localized


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """A comparison with its name and its explanation for readers."""

    id: str
    name: Localized
    explanation: Localized
    run: Callable[[Ledger, Outlooks], Iterator[Finding]]


def _of_figures(check: Callable[[Ledger], Iterator[Finding]]) -> Callable[..., Iterator[Finding]]:
    return lambda ledger, _: check(ledger)


CROSS_CHECKS: tuple[CrossCheck, ...] = (
    CrossCheck(
        "two-sources",
        Localized("两处来源的同一数字", "The same figure in two sources"),
        Localized(
            "同一指标、时期和口径在两处来源中的数应当相同；只差四舍五入的另行标明，不同的两数并存。",
            "One indicator, period and measure should read the same in two sources. Differences "
            "of rounding are told apart; where sources differ, both figures stay.",
        ),
        _of_figures(comparisons.two_sources),
    ),
    CrossCheck(
        "level-and-growth",
        Localized("水平、增速与上年数", "Level, growth and the year before"),
        Localized(
            "由水平和增速倒推上年数，与公布的上年数比较。按不变价计算的增速含价格变化，对不上时无法判断。",
            "A level and its growth imply the year before, which is compared with what was "
            "reported for it. Growth at constant prices leaves price changes out, so a difference "
            "there tells nothing.",
        ),
        _of_figures(comparisons.level_and_growth),
    ),
    CrossCheck(
        "totals-and-years",
        Localized("多年累计与各年", "Totals of years and single years"),
        Localized(
            "多年累计不应小于其中已知各年之和；各年都已知时应当相等。",
            "A total of several years is at least the sum of those years that are known, and "
            "equal to it when all are.",
        ),
        _of_figures(comparisons.totals_and_years),
    ),
    CrossCheck(
        "thresholds",
        Localized("跨过的台阶与确数", "Thresholds and exact figures"),
        Localized(
            "报告说超过某数时，同期的确数应当在该数之上。",
            "Where a report says that a threshold was passed, the exact figure lies beyond it.",
        ),
        _of_figures(comparisons.thresholds),
    ),
    CrossCheck(
        "parts-and-wholes",
        Localized("部分与整体", "Parts and wholes"),
        Localized("部分不应大于整体。", "A part is never above its whole."),
        _of_figures(comparisons.parts_and_wholes),
    ),
    CrossCheck(
        "stocks-and-changes",
        Localized("存量与净增", "Stocks and net changes"),
        Localized(
            "两年存量之差应当等于公布的净增数。",
            "The difference of two years’ stocks equals the net change that was reported.",
        ),
        _of_figures(comparisons.stocks_and_changes),
    ),
    CrossCheck(
        "outcomes-and-promises",
        Localized("结果与承诺", "Outcomes and promises"),
        Localized(
            "公布或推算的结果与承诺比较，规则见方法页。",
            "Reported or derived outcomes beside promises, by the rule on the methodology page.",
        ),
        comparisons.outcomes_and_promises,
    ),
)


def cross_check(ledger: Ledger, outlooks: Outlooks) -> tuple[Finding, ...]:
    """The findings of every check, in the order of `CROSS_CHECKS`; what several sources lead
    to in the same words is found once."""
    found = (finding for check in CROSS_CHECKS for finding in check.run(ledger, outlooks))
    first: dict[tuple[str, str, str, Sentence], Finding] = {}
    for one in found:
        first.setdefault((one.check, one.indicator, one.period, one.text), one)
    return tuple(first.values())

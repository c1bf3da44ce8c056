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


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """A kind of comparison; the words of `cross_check` name and explain it to readers."""

    id: str
    run: Callable[[Ledger, Outlooks], Iterator[Finding]]


def _of_figures(check: Callable[[Ledger], Iterator[Finding]]) -> Callable[..., Iterator[Finding]]:
    return lambda ledger, _: check(ledger)


CROSS_CHECKS: tuple[CrossCheck, ...] = (
    CrossCheck("two-sources", _of_figures(comparisons.two_sources)),
    CrossCheck("level-and-growth", _of_figures(comparisons.level_and_growth)),
    CrossCheck("totals-and-years", _of_figures(comparisons.totals_and_years)),
    CrossCheck("thresholds", _of_figures(comparisons.thresholds)),
    CrossCheck("parts-and-wholes", _of_figures(comparisons.parts_and_wholes)),
    CrossCheck("stocks-and-changes", _of_figures(comparisons.stocks_and_changes)),
    CrossCheck("outcomes-and-promises", comparisons.outcomes_and_promises),
)


def cross_check(ledger: Ledger, outlooks: Outlooks) -> tuple[Finding, ...]:
    """The findings of every check, in the order of `CROSS_CHECKS`; what several sources lead
    to in the same words is found once."""
    found = (finding for check in CROSS_CHECKS for finding in check.run(ledger, outlooks))
    first: dict[tuple[str, str, str, Sentence], Finding] = {}
    for one in found:
        first.setdefault((one.check, one.indicator, one.period, one.text), one)
    return tuple(first.values())

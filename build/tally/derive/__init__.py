"""Room derive: what follows from records. Nothing here is edited by hand."""

from tally.derive.conflicts import conflicts
from tally.derive.crosscheck import CROSS_CHECKS, CrossCheck, cross_check
from tally.derive.implied import implied_levels
from tally.derive.interval import Interval
from tally.derive.ledger import Ledger, open_ledgers
from tally.derive.model import (
    Conflict,
    Derived,
    Finding,
    Outlook,
    Pace,
    Quantity,
    Verdict,
)
from tally.derive.outlook import judge, judge_all
from tally.derive.revisions import Change, changes
from tally.terms import Inference

__all__ = [
    "CROSS_CHECKS",
    "Change",
    "Conflict",
    "CrossCheck",
    "Derived",
    "Finding",
    "Inference",
    "Interval",
    "Ledger",
    "Outlook",
    "Pace",
    "Quantity",
    "Verdict",
    "changes",
    "conflicts",
    "cross_check",
    "implied_levels",
    "judge",
    "judge_all",
    "open_ledgers",
]

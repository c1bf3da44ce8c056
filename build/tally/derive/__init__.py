"""Room derive: what follows from records. Nothing here is edited by hand."""

from tally.derive.implied import implied_levels
from tally.derive.interval import Interval
from tally.derive.ledger import Ledger, open_ledger
from tally.derive.model import (
    Conflict,
    Derived,
    Finding,
    Outlook,
    Pace,
    Quantity,
    Verdict,
    VerdictCode,
)
from tally.derive.outlook import judge

__all__ = [
    "Conflict",
    "Derived",
    "Finding",
    "Interval",
    "Ledger",
    "Outlook",
    "Pace",
    "Quantity",
    "Verdict",
    "VerdictCode",
    "implied_levels",
    "judge",
    "open_ledger",
]

"""The closed lists, each defined once: schemas, columns, words and rules are held to them.

A member is added here, and `tests/terms/test_everywhere.py` then names each place that still
lacks it.
"""

from tally.terms.figures import (
    Basis,
    Comparator,
    Direction,
    GrowthBasis,
    Measure,
    StatedDirection,
    Strength,
)
from tally.terms.findings import DECIDED, ConflictKind, Inference, Severity, VerdictCode
from tally.terms.periods import Period, PeriodError, days_of, is_date, is_period
from tally.terms.records import (
    AreaLevel,
    CorrectionKind,
    DocumentType,
    Kind,
    LeftOutReason,
    PeriodKind,
    Provenance,
    RelationTo,
    Review,
    SourceReview,
    Status,
    TargetType,
)
from tally.terms.term import LackingTermError, Term, complete

__all__ = [
    "DECIDED",
    "AreaLevel",
    "Basis",
    "Comparator",
    "ConflictKind",
    "CorrectionKind",
    "Direction",
    "DocumentType",
    "GrowthBasis",
    "Inference",
    "Kind",
    "LackingTermError",
    "LeftOutReason",
    "Measure",
    "Period",
    "PeriodError",
    "PeriodKind",
    "Provenance",
    "RelationTo",
    "Review",
    "Severity",
    "SourceReview",
    "StatedDirection",
    "Status",
    "Strength",
    "TargetType",
    "Term",
    "VerdictCode",
    "complete",
    "days_of",
    "is_date",
    "is_period",
]

"""The closed lists of what follows from records."""

from __future__ import annotations

from tally.terms.term import Term


class VerdictCode(Term):
    """Whether a promise was kept, as its wording allows."""

    MET = "met", "done by the end of `due`"
    MISSED = "missed", "not done by then, though it may have been later"
    UNDECIDABLE = "undecidable", "the wording, or what is known, leaves it open"
    PENDING = "pending", "no source that tells the outcome has been found yet"


# What can be found out about a promise: a verdict that somebody enters is one of these.
DECIDED = tuple(code for code in VerdictCode if code is not VerdictCode.PENDING)


class Inference(Term):
    """How a verdict came about."""

    STATED = "stated", "a source gives the figure it needs"
    DERIVED = "derived", "computed from other figures"


class Severity(Term):
    """What a cross-check found of two numbers that bear on each other."""

    CONSISTENT = "consistent", "they agree"
    ROUNDING = "rounding", "they differ by no more than rounding"
    DIFFERS = "differs", "they do not agree"
    UNKNOWN = "unknown", "they cannot be compared"


class ConflictKind(Term):
    """Why one thing has different values."""

    REVISION = "revision", "one publisher's later word"
    DISAGREEMENT = "disagreement", "two sources differ"

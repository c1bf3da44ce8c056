"""Claims that another of the same source says better, and words by which to leave them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from tally.extract import Claim
from tally.records.machine import as_entered
from tally.records.spans import Spans, occurrences
from tally.terms import Comparator

Base = Callable[[Claim], Decimal | None]
"""What a claim's value is in the base of its unit; None where the unit is not known."""
_ENDS = "，,；;。、\n"
_LONGEST = 60


def said_better(claims: Sequence[Claim]) -> Mapping[Claim, Claim]:
    """The claims that another of the same thing says better, with that one: an exact number
    before a vague one (突破3000亿元、达到3120亿元), the first of equals."""
    same: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        face = as_entered(claim.measure, claim.unit, claim.name), claim.basis, claim.strength
        same[claim.kind, claim.indicator, claim.period, face].append(claim)
    return {
        worse: best
        for group in same.values()
        for best in [min(group, key=lambda claim: claim.comparator != Comparator.EQ)]
        for worse in group
        if worse is not best
    }


def repeats(worse: Claim, best: Claim, base: Base) -> bool:
    """Whether a claim says no more than another one does: the same number, or in the same
    sentence a bound that it keeps."""
    own, other = base(worse), base(best)
    if own is None or other is None or worse.value_high is not None:
        return False
    if worse.quote_span != best.quote_span:
        return own == other and worse.comparator == best.comparator
    kept = {Comparator.GT: own < other, Comparator.GE: own <= other, Comparator.EQ: own == other}
    return kept.get(worse.comparator, False)


def words_of(claim: Claim, text: str, taken: Sequence[tuple[int, int]]) -> str | None:
    """Words that hold a claim's number and none of the spans `taken`, wherever they stand: as
    few clauses as will do; None where there are none."""
    others = Spans.of(span for span in taken if span != claim.number_span)
    for words in _stretches(claim, text):
        if not any(others.touch(*span) for span in occurrences(words, text)):
            return words
    return None


def _stretches(claim: Claim, text: str) -> Iterator[str]:
    """The words up to the end of the number, from the mark before it, then from earlier ones."""
    first, last = claim.number_span
    for start in range(first - 1, max(first - _LONGEST, -1), -1):
        if start == 0 or text[start - 1] in _ENDS:
            yield text[start:last].strip()
        if text[start] == "\n":
            return

"""What an entry says of a number beside its value, held to the words of its quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tally.check.places import at
from tally.extract.lexicon import table
from tally.records.model import Figure, Observation, Relation, Target
from tally.records.problem import Problem
from tally.terms import Comparator, Strength, Term

WORDS: Mapping[str, Mapping[str, Sequence[str]]] = table("qualifiers")
# 6%以上、力争7%: the bound itself says what is guaranteed.
_BOUNDS = frozenset((Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT))


def qualifier_problems(record: Observation | Target) -> Iterator[Problem]:
    """Whether the quote says the strength and the basis that the entry gives its number."""
    said = record.figure if isinstance(record, Observation) else record.promised
    if said is None or record.evidence.quote is None:
        return
    for field, term in (("strength", said.strength), ("basis", said.basis)):
        if term and not _is_said(term, WORDS[field].get(term, ()), record.evidence.quote, said):
            words = ", ".join(WORDS[field][term])
            message = f"the quote has no word for {field} {term}"
            help_ = f"quote the words that say it ({words}), or remove {field}"
            yield Problem(at(said, field), "quote-qualifier", message, help_)


def _is_said(term: Term, words: Sequence[str], quote: str, said: Figure | Relation) -> bool:
    if term is Strength.EXPECTED:
        return True
    bounded = term is Strength.MINIMUM and said.comparator in _BOUNDS
    return bounded or any(word in quote for word in words)

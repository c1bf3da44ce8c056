"""What an entry says of a number beside its value, held to the words of its quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tally.check.places import at
from tally.extract.lexicon import table
from tally.records.model import Figure, Observation, Relation, Target
from tally.records.problem import Problem
from tally.terms import Comparator, Strength

WORDS: Mapping[str, Mapping[str, Sequence[str]]] = table("qualifiers")
# 6%以上、力争7%: the bound itself says what is guaranteed.
_BOUNDS = frozenset((Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT))
_CLAUSE = re.compile("[、，,；;。（）()]")


def qualifier_problems(record: Observation | Target) -> Iterator[Problem]:
    """Whether the quote says the strength and the basis that the entry gives its number."""
    said = record.figure if isinstance(record, Observation) else record.promised
    span, quote = record.evidence.span, record.evidence.quote
    if said is None or span is None or quote is None:
        return
    before = quote[: span.number_start - span.quote_start] if record.figure else quote
    behind = quote[span.number_end - span.quote_start :] if record.figure else ""
    for field, term in (("strength", said.strength), ("basis", said.basis)):
        needless = term is None or term is Strength.EXPECTED or _is_bound(term, said)
        if needless or term == _said(WORDS[field], before, behind):
            continue
        words = ", ".join(WORDS[field][str(term)])
        message = f"the quote has no word for {field} {term}"
        if record.figure:
            message = f"beside {record.figure.value:f} {message}"
        help_ = f"quote the words that say it ({words}), or correct {field}"
        yield Problem(at(said, field), "quote-qualifier", message, help_)


def _is_bound(term: str, said: Figure | Relation) -> bool:
    return term is Strength.MINIMUM and said.comparator in _BOUNDS


def _said(words: Mapping[str, Sequence[str]], before: str, behind: str) -> str | None:
    """Which qualifier the text around a number says: behind it within its clause (7%的奋斗目标),
    or else the last one before it (同口径增长3%、5%)."""
    clause = _CLAUSE.split(behind, maxsplit=1)[0]
    near = [term for term, known in words.items() if any(word in clause for word in known)]
    if near:
        return near[0]
    last = {term: max(before.rfind(word) for word in known) for term, known in words.items()}
    term = max(last, key=lambda one: last[one])
    return term if last[term] >= 0 else None

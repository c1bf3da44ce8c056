"""What an entry is about, held to what its quote speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tally.check.places import at
from tally.extract import Claim
from tally.records.model import Indicator, Observation, Target
from tally.records.problem import Problem

_CHINESE = re.compile("[\u3400-\u9fff]+")
_WORD = re.compile("[\u3400-\u9fffA-Za-z0-9]+")
# The share of a milestone's title that its quote has; of titles that a person wrote to a quote
# none has less than two fifths, of quotes from elsewhere few more than a tenth.
_LEAST_OF_TITLE = 0.15


def subject_problems(
    record: Observation | Target, indicators: Mapping[str, Indicator], claims: Sequence[Claim]
) -> Iterator[Problem]:
    """Whether a quote speaks of the milestone, or of the indicator where the machine knows none."""
    quote = record.evidence.quote
    if quote is None or record.evidence.span is None:
        return
    if isinstance(record, Target) and record.title is not None:
        if _share(record.title.zh, quote, _CHINESE) < _LEAST_OF_TITLE:
            message = f"the quote does not speak of {record.title.zh}"
            help_ = "quote the words that promise it, or correct the title"
            yield Problem(at(record, "quote"), "quote-subject", message, help_)
    elif record.indicator and not any(claim.indicator for claim in claims):
        first, *aliases = _names(record, record.indicator, indicators)
        if not any(_share(name, quote) for name in (first, *aliases)):
            message = f"the quote has no word of {first}"
            help_ = "correct the indicator, or add to its aliases what reports call it"
            yield Problem(at(record, "indicator"), "quote-subject", message, help_)


def _names(
    record: Observation | Target, id_: str, indicators: Mapping[str, Indicator]
) -> tuple[str, ...]:
    """What a source may call what a record is about, its usual name first."""
    if record.own:
        return (record.own.zh,)
    return (indicators[id_].name.zh, *indicators[id_].aliases)


def _share(name: str, text: str, word: re.Pattern[str] = _WORD) -> float:
    """How much of a name stands in a text, by its pairs of characters; all of one that has none."""
    pairs = set(_pairs(word.findall(name)))
    return len(pairs & set(_pairs(word.findall(text)))) / len(pairs) if pairs else 1.0


def _pairs(words: Iterable[str]) -> Iterator[str]:
    joined = "".join(words)
    return (joined[i : i + 2] for i in range(len(joined) - 1))

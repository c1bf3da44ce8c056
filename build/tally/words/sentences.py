"""What other rooms have to say (`tally.derive.sentence`), said in a language."""

from __future__ import annotations

from tally.derive.sentence import (
    Amount,
    Growth,
    Listed,
    Named,
    Part,
    Promised,
    Reported,
    Sentence,
)
from tally.records.model import Localized, Vocabulary
from tally.records.periods import Period
from tally.words.figures import (
    amount_words,
    figure_words,
    in_a_sentence,
    percent_words,
    promise_words,
)
from tally.words.tables import languages, say


def said(part: Part, vocabulary: Vocabulary) -> Localized:
    """A sentence, or a part of one, in every language."""
    return Localized.of({lang: said_in(lang, part, vocabulary) for lang in languages()})


def said_in(lang: str, part: Part, vocabulary: Vocabulary) -> str:
    """A sentence, or a part of one, in one language; raises KeyError for an unknown key."""
    match part:
        case str():
            return part
        case Sentence(key, parts):
            return say(key, lang, **{name: said_in(lang, one, vocabulary) for name, one in parts})
        case Listed(parts):
            wordings = dict.fromkeys(said_in(lang, one, vocabulary) for one in parts)
            return say("list.between", lang).join(wordings)
        case _:
            return _worded(part, vocabulary)[lang]


def _worded(
    part: Reported | Promised | Amount | Growth | Named | Period | Localized, vocabulary: Vocabulary
) -> Localized:
    units = vocabulary.units
    match part:
        case Localized():
            return part
        case Period():
            return part.label
        case Reported(figure):
            return figure_words(figure, units)
        case Promised(figure):
            return promise_words(figure, units)
        case Amount(interval, unit):
            return amount_words(interval, units[unit], units)
        case Growth(interval):
            return percent_words(interval)
        case Named(indicator):
            known = vocabulary.indicators.get(indicator)
            name = known.name if known else Localized(indicator, indicator)
            return in_a_sentence(name, vocabulary)

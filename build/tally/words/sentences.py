"""What other rooms have to say (`tally.derive.sentence`), said in a language."""

from __future__ import annotations

from tally.derive.sentence import (
    Amount,
    Growth,
    Listed,
    Named,
    NamedArea,
    Part,
    Promised,
    Reported,
    Sentence,
)
from tally.records.model import Localized, Vocabulary
from tally.terms import Period
from tally.words.figures import Style, growth, in_a_sentence, worded
from tally.words.numbers import amount
from tally.words.periods import said_period
from tally.words.tables import everywhere, say


def said(part: Part, vocabulary: Vocabulary) -> Localized:
    """A sentence, or a part of one, in every language."""
    return everywhere(lambda lang: said_in(lang, part, vocabulary))


def said_in(lang: str, part: Part, vocabulary: Vocabulary, style: Style = "full") -> str:
    """A sentence, or a part of one, in one language; raises KeyError for an unknown key.

    `style` is that of a figure or a growth that stands by itself.
    """
    match part:
        case Period():  # which is text too
            return said_period(part, lang)
        case str():
            return part
        case tuple():
            return "".join(said_in(lang, one, vocabulary) for one in part)
        case Sentence(key, parts):
            return say(key, lang, **{name: said_in(lang, one, vocabulary) for name, one in parts})
        case Listed(parts, each):
            wordings = [said_in(lang, one, vocabulary) for one in parts]
            return say("list.between", lang).join(wordings if each else dict.fromkeys(wordings))
        case _:
            return _worded(part, vocabulary, lang, style)


def _worded(
    part: Reported | Promised | Amount | Growth | Named | NamedArea | Localized,
    vocabulary: Vocabulary,
    lang: str,
    style: Style,
) -> str:
    units = vocabulary.units
    match part:
        case Localized():
            return part[lang]
        case Reported(figure) | Promised(figure):
            return worded(figure, units, lang, style)
        case Amount(interval, unit):
            return amount(interval, units[unit], units, lang)
        case Growth(interval):
            return growth(interval, lang, style)
        case NamedArea(area):
            place = vocabulary.areas.get(area)
            return place.name[lang] if place else area
        case Named(indicator):
            known = vocabulary.indicators.get(indicator)
            name = known.name if known else Localized(indicator, indicator)
            return in_a_sentence(name, vocabulary)[lang]

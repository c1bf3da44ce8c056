"""A figure in plain terms: how much it comes to for each resident, where the data says how many."""

from __future__ import annotations

from decimal import Decimal

from tally.derive import Ledger
from tally.records.model import Observation
from tally.site.routes import Lang
from tally.terms import Measure
from tally.words import say
from tally.words.numbers import plain_amount

POPULATION = "resident-population"
_FAMILIES = {"money-cny": "yuan", "money-usd": "dollar"}
_DIGITS = 3


def for_each_resident(observation: Observation, ledger: Ledger, lang: Lang) -> str | None:
    """An amount of money divided by the residents of the same year; both must be exact enough
    to be reported as plain numbers. It is derived, and the words say so."""
    figure = observation.figure
    unit = ledger.unit(figure)
    people = ledger.find(POPULATION, observation.period, Measure.LEVEL)
    if figure.measure != "level" or unit.family not in _FAMILIES or not people:
        return None
    if figure.comparator != "eq" or people[0].figure.comparator != "eq":
        return None
    residents = people[0].figure.value * ledger.unit(people[0].figure).factor
    if not residents:
        return None
    amount = rounded(figure.value * unit.factor / residents)
    return say(f"plain.{_FAMILIES[unit.family]}", lang, amount=plain_amount(amount, lang))


def rounded(amount: Decimal) -> Decimal:
    """To three significant digits: a quotient of two reported figures says no more."""
    return amount.quantize(Decimal(1).scaleb(amount.adjusted() - _DIGITS + 1))

"""How much an amount comes to for each resident."""

from __future__ import annotations

import pytest

from tally.derive import Ledger
from tally.site.views.plain import POPULATION, for_each_resident
from tests.support.records import dataset, indicator, ledger_of, observation, vocabulary


def ledger(*people: str) -> Ledger:
    """The books of an area with these statements of its population in 2020."""
    residents = [observation(POPULATION, "2020", said) for said in people]
    known = vocabulary(indicator("gdp"), indicator(POPULATION, unit_families=("persons",)))
    return ledger_of(dataset(residents), known)


@pytest.mark.parametrize(
    ("said", "people", "zh", "en"),
    [
        ("level 4250亿元", "level 200万人", "合每人约21.2万元", "about RMB 212,000"),
        ("level 850亿美元", "level 200万人", "合每人约4.25万美元", "about USD 42,500"),
        ("level 1亿元", "level 3万人", "合每人约3330元", "about RMB 3,330"),
        ("level 1亿元", "level 300万人", "合每人约33.3元", "about RMB 33.3"),
    ],
)
def test_amount_is_divided_among_the_residents(said: str, people: str, zh: str, en: str) -> None:
    amount = observation("gdp", "2020", said)
    assert zh in (for_each_resident(amount, ledger(people), "zh") or "").replace(",", "")
    assert en in (for_each_resident(amount, ledger(people), "en") or "")


@pytest.mark.parametrize(
    ("said", "period", "people"),
    [
        ("growth 5%", "2020", ["level 200万人"]),
        ("level 2000家", "2020", ["level 200万人"]),
        ("level >4000亿元", "2020", ["level 200万人"]),
        ("level 4250亿元", "2020", ["level ≈200万人"]),
        ("level 4250亿元", "2019", ["level 200万人"]),
        ("level 4250亿元", "2020", []),
        ("level 4250亿元", "2020", ["level 0万人"]),
    ],
)
def test_nothing_is_said_where_it_would_be_a_guess(
    said: str, period: str, people: list[str]
) -> None:
    amount = observation("gdp", period, said)
    assert for_each_resident(amount, ledger(*people), "en") is None

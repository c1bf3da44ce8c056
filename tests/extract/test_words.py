"""The tables of words: whoever adds a line learns here when it does not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tally.extract.lead import read_lead
from tally.extract.lexicon import flat, table
from tally.extract.names import tidy
from tally.extract.quantities import quantities
from tests.support.claims import claims_of

TABLES = ("units", "comparators", "predicates", "actions", "names", "things", "noise")
UNITS = table("units")
MEASURES = (*UNITS["percent"], *flat(UNITS["measures"]))
COMPARATORS = [
    (word, role) for role, words in table("comparators")["before"].items() for word in words
]
AFTER = [(word, role) for role, words in table("comparators")["after"].items() for word in words]
CHANGES = [
    (word, role)
    for role in ("change_up", "change_down")
    for word in table("predicates")[role]
]  # fmt: skip


def lists(value: Any) -> Iterator[list[str]]:
    """Every list of words in a table, however deep."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from lists(inner)
    elif isinstance(value, list) and value and isinstance(value[0], list):
        yield flat(value)  # type: ignore[misc]
    elif isinstance(value, list):
        yield value


@pytest.mark.parametrize("name", TABLES)
def test_every_word_is_text(name: str) -> None:
    for words in lists(table(name)):
        assert all(isinstance(word, str) and word for word in words)


@pytest.mark.parametrize("name", TABLES)
def test_no_word_is_in_a_list_twice(name: str) -> None:
    for words in lists(table(name)):
        assert [word for word, count in Counter(words).items() if count > 1] == []


@pytest.mark.parametrize("unit", MEASURES)
def test_a_unit_of_the_table_is_read_in_full(unit: str) -> None:
    (found,) = quantities(f"5{unit}")
    assert found.unit == unit


@pytest.mark.parametrize(("word", "role"), COMPARATORS)
def test_a_comparator_before_a_number_is_understood(word: str, role: str) -> None:
    assert read_lead(f"税收收入{word}").comparator == role


@pytest.mark.parametrize(("word", "role"), AFTER)
def test_a_comparator_behind_a_number_is_understood(word: str, role: str) -> None:
    (claim,) = claims_of(f"税收收入62亿元{word}。")
    assert claim.comparator == role


@pytest.mark.parametrize(("word", "role"), CHANGES)
def test_a_word_of_change_leaves_the_subject_alone(word: str, role: str) -> None:
    lead = read_lead(f"税收收入{word}")
    assert (lead.subject, lead.change) == ("税收收入", role)


@pytest.mark.parametrize("name", table("names")["kept_fronts"])
def test_a_name_that_begins_like_filler_stays_whole(name: str) -> None:
    assert tidy(f"{name}户数").startswith(name)


@pytest.mark.parametrize(("short", "full"), table("names")["canonical"].items())
def test_a_short_name_is_written_in_full(short: str, full: str) -> None:
    assert tidy(short) == full

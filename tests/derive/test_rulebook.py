"""The rows that judge: each wording has one for each direction, and each row has its words."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from tally.derive.rulebook import (
    BASIS_RULES,
    OUTCOMES,
    RELATION_RULES,
    RULES,
    YEARS_RULES,
    Edge,
)
from tally.site.views.rules import rules_view
from tally.terms import Comparator, Direction
from tally.words import languages, table


@pytest.mark.parametrize(("comparator", "direction"), list(product(Comparator, Direction)))
def test_one_row_judges_each_wording_in_each_direction(
    comparator: Comparator, direction: Direction
) -> None:
    found = [row for row in RULES if row.comparator == comparator and direction in row.directions]
    assert len(found) == 1


def test_a_row_begins_or_ends_somewhere_that_is_known() -> None:
    for row in RULES:
        assert row.low or row.high, row.id
        assert {row.low, row.high} <= {*get_args(Edge), None}, row.id


@pytest.mark.parametrize("lang", languages())
def test_every_row_has_its_words_and_nothing_else_has(lang: str) -> None:
    rows = [f"rule.{row.id}" for row in (*RULES, *RELATION_RULES, *BASIS_RULES, *YEARS_RULES)]
    needed = {f"{row}.{side}" for row in rows for side in ("wording", "accepts")}
    needed |= {"rule.tolerance", *(f"rule.outcome.{id_}" for id_ in OUTCOMES)}
    assert {key for key in table(lang) if key.startswith("rule.")} == needed


def test_the_methodology_page_shows_the_numbers_of_the_table() -> None:
    shown = {id_: accepts for id_, _, accepts in rules_view("en").rules}
    assert "at most 1 percentage point apart" in shown["in-step"]
    assert shown["stable"].startswith("at most 5% away")
    assert "5% of the number" in rules_view("en").tolerance

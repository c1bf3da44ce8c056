"""Where quotes stand in a text: tally.records.concordance."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.records.concordance import Concordance

LETTERS = st.text("甲乙丙", max_size=40)


@pytest.mark.parametrize(
    ("text", "quote", "starts"),
    [
        ("甲乙甲", "乙", (1,)),
        ("甲乙甲", "甲", (0, 2)),
        ("甲乙甲", "丙", ()),
        ("甲甲甲", "甲甲", (0, 1)),
        ("甲乙丙甲乙丙甲乙丙", "甲乙丙", (0, 3)),
        ("乙丙", "甲乙丙", ()),
        ("", "甲", ()),
        ("甲", "甲乙", ()),
    ],
)
def test_a_quote_is_found_once_twice_or_not(text: str, quote: str, starts: tuple[int, ...]) -> None:
    assert Concordance.of(text).starts(quote) == starts


@given(LETTERS, st.text("甲乙丙", min_size=1, max_size=20))
def test_a_quote_is_found_wherever_a_plain_search_finds_it(text: str, quote: str) -> None:
    everywhere = [match.start() for match in re.finditer(f"(?={re.escape(quote)})", text)]
    assert Concordance.of(text).starts(quote) == tuple(everywhere[:2])

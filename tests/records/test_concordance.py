"""Where quotes stand in a text: tally.records.concordance."""

from __future__ import annotations

import re
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.records import concordance
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
@pytest.mark.parametrize("searched", [0, 1000])
def test_a_quote_is_found_once_twice_or_not(
    text: str,
    quote: str,
    starts: tuple[int, ...],
    searched: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(concordance, "_FEW", searched)
    assert Concordance(text).starts(quote) == starts


@given(LETTERS, st.text("甲乙丙", min_size=1, max_size=20))
def test_a_quote_is_found_wherever_a_plain_search_finds_it(text: str, quote: str) -> None:
    everywhere = [match.start() for match in re.finditer(f"(?={re.escape(quote)})", text)]
    known = Concordance(text)
    for _ in range(2):  # by a search, then by its pairs
        assert known.starts(quote) == tuple(everywhere[:2])
        vars(known)["_asked"] = count(concordance._FEW)

"""Line ends of every kind become line feeds, and each place leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.extract.lines import Lines


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("一\r二", "一\n二"),
        ("一\r\n二\r\n", "一\n二\n"),
        ("一\r\r二", "一\n\n二"),
        ("一\u2028二\u2029", "一\n二\n"),
        ("一\n二", "一\n二"),
    ],
)
def test_a_line_ends_in_a_line_feed(given: str, read: str) -> None:
    assert Lines.of(given).text == read


@given(st.text(alphabet="一1\r\n\u2028", max_size=30))
def test_every_other_character_leads_back_to_itself(text: str) -> None:
    lines = Lines.of(text)
    for place, character in enumerate(lines.text):
        before = text[lines.place_before(place)]
        assert before == character or (character == "\n" and before in "\r\u2028")


def test_a_span_over_a_pair_leads_back_to_the_whole_of_it() -> None:
    assert Lines.of("一\r\n二三").span_before(0, 3) == (0, 4)

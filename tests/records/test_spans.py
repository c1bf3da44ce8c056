"""Spans of a text: where words stand, and whether spans touch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tally.records.spans import Spans, occurrences

_SPAN = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(_SPAN, max_size=8), _SPAN)
def test_spans_touch_what_shares_a_character_with_one_of_them(
    spans: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    covered = {i for start, end in spans for i in range(start, end)}
    assert Spans.of(spans).touch(*asked) is bool(covered & set(range(*asked)))


def test_no_spans_touch_nothing() -> None:
    assert not Spans.of(()).touch(0, 100)


def test_words_are_found_wherever_they_stand_and_marks_are_no_pattern() -> None:
    assert occurrences("a.c", "a.c abc a.c") == [(0, 3), (8, 11)]
    assert occurrences("（", "甲（乙）") == [(1, 2)]
    assert occurrences("丙", "甲乙") == []

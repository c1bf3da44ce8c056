"""A source's text, cut where something is marked."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tally.records.model import Evidence, LeftOut, Localized, Observation, Repair, Source, Span
from tally.site.views.reader import Paragraph, Piece, paragraphs
from tally.terms import LeftOutReason
from tally.text import Edit, read_text
from tests.support.records import PLACE, observation, source


def report(raw: str, *repairs: Repair) -> Source:
    """An archived source with this text."""
    reading = read_text(raw, [Edit(r.raw, r.reading) for r in repairs])
    return source("gwr-2021", text_path="report.txt", reading=reading, repairs=repairs)


def marked(start: int, end: int, name: str = "gdp") -> Observation:
    """A figure whose number stands at these offsets of the reading text."""
    span = Span(0, end, start, end, start, end)
    return replace(
        observation(name, "2020", "level 1亿元"),
        evidence=Evidence("gwr-2021", "words", None, span),
    )


def pieces(found: tuple[Paragraph, ...]) -> list[Piece]:
    return [piece for one in found for sentence in one.sentences for piece in sentence.pieces]


def test_number_is_a_piece_of_its_own_with_its_anchor() -> None:
    found = pieces(paragraphs(report("总值4250亿元，增长5%。"), [marked(2, 8)]))
    assert [piece.text for piece in found] == ["总值", "4250亿元", "，增长5%。"]
    assert [bool(piece.figure) for piece in found] == [False, True, False]
    assert found[1].anchors == ("kunshan/gdp/2020/level",)


def test_number_of_two_indicators_is_one_piece_with_both_anchors() -> None:
    both = [marked(2, 4, "exports"), marked(2, 4, "imports")]
    found = pieces(paragraphs(report("均增5%。"), both))
    assert found[1].anchors == ("kunshan/exports/2020/level", "kunshan/imports/2020/level")


def test_sentences_have_lasting_anchors() -> None:
    found = paragraphs(report("一。二！\n三。"), [])
    assert [one.anchor for p in found for one in p.sentences] == ["p1s1", "p1s2", "p2s1"]


def test_repaired_place_is_told_from_the_text_around_it() -> None:
    repair = Repair("坏?", "坏字", Localized("因", "why"), PLACE)
    found = pieces(paragraphs(report("有坏?了。", repair), []))
    assert [(piece.text, bool(piece.mended)) for piece in found] == [
        ("有", False),
        ("坏字", True),
        ("了。", False),
    ]


def test_words_of_the_reposter_are_told_from_the_report_and_head_nothing() -> None:
    foreign = LeftOut("与大家分享100份范本", LeftOutReason.REPOST, None, PLACE)
    text = "与大家分享100份范本\n（一）指导思想\n今后五年，我们要这样做。"
    found = paragraphs(replace(report(text), left_out=(foreign,)), [])
    assert [(one.reposted, one.heading is not None) for one in found] == [
        (True, False),
        (False, True),
        (False, True),
    ]


def test_a_repair_under_a_mark_begins_and_ends_once() -> None:
    repair = Repair("坏?4亿", "修好4亿", Localized("因", "why"), PLACE)
    found = pieces(paragraphs(report("有坏?4亿。", repair), [marked(3, 5)]))
    mends = [(one.text, one.begins, one.ends) for one in found if one.mended]
    assert mends == [("修好", True, False), ("4亿", False, True)]


TEXT = "甲乙丙1丁2。戊己\n庚3辛。壬癸"


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=6))
def test_no_mark_loses_or_adds_a_character(spans: list[tuple[int, int]]) -> None:
    records = [marked(min(a, b), max(a, b), f"i{n}") for n, (a, b) in enumerate(spans)]
    found = pieces(paragraphs(report(TEXT), records))
    assert "".join(piece.text for piece in found) == TEXT.replace("\n", "")


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_a_mark_covers_exactly_its_characters(one: int, other: int) -> None:
    start, end = min(one, other), max(one, other)
    found = pieces(paragraphs(report(TEXT), [marked(start, end)]))
    inside = "".join(piece.text for piece in found if piece.figure)
    assert inside == TEXT[start:end].replace("\n", "")

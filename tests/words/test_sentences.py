"""Sentences of other rooms, said in every language."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tally.derive.interval import Interval
from tally.derive.sentence import Amount, Growth, Listed, Part, Promised, Reported, sentence
from tally.records.model import Localized, Vocabulary
from tally.terms import Period
from tally.words.sentences import said, said_in
from tests.support.records import UNITS, figure

WORDS = Vocabulary({}, UNITS)
NARROW = Interval(Fraction("8.95"), Fraction("9.23"))
RESULT = Reported(figure("level 466.9亿元"))
BEFORE = Reported(figure("level 428亿元"))

# fmt: off
SAID: list[tuple[Part, str, str]] = [
    ("2020-01-05", "2020-01-05", "2020-01-05"),
    (Localized("试验市", "Testshire"), "试验市", "Testshire"),
    (Period("2020H1"), "2020年上半年", "First half of 2020"),
    (RESULT, "466.9亿元", "RMB 46.69 billion"),
    (Promised(figure("growth ≈6%")), "增长6%左右", "growth of about 6%"),
    (Growth(NARROW), "增长9.1%", "+9.1%"),
    (Amount(Interval(Fraction(300), Fraction(308)), "家"), "300至308家", "300 to 308"),
    (Listed((RESULT, BEFORE, RESULT)), "466.9亿元、428亿元", "RMB 46.69 billion, RMB 42.8 billion"),
    (
        sentence("derived.growth", now=RESULT, before=BEFORE, growth=Growth(NARROW)),
        "466.9亿元比上年的428亿元增长9.1%",
        "RMB 46.69 billion on RMB 42.8 billion is +9.1%",
    ),
    (
        sentence(
            "reason.follows", how=sentence("reason.note", note="x"), open="",
            promise=Promised(figure("level ≤2.5%")),
        ),
        "：x；承诺2.5%以内",
        ": x; at most 2.5% was promised",
    ),
]
# fmt: on


@pytest.mark.parametrize(("part", "zh", "en"), SAID)
def test_each_kind_of_part_is_said(part: Part, zh: str, en: str) -> None:
    assert said(part, WORDS) == Localized(zh, en)


def test_braces_in_a_part_are_only_characters() -> None:
    note = sentence("reason.note", note=Localized("{0.x}", "{how}"))
    assert said(note, WORDS) == Localized("：{0.x}", ": {how}")


def test_a_sentence_without_a_wording_is_an_error_that_names_its_key() -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        said_in("en", sentence("no.such"), WORDS)

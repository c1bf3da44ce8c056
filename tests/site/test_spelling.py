"""How Chinese words are found by their sound and in other scripts."""

from __future__ import annotations

import pytest

from tally.site.spelling import by_character, folded, misread, other_scripts, sounds, spelled


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("地区生产总值", "diqushengchanzongzhi"),
        ("累计建成5G基站", "leijijiancheng5gjizhan"),
        ("新建、改扩建学校", "xinjiangaikuojianxuexiao"),
        ("登记失业率", "dengjishiyelv"),
        ("GDP", "gdp"),
    ],
)
def test_a_text_is_spelled_without_marks(text: str, pinyin: str) -> None:
    assert spelled(text) == pinyin


def test_a_character_stands_under_the_sound_it_mostly_has() -> None:
    assert sounds(["重庆", "重点", "重量"])["zhong"] == "重"


def test_each_character_stands_once() -> None:
    heard = sounds(["银行", "行业", "行政"])
    assert sum(chars.count("行") for chars in heard.values()) == 1


@pytest.mark.parametrize(("text", "right"), [("重庆", "chongqing"), ("重点", None), ("5G", None)])
def test_only_what_sounds_otherwise_is_spelled_out(text: str, right: str | None) -> None:
    assert misread(text, by_character(sounds(["重庆", "重点", "重量"]))) == right


def test_characters_of_another_script_stand_for_those_used() -> None:
    others, own = other_scripts(["台湾", "产值"])
    pairs = set(zip(others, own, strict=True))
    assert {("臺", "台"), ("灣", "湾"), ("產", "产")} <= pairs
    assert set(own) <= set("台湾产值")


def test_full_width_letters_and_bars_fold_away() -> None:
    assert folded("ＧＤＰ|５Ｇ ") == "gdp 5g"

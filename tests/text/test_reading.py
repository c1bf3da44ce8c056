"""The reading text: what each kind of damage becomes, and the way back to the raw text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.text import Edit, EditNotFoundError, read_text


def reads(raw: str, *edits: tuple[str, str]) -> str:
    return read_text(raw, [Edit(*edit) for edit in edits]).text


@pytest.mark.parametrize(
    ("raw", "reading"),
    [
        ("審議會(huì )議", "审议会议"),
        ("優(yōu)異", "优异"),
        ("內xún)容", "内容"),
        ("強(qiáng)化", "强化"),
        ("著(zhù)力", "着力"),
        ("長（cháng）江", "长江"),
        ("長(chang)江", "长江"),
    ],
)
def test_pinyin_behind_a_character_goes(raw: str, reading: str) -> None:
    assert reads(raw).replace("著", "着") == reading


@pytest.mark.parametrize(
    "text",
    [
        "5G基站",
        "PM2.5年均浓度",
        "S1线",
        "“工改Ma”项目",
        "TOD模式",
        "第一昆山APP上线",
        "苏（su）州府（FU）",
    ],
)
def test_genuine_latin_stays(text: str) -> None:
    kept = reads(text)
    assert all(word in kept for word in ("G", "PM", "S1", "Ma", "TOD", "APP", "FU") if word in text)


@pytest.mark.parametrize("text", ["人工智能（ai）发展", "平台(app)上线", "（km）", "(qiáng)"])
def test_a_word_in_brackets_that_is_no_reading_of_its_character_stays(text: str) -> None:
    assert reads(text).count("（") == 1


@pytest.mark.parametrize(
    ("raw", "reading"),
    [
        ("&ldquo;十三五&rdquo;", "“十三五”"),
        ("中國&mdash;中東歐", "中国—中东欧"),
        ("A&amp;B", "A&B"),
        ("&#22823;&#x5927;", "大大"),
        ("&nosuch;", "&nosuch；"),
        ("&;", "&；"),
        ("１２３ＡＢＣ％", "123ABC%"),
        ("４．５％", "4.5%"),
        ("臺灣和台灣", "台湾和台湾"),
        ("後面的皇后", "后面的皇后"),
        ("乾隆", "乾隆"),
    ],
)
def test_entities_width_and_script_take_one_form(raw: str, reading: str) -> None:
    assert reads(raw) == reading


@pytest.mark.parametrize(
    ("raw", "reading"),
    [
        ("增長5%,其中", "增长5%，其中"),
        ("各位代表:", "各位代表："),
        ("(一)堅持", "（一）坚持"),
        ("昆山(縣)", "昆山（县）"),
        ("好嗎?好!", "好吗？好！"),
        ("1,000萬", "1,000万"),
        ("1，000萬", "1,000万"),
        ("12:30開會", "12:30开会"),
        ("1.93∶1", "1.93∶1"),
        ("Wi-Fi, 5G", "Wi-Fi, 5G"),
        ("http://a.b/c?d", "http://a.b/c?d"),
        ("完成3，其中4", "完成3，其中4"),
    ],
)
def test_marks_between_chinese_take_their_chinese_form(raw: str, reading: str) -> None:
    assert reads(raw) == reading


def test_text_that_needs_nothing_is_itself() -> None:
    text = "全年预计实现地区生产总值4250亿元、比上年增长5%。\n城镇登记失业率控制在2.5%以内；\r\n"
    reading = read_text(text)
    assert reading.text == text
    assert [reading.raw_span(i, i + 1) for i in range(len(text))] == [
        (i, i + 1) for i in range(len(text))
    ]


def test_an_edit_replaces_its_raw_words_and_maps_to_them() -> None:
    raw = "項??諝赓|(zhì)量。"
    reading = read_text(raw, [Edit("項??諝赓|(zhì)", "项。空气质")])
    assert reading.text == "项。空气质量。"
    start = reading.text.index("空")
    first, last = reading.raw_span(start, start + 2)
    assert 0 <= first < last <= raw.index("量")
    assert reading.raw_span(5, 6) == (raw.index("量"), raw.index("量") + 1)


def test_an_edit_applies_wherever_its_words_stand_and_the_longer_wins() -> None:
    assert reads("甲2022年乙2022年丙", ("2022年", "2020年"), ("乙2022年", "乙2021年")) == (
        "甲2020年乙2021年丙"
    )


@pytest.mark.parametrize("raw", ["没有", ""])
def test_an_edit_that_applies_nowhere_is_told(raw: str) -> None:
    with pytest.raises(EditNotFoundError) as caught:
        read_text("全文", [Edit(raw, "有")])
    assert caught.value.edit.raw == raw


def test_a_span_of_the_raw_text_maps_to_its_reading() -> None:
    raw = "審議會(huì )議通過"
    reading = read_text(raw)
    start, end = reading.reading_span(raw.index("會"), raw.index("通"))
    assert reading.text[start:end] == "会议"
    assert reading.reading_span(raw.index("("), raw.index(")") + 1)[0] == 3


def test_a_span_that_is_not_there_is_refused() -> None:
    reading = read_text("甲乙")
    for span in ((-1, 1), (1, 3), (2, 1)):
        with pytest.raises(IndexError):
            reading.raw_span(*span)


RAW = st.text(
    alphabet="會議優內長处昆山Aa5G１，,.:;()（）%％&ldquo; huìyōu∶\n\r\u3000?�",
    max_size=80,
)


@given(RAW)
def test_the_map_never_goes_back_and_stays_within_the_raw_text(raw: str) -> None:
    reading = read_text(raw)
    assert len(reading.starts) == len(reading.ends) == len(reading.text)
    assert all(a <= b for a, b in pairwise(reading.starts))
    assert all(a <= b for a, b in pairwise(reading.ends))
    assert all(0 <= s <= e <= len(raw) for s, e in zip(reading.starts, reading.ends, strict=True))


@given(RAW, st.integers(0, 80), st.integers(0, 80))
def test_any_span_of_the_reading_maps_to_the_raw_text_and_back(
    raw: str, one: int, two: int
) -> None:
    reading = read_text(raw)
    start, end = sorted((min(one, len(reading.text)), min(two, len(reading.text))))
    raw_start, raw_end = reading.raw_span(start, end)
    assert 0 <= raw_start <= raw_end <= len(raw)
    if raw_start < raw_end:
        back_start, back_end = reading.reading_span(raw_start, raw_end)
        assert back_start <= start
        assert end <= back_end


@given(RAW)
def test_reading_a_reading_changes_nothing_more_in_script_and_width(raw: str) -> None:
    text = read_text(raw).text
    assert not set(text) & set("會議優內長１％")


@given(st.text(max_size=60))
def test_no_text_raises(raw: str) -> None:
    reading = read_text(raw)
    assert reading.raw_span(0, len(reading.text))[1] <= len(raw)


@pytest.mark.parametrize(
    "unit", ["1", "(", "會(huì )", "&", "&#", "，", "a", "會(", "優", "\n", "&amp;amp;", "会 ("]
)
def test_hostile_text_of_many_characters_is_read(unit: str) -> None:
    # What grew faster than the text would not come to an end.
    raw = unit * (300_000 // len(unit))
    reading = read_text(raw)
    assert reading.raw_span(0, len(reading.text)) == (0, reading.ends[-1] if reading.text else 0)


def test_radicals_are_read_as_the_characters_they_look_like() -> None:
    assert read_text("地区⽣产总值⽐上年增⻓5%").text == "地区生产总值比上年增长5%"

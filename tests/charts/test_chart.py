"""A chart in a page, as a file and as a PNG; hostile text stays text."""

from __future__ import annotations

import re

import pytest

from tally.charts.chart import Chart
from tally.charts.drawing import draw
from tally.charts.model import LANGS, Lang
from tally.charts.png import FAMILY, png
from tally.charts.template import filled_vega
from tally.records.model import Localized
from tests.charts.made import SVG, parsed, sketch
from tests.support.records import indicator, observation, source, target

HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "a.b[c]['d'] && datum.x",
    "A & B <C> ]]>",
    "two\nlines\tand a tab",
    "nul \0 and bell \x07 and lone \ud800",
    "~0~ ~1~right {} {0} %s",
    "very long " * 60,
    "超长名称" * 120,
)


def chart_of(name: Localized, title: str = "report") -> Chart:
    rows = [observation("x", "2020", "growth 5%", "s")]
    reports = [source("s", title=Localized(title, title))]
    found = sketch(rows, [target("x", "growth ≥6%")], indicator("x", name=name), sources=reports)
    assert found is not None
    return draw([found])[0]


@pytest.fixture(scope="module")
def plain() -> Chart:
    return chart_of(Localized("生产总值", "Gross product"))


@pytest.mark.parametrize("lang", LANGS)
def test_one_title_and_one_description_name_both_drawings(plain: Chart, lang: Lang) -> None:
    drawings = [parsed(svg) for svg in re.findall(r"<svg.*?</svg>", plain.html(lang, "p"))]
    (title,) = [found for svg in drawings for found in svg.iter(f"{SVG}title")]
    (words,) = [found for svg in drawings for found in svg.iter(f"{SVG}desc")]
    assert title.text == (plain.sketch.title.zh if lang == "zh" else plain.sketch.title.en)
    assert [svg.get("role") for svg in drawings] == ["img", "img"]
    for svg in drawings:
        assert svg.get("aria-labelledby") == title.get("id")
        assert svg.get("aria-describedby") == words.get("id")


def test_ids_are_unique_in_a_page_of_several_charts(plain: Chart) -> None:
    page = plain.html("zh", "first") + plain.html("zh", "second")
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids)) == 4


def test_a_chart_has_a_wide_and_a_narrow_drawing(plain: Chart) -> None:
    html = plain.html("en", "p")
    assert re.findall(r'class="chart chart--indicator (chart-\w+)"', html) == [
        "chart-wide",
        "chart-narrow",
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_the_narrow_drawing_names_the_marks_that_say_what_its_own_stand_for(
    plain: Chart, lang: Lang
) -> None:
    wide, narrow = map(parsed, re.findall(r"<svg.*?</svg>", plain.html(lang, "p")))
    assert plain.sketch.narrow is not None
    said = [tip for node in wide.iter() if (tip := node.get("data-tip"))]
    told = [said[int(like)] for node in narrow.iter() if (like := node.get("data-like"))]
    shown = [
        plain.sketch.narrow.texts[int(n)] for n in re.findall(r'tip="~(\d+)~', plain.narrow or "")
    ]
    assert told == [text.zh if lang == "zh" else text.en for text in shown]
    assert len(told) == 2


def test_both_languages_share_one_drawing(plain: Chart) -> None:
    texts = re.compile(r">[^<>]+<|data-tip=\"[^\"]*\"")
    zh, en = (texts.sub("", plain.html(lang, "p")) for lang in LANGS)
    assert zh == en


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", LANGS)
def test_hostile_text_stays_text(text: str, lang: Lang) -> None:
    chart = chart_of(Localized(text, text), text)
    for svg in (*re.findall(r"<svg.*?</svg>", chart.html(lang, "p"), re.S), chart.file(lang)):
        root = (
            parsed(svg) if "xmlns" not in svg else parsed(svg.replace(f' xmlns="{SVG[1:-1]}"', ""))
        )
        assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
            *("svg", "title", "desc", "style", "g", "path", "circle", "text", "rect")
        }
        assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]


@pytest.mark.parametrize("text", HOSTILE[:4])
def test_hostile_text_is_shown_as_written(text: str) -> None:
    title = parsed(re.findall(r"<svg.*?</svg>", chart_of(Localized(text, text)).html("zh", "p"))[0])
    words = title.find(f"{SVG}title")
    assert words is not None
    assert (words.text or "").startswith(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reaches_no_drawing_and_no_expression(text: str) -> None:
    chart = chart_of(Localized(text, text), text)
    harmless = chart_of(Localized("x", "x"), "x")
    assert chart.wide == harmless.wide
    assert filled_vega(chart.sketch.wide) == filled_vega(harmless.sketch.wide)


def test_a_specification_names_no_host_but_that_of_its_schema(plain: Chart) -> None:
    text = filled_vega(plain.sketch.wide)
    assert re.findall(r"https?://[^\"/]+", text) == ["https://vega.github.io"]


def test_a_file_carries_its_title_and_its_source(plain: Chart) -> None:
    root = parsed(plain.file("zh"))
    texts = [node.text for node in root.iter(f"{SVG}text")]
    assert "生产总值：2021年目标增长6%以上，2020年增长5%" in texts
    assert "来源：title of gwr-2021；report" in texts


def test_a_long_title_is_broken_into_lines() -> None:
    chart = chart_of(Localized("很长的指标名称" * 12, "a rather long name " * 12))
    first = parsed(chart.file("zh")).find(f"{SVG}g")
    assert first is not None
    lines = [node.text or "" for node in first]
    assert "".join(lines) == chart.sketch.title.zh
    assert max(len(line) for line in lines) <= 42


def test_a_picture_is_a_png_of_the_same_bytes_each_time(plain: Chart) -> None:
    first, second = (png(plain.file("zh", FAMILY)) for _ in range(2))
    assert first == second
    assert first.startswith(b"\x89PNG\r\n\x1a\n")


def test_chinese_in_a_picture_is_drawn_not_left_out(plain: Chart) -> None:
    missing = chart_of(Localized("\ue000\ue000\ue000\ue000", "x"))
    drawn, empty = (png(chart.file("zh", FAMILY)) for chart in (plain, missing))
    assert len(drawn) > len(empty)

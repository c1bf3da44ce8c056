"""Axes, labels and colours: the parts that charts are made of."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from runpy import run_path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tally.charts.canvas import Canvas, Words
from tally.charts.grammar import LINES, SHAPES
from tally.charts.legend import legend_sketches
from tally.charts.model import Frame, same
from tally.charts.palette import PALETTE, colour, plain_colours
from tally.charts.placement import Box, Placer, Spot, text_width, two_lines, wrapped
from tally.charts.scales import axis_for, domain, ticks
from tally.records.load import load
from tests.support.records import UNITS, both, figure

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "build/tally/charts/fonts"

# fmt: off
AXES = [
    # figure, base, largest in the base unit, Chinese and English name, the number in both
    ("level 4250亿元", 4250 * 10**8, "亿元", "RMB billion", "4250", "425.0"),
    ("level 12.5万亿元", 125 * 10**11, "万亿元", "RMB trillion", "12.5", "12.5"),
    ("level 62700元", 62700, "元", "RMB", "62700", "62,700"),
    ("level 10.48亿美元", 1048 * 10**6, "亿美元", "USD billion", "10.48", "1.048"),
    ("level 507万平方米", 5070000, "万平方米", "million square metres", "507", "5.07"),
    ("level 2000家", 2000, "家", "number", "2000", "2,000"),
    ("growth 5.10%", 5, "%", "%", "5.10", "5.10"),
    ("growth -3%", 3, "%", "%", "−3", "−3"),
]
# fmt: on


@pytest.mark.parametrize(("stated", "largest", "zh", "en", "number_zh", "number_en"), AXES)
def test_an_axis_speaks_each_language_in_its_own_unit(
    stated: str, largest: int, zh: str, en: str, number_zh: str, number_en: str
) -> None:
    said = figure(stated)
    unit = UNITS[said.unit]
    axis = axis_for(unit, UNITS.get(unit.base, unit), Fraction(largest), said.measure)
    number = axis.number(said)
    assert (axis.zh, axis.en, number.zh, number.en) == (zh, en, number_zh, number_en)


def test_round_numbers_of_an_axis_read_in_both_languages() -> None:
    axis = axis_for(UNITS["亿元"], UNITS["元"], Fraction(6 * 10**11), "level")
    assert [(axis.tick(t).zh, axis.tick(t).en) for t in (0.0, 2000.0, -2500.0)] == [
        ("0", "0"),
        ("2000", "200"),
        ("−2500", "−250"),
    ]


@given(st.lists(st.floats(-1e12, 1e12, allow_subnormal=False), min_size=1), st.booleans())
def test_an_axis_holds_all_its_values_with_air_and_has_a_few_round_numbers(
    values: list[float], from_zero: bool
) -> None:
    low, high = domain(values, from_zero=from_zero)
    assert low <= min(values)
    assert max(values) < high
    marks = ticks(low, high)
    assert 1 <= len(marks) <= 5
    assert all(low <= mark <= high for mark in marks)
    assert len(set(marks)) == len(marks)


@given(st.floats(0, 1e6), st.floats(0.1, 1e6))
def test_what_is_counted_has_whole_numbers_at_its_axis(low: float, wide: float) -> None:
    assert all(mark == int(mark) for mark in ticks(low, low + wide, whole=True))


def test_companies_are_counted_and_thousands_of_people_measured() -> None:
    whole = [
        axis_for(UNITS[name], UNITS[base], Fraction(1), "level").whole for name, base in COUNTED
    ]
    assert whole == [True, False, False]


COUNTED = (("家", "家"), ("万人", "人"), ("亿元", "元"))


@pytest.mark.parametrize(
    ("values", "from_zero", "bottom"),
    [([1, 100], False, 0.0), ([90, 100], False, 88.3), ([90, 100], True, 0.0)],
)
def test_an_axis_starts_at_zero_where_that_is_near_or_asked_for(
    values: list[float], from_zero: bool, bottom: float
) -> None:
    assert domain(values, from_zero=from_zero)[0] == pytest.approx(bottom)


BOUNDS = Box(0, 0, 200, 100)


def test_a_label_stands_above_its_mark_where_that_is_free() -> None:
    assert Placer(BOUNDS).place(same("4250"), 100, 50) == Spot(0, -13, "center")


def test_a_label_keeps_off_other_labels_and_lines() -> None:
    placer = Placer(BOUNDS)
    placer.block_line((60, 37), (140, 37))
    spot = placer.place(same("4250"), 100, 50)
    assert spot is not None
    assert spot.dy > 0


@pytest.mark.parametrize("x", [2, 20, 180, 198])
def test_a_label_stays_inside_the_picture(x: float) -> None:
    text = same("4250亿元")
    spot = Placer(BOUNDS).place(text, x, 50)
    assert spot is not None
    share = {"left": 0, "center": 0.5, "right": 1}[spot.align]
    left = x + spot.dx - share * text_width(text)
    assert left >= BOUNDS.left
    assert left + text_width(text) <= BOUNDS.right


def test_two_labels_side_by_side_have_air_between_them() -> None:
    placer = Placer(BOUNDS)
    assert placer.place(same("7.8%"), 60, 50) == Spot(0, -13, "center")
    beside = placer.place(same("6.1%"), 60 + text_width(same("7.8%")) + 1, 50)
    assert beside != Spot(0, -13, "center")


def test_a_label_that_must_stay_close_is_left_out_where_only_far_spots_are_free() -> None:
    placer = Placer(BOUNDS, [Box(0, 25, 200, 75)])
    assert placer.place(same("4250"), 100, 50, more=(), must=False) is None
    far = placer.place(same("4250"), 100, 50)
    assert far is not None
    assert abs(far.dy) > 30


def test_a_label_that_need_not_be_gives_way() -> None:
    placer = Placer(Box(0, 0, 40, 16))
    assert placer.place(same("4250"), 20, 8) is not None
    assert placer.place(same("4260"), 20, 8, must=False) is None


@given(st.text(alphabet="ab 地区生产总值，", max_size=80), st.integers(30, 300))
def test_a_wrapped_text_loses_only_spaces(text: str, width: int) -> None:
    assert "".join(wrapped(text, width)).replace(" ", "") == text.replace(" ", "")


@given(st.text(max_size=60), st.integers(20, 200))
def test_a_text_in_two_lines_fits(text: str, width: int) -> None:
    lines, _ = two_lines(same(text), width)
    assert len(lines) <= 2
    assert all(text_width(same(line)) <= max(width, 7) for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Gross domestic product", ["Gross domestic product"]),
        (
            "Gross output of industrial enterprises above designated size",
            ["Gross output of industrial enterprises", "above designated size"],
        ),
        ("规模以上工业总产值" * 3, ["规模以上工业总产值" * 2 + "规模", "以上工业总产值"]),
        ("ab " * 40, ["ab " * 13 + "ab", "ab " * 12 + "ab…"]),
    ],
)
def test_a_long_text_takes_a_second_line_and_is_cut_only_after_it(
    text: str, lines: list[str]
) -> None:
    assert two_lines(same(text), 250)[0] == lines


def test_a_text_that_is_used_twice_is_one_token() -> None:
    words = Words()
    assert (words.token(both("a")), words.token(both("b")), words.token(both("a"))) == (
        *("~0~", "~1~"),
        "~0~",
    )


def test_a_mark_that_the_grammar_lacks_is_refused() -> None:
    canvas = Canvas(Frame(0, 1, 1, (0, 1), (0, 1)), Words())
    with pytest.raises(ValueError, match="no mark 'pie'"):
        canvas.shape("pie", 0, 0, None)
    with pytest.raises(ValueError, match="no mark 'pie'"):
        canvas.line("pie", (0, 1), (0, 1))


def luminance(code: str) -> float:
    channels = (int(code[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", sorted(set(PALETTE) - {"paper", "grid"}))
def test_text_of_every_colour_can_be_read_in_both_themes(role: str, theme: str) -> None:
    pair = sorted(luminance(getattr(PALETTE[name], theme)) for name in (role, "paper"))
    assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5


def test_every_mark_is_in_colours_of_the_palette() -> None:
    used = {role for shape in SHAPES.values() for role in (shape.fill, shape.stroke)}
    assert (used | {line.stroke for line in LINES.values()}) - {None} <= set(PALETTE)


def test_plain_colours_are_the_light_ones() -> None:
    svg = f'<g fill="{colour("ink")}" stroke="{colour("target")}"/>'
    light = PALETTE["ink"].light, PALETTE["target"].light
    assert plain_colours(svg) == '<g fill="{}" stroke="{}"/>'.format(*light)


def test_the_legend_shows_every_mark_for_a_figure_or_a_promise() -> None:
    shown = {
        str(row["fact"])
        for sketch in legend_sketches().values()
        for row in sketch.wide.panels[0].shapes
    }
    verdicts = {"met", "missed", "undecidable", "pending"}
    assert set(SHAPES) - verdicts - {"point", "under", "target-extracted"} == shown


def test_the_font_is_ours_with_its_licence_and_small() -> None:
    (font,) = FONTS.glob("*.otf")
    assert font.stat().st_size <= 1_700_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")


def test_the_font_holds_every_character_of_the_names_and_sources_we_publish() -> None:
    recipe = run_path(str(FONTS / "subset.py"))
    found = load(ROOT / "datasets").datasets
    names = [one.name for one in found.vocabulary.indicators.values()]
    titles = [one.title for area in found.datasets.values() for one in area.sources.values()]
    used = {ord(character) for text in (*names, *titles) for character in text.zh + text.en}
    assert not {chr(code) for code in used - recipe["characters"]()}

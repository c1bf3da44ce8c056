"""Drawing: whole files, the same bytes whatever the cache holds, and text that stays text."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from runpy import run_path
from xml.etree import ElementTree

import pytest

from tally.charts import design
from tally.charts.cache import Cache
from tally.charts.drawing import draw
from tally.charts.measures import wrapped
from tally.charts.model import Chart, Sketch
from tally.charts.palette import PALETTE, darkened, recoloured
from tally.charts.png import png
from tally.charts.spark import spark_sketches
from tally.records.load import load
from tally.records.model import Localized
from tests.charts.made import example, history, setting, sketch
from tests.support.records import both, indicator

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def chart() -> Chart:
    return draw([example()])[0]


def small() -> Sketch:
    """A sparkline, which is soon drawn."""
    ledger, _ = setting(history())
    return spark_sketches([(indicator("x"), [])], ledger)["x"]


def words(svg: str) -> list[str]:
    """The texts of a drawing, in order."""
    return ["".join(node.itertext()) for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_drawn_twice_the_bytes_are_the_same(chart: Chart) -> None:
    assert draw([example()])[0].drawn == chart.drawn


def test_charts_come_back_in_the_order_of_their_sketches(chart: Chart) -> None:
    other = sketch(history())
    assert other is not None
    first, second, third = draw([example(), other, example()])
    assert first.drawn == third.drawn == chart.drawn
    assert second.sketch is other


def test_a_drawing_in_the_cache_is_not_made_again(
    tmp_path: Path, chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw([example()], kept=Cache(tmp_path))

    def refuse(drawing: object) -> str:
        raise AssertionError(drawing)

    monkeypatch.setattr("tally.charts.engine._drawn", refuse)
    assert draw([example()], kept=Cache(tmp_path))[0].drawn == chart.drawn


def test_another_figure_in_a_chart_of_the_same_kind_is_one_drawing_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw([example()], kept=Cache(tmp_path))
    before = len(list(tmp_path.rglob("*/*")))
    design._compiled.cache_clear()

    def refuse(one: object) -> None:
        raise AssertionError(one)

    monkeypatch.setattr("tally.charts.design.Design.chart", refuse)
    draw([example("growth 7.7%")], kept=Cache(tmp_path))
    assert len(list(tmp_path.rglob("*/*"))) == before + 2


@pytest.mark.parametrize("damage", [b"", b"\n", b"\xff\xfe\n<g/>", b"0000\n<script/>"])
def test_a_damaged_entry_of_the_cache_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    whole = draw([small()], kept=Cache(tmp_path))[0].drawn
    for entry in tmp_path.rglob("*"):
        if entry.is_file():
            entry.write_bytes(damage)
    design._compiled.cache_clear()
    assert draw([small()], kept=Cache(tmp_path))[0].drawn == whole


def test_many_writers_of_one_entry_leave_a_whole_one(tmp_path: Path) -> None:
    cache, drawing = Cache(tmp_path), "<g>" + "x" * 50_000 + "</g>"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: cache.put("ab12", drawing), range(40)))
    assert cache.get("ab12") == drawing
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["12"]


def test_a_change_of_the_program_is_a_new_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw([small()], kept=Cache(tmp_path))
    before = len(list(tmp_path.rglob("*/*")))
    monkeypatch.setattr("tally.charts.cache._program", lambda: "another")
    design._compiled.cache_clear()
    draw([small()], kept=Cache(tmp_path))
    assert len(list(tmp_path.rglob("*/*"))) == 2 * before


def test_a_file_says_what_it_is_and_shows_title_source_and_site(chart: Chart) -> None:
    root = ElementTree.fromstring(chart.drawn["en"].svg)
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text == chart.sketch.title.en
    shown = "".join(words(chart.drawn["en"].svg))
    for said in (chart.sketch.title.en, chart.sketch.source.en, "This site"):
        assert said.replace(" ", "") in shown.replace(" ", "")


HOSTILE = [
    "</title><script>alert(1)</script>",
    "]]><!--",
    '" onload="x\'',
    "&amp;&lt;",
    "\x00\x0b\ud800",
    "${datum.x}",
    "'+alert(1)+'",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    name = indicator("x", name=both(text))
    found = sketch(history(), [], name)
    assert found is not None
    told = replace(found, description=Localized(text, text))
    drawn = draw([told])[0].drawn["zh"]
    root = ElementTree.fromstring(drawn.svg)
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
        *("svg", "title", "desc", "g", "path", "text", "tspan", "rect", "line", "defs"),
        *("clipPath",),
    }
    assert not [key for node in root.iter() for key in node.attrib if key.startswith("on")]
    clean = re.sub("[\x00\x0b\ud800]", "\ufffd", text)
    assert root[1].text == clean
    assert clean.replace(" ", "") in "".join(words(drawn.svg)).replace(" ", "")


@pytest.mark.parametrize("width", [40, 120, 400])
@pytest.mark.parametrize(
    "text", ["地区生产总值：2021年目标增长6%以上，实际增长7.8%", "GDP — 2021 target: at least 6%"]
)
def test_a_wrapped_text_loses_only_spaces(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(line[:1] in "，：%" for line in lines[1:])


def test_every_colour_is_a_role_of_the_palette_and_has_one_for_dark_pages(chart: Chart) -> None:
    svg = chart.drawn["zh"].svg
    colours = {*re.findall(r'(?:fill|stroke)="(#[^"]*)"', svg)}
    assert colours
    assert colours <= {pair.light for pair in PALETTE.values()}
    assert all(f'="{one}"' in recoloured(".chart") for one in colours)
    assert {*re.findall(r'(?:fill|stroke)="(#[^"]*)"', darkened(svg))} <= {
        pair.dark for pair in PALETTE.values()
    }


def luminance(code: str) -> float:
    parts = [int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", [role for role in PALETTE if role not in ("paper", "grid")])
def test_text_of_every_colour_can_be_read_in_both_themes(role: str, theme: str) -> None:
    one, ground = (luminance(getattr(PALETTE[name], theme)) for name in (role, "paper"))
    assert (max(one, ground) + 0.05) / (min(one, ground) + 0.05) >= 4.5


def test_a_photograph_is_a_png_of_the_same_bytes_each_time(chart: Chart) -> None:
    first, second = (png(chart.drawn["zh"].svg) for _ in range(2))
    assert first == second
    assert first.startswith(b"\x89PNG")


def test_the_font_is_ours_with_its_licence_and_small() -> None:
    fonts = files("tally.charts").joinpath("fonts")
    assert "SIL OPEN FONT LICENSE" in fonts.joinpath("OFL.txt").read_text("utf-8").upper()
    assert len(fonts.joinpath("TallySans-Regular.otf").read_bytes()) < 2_000_000


def test_the_font_holds_every_character_of_the_names_and_sources_we_publish() -> None:
    recipe = run_path(str(ROOT / "build/tally/charts/fonts/subset.py"))
    records = load(ROOT / "datasets").datasets
    named = [one.name for one in records.vocabulary.indicators.values()]
    named += [s.title for one in records.datasets.values() for s in one.sources.values()]
    used = {ord(c) for text in named for c in text.zh + text.en}
    assert {chr(c) for c in used - recipe["characters"]()} == set()

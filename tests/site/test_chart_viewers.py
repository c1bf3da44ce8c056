"""Every published drawing in programs that know less of SVG than a browser: its words are there."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import cairosvg
import pytest
import resvg_py
from PIL import Image

FONTS = Path(__file__).parents[2] / "build" / "tally" / "charts" / "fonts"
ONE_OF_EACH = ("kunshan/gdp", "kunshan/growth", "kunshan/glance", "legend")
TITLE = (12, 8, 200, 27)  # left, top, right, bottom: where words begin
NUMBERS = (8, 56, 50, 210)  # of an axis, names of rows
Draw = Callable[[str], bytes]


def by_cairo(svg: str) -> bytes:
    return bytes(cairosvg.svg2png(svg.encode()))


def by_resvg(svg: str) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, font_dirs=[str(FONTS)]))


def inked(png: bytes, box: tuple[int, int, int, int]) -> bool:
    """Whether anything but the ground is in a box of a picture."""
    picture = Image.open(io.BytesIO(png)).convert("RGB").crop(box)
    return len(picture.getcolors(picture.width * picture.height) or ()) > 4


def drawings(site: Path) -> Iterator[Path]:
    yield from sorted(site.glob("charts/**/*.svg"))


@pytest.mark.parametrize("draw", [by_cairo, by_resvg])
def test_title_and_numbers_of_every_drawing_are_there(built_site: Path, draw: Draw) -> None:
    blank = {}
    for path in drawings(built_site):
        png = draw(path.read_text("utf-8"))
        told = [name for name, box in BOXES.items() if not inked(png, box)]
        if told:
            blank[path.name] = told
    assert len(list(drawings(built_site))) > 50
    assert blank == {}


BOXES = {"title": TITLE, "numbers": NUMBERS}


@pytest.mark.parametrize("draw", [by_cairo, by_resvg])
def test_a_drawing_without_its_words_is_told_from_one_with_them(
    built_site: Path, draw: Draw
) -> None:
    svg = (built_site / "charts/kunshan/gdp.zh.svg").read_text("utf-8")
    png = draw(svg.replace("<text", "<desc").replace("</text", "</desc"))
    assert not any(inked(png, box) for box in BOXES.values())


@pytest.mark.tools
@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_libreoffice_shows_title_and_numbers(built_site: Path, tmp_path: Path, name: str) -> None:
    shutil.copy(built_site / "charts" / f"{name}.zh.svg", tmp_path / "chart.svg")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "png", "chart.svg"]
    subprocess.run(convert, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    png = (tmp_path / "chart.png").read_bytes()
    scale = Image.open(io.BytesIO(png)).width / 500
    for box in BOXES.values():
        left, top, right, bottom = (round(edge * scale) for edge in box)
        assert inked(png, (left, top, right, bottom))


def test_beside_every_drawing_is_the_specification_it_was_drawn_from(built_site: Path) -> None:
    drawn = [path for path in drawings(built_site) if not path.name.endswith(".dark.svg")]
    specs = {
        path.with_suffix("").with_suffix("") for path in built_site.glob("charts/**/*.vl.json")
    }
    assert {path.with_suffix("") for path in drawn} == specs


def test_fewer_than_three_figures_are_said_and_not_drawn(built_site: Path) -> None:
    pages = {
        name: (built_site / "areas" / "kunshan" / name / "index.html").read_text("utf-8")
        for name in ("gdp", "5g-base-stations-built")
    }
    assert [name for name, html in pages.items() if '<figure class="drawn"' in html] == ["gdp"]

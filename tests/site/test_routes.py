"""Addresses that last."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from tally.site import routes
from tally.site.render import shortest
from tally.words import table
from tests.browser.kinds import KINDS

ROOT = Path(__file__).parents[2]
DOCS, TEMPLATES = ROOT / "docs", ROOT / "build" / "tally" / "site" / "templates"


@pytest.mark.parametrize(
    ("url", "root"),
    [("", "./"), ("about/", "../"), ("en/", "../"), ("en/indicators/gdp/", "../../../")],
)
def test_any_page_finds_the_root_of_the_site(url: str, root: str) -> None:
    assert routes.root_of(url) == root


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", ("", "zh")),
        ("en/", ("", "en")),
        ("indicators/gdp/", ("indicators/gdp/", "zh")),
        ("en/indicators/gdp/", ("indicators/gdp/", "en")),
        ("energy/", ("energy/", "zh")),
    ],
)
def test_address_tells_its_language(url: str, expected: tuple[str, str]) -> None:
    assert routes.split_language(url) == expected


def test_english_stands_beside_chinese() -> None:
    assert routes.in_language(routes.source("kunshan", "gwr-2021"), "en") == (
        "en/sources/kunshan/gwr-2021/"
    )


@pytest.mark.parametrize("key", routes.PAGES)
def test_a_page_of_the_navigation_is_named_written_and_visited(key: str) -> None:
    words = [f"page.{key}.{part}" for part in ("short", "title")]
    assert [word for lang in routes.LANGS for word in words if word not in table(lang)] == []
    written = [DOCS / routes.in_language(f"{key}.md", lang) for lang in routes.LANGS]
    generated = (TEMPLATES / f"{key}.html").is_file()
    assert generated or [path for path in written if not path.is_file()] == []
    assert f"{key}/" in KINDS.values()


@pytest.mark.parametrize(
    ("page", "route", "way"),
    [
        ("", "", "./"),
        ("", "areas/", "areas/"),
        ("about/", "", "../"),
        ("areas/kunshan/gdp/", "areas/kunshan/gdp/", "./"),
        ("areas/kunshan/gdp/", "areas/kunshan/gdp/#x/areas/", "#x/areas/"),
        ("areas/kunshan/gdp/", "areas/kunshan/trade/#x", "../trade/#x"),
        ("areas/kunshan/gdp/", "areas/kunshan/?due=2021#x", "../?due=2021#x"),
        ("areas/kunshan/gdp/", "sources/kunshan/gwr/", "../../../sources/kunshan/gwr/"),
        ("areas/kunshan/", "areas/kunshan/gdp/", "gdp/"),
        ("areas/kunshan/", "areas/kunshan-east/gdp/", "../kunshan-east/gdp/"),
    ],
)
def test_a_link_takes_the_shortest_way(page: str, route: str, way: str) -> None:
    assert shortest(page, route) == way
    assert urljoin(f"https://x.example/{page}", way) == f"https://x.example/{route}"

"""Addresses that last."""

from __future__ import annotations

from pathlib import Path

import pytest

from tally.site import routes
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

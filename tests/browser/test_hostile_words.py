"""Hostile names, titles and notes of data files stand on every page as the text they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS, LANGUAGES, settled
from tests.support.hostile import GDP, HOSTILE, SCRIPT

INJECTED = "img[src=x], a[href^='javascript'], [onerror], b > b, em b"
WITH_NAME = ("indicators", "indicator", "series", "promises", "theme", "explore", "index")
PATHS = "links => [...new Set(links.map((link) => link.pathname))]"
WITH_WORDS = ("home", "themes", "sources", "source", "raw text", "corrections", "data")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_hostile_becomes_part_of_a_page(hostile_page: Page, kind: str) -> None:
    for prefix in LANGUAGES.values():
        settled(hostile_page, prefix + KINDS[kind])
        expect(hostile_page.locator(INJECTED)).to_have_count(0)
        expect(hostile_page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", WITH_NAME)
def test_the_name_of_an_indicator_reads_as_written(
    hostile_page: Page, kind: str, lang: str
) -> None:
    settled(hostile_page, LANGUAGES[lang] + KINDS[kind])
    if kind == "explore":
        hostile_page.get_by_role("searchbox").last.fill("GDP")
    assert GDP[lang] in "".join(said(hostile_page))


def said(page: Page) -> Iterator[str]:
    """What a page says, and the pages that its letters lead to."""
    yield page.locator("main").text_content() or ""
    for path in page.locator(".letters a").evaluate_all(PATHS):
        page.goto(path)
        expect(page.locator(INJECTED)).to_have_count(0)
        yield page.locator("main").text_content() or ""


@pytest.mark.parametrize("kind", WITH_WORDS)
def test_titles_themes_and_reasons_read_as_written(hostile_page: Page, kind: str) -> None:
    hostile_page.goto(KINDS[kind])
    assert HOSTILE in (hostile_page.locator("main").text_content() or "")


def test_the_title_of_the_page_and_of_its_chart_read_as_written(hostile_page: Page) -> None:
    hostile_page.goto(KINDS["series"])
    assert hostile_page.title().startswith(GDP["zh"])
    chart = hostile_page.locator(".chart img:visible, .chart svg").first
    title = chart.get_attribute("alt") or chart.get_attribute("aria-label") or ""
    assert title.startswith(GDP["zh"])


def test_the_search_shows_the_name_as_written(hostile_page: Page) -> None:
    hostile_page.goto("")
    hostile_page.keyboard.press("/")
    hostile_page.keyboard.type("GDP")
    first = hostile_page.get_by_role("option").first
    expect(first.locator("b")).to_have_text(GDP["zh"], use_inner_text=False)
    expect(hostile_page.locator(INJECTED)).to_have_count(0)


def test_a_search_for_hostile_words_finds_them_and_does_nothing_else(hostile_page: Page) -> None:
    hostile_page.goto("")
    hostile_page.keyboard.press("/")
    hostile_page.keyboard.insert_text(SCRIPT)
    expect(hostile_page.get_by_role("option").first).to_contain_text(SCRIPT)

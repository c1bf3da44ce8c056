"""What the pages weigh: a first visit, the first answer of the search, the HTML of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.weighing import answers, searched, visited


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_stays_light(page: Page, kind: str) -> None:
    limit = 150_000 if kind == "home" else 120_000
    assert visited(page, KINDS[kind]) < limit


def test_the_first_answer_of_the_search_costs_little(page: Page) -> None:
    page.goto("")
    assert searched(page) < 50_000


def test_nothing_is_fetched_for_the_search_before_it_is_used(page: Page) -> None:
    with answers(page) as heard:
        page.goto("", wait_until="networkidle")
    assert not [one.url for one in heard if "catalogue" in one.url]


def test_the_page_of_an_indicator_is_small(built_site: Path) -> None:
    sizes = {path: path.stat().st_size for path in built_site.glob("**/indicators/*/index.html")}
    assert {path.parent: size for path, size in sizes.items() if size >= 40_000} == {}

"""What the pages weigh: a first visit, the first answer of the search, the HTML of a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.weighing import answers, gzipped, searched, visited


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_stays_light(page: Page, kind: str) -> None:
    assert visited(page, KINDS[kind]) < 110_000


@pytest.mark.parametrize("kind", ["indicator", "theme", "sources", "data", "methodology"])
def test_a_second_page_costs_little(new_page: Callable[..., Page], kind: str) -> None:
    """With a cache, as a host lets a browser keep what it has."""
    page = new_page()
    page.goto("", wait_until="networkidle")
    shared = set(page.evaluate("performance.getEntriesByType('resource').map(one => one.name)"))
    with answers(page) as heard:
        page.goto(KINDS[kind], wait_until="networkidle")
    assert gzipped([one for one in heard if one.url not in shared]) < 25_000


def test_the_first_answer_of_the_search_costs_little(page: Page) -> None:
    page.goto("")
    assert searched(page) < 50_000


def test_nothing_is_fetched_for_the_search_before_it_is_used(page: Page) -> None:
    with answers(page) as heard:
        page.goto("", wait_until="networkidle")
    assert not [one.url for one in heard if "catalogue" in one.url]


@pytest.mark.parametrize("site", ["built_site", "hostile_site"])
def test_the_pages_of_an_area_are_small(site: str, request: pytest.FixtureRequest) -> None:
    """The hostile site knows its own address and the repository's, as where one is published."""
    pages = request.getfixturevalue(site).glob("**/areas/*/*/**/index.html")
    sizes = {path.parent: path.stat().st_size for path in pages}
    assert len(sizes) > 400
    assert {path: size for path, size in sizes.items() if size >= 60_000} == {}

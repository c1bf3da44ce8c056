"""Where scripts do not run, everything can still be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS

READ = {
    "home": ".units, .verdicts",
    "indicator": ".latest__value",
    "targets": "#promises tbody tr",
    "source": "a.fig[id='kunshan/gdp/2020/level']",
    "explore": "[data-plain] tbody tr",
    "checks": "main table",
    "data": "a[href$='.zip']",
    "index": "main a",
}
PROMISES = "#promises tr[data-verdict]:visible"


@pytest.fixture
def plain_page(new_page: Callable[..., Page]) -> Page:
    """A page in a browser that runs no scripts."""
    return new_page(java_script_enabled=False)


@pytest.mark.parametrize("kind", READ)
def test_a_page_is_read_without_scripts(plain_page: Page, kind: str) -> None:
    plain_page.goto(KINDS[kind])
    expect(plain_page.locator(READ[kind]).first).to_be_visible()


def test_what_needs_scripts_is_not_offered_without(plain_page: Page) -> None:
    plain_page.goto("targets/")
    expect(plain_page.locator("[data-targets]")).to_be_hidden()
    expect(plain_page.locator("[data-theme-toggle]")).to_be_hidden()
    plain_page.goto("en/explore/")
    expect(plain_page.get_by_text("Filter, sort, download")).to_be_hidden()
    expect(plain_page.get_by_text("The first 50")).to_be_visible()


def test_a_link_to_one_verdict_shows_its_promises_alone_without_scripts(plain_page: Page) -> None:
    plain_page.goto("en/")
    plain_page.get_by_role("link", name="missed").click()
    expect(plain_page.locator(PROMISES)).to_have_count(2)
    expect(plain_page.locator(f"{PROMISES} .verdict--missed")).to_have_count(2)
    plain_page.get_by_role("link", name="met 5").click()
    expect(plain_page.locator(f"{PROMISES} .verdict--met")).to_have_count(5)
    plain_page.get_by_role("link", name="See all promises").click()
    assert plain_page.locator(PROMISES).count() > 100


def test_a_theme_leads_to_its_promises_alone_without_scripts(plain_page: Page) -> None:
    plain_page.goto("en/themes/health/")
    plain_page.get_by_role("link", name="Promises of this theme").click()
    themes = plain_page.locator(PROMISES).evaluate_all("all => all.map(row => row.dataset.theme)")
    assert set(themes) == {"health"}
    plain_page.get_by_role("link", name="See all promises").click()
    assert plain_page.locator(PROMISES).count() > len(themes)


def test_the_search_leads_to_the_index_of_everything_without_scripts(plain_page: Page) -> None:
    plain_page.goto("")
    plain_page.get_by_role("searchbox").fill("GDP")
    plain_page.keyboard.press("Enter")
    plain_page.wait_for_url("**/tally/all/?q=GDP")


def test_the_menu_and_the_contents_fold_open_without_scripts(plain_page: Page) -> None:
    plain_page.goto(KINDS["source"])
    plain_page.locator("details.menu summary").click()
    expect(plain_page.locator(".menu__list")).to_be_visible()

"""Where scripts do not run, everything can still be read."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS, PHONE

READ = {
    "home": ".units, .verdicts",
    "area": "#promises",
    "indicator": "a[data-area=kunshan]",
    "series": ".latest__value",
    "targets": "a[data-area=kunshan]",
    "promises": "#promises tbody tr",
    "source": "a.fig[id='kunshan/gdp/2020/level']",
    "explore": ".explorer tbody tr",
    "checks": "article table",
    "data": "a[href$='.zip']",
    "index": "article .columns a",
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
    plain_page.goto("areas/kunshan/targets/")
    expect(plain_page.locator("[data-targets]")).to_be_hidden()
    expect(plain_page.locator("[data-md-component=palette] label").first).to_be_hidden()
    plain_page.goto("en/explore/")
    expect(plain_page.get_by_text("Filter, sort, download")).to_be_hidden()
    expect(plain_page.get_by_text("need JavaScript")).to_be_visible()
    expect(plain_page.get_by_role("link", name="All reported figures (CSV)")).to_be_visible()
    expect(plain_page.get_by_text("The first 30")).to_be_visible()


def test_a_link_to_one_verdict_shows_its_promises_alone_without_scripts(plain_page: Page) -> None:
    plain_page.goto("en/")
    plain_page.get_by_role("link", name="missed").click()
    missed = plain_page.locator(f"{PROMISES} .verdict--missed")
    expect(missed.first).to_be_visible()
    expect(plain_page.locator(PROMISES)).to_have_count(missed.count())
    plain_page.get_by_role("link", name=re.compile(r"^met \d")).click()
    met = plain_page.locator(f"{PROMISES} .verdict--met")
    expect(met.first).to_be_visible()
    expect(plain_page.locator(PROMISES)).to_have_count(met.count())
    shown = met.count()
    plain_page.get_by_role("link", name="See all promises").click()
    assert plain_page.locator(PROMISES).count() > shown


def test_every_promise_is_reached_from_the_first_page_without_scripts(plain_page: Page) -> None:
    plain_page.goto("en/areas/kunshan/targets/")
    expect(plain_page.get_by_text("A filter looks at this page only")).to_be_visible()
    told = plain_page.locator("[data-targets]").get_attribute("data-total")
    shown = 0
    for address in plain_page.locator("[data-parts] a").evaluate_all("all => all.map(a => a.href)"):
        plain_page.goto(address)
        shown += plain_page.locator(PROMISES).count()
    assert str(shown) == told


def test_a_theme_leads_to_its_promises_alone_without_scripts(plain_page: Page) -> None:
    plain_page.goto("en/themes/health/")
    plain_page.get_by_role("link", name="Promises of this theme").click()
    plain_page.wait_for_url("**/targets/2021/*/?theme=health#theme-health")
    themes = plain_page.locator(PROMISES).evaluate_all("all => all.map(row => row.dataset.theme)")
    assert set(themes) == {"health"}
    plain_page.get_by_role("link", name="See all promises").click()
    assert plain_page.locator(PROMISES).count() > len(themes)


def test_the_search_leads_to_the_index_of_everything_without_scripts(plain_page: Page) -> None:
    plain_page.goto("")
    plain_page.locator(".md-search__input").fill("GDP")
    plain_page.keyboard.press("Enter")
    plain_page.wait_for_url("**/tally/all/?q=GDP")


def test_drawer_contents_and_search_open_without_scripts(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(KINDS["source"])
    page.locator("details.contents summary").click()
    expect(page.locator("details.contents a").first).to_be_visible()
    page.locator("header label.md-header__button[for=__search]").click()
    expect(page.locator(".md-search__input")).to_be_in_viewport()
    page.goto(KINDS["source"])
    page.locator("header label[for=__drawer]").click()
    expect(page.locator(".md-nav--primary").get_by_text("承诺")).to_be_in_viewport()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_language_is_switched_without_scripts(plain_page: Page, lang: str) -> None:
    plain_page.goto("" if lang == "zh" else "en/")
    plain_page.locator(".md-select button").hover()
    plain_page.get_by_role("link", name="English" if lang == "zh" else "中文").click()
    plain_page.wait_for_url("**/tally/en/" if lang == "zh" else "**/tally/")

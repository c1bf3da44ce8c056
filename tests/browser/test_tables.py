"""The promises: filters and sorting, kept in the address."""

from __future__ import annotations

from playwright.sync_api import Page, expect

ROWS = "#promises tbody tr:visible"


def test_a_filter_of_the_promises_shows_its_rows_and_stays_in_the_address(page: Page) -> None:
    page.goto("targets/")
    everything = page.locator(ROWS).count()
    page.locator("[data-targets] [name=theme]").select_option("economy")
    page.locator("[data-targets] [name=kind]").select_option("figure")
    themes = page.locator(ROWS).evaluate_all("all => all.map(row => row.dataset.theme)")
    assert set(themes) == {"economy"}
    assert 0 < len(themes) < everything
    assert "theme=economy&kind=figure" in page.url
    expect(page.locator("output[data-count]")).to_contain_text(str(len(themes)))
    page.reload()
    expect(page.locator(ROWS)).to_have_count(len(themes))


def test_the_promises_are_sorted_by_their_heads_and_back(page: Page) -> None:
    page.goto("targets/?verdict=met")
    by_value = page.locator("th[data-sort=value]")
    written = page.locator(ROWS).all_inner_texts()
    by_value.get_by_role("button").click()
    expect(by_value).to_have_attribute("aria-sort", "ascending")
    values = page.locator(ROWS).evaluate_all("all => all.map(row => Number(row.dataset.value))")
    assert values == sorted(values)
    by_value.get_by_role("button").click()
    expect(by_value).to_have_attribute("aria-sort", "descending")
    assert page.url.endswith("?verdict=met&sort=-value")
    by_value.get_by_role("button").click()
    assert page.locator(ROWS).all_inner_texts() == written


def test_clearing_the_filters_shows_all_promises_again(page: Page) -> None:
    page.goto("targets/")
    everything = page.locator(ROWS).count()
    page.goto("targets/?theme=economy&q=GDP&sort=due")
    page.locator("[data-targets] [type=reset]").click()
    expect(page.locator(ROWS)).to_have_count(everything)
    assert page.url.endswith("/targets/")


def test_the_verdicts_on_the_home_page_lead_to_their_promises(page: Page) -> None:
    page.goto("")
    page.locator("a[href*='verdict=missed']").first.click()
    page.locator("[data-targets]").wait_for()
    verdicts = page.locator(ROWS).evaluate_all("all => all.map(row => row.dataset.verdict)")
    assert set(verdicts) == {"missed"}

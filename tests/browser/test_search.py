"""The search finds indicators however they are typed, shows the figure, and works by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

TYPED = {
    "地区生产总值": "gdp",
    "地區生產總值": "gdp",
    "GDP": "gdp",
    "ｇｄｐ": "gdp",
    "gross domestic product": "gdp",
    "dqsczz": "gdp",
    "diqushengchanzongzhi": "gdp",
    "4250": "gdp",
    "失业": "registered-urban-unemployment-rate",
    "失业率": "registered-urban-unemployment-rate",
    "失業率": "registered-urban-unemployment-rate",
    "unemployment": "registered-urban-unemployment-rate",
    "unemploymnet": "registered-urban-unemployment-rate",
    "5G": "5g-base-stations",
}


def search(page: Page, words: str) -> Locator:
    """The results for words typed into the box; waits for the first."""
    page.keyboard.press("/")
    page.keyboard.insert_text(words)
    results = page.get_by_role("option")
    results.first.wait_for()
    return results


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_finds_the_indicator_first(page: Page, typed: str) -> None:
    page.goto("about/")
    first = search(page, typed).first
    assert (first.get_attribute("href") or "").endswith(f"../indicators/{TYPED[typed]}/")


def test_every_page_has_the_search(page: Page) -> None:
    page.goto("en/sources/kunshan/gwr-2021/raw/")
    first = search(page, "失業率").first
    expect(first).to_contain_text("Registered urban unemployment rate")
    assert (first.get_attribute("href") or "").startswith("../../../../../en/indicators/")


def test_a_result_shows_the_figure_itself(page: Page) -> None:
    page.goto("")
    expect(search(page, "失业率").first.locator(".search__figure")).to_contain_text("%")


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("足球场", "targets/#"),
        ("工作报告", "sources/kunshan/"),
        ("方法", "methodology/"),
    ],
)
def test_promises_sources_and_pages_are_found_too(page: Page, typed: str, href: str) -> None:
    page.goto("")
    hrefs = search(page, typed).evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert any(found.startswith(f"./{href}") for found in hrefs), hrefs


def test_arrows_choose_and_enter_opens(page: Page) -> None:
    page.goto("")
    results = search(page, "生产总值")
    expect(results.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_have_attribute("aria-selected", "true")
    chosen = results.nth(1).get_attribute("id") or "none"
    expect(page.get_by_role("combobox")).to_have_attribute("aria-activedescendant", chosen)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tally/indicators/gdp/")


def test_escape_closes_the_results_then_leaves_the_box(page: Page) -> None:
    page.goto("")
    search(page, "GDP")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox")).not_to_be_focused()


def test_a_slash_typed_into_a_field_stays_there(page: Page) -> None:
    page.goto("targets/")
    field = page.locator("[data-targets] [name=q]")
    field.press("/")
    expect(field).to_have_value("/")
    expect(field).to_be_focused()


def test_nothing_found_is_said(page: Page) -> None:
    page.goto("en/")
    expect(search(page, "zzzzqqqq").first).to_contain_text("Nothing found")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")


def test_the_address_may_carry_what_is_asked(page: Page) -> None:
    page.goto("all/?q=GDP")
    first = page.get_by_role("option").first
    assert (first.get_attribute("href") or "").endswith("indicators/gdp/")

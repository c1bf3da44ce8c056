"""The search box: it shows the figure of what is found, and works by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.kinds import DESKTOP, PHONE

UNEMPLOYED = "registered-urban-unemployment-rate"


def search(page: Page, words: str) -> Locator:
    """The results for words typed into the box; waits for the first."""
    page.keyboard.press("/")
    page.keyboard.insert_text(words)
    results = page.get_by_role("option")
    results.first.wait_for()
    return results


def test_a_figure_that_was_asked_for_is_shown_with_its_period_and_led_to(page: Page) -> None:
    page.goto("about/")
    first = search(page, "4250").first
    expect(first.locator(".search__figure")).to_have_text("4250亿元")
    expect(first.locator(".search__when")).to_have_text("2020年")
    expect(first).to_have_attribute("href", "../areas/kunshan/gdp/#kunshan/gdp/2020/level")
    page.keyboard.press("Enter")
    page.wait_for_url("**/areas/kunshan/gdp/#kunshan/gdp/2020/level")
    assert page.locator("[id='kunshan/gdp/2020/level']").count() == 1


def test_an_indicator_shows_its_latest_figure_and_leads_to_its_page(page: Page) -> None:
    page.goto("en/")
    first = search(page, "unemployment").first
    expect(first.locator(".search__figure")).to_contain_text("%")
    expect(first).to_have_attribute("href", f"./areas/kunshan/{UNEMPLOYED}/")


def test_an_indicator_with_a_promise_only_shows_it_as_one(page: Page) -> None:
    page.goto("en/")
    expect(search(page, "新增高标准农田").first).to_contain_text("Promise for 2021")


def test_every_page_has_the_search(page: Page) -> None:
    page.goto("en/sources/kunshan/gwr-2021/raw/")
    first = search(page, "失業率").first
    expect(first).to_contain_text("Registered urban unemployment rate")
    assert (first.get_attribute("href") or "").startswith("../../../../areas/kunshan/")


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("足球场", "areas/kunshan/targets/2021/6/#kunshan/milestone/football"),
        ("失业", f"areas/kunshan/{UNEMPLOYED}/#kunshan/{UNEMPLOYED}/2021/level/target"),
        ("工作报告", "sources/kunshan/"),
        ("方法", "methodology/"),
        ("住房", "areas/kunshan/subsidised-homes-built/"),
    ],
)
def test_promises_sources_pages_and_those_of_a_theme_are_found(
    page: Page, typed: str, href: str
) -> None:
    page.goto("")
    search(page, typed)
    expect(page.locator(f"[role=option][href^='./{href}']").first).to_be_attached()


def test_an_answer_stands_where_what_follows_fails(page: Page) -> None:
    page.route("**/assets/find/**", lambda route: route.fulfill(body="not json"))
    page.goto("")
    expect(search(page, "GDP").first).to_have_attribute("href", "./areas/kunshan/gdp/")
    expect(page.get_by_role("status")).to_contain_text("找到")


def test_near_answers_are_told_from_exact_ones(page: Page) -> None:
    page.goto("en/")
    search(page, "unemploymnet")
    nearest = page.get_by_role("listbox").get_by_role("group", name="No exact match; the nearest")
    expect(nearest.get_by_role("option").first).to_contain_text("unemployment")
    page.get_by_role("combobox").fill("unemployment")
    expect(page.get_by_role("listbox").get_by_role("group")).to_have_count(0)


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
    page.wait_for_url("**/tally/areas/kunshan/gdp/")


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_the_search_closes_by_its_keys(
    new_page: Callable[..., Page], key: str, screen: ViewportSize
) -> None:
    page = new_page(viewport=screen)
    page.goto("")
    search(page, "GDP")
    page.keyboard.press(key)
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(".md-search__input")).not_to_be_focused()


def test_escape_leads_back_to_where_the_search_was_called(page: Page) -> None:
    page.goto("")
    link = page.get_by_role("link", name="看全部承诺")
    link.focus()
    search(page, "GDP")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_the_keys_of_material_call_the_search(page: Page, key: str) -> None:
    page.goto("")
    page.keyboard.press(key)
    expect(page.get_by_role("combobox")).to_be_focused()
    expect(page.get_by_role("combobox")).to_have_value("")


def test_the_search_is_called_by_a_tap_on_a_phone(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=PHONE, has_touch=True)
    page.goto("en/")
    page.locator("header label.md-header__button[for=__search]").tap()
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.insert_text("GDP")
    page.get_by_role("option").first.tap()
    page.wait_for_url("**/tally/en/areas/kunshan/gdp/**")


def test_there_is_one_search_on_a_page(page: Page) -> None:
    page.goto("")
    expect(page.locator("[role=search]")).to_have_count(1)


def test_a_slash_typed_into_a_field_stays_there(page: Page) -> None:
    page.goto("areas/kunshan/targets/")
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
    assert (first.get_attribute("href") or "").endswith("areas/kunshan/gdp/")


@pytest.mark.parametrize("address", ["", "en/about/"])
def test_the_results_fit_a_phone(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    search(page, "GDP")
    page.wait_for_timeout(300)  # until it has come in from the side
    box = page.get_by_role("listbox").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390

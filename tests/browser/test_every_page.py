"""Every kind of page, in both languages; ``page`` itself fails a test whose page logs an error,
breaks its own policy or asks another host."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tally.package.addresses import LANGUAGE_TAGS, Lang
from tests.browser.kinds import KINDS, LANGUAGES, settled


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_leads_to_its_other_language_and_back(page: Page, kind: str) -> None:
    pairs: tuple[tuple[Lang, Lang], ...] = (("zh", "en"), ("en", "zh"))
    for lang, other in pairs:
        settled(page, LANGUAGES[lang] + KINDS[kind])
        expect(page.locator("html")).to_have_attribute("lang", LANGUAGE_TAGS[lang])
        expect(page.locator("h1")).to_have_count(1)
        assert page.locator("h1").inner_text().strip()
        switch = page.locator(f".md-select__link[hreflang={LANGUAGE_TAGS[other]}]")
        target = f"/tally/{LANGUAGES[other]}{KINDS[kind]}"
        assert switch.evaluate("link => new URL(link.href).pathname") == target


def test_the_language_switch_is_followed_there_and_back(page: Page) -> None:
    page.goto("areas/kunshan/gdp/")
    page.get_by_role("button", name="语言").hover()
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Language").hover()
    page.get_by_role("link", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    page.wait_for_url("**/tally/areas/kunshan/gdp/")


def test_the_choice_of_light_or_dark_stays_from_page_to_page(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("")
    for name in ("随系统", "浅色"):
        page.locator(f"label[title^='{name}']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto("targets/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize(("scheme", "drawn"), [("light", "default"), ("dark", "slate")])
def test_the_palette_is_the_systems_until_somebody_chooses(
    page: Page, scheme: Literal["light", "dark"], drawn: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", drawn)


def test_the_page_for_wrong_addresses_works_at_any_depth(hostile_page: Page) -> None:
    """The site that knows its address: only there can the page for wrong ones have links."""
    hostile_page.goto("404.html")
    expect(hostile_page.get_by_role("heading", level=1)).to_contain_text("没有这个页面")
    hostile_page.keyboard.press("/")
    hostile_page.keyboard.insert_text("失业率")
    hostile_page.get_by_role("option").first.click()
    hostile_page.wait_for_url("**/tally/areas/kunshan/registered-urban-unemployment-rate/")

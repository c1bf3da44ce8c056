"""No violation that axe finds, on any kind of page, light and dark, on a desktop and a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.kinds import DESKTOP, KINDS, PHONE, settled

AXE = Axe()
COLOURS = ("color-contrast", "link-in-text-block")
# Rows are alike: for their colours in the dark the first ones stand for all.
FURTHER_ROWS = {"exclude": [["tbody tr:nth-child(n+30)"], [".reader__text > p:nth-child(n+30)"]]}


def violations(page: Page, where: str) -> list[str]:
    """What axe finds in the page as it stands, one line for each element."""
    options = {"rules": {"target-size": {"enabled": True}}}
    return told(AXE.run(page, options=options).response, where)


def faulty_colours(page: Page, where: str) -> list[str]:
    """What axe finds in the colours of the page: all that a theme can do wrong."""
    options = {"resultTypes": ["violations"], "runOnly": COLOURS}
    return told(AXE.run(page, FURTHER_ROWS, options).response, where)


def told(response: dict[str, Any], where: str) -> list[str]:
    return [
        f"{where}: {one['id']}: {node['html'][:200]} ({node['failureSummary'][:300]})"
        for one in response["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_to_object_to(new_page: Callable[..., Page], kind: str) -> None:
    found = []
    for size, prefix in ((DESKTOP, ""), (PHONE, "en/")):
        light, dark = (new_page(viewport=size, color_scheme=one) for one in ("light", "dark"))
        settled(light, prefix + KINDS[kind])
        found += violations(light, f"{kind}, light, {size['width']} px")
        settled(dark, prefix + KINDS[kind])
        found += faulty_colours(dark, f"{kind}, dark, {size['width']} px")
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_drawer_and_the_results_of_a_search(
    new_page: Callable[..., Page], scheme: str
) -> None:
    phone = new_page(color_scheme=scheme, viewport=PHONE)
    phone.goto("about/")
    phone.locator("header [for=__drawer]").click()
    phone.locator(".md-nav--primary").get_by_text("参与").wait_for()
    found = violations(phone, "drawer")
    page = new_page(color_scheme=scheme)
    page.goto("about/")
    page.keyboard.press("/")
    page.keyboard.type("GDP")
    page.get_by_role("option").first.wait_for()
    assert found + violations(page, "search") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_everything_folded_is_open(
    new_page: Callable[..., Page], scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(KINDS["indicator"])
    page.eval_on_selector_all("main details", "all => all.forEach(one => { one.open = true; })")
    assert violations(page, "indicator") == []

"""No violation that axe finds, on any kind of page, light and dark, on a desktop and a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.kinds import DESKTOP, KINDS, PHONE, settled

AXE = Axe()
COLOURS = ["color-contrast", "link-in-text-block"]


def violations(page: Page, where: str, *rules: str) -> list[str]:
    """What axe finds in the page as it stands, by these rules or all, a line for each element."""
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found = AXE.run(page, options=options).response["violations"]
    return [
        f"{where}: {one['id']}: {node['html'][:200]} ({node['failureSummary'][:300]})"
        for one in found
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
        found += violations(dark, f"{kind}, dark, {size['width']} px", *COLOURS)
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_menu_and_the_results_of_a_search(
    new_page: Callable[..., Page], scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    page.goto("about/")
    page.locator("details.menu summary").click()
    found = violations(page, "menu")
    page.keyboard.press("Escape")
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

"""A row of a table is a card on a phone and a row on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.kinds import PHONE

A4: ViewportSize = {"width": 680, "height": 965}  # inside the margins
# How far the figure of each card ends from the edge of the card.
EDGES = """() => [...document.querySelectorAll(".list.compact tbody tr")]
  .map((row) => [row, row.querySelector(".main")])
  .filter(([row, main]) => main && main.checkVisibility())
  .map(([row, main]) => row.getBoundingClientRect().right - main.getBoundingClientRect().right)"""
ABOVE = """() => [...document.querySelectorAll(".list.compact tbody tr")].map((row) => {
  const name = row.querySelector("th").getBoundingClientRect();
  const others = [...row.querySelectorAll("td:not(.main)")].filter((one) => one.checkVisibility());
  return Math.min(...others.map((one) => one.getBoundingClientRect().bottom - name.bottom));
})"""


@pytest.mark.parametrize(
    "address", ["", "en/", "en/areas/kunshan/targets/", "en/sources/kunshan/bulletin-2024/"]
)
def test_the_figure_of_a_card_stands_at_its_edge(
    new_page: Callable[..., Page], address: str
) -> None:
    page = new_page(viewport=PHONE)
    page.goto(address)
    edges = page.evaluate(EDGES)
    assert len(edges) > 5
    assert all(abs(edge) <= 1 for edge in edges)


@pytest.mark.parametrize("address", ["", "en/checks/", "en/sources/", "en/corrections/"])
def test_what_else_a_card_says_stands_below_its_name(
    new_page: Callable[..., Page], address: str
) -> None:
    page = new_page(viewport=PHONE)
    page.goto(address)
    assert min(page.evaluate(ABOVE)) > 0


@pytest.mark.parametrize("address", ["en/methodology/", "en/columns/"])
def test_sentences_on_a_card_begin_at_the_left(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(address)
    cells = page.locator("main .list td").evaluate_all(
        "all => all.map((cell) => getComputedStyle(cell).textAlign)"
    )
    assert set(cells) == {"left"}


@pytest.mark.parametrize(
    "address", ["en/", "en/areas/kunshan/targets/", "en/areas/kunshan/gdp/", "checks/"]
)
def test_tables_are_tables_on_paper_and_fit_it(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(viewport=A4)
    page.goto(address)
    page.emulate_media(media="print")
    expect(page.locator(".list:not(.bare) thead th").first).to_be_visible()
    rows = page.locator(".list:not(.bare) tbody tr:visible")
    assert set(rows.evaluate_all("all => all.map((row) => getComputedStyle(row).display)")) == {
        "table-row"
    }
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]

"""All can be reached by keyboard and seen on a phone, and stands where one looks for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.kinds import DESKTOP, KINDS, LANGUAGES, PHONE, settled

TABLET: ViewportSize = {"width": 1024, "height": 768}

# Material takes the focus from its way back to the top where that hides itself; Tab goes on from
# there, so the round ends where it began, not where nothing has the focus.
STEP = """() => {
  const one = document.activeElement;
  window.reached ??= new Set();
  if (window.reached.has(one)) return null;
  if (!one || one === document.body) return { html: "", seen: true };
  const style = getComputedStyle(one);
  window.reached.add(one);
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return { html: one.outerHTML.slice(0, 120), seen };
}"""
MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((one) => one.type !== "radio" || one.checked)
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0)
  .filter((one) => !window.reached.has(one)).map((one) => one.outerHTML.slice(0, 120))"""
WIDER = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .filter((one) => !one.closest(".scroll, pre, .hidden, [hidden]"))
  .map((one) => one.outerHTML.slice(0, 120))"""
# Controls of a form whose places overlap in height, but that do not end on one line.
UNEVEN = """() => {
  const controls = [...document.querySelectorAll(".filters :is(input, select, button, summary)")]
    .filter((one) => one.checkVisibility() && one.type !== "checkbox");
  const places = controls.map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()]);
  return places.flatMap(([name, one]) => places
    .filter(([, other]) => other.top < one.bottom && one.top < other.bottom)
    .filter(([, other]) => Math.abs(other.bottom - one.bottom) > 1).map(() => name));
}"""
LEFT = """(selector) => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  return Math.round(range.getClientRects()[0].left);
}"""
WIDEST_PROSE = """() => Math.max(...[...document.querySelectorAll("main :is(p, li, dd)")]
  .filter((one) => !one.closest("table") && one.textContent.length > 120)
  .map((one) => one.getBoundingClientRect().width))"""


@pytest.mark.parametrize("kind", ["home", "indicator", "theme", "data"])
def test_tab_reaches_all_that_can_be_used_and_shows_where_it_is(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    unseen = []
    for _ in range(400):
        page.keyboard.press("Tab")
        step = page.evaluate(STEP)
        if step is None:
            break
        if not step["seen"]:
            unseen.append(step["html"])
    assert unseen == []
    assert page.evaluate(MISSED) == []


def test_the_first_stop_skips_to_the_content(page: Page) -> None:
    page.goto("areas/kunshan/gdp/")
    page.keyboard.press("Tab")
    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_drawer_opens_and_closes_by_keyboard(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=PHONE)
    page.goto("")
    menu = page.get_by_role("button", name="全部页面")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-nav--primary").get_by_text("承诺")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(menu).to_be_focused()


@pytest.mark.parametrize("kind", ["home", "indicator", "source", "methodology"])
def test_a_long_page_has_a_way_in_on_every_screen(new_page: Callable[..., Page], kind: str) -> None:
    beside = ".md-sidebar--secondary .md-nav__link:visible"
    for screen, links in ((DESKTOP, beside), (PHONE, "details.contents li a:visible")):
        page = new_page(viewport=screen)
        page.goto(KINDS[kind])
        folded = page.locator("details.contents > summary:visible")
        if folded.count():
            folded.click()
        last = page.locator(links).last
        address = last.get_attribute("href") or ""
        last.click()
        expect(page.locator(f"[id='{address[1:]}']")).to_be_in_viewport()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_a_phone(new_page: Callable[..., Page], kind: str) -> None:
    page = new_page(viewport=PHONE)
    for prefix in ("", "en/"):
        settled(page, prefix + KINDS[kind])
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], page.evaluate(WIDER)


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_page_begins_and_ends_at_one_edge(
    new_page: Callable[..., Page], screen: ViewportSize
) -> None:
    page = new_page(viewport=screen)
    for address in KINDS.values():
        page.goto(address)
        beside = page.locator(".md-sidebar--primary:not([hidden]):visible").count()
        where = "h1" if not beside or screen == PHONE else ".md-nav__item--section > .md-nav__link"
        assert page.evaluate(LEFT, where) == page.evaluate(LEFT, ".md-copyright"), address


def test_no_prose_is_wider_than_can_be_read_with_ease(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=DESKTOP)
    for kind in ("methodology", "reading quality", "checks", "themes", "errors", "indicator"):
        page.goto("en/" + KINDS[kind])
        assert page.evaluate(WIDEST_PROSE) <= 700, kind


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("kind", ["promises", "explore"])
def test_the_controls_of_a_form_stand_in_lines(
    new_page: Callable[..., Page], kind: str, screen: ViewportSize
) -> None:
    page = new_page(viewport=screen)
    settled(page, KINDS[kind])
    fold = page.locator("[data-fold]:visible")
    if fold.count():
        fold.click()
    assert page.evaluate(UNEVEN) == []


@pytest.mark.parametrize("screen", [DESKTOP, TABLET], ids=["desktop", "tablet"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "promises", "series", "checks", "corrections"])
def test_no_table_is_wider_than_its_page_even_unfolded(
    new_page: Callable[..., Page], kind: str, lang: str, screen: ViewportSize
) -> None:
    page = new_page(viewport=screen)
    page.goto(LANGUAGES[lang] + KINDS[kind])
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    wide = (
        "all => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel)"
    )
    assert page.locator("main .scroll").evaluate_all(wide) == []

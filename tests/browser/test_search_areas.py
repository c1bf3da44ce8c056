"""The search of the whole site in a browser: it names areas, and fetches figures only of those
that were asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_search import search
from tests.support.finding import ASK, Answer
from tests.support.queries import FIGURES, FIRST, route_of

IN_PAGE = """async ([root, typed]) => {
  const fetched = async (path) => (await fetch(`${root}${path}`)).json();
  return askAll(await import(`${root}assets/js/find/finder.js`), fetched, typed);
}"""


@pytest.fixture(scope="module")
def said(browser: Browser, whole_address: str) -> Iterator[Mapping[str, Answer]]:
    """The answers to all that is typed here, from the built site's own search."""
    page = browser.new_page()
    page.goto(whole_address)
    page.evaluate(f"() => {{ {ASK}; window.askAll = askAll; }}")
    answers = page.evaluate(IN_PAGE, [whole_address, [*{*FIRST, *FIGURES}]])
    yield {words: Answer(*answer) for words, answer in answers.items()}
    page.close()


def test_what_is_typed_is_found_first(said: Mapping[str, Answer]) -> None:
    wrong = {typed: said[typed] for typed in FIRST if said[typed].route != route_of(FIRST[typed])}
    assert wrong == {}


def test_all_that_is_found_first_is_a_page(said: Mapping[str, Answer], whole_site: Path) -> None:
    routes = {answer.route for answer in said.values()}
    assert [route for route in routes if not (whole_site / route / "index.html").is_file()] == []


def test_a_series_names_its_area_and_shows_its_latest_figure(whole_page: Page) -> None:
    whole_page.goto("en/")
    first = search(whole_page, "guangdong unemployment").first
    expect(first.locator("b")).to_contain_text("Guangdong · ")
    expect(first.locator(".search__figure")).to_contain_text("%")
    address = "./areas/guangdong/surveyed-urban-unemployment-rate/"
    expect(first).to_have_attribute("href", address)


def test_a_promise_that_was_asked_for_is_led_to(whole_page: Page) -> None:
    whole_page.goto("")
    first = search(whole_page, "河北 GDP 2026 目标").first
    promise = "hebei/gdp/2026/growth/target/gwr-2026-hebei"
    expect(first).to_have_attribute("href", f"./areas/hebei/gdp/#{promise}")
    whole_page.keyboard.press("Enter")
    whole_page.wait_for_url(f"**/areas/hebei/gdp/#{promise}")
    assert whole_page.locator(f"[id='{promise}']").count() == 1


def test_only_figures_of_the_area_that_was_named_are_fetched(whole_page: Page) -> None:
    asked: list[str] = []
    whole_page.on("request", lambda request: asked.append(request.url.partition("/assets/")[2]))
    with whole_page.expect_request("**/find/documents.json"):
        whole_page.goto("")
        search(whole_page, "河北 GDP")
    expect(whole_page.get_by_role("option").first.locator(".search__figure")).not_to_be_empty()
    data = [path for path in asked if path.endswith(".json")]
    assert data[0] == "catalogue.json"
    assert {path for path in data if "figures/" in path} == {"find/figures/hebei.json"}


def test_an_indicator_leads_to_where_areas_stand_side_by_side(whole_page: Page) -> None:
    whole_page.goto("en/")
    expect(search(whole_page, "gdp").first).to_have_attribute("href", "./indicators/gdp/")

"""The promises: filters and sorting, kept in the address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

FORM = "[data-targets]"
ROWS = "#promises tr[data-verdict]:visible"
THEMES = "#promises .group:visible"
SAID = "output[data-count]"
EMPTY_COLUMNS = """() => [...document.querySelectorAll("table.compact")].flatMap((table) =>
  [...table.tHead.rows[0].cells].map((head) => head.cellIndex)
    .filter((at) => [...table.tBodies[0].rows].every((row) => !row.cells[at].textContent.trim()
      && !row.cells[at].querySelector("svg"))))"""


def settled(page: Page, address: str = "") -> None:
    """The promises, when what was asked for has been looked for on every page of them."""
    if address:
        page.goto(address)
    page.locator(FORM).wait_for()
    expect(page.locator(FORM)).not_to_have_attribute("aria-busy", "true")


def themes_of(page: Page) -> list[str]:
    options = page.locator(f"{FORM} [name=theme] option").all_inner_texts()
    return options[1:]


def test_a_filter_looks_for_promises_on_every_page_of_them(page: Page) -> None:
    settled(page, "areas/kunshan/targets/")
    first = page.locator(ROWS).count()
    page.locator(f"{FORM} [name=theme]").select_option("culture")
    settled(page)
    expect(page.locator(ROWS)).to_have_count(13)
    expect(page.locator(SAID)).to_have_text("显示 13 项，共 155 项")
    addresses = page.locator(f"{ROWS} a").evaluate_all("all => all.map(one => one.href)")
    assert all(page.request.get(one.partition("#")[0]).ok for one in set(addresses))
    page.locator(f"{FORM} [type=reset]").click()
    expect(page.locator(ROWS)).to_have_count(first)


def test_where_another_page_tells_nothing_the_rest_is_filtered(page: Page) -> None:
    page.route("**/targets/2021/**", lambda route: route.fulfill(body=""))
    settled(page, "areas/kunshan/targets/?verdict=met")
    verdicts = page.locator(ROWS).evaluate_all("all => all.map(row => row.dataset.verdict)")
    assert set(verdicts) == {"met"}


def test_a_filter_of_the_promises_shows_its_rows_and_stays_in_the_address(page: Page) -> None:
    page.goto("areas/kunshan/targets/")
    everything = page.locator(ROWS).count()
    page.locator("[data-targets] [name=theme]").select_option("economy")
    page.locator("[data-targets] [name=kind]").select_option("figure")
    settled(page)
    themes = page.locator(ROWS).evaluate_all("all => all.map(row => row.dataset.theme)")
    assert set(themes) == {"economy"}
    assert 0 < len(themes) < everything
    page.wait_for_url("**/targets/?theme=economy&kind=figure")
    expect(page.locator("output[data-count]")).to_contain_text(str(len(themes)))
    page.reload()
    expect(page.locator(ROWS)).to_have_count(len(themes))


def test_the_promises_are_sorted_by_their_heads_and_back(page: Page) -> None:
    settled(page, "areas/kunshan/targets/?verdict=met")
    by_value = page.locator("th[data-sort=value]")
    written = page.locator(ROWS).all_inner_texts()
    by_value.get_by_role("button").click()
    expect(by_value).to_have_attribute("aria-sort", "ascending")
    values = page.locator(ROWS).evaluate_all(
        "all => all.map(row => Number(row.dataset.value ?? -Infinity))"
    )
    assert values == sorted(values)
    by_value.get_by_role("button").click()
    expect(by_value).to_have_attribute("aria-sort", "descending")
    page.wait_for_url("**/targets/?verdict=met&sort=-value")
    by_value.get_by_role("button").click()
    assert page.locator(ROWS).all_inner_texts() == written


def test_promises_stand_below_their_themes_unless_they_are_sorted(page: Page) -> None:
    page.goto("en/areas/kunshan/targets/")
    themes, own = themes_of(page), page.locator(THEMES).all_inner_texts()
    assert len(themes) > 10
    page.locator(f"{FORM} [name=verdict]").select_option("missed")
    settled(page)
    few = page.locator(THEMES).all_inner_texts()
    assert 0 < len(few) < len(themes)
    assert few == [theme for theme in themes if theme in few]
    page.locator("th[data-sort=value] button").click()
    expect(page.locator(THEMES)).to_have_count(0)
    page.go_back()
    page.go_back()
    expect(page.locator(THEMES)).to_have_text(own)


def test_clearing_the_filters_shows_all_promises_again(page: Page) -> None:
    page.goto("areas/kunshan/targets/")
    everything = page.locator(ROWS).count()
    page.goto("areas/kunshan/targets/?theme=economy&q=GDP&sort=due")
    page.locator("[data-targets] [type=reset]").click()
    expect(page.locator(ROWS)).to_have_count(everything)
    page.wait_for_url("**/targets/")


def test_the_verdicts_on_the_home_page_lead_to_their_promises(page: Page) -> None:
    page.goto("")
    page.locator("a[href*='verdict=missed']").first.click()
    settled(page)
    verdicts = page.locator(ROWS).evaluate_all("all => all.map(row => row.dataset.verdict)")
    assert set(verdicts) == {"missed"}
    expect(page.locator(ROWS).first).to_be_in_viewport()


def test_a_verdict_pressed_above_the_promises_shows_them_where_it_stands(page: Page) -> None:
    page.goto("en/areas/kunshan/targets/")
    page.locator(".verdicts a").filter(has_text="met").first.click()
    page.wait_for_url("**/targets/?verdict=met#met")
    settled(page)
    expect(page.locator(".verdicts a").first).to_be_in_viewport()
    expect(page.locator(f"{ROWS} .verdict--met").first).to_be_in_viewport()


def test_a_theme_leads_to_its_promises_and_to_all_its_figures(page: Page) -> None:
    page.goto("en/themes/housing/")
    page.get_by_role("link", name="Promises of this theme").click()
    settled(page)
    themes = page.locator(ROWS).evaluate_all("all => all.map(row => row.dataset.theme)")
    assert set(themes) == {"housing"}
    page.goto("en/themes/housing/")
    page.get_by_role("link", name="All figures of this theme").click()
    expect(page.locator(".explorer [data-same]")).to_contain_text("Theme Housing")


def test_a_source_leads_to_its_figures_among_all(page: Page) -> None:
    page.goto("en/sources/kunshan/bulletin-2024/")
    page.get_by_role("link", name="Filter and download these figures").click()
    title = "Source Statistical bulletin of Kunshan for 2024"
    expect(page.locator(".explorer [data-same]")).to_contain_text(title)


def test_the_date_of_a_source_is_one_line(page: Page) -> None:
    page.goto("sources/")
    heights = page.locator(".list time").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert len(heights) > 20
    assert max(heights) < 30


@pytest.mark.parametrize(
    "address", ["en/", "en/indicators/", "en/themes/health/", "themes/housing/"]
)
def test_no_column_of_a_list_of_indicators_is_empty(page: Page, address: str) -> None:
    page.goto(address)
    assert page.evaluate(EMPTY_COLUMNS) == []


def test_what_differs_is_seen_at_once_and_what_agrees_on_demand(page: Page) -> None:
    page.goto("en/checks/")
    growth = page.locator("section:has(#level-and-growth)")
    shown = growth.locator(".severity:visible")
    told = shown.all_inner_texts()
    assert set(told) == {"differs"}
    growth.locator("summary").click()
    others = shown.all_inner_texts()[len(told) :]
    assert others
    assert "differs" not in others


def test_back_undoes_the_last_choice_and_then_the_one_before(page: Page) -> None:
    page.goto("areas/kunshan/targets/")
    everything = page.locator(ROWS).count()
    page.locator(f"{FORM} [name=theme]").select_option("economy")
    settled(page)
    of_theme = page.locator(ROWS).count()
    page.locator(f"{FORM} [name=verdict]").select_option("met")
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(of_theme)
    expect(page.locator(f"{FORM} [name=verdict]")).to_have_value("")
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(everything)
    page.go_forward()
    expect(page.locator(f"{FORM} [name=theme]")).to_have_value("economy")


def test_typing_is_one_step_back(page: Page) -> None:
    page.goto("areas/kunshan/targets/")
    page.locator(f"{FORM} [name=theme]").select_option("economy")
    page.locator(f"{FORM} [name=q]").press_sequentially("GDP")
    page.wait_for_url("**/targets/?q=GDP&theme=economy")
    page.go_back()
    page.wait_for_url("**/targets/")


def test_the_page_in_the_other_language_shows_the_same_promises(page: Page) -> None:
    settled(page, "areas/kunshan/targets/?verdict=met")
    met = page.locator(ROWS).count()
    page.locator(f"{FORM} [name=kind]").select_option("relation")
    page.get_by_role("button", name="语言").hover()
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/areas/kunshan/targets/\?verdict=met&kind=relation$"))
    expect(page.locator(f"{FORM} [name=kind]")).to_have_value("relation")
    settled(page)
    assert 0 < page.locator(ROWS).count() < met


def test_text_finds_a_promise_by_an_alias_and_by_its_name_in_the_other_language(
    page: Page,
) -> None:
    for words in ("GDP", "gross domestic product"):
        page.goto("areas/kunshan/targets/")
        page.locator(f"{FORM} [name=q]").fill(words)
        expect(page.locator(ROWS).first).to_contain_text("地区生产总值")


def test_text_finds_words_with_an_apostrophe_as_it_is_typed(page: Page) -> None:
    page.goto("en/areas/kunshan/targets/")
    page.locator(f"{FORM} [name=q]").fill("people's hospital")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(ROWS)).to_contain_text("People’s Hospital")


def test_what_an_address_asks_for_that_there_is_not_is_left_at_all(page: Page) -> None:
    page.goto("areas/kunshan/targets/")
    everything = page.locator(ROWS).count()
    page.goto("areas/kunshan/targets/?theme=nowhere&verdict=perhaps&sort=constructor&length=1")
    expect(page.locator(ROWS)).to_have_count(everything)
    expect(page.locator(f"{FORM} [name=theme]")).to_have_value("")
    expect(page.locator("th[data-sort=value]")).to_have_attribute("aria-sort", "none")

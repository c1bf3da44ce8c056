"""The promises and the explorer: filters, sorting and columns, kept in the address."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

ROWS = "#promises tbody tr:visible"
FIRST_CELLS = ".tabulator-row .tabulator-cell[tabulator-field=name]"


def opened(page: Page, address: str) -> Locator:
    """Open the explorer and wait for its rows; their count."""
    page.goto(address)
    page.locator(".tabulator-row").first.wait_for()
    return page.locator("output[data-count]")


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


def test_the_explorer_filters_and_keeps_it_in_the_address(page: Page) -> None:
    count = opened(page, "explore/")
    page.locator("[data-explore] [name=kind]").select_option("承诺")
    page.locator("[data-explore] [name=q]").fill("生产总值")
    page.wait_for_url("**/explore/?q=*kind=*")
    shown = count.inner_text()
    kinds = page.locator(".tabulator-cell[tabulator-field=kind]").all_inner_texts()
    assert set(kinds) == {"承诺"}
    opened(page, page.url)
    expect(count).to_have_text(shown)


def test_the_explorer_sorts_by_the_figures_themselves(page: Page) -> None:
    opened(page, "explore/?q=生产总值&kind=已报告&measure=数值&sort=-text")
    figures = page.locator(".tabulator-cell[tabulator-field=text]").all_inner_texts()
    assert len(figures) > 5
    assert figures[0].startswith("5380.17")


def test_a_column_is_hidden_and_stays_hidden_at_the_same_address(page: Page) -> None:
    opened(page, "explore/")
    page.locator(".filters__columns summary").click()
    page.locator("[name=column][value=theme]").uncheck()
    page.wait_for_url("**/explore/?hide=theme")
    opened(page, page.url)
    expect(page.locator(".tabulator-col[tabulator-field=theme]")).to_be_hidden()
    expect(page.locator(".tabulator-col[tabulator-field=source]")).to_be_visible()


def test_the_download_of_the_explorer_holds_what_is_shown(page: Page, tmp_path: Path) -> None:
    opened(page, "explore/?q=失业率&hide=theme,review")
    shown = page.locator(FIRST_CELLS).all_inner_texts()
    with page.expect_download() as download:
        page.locator("[data-download]").click()
    download.value.save_as(tmp_path / "shown.csv")
    text = (tmp_path / "shown.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["name"] for row in rows] == shown
    assert "theme" not in rows[0]
    assert all(row["id"].startswith("kunshan/") for row in rows)


def test_a_row_of_the_explorer_opens_its_figure_and_its_sentence(page: Page) -> None:
    opened(page, "en/explore/?q=kunshan/gdp/2020/level")
    row = page.locator(".tabulator-row").first
    source = row.locator("[tabulator-field=source] a").get_attribute("href") or ""
    assert source.endswith("en/sources/kunshan/gwr-2021/#kunshan/gdp/2020/level")
    row.locator("[tabulator-field=name] a").click()
    page.wait_for_url("**/en/indicators/gdp/#kunshan/gdp/2020/level")


def test_the_explorer_falls_back_to_its_plain_table(new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.route("**/explore-zh.json", lambda route: route.fulfill(body="not json"))
    page.goto("explore/")
    expect(page.locator("[data-plain]")).to_be_visible()

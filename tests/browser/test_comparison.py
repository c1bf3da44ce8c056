"""Areas side by side: what a reader chooses stays in the address, and can be taken away."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

HISTORY, YEAR = "indicators/gdp/growth/", "indicators/gdp/growth/2025/"
ROWS = "table[data-compared] tbody tr:visible"
NAMES = f"{ROWS} > th a"


def choose(page: Page, *areas: str) -> None:
    for area in areas:
        page.locator(f"tr#{area} .tick").check()


def test_chosen_areas_stand_first_and_stay_in_the_address(whole_page: Page) -> None:
    whole_page.goto(HISTORY)
    choose(whole_page, "jiangsu", "guangdong")
    expect(whole_page.locator(NAMES).first).to_have_text("江苏省")
    expect(whole_page.locator(NAMES).nth(1)).to_have_text("广东省")
    whole_page.wait_for_url("**/growth/?areas=jiangsu,guangdong")
    whole_page.locator("[data-choices] [name=only]").check()
    whole_page.locator("[data-choices] [name=since]").select_option("2019")
    whole_page.wait_for_url("**/growth/?areas=jiangsu,guangdong&only=1&since=2019")
    whole_page.reload()
    expect(whole_page.locator(ROWS)).to_have_count(2)
    years = whole_page.locator("table[data-compared] thead a:visible").all_inner_texts()
    assert years[0] == "2019"


def test_a_choice_goes_along_to_a_year_and_to_the_other_language(whole_page: Page) -> None:
    whole_page.goto(f"{HISTORY}?areas=hainan")
    whole_page.locator("tr#hainan td a").nth(2).click()
    whole_page.wait_for_url(re.compile(r"growth/\d{4}/\?areas=hainan#hainan$"))
    expect(whole_page.locator("tr.chosen th a")).to_have_text("海南省")
    link = whole_page.locator("a[hreflang=en]").first
    assert "?areas=hainan" in (link.get_attribute("href") or "")


@pytest.mark.parametrize(("clicks", "sort"), [(1, "-result"), (2, "result")])
def test_a_year_is_sorted_by_what_was_reached(whole_page: Page, clicks: int, sort: str) -> None:
    whole_page.goto(YEAR)
    for _ in range(clicks):
        whole_page.locator("th[data-sort=result] button").click()
    whole_page.wait_for_url(f"**/2025/?sort={sort}")
    read = "all => all.map(row => Number([...row.querySelectorAll('[data-n]')].at(-1).dataset.n))"
    values = whole_page.locator(ROWS).evaluate_all(read)
    assert values == sorted(values, reverse=sort.startswith("-"))


def test_who_missed_most_often_stands_first_after_one_click(whole_page: Page) -> None:
    whole_page.goto(HISTORY)
    whole_page.locator("th[data-sort=missed] button").click()
    whole_page.wait_for_url("**/growth/?sort=-missed")
    read = "all => all.map(row => Number(row.cells[row.cells.length - 2].textContent))"
    counts = whole_page.locator(ROWS).evaluate_all(read)
    assert counts[0] > 0
    assert counts == sorted(counts, reverse=True)


def test_what_is_shown_is_taken_as_csv(whole_page: Page, tmp_path: Path) -> None:
    whole_page.goto(f"{YEAR}?areas=tibet&only=1")
    with whole_page.expect_download() as download:
        whole_page.locator("[data-take=csv]").click()
    assert download.value.suggested_filename == "gdp-growth-2025.csv"
    download.value.save_as(tmp_path / "taken.csv")
    head, row = (tmp_path / "taken.csv").read_text("utf-8-sig").splitlines()
    assert head.startswith('"地区","位次","2025年目标"')
    assert row.startswith('"西藏自治区"')
    assert "出处" not in row


def test_without_scripts_every_year_and_every_cell_can_be_reached(
    whole_address: str, browser: Browser
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{whole_address}{HISTORY}")
    page.locator("tr#anhui td a").nth(1).click()
    assert page.url.endswith("#anhui")
    expect(page.locator("tr#anhui td a").first).to_be_visible()
    expect(page.locator("[data-choices]")).to_be_hidden()


def test_the_chart_shows_the_chosen_areas_and_its_files_are_of_these(whole_page: Page) -> None:
    whole_page.goto("indicators/gdp/?areas=tibet&only=1")
    chart = whole_page.locator(".chart--comparison.chart--answers")
    expect(chart).to_contain_text("西藏自治区")
    expect(chart).not_to_contain_text("北京市")
    with whole_page.expect_download() as download:
        whole_page.locator("figure .files a", has_text="Vega-Lite").click()
    spec = json.loads(download.value.path().read_text("utf-8"))
    assert [row["area"] for row in spec["datasets"]["names"]] == ["tibet"]


@pytest.mark.parametrize("width", [1280, 390])
def test_no_name_is_broken_on_the_tiles(whole_page: Page, width: int) -> None:
    whole_page.set_viewport_size({"width": width, "height": 900})
    whole_page.goto("en/")
    broken = whole_page.locator(".tiles b").evaluate_all(
        """all => all.filter((name) => {
          name.style.display = "inline";
          return name.getClientRects().length > name.textContent.split(" ").length;
        }).map(name => name.textContent)"""
    )
    assert broken == []

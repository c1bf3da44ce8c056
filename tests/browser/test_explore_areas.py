"""The table of every figure where the site tells of many areas."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.test_explore import NAMES, ROWS, SAME, downloaded, opened
from tests.browser.weighing import visited


def test_rows_name_their_area_and_lead_there(whole_page: Page) -> None:
    opened(whole_page, "explore/?theme=economy")
    expect(whole_page.locator(f"{ROWS} .is-area").first).to_have_text("全国")
    last = whole_page.locator(ROWS, has_text="四川省").first.locator(".is-name a")
    assert "areas/sichuan/" in (last.get_attribute("href") or "")


def test_an_area_is_a_filter_and_a_word_to_type(whole_page: Page) -> None:
    count = opened(whole_page, "explore/?area=hebei&indicator=gdp&kind=target")
    filtered = {row["id"] for row in downloaded(whole_page)}
    assert {one.split("/")[0] for one in filtered} == {"hebei"}
    told = count.inner_text().split()[1]
    opened(whole_page, "explore/?q=冀 GDP&indicator=gdp&kind=target")
    expect(count).to_contain_text(f" {told} ")
    assert {row["id"] for row in downloaded(whole_page)} == filtered


def test_areas_stand_against_years_for_one_indicator(whole_page: Page) -> None:
    opened(whole_page, "explore/?view=areas&indicator=gdp&measure=growth&kind=target")
    heads = whole_page.locator("thead th").all_inner_texts()
    assert heads[0] == "地区"
    assert heads[1:] == sorted(heads[1:], reverse=True)
    expect(whole_page.locator(NAMES)).to_have_count(len(heads[1:]) and 33)
    hebei = whole_page.locator(ROWS, has_text="河北省").locator("td").first
    expect(hebei.locator("a")).to_have_attribute(
        "href", "../areas/hebei/gdp/#hebei/gdp/2026/growth/target/gwr-2026-hebei"
    )


def test_two_years_of_one_area_stand_beside_each_other(whole_page: Page) -> None:
    opened(whole_page, "en/explore/?view=years&area=hebei&a=2025&b=2026")
    expect(whole_page.locator(SAME)).to_have_text("Hebei")
    row = whole_page.locator(ROWS, has_text="Gross domestic product · growth")
    expect(row.locator("td").last).to_contain_text("promise")


def test_the_whole_explorer_is_light(whole_page: Page) -> None:
    assert visited(whole_page, "explore/") < 110_000

"""A chart says in words and in a table what it draws; a figure leads to its sentence and back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

WITH_CHARTS = ("indicators/gdp/", "indicators/general-public-budget-revenue/")
FIGURE = "kunshan/gdp/2020/level"
READER = "sources/kunshan/gwr-2021/"
NUMBER = re.compile(r"\d[\d,.]*")


def colour(place: Locator) -> str:
    return str(place.evaluate("one => getComputedStyle(one).backgroundColor"))


@pytest.mark.parametrize("address", WITH_CHARTS)
def test_a_chart_has_a_name_and_a_text_alternative(page: Page, address: str) -> None:
    page.goto(address)
    chart = page.get_by_role("img").first
    title = page.locator("figcaption").first.inner_text()
    expect(chart).to_have_accessible_name(title)
    expect(chart).to_have_accessible_description(re.compile(r"\d"))


@pytest.mark.parametrize(("lang", "words"), [("", "图怎么读"), ("en/", "how to read it")])
def test_a_chart_leads_to_what_its_marks_mean(page: Page, lang: str, words: str) -> None:
    page.goto(f"{lang}indicators/gdp/")
    page.get_by_role("link", name=words).click()
    expect(page.locator(".marks li").first).to_be_in_viewport()


@pytest.mark.parametrize("address", WITH_CHARTS)
def test_the_table_of_a_chart_holds_the_numbers_that_its_marks_tell(
    page: Page, address: str
) -> None:
    page.goto(address)
    figure = page.locator("figure.drawn").first
    figure.locator("summary").click()
    expect(figure.locator("table")).to_be_visible()
    table = set(NUMBER.findall(figure.locator("table").inner_text()))
    tips = figure.locator("[data-tip]").evaluate_all("all => all.map(one => one.dataset.tip)")
    assert tips
    assert {number for tip in tips for number in NUMBER.findall(tip)} <= table


def test_pointing_at_a_mark_tells_what_it_stands_for(page: Page) -> None:
    page.goto("indicators/gdp/")
    mark = page.locator("svg.chart-wide circle[data-tip]").first
    mark.hover()
    expect(page.locator(".tip")).to_have_text(mark.get_attribute("data-tip") or "none")
    page.keyboard.press("Escape")
    expect(page.locator(".tip")).to_be_hidden()


def test_a_tap_beside_a_mark_tells_what_it_stands_for(new_page: Callable[..., Page]) -> None:
    page = new_page(has_touch=True, viewport={"width": 390, "height": 844})
    page.goto("indicators/gdp/")
    mark = page.locator("svg.chart-narrow circle[data-like]").first
    words = page.locator("svg.chart-wide [data-tip]").nth(
        int(mark.get_attribute("data-like") or -1)
    )
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] + 12)
    expect(page.locator(".tip")).to_have_text(words.get_attribute("data-tip") or "none")
    page.locator("h1").tap()
    expect(page.locator(".tip")).to_be_hidden()


def test_the_arrow_keys_lead_through_the_marks_of_a_chart(page: Page) -> None:
    page.goto("indicators/general-public-budget-revenue/")
    tip = page.locator(".tip")
    page.locator("svg.chart-wide").first.focus()
    told = []
    for key in ("Home", "ArrowRight", "ArrowRight", "ArrowLeft", "End"):
        page.keyboard.press(key)
        expect(tip).to_be_visible()
        told.append(tip.inner_text())
    years = [int(words[:4]) for words in told]
    assert told[1] == told[3] != told[2]
    assert years == sorted(years[:3]) + years[3:]
    assert years[0] < years[-1]
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_the_tip_is_for_the_eye_only(page: Page) -> None:
    page.goto("indicators/gdp/")
    page.locator("svg.chart-wide circle[data-tip]").first.hover()
    expect(page.locator(".tip")).to_be_visible()
    expect(page.locator(".tip")).to_have_attribute("aria-hidden", "true")


def test_a_phone_gets_the_narrow_drawing(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("indicators/gdp/")
    expect(page.locator("svg.chart-narrow").first).to_be_visible()
    expect(page.locator("svg.chart-wide").first).to_be_hidden()


def test_a_figure_leads_to_its_highlighted_sentence_and_back(page: Page) -> None:
    page.goto(f"indicators/gdp/#{FIGURE}")
    row = page.locator("tr", has=page.locator(f"[id='{FIGURE}']"))
    row.locator(f"a[href*='{READER}']").first.click()
    mark = page.locator(f"a.fig[id='{FIGURE}']")
    expect(mark).to_be_in_viewport()
    expect(mark).to_contain_text("4250")
    sentence = page.locator(".s", has=mark)
    expect(sentence).to_contain_text("全年预计实现地区生产总值4250亿元")
    assert colour(sentence) != colour(page.locator(".s").first)
    mark.click()
    expect(page.locator(f"[id='{FIGURE}']")).to_be_in_viewport()
    assert "/tally/indicators/gdp/" in page.url


def test_a_sentence_has_an_address_of_its_own(page: Page) -> None:
    page.goto(READER)
    link = page.locator(".here").nth(20)
    link.focus()
    page.keyboard.press("Enter")
    target = page.locator(".s:target")
    expect(target).to_have_count(1)
    expect(target).to_be_in_viewport()


def test_repairs_show_on_demand(page: Page) -> None:
    page.goto(READER)
    raw = page.locator("del.raw").first
    expect(raw).to_be_hidden()
    page.get_by_label("显示修补").check()
    expect(raw).to_be_visible()


def test_the_raw_text_stands_beside_the_reading_on_demand(page: Page) -> None:
    page.goto(READER)
    page.locator("button.reader__beside").click()
    expect(page.locator(".beside").first).to_be_visible()
    assert page.locator(".beside").count() > 50

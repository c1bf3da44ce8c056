"""A chart says in words and in a table what it draws; a figure leads to its sentence and back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

WITH_CHARTS = ("areas/kunshan/gdp/", "areas/kunshan/industrial-output/")  # a file; in the page
FIGURE = "kunshan/gdp/2020/level"
READER = "sources/kunshan/gwr-2021/"


def colour(place: Locator) -> str:
    return str(place.evaluate("one => getComputedStyle(one).backgroundColor"))


@pytest.mark.parametrize("address", WITH_CHARTS)
def test_a_chart_has_a_name_and_a_text_alternative(page: Page, address: str) -> None:
    page.goto(address)
    figure = page.locator("figure.drawn").first
    expect(figure.get_by_role("img").first).to_have_accessible_name(re.compile("：.*\\d"))
    expect(figure).to_have_accessible_description(re.compile(r"\d"))


@pytest.mark.parametrize(("lang", "words"), [("", "图怎么读"), ("en/", "how to read it")])
def test_a_chart_leads_to_what_its_marks_mean(page: Page, lang: str, words: str) -> None:
    page.goto(f"{lang}areas/kunshan/gdp/")
    page.get_by_role("link", name=words).click()
    expect(page.locator(".chart--legend img:visible")).to_be_in_viewport()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chart_is_in_the_colours_of_the_page(new_page: Callable[..., Page], theme: str) -> None:
    page = new_page(color_scheme=theme)
    for address in WITH_CHARTS:
        page.goto(address)
        shown = page.locator(".drawn .chart img:visible, .drawn .chart svg text").first
        if address == WITH_CHARTS[0]:
            expect(shown).to_have_class(f"chart__{theme}")
        else:
            fill = shown.evaluate("one => getComputedStyle(one).fill")
            light = sum(map(int, re.findall(r"\d+", fill))) > 3 * 128
            assert light == (theme == "dark")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_chart_fits_its_column(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for address in WITH_CHARTS:
        page.goto(address)
        shown = page.locator(".drawn .chart :is(img, svg):visible").first
        shown.scroll_into_view_if_needed()
        box, column = shown.bounding_box(), page.locator(".drawn").first.bounding_box()
        assert box is not None
        assert column is not None
        assert column["x"] <= box["x"]
        # A history of many years is scrolled within its column.
        slides = width < 600 and page.locator(".drawn .chart--history").count()
        assert slides or box["x"] + box["width"] <= column["x"] + column["width"] + 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_of_an_interactive_chart_is_loaded_before_a_reader_asks(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("areas/kunshan/gdp/")
    expect(page.locator("button[data-kind]").first).to_be_visible()
    assert not [url for url in asked if "vega" in url or url.endswith(".json")]


@pytest.mark.parametrize(
    "address", ["areas/kunshan/gdp/", "en/areas/kunshan/gdp/", "areas/kunshan/targets/"]
)
def test_a_chart_answers_when_a_reader_asks_under_the_page_s_policy(
    page: Page, address: str
) -> None:
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address)
    page.locator("button[data-kind]").first.click()
    chart = page.locator(".chart--answers").first
    marks = chart.locator("path[aria-label]")
    expect(marks.first).to_be_visible()
    marks.last.hover(force=True)
    expect(page.locator(".tip")).to_be_visible()
    told = marks.evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))")
    assert page.locator(".tip").inner_text() in told
    assert wrong == []


def test_an_interactive_chart_shows_the_measure_that_is_chosen(page: Page) -> None:
    page.goto("areas/kunshan/gdp/")
    page.locator("button[data-kind]").first.click()
    chart = page.locator(".chart--answers")
    expect(chart.locator("text", has_text=re.compile("^增长，%$"))).to_be_visible()
    expect(chart.locator("path[aria-label*='目标']").first).to_be_visible()
    chart.get_by_label("看哪个数").select_option("亿元")
    expect(chart.locator("text", has_text=re.compile("^亿元$"))).to_be_visible()


def test_a_figure_leads_to_its_highlighted_sentence_and_back(page: Page) -> None:
    page.goto(f"areas/kunshan/gdp/#{FIGURE}")
    row = page.locator("tr", has=page.locator(f"[id='{FIGURE}']"))
    row.locator(f"a[href*='{READER}']").first.click()
    mark = page.locator(f"a.fig[id='{FIGURE}']")
    expect(mark).to_be_in_viewport()
    expect(mark).to_contain_text("4250")
    sentence = page.locator(".s", has=mark)
    expect(sentence).to_contain_text("全年预计实现地区生产总值4250亿元")
    assert colour(sentence) != colour(page.locator(".s").first)
    mark.click()
    page.wait_for_url("**/tally/areas/kunshan/gdp/**")
    expect(page.locator(f"[id='{FIGURE}']")).to_be_in_viewport()


def test_a_sentence_has_an_address_of_its_own(page: Page) -> None:
    page.goto(READER)
    page.locator(".s").nth(20).hover()
    page.locator(".here--sentence").click()
    target = page.locator(".s:target")
    expect(target).to_have_count(1)
    expect(target).to_be_in_viewport()


def test_a_paragraph_has_an_address_where_no_script_runs(
    new_page: Callable[..., Page],
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(READER)
    page.locator(".here").nth(3).click()
    expect(page.locator("p:target")).to_be_in_viewport()


@pytest.mark.parametrize(
    "anchor", ["p40s2", "kunshan/imports-exports/2021/level/target", "mend-13"]
)
def test_an_address_of_the_whole_report_leads_to_the_page_it_is_on(page: Page, anchor: str) -> None:
    page.goto(f"{READER}#{anchor}")
    page.wait_for_url(f"**/{READER}2/#{anchor}")
    expect(page.locator(f"[id='{anchor}']")).to_have_count(1)


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
    assert page.locator(".beside").count() > 20

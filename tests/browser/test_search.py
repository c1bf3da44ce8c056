"""The search of the whole site finds what is typed however it is typed, names the area of what it
finds, shows the figure, and works by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.kinds import DESKTOP, PHONE
from tests.support.finding import ASK, Answer

SURVEYED = "surveyed-urban-unemployment-rate"
BUDGET = "general-public-budget-revenue"
INCOME = "disposable-income-per-capita"
JOBS = "new-urban-employment"

FIRST = {
    # an area and an indicator, in any script and order
    "河北 GDP": "hebei/gdp",
    "GDP 河北": "hebei/gdp",
    "河北GDP": "hebei/gdp",
    "河北省 地区生产总值": "hebei/gdp",
    "河北省生产总值": "hebei/gdp",
    "hebei gdp": "hebei/gdp",
    "Gross domestic product of Hebei": "hebei/gdp",
    "hb gdp": "hebei/gdp",
    "hebei dqsczz": "hebei/gdp",
    "冀 gdp": "hebei/gdp",
    "粤GDP": "guangdong/gdp",
    "guangdong unemployment": f"guangdong/{SURVEYED}",
    "廣東 失業率": f"guangdong/{SURVEYED}",
    "广东失业率": f"guangdong/{SURVEYED}",
    "失业率 广东": f"guangdong/{SURVEYED}",
    "guangdong shiyelv": f"guangdong/{SURVEYED}",
    "浙江 收入": f"zhejiang/{INCOME}",
    "zhejiang income": f"zhejiang/{INCOME}",
    "浙江居民人均可支配收入": f"zhejiang/{INCOME}",
    "上海 财政收入": f"shanghai/{BUDGET}",
    "shanghai budget revenue": f"shanghai/{BUDGET}",
    "四川 新增就业": f"sichuan/{JOBS}",
    "sichuan jobs": f"sichuan/{JOBS}",
    "shanxi gdp": "shanxi/gdp",
    "陕西 GDP": "shaanxi/gdp",
    "Shaanxi GDP": "shaanxi/gdp",
    "Inner Mongolia GDP": "inner-mongolia/gdp",
    "nmg gdp": "inner-mongolia/gdp",
    "內蒙古 地區生產總值": "inner-mongolia/gdp",
    "新疆 社零": "xinjiang/retail-sales",
    "tibet cpi": "tibet/consumer-prices",
    "重庆 物价": "chongqing/consumer-prices",
    "全国 CPI": "china/consumer-prices",
    "中国 通胀": "china/consumer-prices",
    "china inflation": "china/consumer-prices",
    "全国粮食产量": "china/grain-output",
    "全国 赤字率": "china/budget-deficit-ratio",
    "昆山 失业率": "kunshan/registered-urban-unemployment-rate",
    "kunshan exports": "kunshan/exports",
    # with year and promise words
    "河北 GDP 2026 目标": "hebei/gdp",
    "2026 河北 GDP 目标": "hebei/gdp",
    "hebei gdp target 2026": "hebei/gdp",
    "guangdong unemployment target 2026": f"guangdong/{SURVEYED}",
    "全国 GDP 增长 2020": "china/gdp",
    # an area alone, and its promises
    "河北": "hebei",
    "Hebei": "hebei",
    "河北省": "hebei",
    "內蒙古": "inner-mongolia",
    "neimenggu": "inner-mongolia",
    "粤": "guangdong",
    "新疆": "xinjiang",
    "全国": "china",
    "China": "china",
    "昆山": "kunshan",
    "河北 承诺": "hebei/targets",
    "guangdong promises": "guangdong/targets",
    # an indicator alone: all areas side by side
    "GDP": "indicators/gdp/",
    "地區生產總值": "indicators/gdp/",
    "dqsczz": "indicators/gdp/",
    "gdp growth": "indicators/gdp/",
    "城镇调查失业率": f"indicators/{SURVEYED}/",
    "社零": "indicators/retail-sales/",
    "CPI": "indicators/consumer-prices/",
    "how long do people live": "indicators/life-expectancy/",
    "拆迁": "indicators/housing-expropriated/",
    # what is neither
    "环保": "themes/environment/",
    "目标": "targets/",
    "方法": "methodology/",
    "2021年昆山市政府工作报告": "sources/kunshan/gwr-2021/",
    "河北 工作报告 2024": "sources/provinces/gwr-2024-hebei/",
    "足球场": "kunshan/targets",
}
"""What must come first: a series, an area or its promises; an address with its slash."""

FIGURES = {
    "河北 GDP 2026 目标": "hebei/gdp/2026/growth/target",
    "hebei gdp target 2025": "hebei/gdp/2025/growth/target",
    "全国 GDP 增长 2020": "china/gdp/2020/growth",
    "china cpi target 2026": "china/consumer-prices/2026/growth/target",
    "4250亿": "kunshan/gdp/2020/level",
    "425 billion": "kunshan/gdp/2020/level",
    "62,700": f"kunshan/{INCOME}/2020/level",
    "昆山 5.6%": "kunshan/cultural-industry-share/2021/share/target",
    "2000座": "kunshan/5g-base-stations-built/2021/level/target",
}
"""The figure that must be shown first and led to, without the source that its id may end with."""

NEAR = {
    "unemploymnet": f"indicators/{SURVEYED}/",
    "地铁": "themes/transport/",
    "房价": "themes/housing/",
    "幼儿园": "themes/education/",
}

UNKNOWN = ("zzzzqqqq", "大象", "xylophone", "9876543210")

IN_PAGE = """async ([root, typed]) => {
  const fetched = async (path) => (await fetch(`${root}${path}`)).json();
  return askAll(await import(`${root}assets/js/find/finder.js`), fetched, typed);
}"""


@pytest.fixture(scope="module")
def said(browser: Browser, served_site: str) -> Iterator[Mapping[str, Answer]]:
    """The answers to all that is typed here, from the built site's own search."""
    page = browser.new_page()
    page.goto(served_site)
    page.evaluate(f"() => {{ {ASK}; window.askAll = askAll; }}")
    typed = [*{*FIRST, *FIGURES, *NEAR, *UNKNOWN}]
    answers = page.evaluate(IN_PAGE, [served_site, typed])
    yield {words: Answer(*answer) for words, answer in answers.items()}
    page.close()


def route_of(expected: str) -> str:
    return expected if expected.endswith("/") else f"areas/{expected}/"


@pytest.mark.parametrize("typed", FIRST)
def test_what_is_typed_is_found_first(said: Mapping[str, Answer], typed: str) -> None:
    assert (said[typed].route, said[typed].near) == (route_of(FIRST[typed]), False)


@pytest.mark.parametrize("typed", FIGURES)
def test_the_figure_that_was_asked_for_is_shown(said: Mapping[str, Answer], typed: str) -> None:
    assert said[typed].figure.startswith(FIGURES[typed])
    assert said[typed].meant


@pytest.mark.parametrize("typed", NEAR)
def test_what_is_not_there_leads_to_what_is_nearest(said: Mapping[str, Answer], typed: str) -> None:
    assert (said[typed].route, said[typed].near) == (route_of(NEAR[typed]), True)


@pytest.mark.parametrize("typed", UNKNOWN)
def test_no_answer_is_made_up(said: Mapping[str, Answer], typed: str) -> None:
    assert said[typed].found == 0


def test_what_is_found_of_an_area_names_it(said: Mapping[str, Answer]) -> None:
    assert said["hebei gdp"].area == "Hebei"
    assert said["4250亿"].area == "Kunshan"
    assert said["GDP"].area == ""


def test_all_that_is_found_first_is_a_page(said: Mapping[str, Answer], built_site: Path) -> None:
    routes = {answer.route for answer in said.values() if answer.found}
    assert [route for route in routes if not (built_site / route / "index.html").is_file()] == []


def search(page: Page, words: str) -> Locator:
    """The results for words typed into the box; waits for the first."""
    page.keyboard.press("/")
    page.keyboard.insert_text(words)
    results = page.get_by_role("option")
    results.first.wait_for()
    return results


def test_a_figure_that_was_asked_for_is_shown_with_its_period_and_led_to(page: Page) -> None:
    page.goto("about/")
    first = search(page, "4250").first
    expect(first.locator(".search__figure")).to_have_text("4250亿元")
    expect(first.locator(".search__when")).to_have_text("2020年")
    expect(first).to_have_attribute("href", "../areas/kunshan/gdp/#kunshan/gdp/2020/level")
    page.keyboard.press("Enter")
    page.wait_for_url("**/areas/kunshan/gdp/#kunshan/gdp/2020/level")
    assert page.locator("[id='kunshan/gdp/2020/level']").count() == 1


def test_a_series_names_its_area_and_shows_its_latest_figure(page: Page) -> None:
    page.goto("en/")
    first = search(page, "guangdong unemployment").first
    expect(first.locator("b")).to_contain_text("Guangdong · ")
    expect(first.locator(".search__figure")).to_contain_text("%")
    expect(first).to_have_attribute("href", f"./areas/guangdong/{SURVEYED}/")


def test_an_indicator_of_many_areas_leads_to_where_they_stand_side_by_side(page: Page) -> None:
    page.goto("en/")
    first = search(page, "gdp").first
    expect(first).to_have_attribute("href", "./indicators/gdp/")


def test_an_indicator_with_a_promise_only_shows_it_as_one(page: Page) -> None:
    page.goto("en/")
    expect(search(page, "昆山 新增高标准农田").first).to_contain_text("Promise for 2021")


def test_every_page_has_the_search(page: Page) -> None:
    page.goto("en/sources/kunshan/gwr-2021/raw/")
    first = search(page, "昆山 失業率").first
    expect(first).to_contain_text("Kunshan · Registered urban unemployment rate")
    assert (first.get_attribute("href") or "").startswith("../../../../areas/kunshan/")


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("足球场", "areas/kunshan/targets/#kunshan/milestone/football"),
        ("河北 GDP", "areas/hebei/gdp/#hebei/gdp/2026/growth/target"),
        ("工作报告", "sources/"),
        ("方法", "methodology/"),
        ("住房", "indicators/subsidised-homes-built/"),
    ],
)
def test_promises_sources_pages_and_those_of_a_theme_are_found(
    page: Page, typed: str, href: str
) -> None:
    page.goto("")
    search(page, typed)
    found = page.locator(f"[role=option][href^='./{href}']")
    expect(found.first).to_be_attached()


def test_nothing_but_names_is_fetched_before_the_first_answer(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_request("**/find/documents.json"):
        page.goto("")
        search(page, "河北 GDP")
    data = [url for url in asked if url.endswith(".json") and "/assets/" in url]
    assert data[0].endswith("/assets/catalogue.json")
    expect(page.get_by_role("option").first.locator(".search__figure")).not_to_be_empty()
    assert any(url.endswith("/find/figures/hebei.json") for url in asked)
    assert not any("/figures/kunshan" in url for url in asked)


def test_an_answer_stands_where_what_follows_fails(page: Page) -> None:
    page.route("**/assets/find/**", lambda route: route.fulfill(body="not json"))
    page.goto("")
    expect(search(page, "河北 GDP").first).to_have_attribute("href", "./areas/hebei/gdp/")
    expect(page.get_by_role("status")).to_contain_text("找到")


def test_near_answers_are_told_from_exact_ones(page: Page) -> None:
    page.goto("en/")
    search(page, "unemploymnet")
    nearest = page.get_by_role("listbox").get_by_role("group", name="No exact match; the nearest")
    expect(nearest.get_by_role("option").first).to_contain_text("unemployment")
    page.get_by_role("combobox").fill("unemployment")
    expect(page.get_by_role("listbox").get_by_role("group")).to_have_count(0)


def test_arrows_choose_and_enter_opens(page: Page) -> None:
    page.goto("")
    results = search(page, "昆山 财政收入")
    expect(results.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_have_attribute("aria-selected", "true")
    chosen = results.nth(1).get_attribute("id") or "none"
    expect(page.get_by_role("combobox")).to_have_attribute("aria-activedescendant", chosen)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/tally/areas/kunshan/{BUDGET}/*")


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_the_search_closes_by_its_keys(
    new_page: Callable[..., Page], key: str, screen: ViewportSize
) -> None:
    page = new_page(viewport=screen)
    page.goto("")
    search(page, "GDP")
    page.keyboard.press(key)
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(".md-search__input")).not_to_be_focused()


def test_escape_leads_back_to_where_the_search_was_called(page: Page) -> None:
    page.goto("")
    link = page.locator("main a").first
    link.focus()
    search(page, "GDP")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_the_keys_of_material_call_the_search(page: Page, key: str) -> None:
    page.goto("")
    page.keyboard.press(key)
    expect(page.get_by_role("combobox")).to_be_focused()
    expect(page.get_by_role("combobox")).to_have_value("")


def test_the_search_is_called_by_a_tap_on_a_phone(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=PHONE, has_touch=True)
    page.goto("en/")
    page.locator("header label.md-header__button[for=__search]").tap()
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.insert_text("GDP")
    page.get_by_role("option").first.tap()
    page.wait_for_url("**/tally/en/indicators/gdp/**")


def test_there_is_one_search_on_a_page(page: Page) -> None:
    page.goto("")
    expect(page.locator("[role=search]")).to_have_count(1)


def test_a_slash_typed_into_a_field_stays_there(page: Page) -> None:
    page.goto("areas/kunshan/targets/")
    field = page.locator("[data-targets] [name=q]")
    field.press("/")
    expect(field).to_have_value("/")
    expect(field).to_be_focused()


def test_nothing_found_is_said(page: Page) -> None:
    page.goto("en/")
    expect(search(page, "zzzzqqqq").first).to_contain_text("Nothing found")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")


def test_the_address_may_carry_what_is_asked(page: Page) -> None:
    page.goto("all/?q=GDP")
    first = page.get_by_role("option").first
    assert (first.get_attribute("href") or "").endswith("indicators/gdp/")


@pytest.mark.parametrize("address", ["", "en/about/"])
def test_the_results_fit_a_phone(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    search(page, "GDP")
    page.wait_for_timeout(300)  # until it has come in from the side
    box = page.get_by_role("listbox").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390

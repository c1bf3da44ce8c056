"""The search finds what is typed however it is typed, shows the figure, and works by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.kinds import DESKTOP, PHONE

GDP = "gdp"
BUDGET = "general-public-budget-revenue"
INCOME = "disposable-income-per-capita"
TRADE = "imports-exports"
RETAIL = "retail-sales"
UNEMPLOYED = "registered-urban-unemployment-rate"
RESEARCH = "rd-expenditure-share"
SORTING = "food-waste-sorting-accuracy"
HIGH_TECH = "high-tech-enterprises"
PROMISES = "targets/"

FOUND_FIRST = {
    # names: Chinese in both scripts, parts of them, other names, pinyin, initials
    "地区生产总值": GDP,
    "地區生產總值": GDP,
    "GDP": GDP,
    "ｇｄｐ": GDP,
    "dqsczz": GDP,
    "diqushengchanzongzhi": GDP,
    "di qu sheng chan zong zhi": GDP,
    "失业": UNEMPLOYED,
    "失業率": UNEMPLOYED,
    "shiyelv": UNEMPLOYED,
    "jinchukou": TRADE,
    "gdzctz": "fixed-asset-investment",
    "固投": "fixed-asset-investment",
    "社零": RETAIL,
    "高企": HIGH_TECH,
    "台资": "taiwan-business-fund",
    "台灣": "taiwan-business-fund",
    "5G": "5g-base-stations",
    "PM2.5": "pm25-concentration",
    "新建改扩建学校": "schools-under-construction",
    "三公经费": "official-hospitality-travel-vehicle-spending",
    "低保": "minimum-living-allowance",
    # what people say for it
    "收入": INCOME,
    "人均收入": INCOME,
    "居民收入": INCOME,
    "预算": BUDGET,
    "财政收入": BUDGET,
    "外贸": TRADE,
    "出口": "exports",
    "外资": "utilised-foreign-investment",
    "研发投入占比": RESEARCH,
    "服务业占比": "services-value-added-share",
    "上市公司": "listed-companies",
    "人口": "resident-population",
    "垃圾分类": SORTING,
    "猪肉": "pigs-in-stock",
    "电梯": "lifts-added-to-housing",
    "养老服务中心": "regional-elderly-care-centres-built",
    # English
    "gross domestic product": GDP,
    "imports and exports": TRADE,
    "import export": TRADE,
    "trade": TRADE,
    "exports": "exports",
    "R&D": RESEARCH,
    "research spending": "enterprise-rd-spending",
    "retail": RETAIL,
    "garbage sorting": SORTING,
    "pork": "pigs-in-stock",
    "buses": "bus-shelters-built-or-rebuilt",
    "parks": "pocket-parks-built",
    "tax": "tax-revenue",
    "household income": INCOME,
    "FDI": "utilised-foreign-investment",
    "high tech enterprises": HIGH_TECH,
    "life expectancy": "life-expectancy",
    "unemployment": UNEMPLOYED,
    "unem": UNEMPLOYED,
    # what is neither indicator nor promise
    "目标": PROMISES,
    "承诺": PROMISES,
    "targets": PROMISES,
    "方法": "methodology/",
    "数据下载": "data/",
    "housing": "themes/housing/",
    "交通": "themes/transport/",
    "2021年政府工作报告": "sources/kunshan/gwr-2021/",
    "足球场": "areas/kunshan/targets/",
}
"""The indicator that must come first, or the page with its slash."""

FIGURE_FIRST = {
    "4250": "kunshan/gdp/2020/level",
    "4250亿": "kunshan/gdp/2020/level",
    "425 billion": "kunshan/gdp/2020/level",
    "427.676": "kunshan/gdp/2020/level",
    "RMB 427.676 billion": "kunshan/gdp/2020/level",
    "62,700": "kunshan/disposable-income-per-capita/2020/level",
    "5.1%": "kunshan/general-public-budget-revenue/2020/growth",
    "2.5%": "kunshan/registered-urban-unemployment-rate/2021/level/target",
    "5.6%": "kunshan/cultural-industry-share/2021/share/target",
    "2000座": "kunshan/5g-base-stations-built/2021/level/target",
    "GDP增长": "kunshan/gdp/2024/growth",
    "GDP growth": "kunshan/gdp/2024/growth",
    "2021年GDP": "kunshan/gdp/2021/level",
    "GDP 2021 growth": "kunshan/gdp/2021/growth",
    "gdp目标": "kunshan/gdp/2021/growth/target",
    "unemployment target": "kunshan/registered-urban-unemployment-rate/2021/level/target",
    "2021年失业率目标": "kunshan/registered-urban-unemployment-rate/2021/level/target",
}
"""The figure that must be shown first and led to, without the source that its id may end with."""

MISTYPED = {
    "unemploymnet": UNEMPLOYED,
    "retial sales": RETAIL,
    "exprot": "exports",
    "populaton": "resident-population",
    "gpd": GDP,
    "diqushengcanzongzhi": GDP,
    "goverment": "themes/government/",
}

UNKNOWN = ("zzzzqqqq", "大象", "xylophone", "9876543210")

ASK = """async ([root, typed]) => {
  const { finder } = await import(`${root}assets/js/find/finder.js`);
  const find = finder(await (await fetch(`${root}assets/catalogue.json`)).json());
  return Object.fromEntries(typed.map((words) => {
    const { near, found } = find(words);
    const [first] = found;
    const [figure, meant] = first ? [first.figure.id, first.meant > 0] : ["", false];
    return [words, [near, found.length, first?.route ?? "", figure, meant]];
  }));
}"""


class Answer(NamedTuple):
    """What the search says to something typed: how much it found, and what is first."""

    near: bool
    found: int
    route: str
    figure: str
    meant: bool


@pytest.fixture(scope="module")
def said(browser: Browser, served_site: str) -> Iterator[Mapping[str, Answer]]:
    """The answers to all that is typed here, from the built site's own search."""
    typed = [*FOUND_FIRST, *FIGURE_FIRST, *MISTYPED, *UNKNOWN]
    page = browser.new_page()
    page.goto(served_site)
    answers = page.evaluate(ASK, [served_site, typed])
    yield {words: Answer(*answer) for words, answer in answers.items()}
    page.close()


def route_of(expected: str) -> str:
    return expected if expected.endswith("/") else f"areas/kunshan/{expected}/"


@pytest.mark.parametrize("typed", FOUND_FIRST)
def test_what_is_typed_is_found_first(said: Mapping[str, Answer], typed: str) -> None:
    assert (said[typed].route, said[typed].near) == (route_of(FOUND_FIRST[typed]), False)


@pytest.mark.parametrize("typed", FIGURE_FIRST)
def test_the_figure_that_was_asked_for_is_shown(said: Mapping[str, Answer], typed: str) -> None:
    assert said[typed].figure.startswith(FIGURE_FIRST[typed])
    assert said[typed].meant


@pytest.mark.parametrize("typed", MISTYPED)
def test_mistyped_words_find_what_is_nearest(said: Mapping[str, Answer], typed: str) -> None:
    assert (said[typed].route, said[typed].near) == (route_of(MISTYPED[typed]), True)


@pytest.mark.parametrize("typed", UNKNOWN)
def test_no_answer_is_made_up(said: Mapping[str, Answer], typed: str) -> None:
    assert said[typed].found == 0


def test_words_find_only_what_holds_them(said: Mapping[str, Answer]) -> None:
    assert {typed for typed in ("pork", "buses") if said[typed].found > 5} == set()


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


def test_an_indicator_shows_its_latest_figure_and_leads_to_its_page(page: Page) -> None:
    page.goto("en/")
    first = search(page, "unemployment").first
    expect(first.locator(".search__figure")).to_contain_text("%")
    expect(first).to_have_attribute("href", f"./areas/kunshan/{UNEMPLOYED}/")


def test_an_indicator_with_a_promise_only_shows_it_as_one(page: Page) -> None:
    page.goto("en/")
    expect(search(page, "新增高标准农田").first).to_contain_text("Promise for 2021")


def test_every_page_has_the_search(page: Page) -> None:
    page.goto("en/sources/kunshan/gwr-2021/raw/")
    first = search(page, "失業率").first
    expect(first).to_contain_text("Registered urban unemployment rate")
    assert (first.get_attribute("href") or "").startswith("../../../../areas/kunshan/")


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("足球场", "areas/kunshan/targets/#kunshan/milestone/football"),
        ("失业", f"areas/kunshan/{UNEMPLOYED}/#kunshan/{UNEMPLOYED}/2021/level/target"),
        ("工作报告", "sources/kunshan/"),
        ("方法", "methodology/"),
        ("住房", "areas/kunshan/subsidised-homes-built/"),
    ],
)
def test_promises_sources_pages_and_those_of_a_theme_are_found(
    page: Page, typed: str, href: str
) -> None:
    page.goto("")
    hrefs = search(page, typed).evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert any(found.startswith(f"./{href}") for found in hrefs), hrefs


def test_near_answers_are_told_from_exact_ones(page: Page) -> None:
    page.goto("en/")
    search(page, "unemploymnet")
    nearest = page.get_by_role("listbox").get_by_role("group", name="No exact match; the nearest")
    expect(nearest.get_by_role("option").first).to_contain_text("unemployment")
    page.get_by_role("combobox").fill("unemployment")
    expect(page.get_by_role("listbox").get_by_role("group")).to_have_count(0)


def test_arrows_choose_and_enter_opens(page: Page) -> None:
    page.goto("")
    results = search(page, "生产总值")
    expect(results.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_have_attribute("aria-selected", "true")
    chosen = results.nth(1).get_attribute("id") or "none"
    expect(page.get_by_role("combobox")).to_have_attribute("aria-activedescendant", chosen)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tally/areas/kunshan/gdp/")


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
    link = page.get_by_role("link", name="看全部承诺")
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
    page.wait_for_url("**/tally/en/areas/kunshan/gdp/**")


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
    assert (first.get_attribute("href") or "").endswith("areas/kunshan/gdp/")


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

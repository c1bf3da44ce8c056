"""The table of every figure: filters, sorting, columns and ways to look, kept in the address."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import visitors
from tests.browser.kinds import LANGUAGES, PHONE
from tests.browser.serving import served

ROWS = ".explorer tbody tr"
NAMES = f"{ROWS} .is-name"
SAME = ".explorer [data-same]"
FIGURES = f"{ROWS} .is-text"
NewPage = Callable[..., Page]


def opened(page: Page, address: str) -> Locator:
    """Open the explorer and wait until its rows say all that they have to; their count."""
    page.goto(address)
    settled(page)
    return page.locator("output[data-count]")


def settled(page: Page) -> None:
    page.locator(".explorer--ready").wait_for()
    expect(page.locator(".explorer[aria-busy], .explorer--waiting")).to_have_count(0)


def ask(page: Page, words: str) -> None:
    """Type, and wait until the address has it."""
    page.locator("[data-explore] [name=q]").fill(words)
    page.wait_for_url("**?q=**" if words else "**/explore/")
    settled(page)


def downloaded(page: Page) -> list[dict[str, str]]:
    """The rows of the file that the explorer offers."""
    with page.expect_download() as download:
        page.locator("[data-download]").click()
    return table_of(download.value.path())


def table_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, which begins with the mark by which Excel knows UTF-8, once."""
    text = path.read_text("utf-8")
    assert text.startswith("\ufeff"), "Excel takes it for another encoding"
    return list(csv.DictReader(io.StringIO(text[1:])))


def amount(row: dict[str, str]) -> float | None:
    """A figure in its base unit, negative where it is a decline."""
    value = float(row["value_base"]) if row["value_base"] else None
    return -value if value and row["direction"] == "down" else value


@contextmanager
def rows_held_back(page: Page) -> Iterator[None]:
    """Let all but the codes of rows arrive; at the end they follow."""
    held: list[Route] = []
    page.route("**/codes.parquet", lambda route: held.append(route))
    yield
    page.wait_for_timeout(200)
    held[0].continue_()


def test_the_explorer_filters_and_keeps_it_in_the_address(page: Page) -> None:
    count = opened(page, "explore/")
    page.locator("[data-explore] [name=kind]").select_option("target")
    page.locator("[data-explore] [name=q]").fill("生产总值")
    page.wait_for_url("**/explore/?q=*kind=*")
    assert {row["kind"] for row in downloaded(page)} == {"target"}
    shown = count.inner_text()
    opened(page, page.url)
    expect(count).to_have_text(shown)
    expect(page.locator(".search__list")).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("kind=target", {"zh": "承诺", "en": "promise"}),
        ("theme=housing", {"zh": "住房", "en": "Housing"}),
        ("measure=growth", {"zh": "增长", "en": "growth"}),
        ("verdict=missed", {"zh": "未达成", "en": "missed"}),
        ("source=kunshan/gwr-2021", {"zh": "2021年昆山市", "en": "Kunshan Government Work"}),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_filter_in_the_address_is_the_same_in_both_languages(
    page: Page, lang: str, query: str, shown: dict[str, str]
) -> None:
    opened(page, f"{LANGUAGES[lang]}explore/?{query}")
    expect(page.locator(SAME)).to_contain_text(shown[lang])
    column, _, code = query.partition("=")
    assert {row[column] for row in downloaded(page)} == {code.removeprefix("kunshan/")}


def test_choices_say_how_many_rows_they_have(page: Page) -> None:
    count = opened(page, "explore/?kind=target")
    option = page.locator("[name=theme] option[value=housing]")
    [number] = re.findall(r"\((\d+)\)", option.inner_text())
    page.locator("[name=theme]").select_option("housing")
    expect(count).to_contain_text(f"显示 {number} 项")
    assert len(downloaded(page)) == int(number)


def test_a_choice_without_rows_is_not_offered(page: Page) -> None:
    opened(page, "explore/?kind=actual")
    expect(page.locator("[name=verdict] option")).to_have_count(1)
    page.locator("[name=kind]").select_option("target")
    expect(page.locator("[name=verdict] option[value=met]")).to_be_attached()


def test_columns_that_say_the_same_are_told_once(page: Page) -> None:
    opened(page, "explore/?kind=target&theme=economy")
    expect(page.locator(SAME)).to_contain_text("性质 承诺 · ")
    expect(page.locator("th.is-kind, th.is-theme")).to_have_count(0)
    expect(page.locator("th.is-verdict")).to_be_visible()


def test_one_area_has_no_filter_and_no_column_for_it(page: Page) -> None:
    opened(page, "explore/")
    expect(page.locator("[name=area], th.is-area, option[value=areas]")).to_have_count(0)


def test_the_link_to_the_other_language_keeps_the_filters(page: Page) -> None:
    count = opened(page, "explore/?kind=target")
    page.locator("[data-explore] [name=theme]").select_option("economy")
    page.wait_for_url("**theme=economy")
    [shown] = re.findall(r" (\d+) 项，", count.inner_text())
    page.get_by_role("button", name="语言").hover()
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/explore/?theme=economy&kind=target")
    expect(count).to_have_text(re.compile(rf"^{shown} of "))


@pytest.mark.parametrize(
    "query", ["verdict=达成", "theme=nothing", "period=1066", "sort=colour", "hide=colour"]
)
def test_an_unknown_value_in_the_address_is_told_and_left_out(page: Page, query: str) -> None:
    count = opened(page, f"en/explore/?{query}")
    what = query.split("=")[1]
    expect(count).to_contain_text(f"“{what}” in the address is unknown and was left out")
    shown, total = re.findall(r"\d+", count.inner_text())[:2]
    assert shown == total
    page.locator("[data-explore] [name=kind]").select_option("target")
    expect(count).not_to_contain_text("unknown")
    page.wait_for_url("**/en/explore/?kind=target")


def test_back_undoes_the_last_choice_and_forward_does_it_again(page: Page) -> None:
    count = opened(page, "en/explore/")
    told = [count.inner_text()]
    for name, code in (("kind", "target"), ("theme", "economy")):
        page.locator(f"[data-explore] [name={name}]").select_option(code)
        expect(count).not_to_have_text(told[-1])
        told.append(count.inner_text())
    page.locator("th.is-name").get_by_role("button").click()
    page.wait_for_url("**sort=name")
    page.go_back()
    expect(page.locator("[aria-sort=ascending]")).to_have_count(0)
    for before in (told[1], told[0]):
        page.go_back()
        expect(count).to_have_text(before)
    page.go_forward()
    expect(count).to_have_text(told[1])


def test_the_table_begins_with_the_first_indicator_latest_first(page: Page) -> None:
    opened(page, "explore/")
    assert set(page.locator(NAMES).all_inner_texts()[:5]) == {"地区生产总值"}
    periods = page.locator(f"{ROWS} .is-period").all_inner_texts()
    years = [int(one[:4]) for one in periods[:8] if re.fullmatch(r"\d{4}年", one)]
    assert years == sorted(years, reverse=True)
    assert years[0] >= 2024


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("typed", ["4250", "4250亿元", "4,250", "425.0 billion"])
def test_a_figure_is_found_as_either_language_states_it(page: Page, lang: str, typed: str) -> None:
    opened(page, f"{LANGUAGES[lang]}explore/?kind=actual&period=2020&q={typed}")
    expect(page.locator(FIGURES).first).to_have_text(
        {"zh": "4250亿元", "en": "RMB 425.0 billion"}[lang]
    )


def test_a_mistyped_word_is_taken_for_the_nearest_that_names_a_row(page: Page) -> None:
    count = opened(page, "en/explore/?q=unemploymnet")
    expect(count).to_contain_text("No exact match; the nearest")
    expect(page.locator(NAMES).first).to_have_text("Registered urban unemployment rate")
    page.locator("[data-explore] [name=q]").fill("unemployment")
    expect(count).not_to_contain_text("nearest")
    page.locator("[data-explore] [name=q]").fill("qqxxqqxxqq")
    expect(page.get_by_text("No figure fits.")).to_be_visible()
    expect(count).not_to_contain_text("nearest")


def test_a_filter_chosen_before_the_rows_arrive_holds_for_them(page: Page) -> None:
    with rows_held_back(page):
        page.goto("explore/")
        page.locator("[data-explore] [name=kind]").select_option("target")
    expect(page.locator(SAME)).to_contain_text("性质 承诺")


@pytest.mark.parametrize(
    ("lang", "typed", "indicator"),
    [
        ("zh", "地區生產總值", "gdp"),
        ("zh", "dqsczz", "gdp"),
        ("zh", "失業率", "registered-urban-unemployment-rate"),
        ("zh", "shi ye lv", "registered-urban-unemployment-rate"),
        ("zh", "unemployment rate", "registered-urban-unemployment-rate"),
        ("en", "社零", "retail-sales"),
        ("en", "失业率 2020", "registered-urban-unemployment-rate"),
    ],
)
def test_rows_are_found_by_what_else_their_indicator_is_called(
    page: Page, lang: str, typed: str, indicator: str
) -> None:
    count = opened(page, f"{LANGUAGES[lang]}explore/")
    everything = count.inner_text()
    ask(page, typed)
    expect(page.locator(NAMES).locator(f"[href*='/{indicator}/']").first).to_be_visible()
    expect(count).not_to_have_text(everything)
    expect(page.locator(NAMES).locator("[href*='/pocket-parks-built/']")).to_have_count(0)


def test_all_words_must_fit_be_they_names_or_not(page: Page) -> None:
    opened(page, "en/explore/?q=社零 growth 2020")
    rows = downloaded(page)
    assert {row["indicator"] for row in rows} == {"retail-sales"}
    assert {row["measure"] for row in rows} == {"growth"}
    assert all("2020" in row["id"] for row in rows)


def test_a_milestone_is_found_by_its_words_and_leads_to_its_promise(page: Page) -> None:
    opened(page, "explore/?q=足球场")
    link = page.locator(f"{NAMES} a")
    expect(link).to_have_text("昆山足球场主体结构封顶")
    assert "areas/kunshan/targets/#kunshan/milestone/" in (link.get_attribute("href") or "")


def test_what_rows_say_is_fetched_only_when_it_is_wanted(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, "explore/")
    wanted = ("catalogue", "/find/", ".parquet", "hyparquet")
    assert not [url for url in asked if any(part in url for part in wanted)]
    with page.expect_request("**/texts.parquet"):
        page.locator("[data-explore] [name=theme]").select_option("housing")
    assert not [url for url in asked if "catalogue" in url or "lines" in url]
    with page.expect_request("**/catalogue.json"):
        page.locator("[data-explore] [name=q]").fill("社零")


def test_rows_are_read_by_ranges(page: Page) -> None:
    asked: list[str] = []

    def note(route: Route) -> None:
        asked.append(route.request.headers.get("range", "whole"))
        route.continue_()

    page.route("**/texts.parquet", note)
    opened(page, "explore/?theme=housing")
    assert asked
    assert "whole" not in asked


def test_a_host_without_ranges_sends_the_file_whole(browser: Browser, built_site: Path) -> None:
    with (
        served(built_site, ranges=False) as address,
        visitors(browser, address) as open_page,
    ):
        page = open_page()
        opened(page, "explore/?theme=housing&sort=text")
        expect(page.locator(FIGURES).first).not_to_be_empty()
        assert downloaded(page)


def test_without_other_names_what_is_written_is_found_and_that_is_told(page: Page) -> None:
    page.route("**/catalogue.json", lambda route: route.fulfill(body="not json"))
    count = opened(page, "en/explore/?q=unemployment rate")
    expect(count).to_contain_text("The other names did not load")
    assert page.locator(ROWS).count() > 0


@pytest.mark.parametrize("sort", ["text", "-text"])
def test_figures_are_sorted_by_amount_and_those_without_one_stand_last(
    page: Page, sort: str
) -> None:
    opened(page, f"explore/?sort={sort}")
    amounts = [amount(row) for row in downloaded(page)]
    known = [one for one in amounts if one is not None]
    assert known == sorted(known, reverse=sort == "-text")
    assert 0 < len(known) < len(amounts)
    assert set(amounts[len(known) :]) == {None}


def test_heads_sort_by_keyboard_up_down_and_back(page: Page) -> None:
    opened(page, "explore/?q=失业率")
    written = page.locator(FIGURES).all_inner_texts()
    head = page.locator("th.is-text")
    head.get_by_role("button").focus()
    for state, query in (("ascending", "&sort=text"), ("descending", "&sort=-text"), ("none", "")):
        page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", state)
        page.wait_for_url(re.compile(f"q=[^&]*{query}$"))
        expect(head.get_by_role("button")).to_be_focused()
    expect(page.locator(FIGURES)).to_have_text(written)


def test_a_column_is_hidden_and_stays_hidden_at_the_same_address(page: Page) -> None:
    opened(page, "explore/")
    page.locator(".filters__columns summary").click()
    page.locator("[name=column][value=theme]").uncheck()
    page.wait_for_url("**/explore/?hide=theme")
    opened(page, page.url)
    expect(page.locator("th.is-theme")).to_have_count(0)
    expect(page.locator("th.is-source")).to_be_visible()


def test_clearing_brings_all_rows_and_columns_back(page: Page) -> None:
    count = opened(page, "explore/")
    everything = count.inner_text()
    opened(page, "explore/?q=失业率&kind=target&sort=-text&hide=theme")
    page.locator("[data-explore] [type=reset]").click()
    expect(count).to_have_text(everything)
    expect(page.locator("th.is-theme")).to_be_visible()
    page.wait_for_url("**/explore/")


def test_further_rows_follow_and_the_first_of_them_has_the_focus(page: Page) -> None:
    opened(page, "explore/")
    before = page.locator(ROWS).count()
    page.locator("button[data-more]").click()
    expect(page.locator(ROWS)).to_have_count(before + 100)
    settled(page)
    expect(page.locator(NAMES).nth(before).locator("a")).to_be_focused()


def test_the_download_of_the_explorer_holds_what_is_shown(page: Page) -> None:
    opened(page, "explore/?q=失业率&hide=theme,review")
    shown = page.locator(f"{NAMES} a").evaluate_all("all => all.map(one => one.hash.slice(1))")
    assert [row["id"] for row in downloaded(page)] == shown


@pytest.mark.parametrize("query", ["q=kunshan/gdp/2020", "kind=target&theme=economy"])
def test_a_downloaded_cell_is_that_of_the_published_table(
    page: Page, built_site: Path, query: str
) -> None:
    published = {
        row["id"]: row
        for table in ("observations", "targets")
        for row in table_of(built_site / f"data/kunshan/{table}.csv")
    }
    opened(page, f"explore/?{query}")
    rows = downloaded(page)
    assert rows
    for row in rows:
        ours = row.keys() & published[row["id"]].keys()
        assert len(ours) > 15
        assert {name: row[name] for name in ours} == {
            name: published[row["id"]][name] for name in ours
        }


def test_a_decline_is_downloaded_as_its_size_and_its_direction(page: Page) -> None:
    opened(page, "explore/?q=kunshan/official-hospitality-travel-vehicle-spending/2020/growth")
    [row] = downloaded(page)
    assert (row["value"], row["unit"], row["direction"]) == ("10", "%", "down")


def test_a_download_that_fails_says_so(page: Page) -> None:
    opened(page, "en/explore/")
    page.route("**/lines.parquet", lambda route: route.fulfill(body="no table"))
    page.locator("[data-download]").click()
    expect(page.locator("output[data-count]")).to_contain_text("The download failed")


def test_a_row_of_the_explorer_opens_its_figure_and_its_sentence(page: Page) -> None:
    opened(page, "en/explore/?q=kunshan/gdp/2020/level")
    row = page.locator(ROWS).first
    source = row.locator(".is-source a").evaluate("link => link.href")
    assert source.endswith("/en/sources/kunshan/gwr-2021/#kunshan/gdp/2020/level")
    row.locator(".is-name a").click()
    page.wait_for_url("**/en/areas/kunshan/gdp/#kunshan/gdp/2020/level")


def test_a_verdict_has_its_mark(page: Page) -> None:
    opened(page, "explore/?kind=target&theme=economy")
    expect(page.locator(f"{ROWS} .verdict--met").first).to_have_text("达成")


def test_two_years_stand_beside_each_other(page: Page) -> None:
    opened(page, "explore/?view=years&a=2020&b=2021")
    expect(page.locator("thead th")).to_have_text(["指标", "2020年", "2021年"])
    growth = page.locator(ROWS, has_text="地区生产总值 · 增长")
    expect(growth.locator("td").nth(1)).to_contain_text("承诺 增长6%以上 达成")
    page.locator("[name=a]").select_option("2019")
    page.wait_for_url("**view=years&a=2019&b=2021")
    expect(page.locator("thead th").nth(1)).to_have_text("2019年")


def test_the_first_rows_are_there_before_any_script(page: Page) -> None:
    with rows_held_back(page):
        page.goto("explore/?kind=target")
        expect(page.locator(ROWS).first).to_be_hidden()  # they are not those that were asked for
    settled(page)
    expect(page.locator(ROWS).first).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_a_phone_a_row_is_a_low_card_with_its_figure_at_the_right(
    new_page: NewPage, lang: str
) -> None:
    page = new_page(viewport=PHONE)
    opened(page, f"{LANGUAGES[lang]}explore/?sort=-text")
    for card in page.locator(ROWS).all()[:6]:
        name, figure = (card.locator(one).bounding_box() for one in (".is-name", ".is-text"))
        whole = card.bounding_box()
        assert name is not None
        assert figure is not None
        assert whole is not None
        assert whole["height"] < 140
        assert name["x"] + name["width"] <= figure["x"]
        assert figure["x"] + figure["width"] == pytest.approx(whole["x"] + whole["width"], abs=1)
    expect(page.locator(".explorer thead")).to_be_hidden()


def test_on_a_phone_cards_are_sorted_by_a_choice(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    opened(page, "en/explore/?q=GDP 2024&measure=level&kind=actual")
    page.get_by_label("Sort").select_option("Figure, descending")
    page.wait_for_url("**&sort=-text")
    expect(page.locator(FIGURES).first).to_contain_text("538.017 billion")


def test_on_a_phone_filters_unfold_by_keyboard_and_are_counted(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    opened(page, "en/explore/?kind=target")
    theme = page.locator("[data-explore] [name=theme]")
    expect(theme).to_be_hidden()
    fold = page.get_by_role("button", name="Filter (1)")
    fold.focus()
    page.keyboard.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "true")
    theme.select_option("housing")
    expect(page.get_by_role("button", name="Filter (2)")).to_be_visible()


def test_the_explorer_falls_back_to_its_plain_table(page: Page) -> None:
    page.route("**/labels-zh.json", lambda route: route.fulfill(body="not json"))
    page.goto("explore/?q=失业率")
    expect(page.get_by_text("这里列出前 30 行")).to_be_visible()
    expect(page.locator(ROWS).last).to_be_visible()
    expect(page.locator("[data-explore]")).to_be_hidden()

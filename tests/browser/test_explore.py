"""The table of every figure: filters, sorting, columns and cards, kept in the address."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect

from tests.browser.kinds import DESKTOP, LANGUAGES, PHONE

TABLET: ViewportSize = {"width": 960, "height": 1280}
ROWS = ".tabulator-row"
NAMES = f"{ROWS} [tabulator-field=name]"
FIGURES = f"{ROWS} [tabulator-field=text]"
LEFT = "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
PLACES = """all => all.slice(0, 5).map(one => {
  const { left, top, width, height } = one.getBoundingClientRect();
  return [left, top, width, height].map(Math.round);
})"""
NewPage = Callable[..., Page]


def opened(page: Page, address: str) -> Locator:
    """Open the explorer and wait for its rows; their count."""
    page.goto(address)
    page.locator(ROWS).first.wait_for()
    return page.locator("output[data-count]")


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
    """Let all but the rows arrive; at the end they follow."""
    held: list[Route] = []
    page.route("**/explore-*.json", lambda route: held.append(route))
    yield
    page.wait_for_timeout(100)
    held[0].continue_()
    page.locator(ROWS).first.wait_for()


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
    expect(page.locator(".search__list")).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "column", "shown"),
    [
        ("kind=target", "kind", {"zh": "承诺", "en": "promise"}),
        ("theme=housing", "theme", {"zh": "住房", "en": "Housing"}),
        ("measure=growth", "measure", {"zh": "增长", "en": "growth"}),
        ("period=2016-2020", "period", {"zh": "2016—2020年", "en": "2016–2020"}),
        ("verdict=missed", "verdict", {"zh": "未达成", "en": "missed"}),
        ("review=reviewed", "review", {"zh": "已人工核对", "en": "reviewed"}),
        (
            "source=kunshan/gwr-2021",
            "source",
            {"zh": "2021年昆山市政府工作报告", "en": "Kunshan Government Work Report 2021"},
        ),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_filter_in_the_address_is_the_same_in_both_languages(
    page: Page, lang: str, query: str, column: str, shown: dict[str, str]
) -> None:
    opened(page, f"{LANGUAGES[lang]}explore/?{query}")
    cells = page.locator(f"{ROWS} [tabulator-field={column}]").all_inner_texts()
    assert set(cells) == {shown[lang]}


def test_the_link_to_the_other_language_keeps_the_filters(page: Page) -> None:
    count = opened(page, "explore/?kind=target")
    page.locator("[data-explore] [name=theme]").select_option("economy")
    [shown] = re.findall(r" (\d+) 项，", count.inner_text())
    page.get_by_role("button", name="语言").hover()
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/explore/?kind=target&theme=economy")
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
    text = page.locator("[data-explore] [name=q]")
    for name, code in (("kind", "target"), ("theme", "economy")):
        page.locator(f"[data-explore] [name={name}]").select_option(code)
        expect(count).not_to_have_text(told[-1])
        told.append(count.inner_text())
    text.fill("growth")
    page.wait_for_url("**q=growth**")
    page.locator(".tabulator-col[tabulator-field=name]").get_by_role("button").click()
    page.wait_for_url("**sort=name")
    page.go_back()
    page.wait_for_url("**?q=growth&kind=target&theme=economy")
    expect(page.locator("[aria-sort=ascending]")).to_have_count(0)
    for before in (told[1], told[0]):
        page.go_back()
        expect(count).to_have_text(before)
    expect(text).to_have_value("")
    page.go_forward()
    expect(count).to_have_text(told[1])


def test_the_table_begins_with_the_first_indicator_latest_first(page: Page) -> None:
    opened(page, "explore/")
    assert set(page.locator(NAMES).all_inner_texts()[:5]) == {"地区生产总值"}
    periods = page.locator(f"{ROWS} [tabulator-field=period]").all_inner_texts()
    years = [int(one[:4]) for one in periods[:8] if re.fullmatch(r"\d{4}年", one)]
    assert years == sorted(years, reverse=True)
    assert years[0] >= 2024


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("typed", ["4250", "4250亿元", "4,250", "425.0 billion"])
def test_a_figure_is_found_as_either_language_states_it(page: Page, lang: str, typed: str) -> None:
    opened(page, f"{LANGUAGES[lang]}explore/?kind=actual&period=2020")
    page.locator("[data-explore] [name=q]").fill(typed)
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
    expect(page.get_by_role("gridcell", name="No figure fits.")).to_be_visible()
    expect(count).not_to_contain_text("nearest")


def test_a_filter_chosen_before_the_rows_arrive_holds_for_them(page: Page) -> None:
    with rows_held_back(page):
        page.goto("explore/")
        page.locator("[data-explore] [name=kind]").select_option("承诺")
    kinds = page.locator(".tabulator-cell[tabulator-field=kind]").all_inner_texts()
    assert set(kinds) == {"承诺"}


def test_a_filter_that_nothing_fits_says_so(page: Page) -> None:
    opened(page, "en/explore/")
    page.locator("[data-explore] [name=q]").fill("nothing of this kind")
    expect(page.get_by_role("gridcell", name="No figure fits.")).to_be_visible()


@pytest.mark.parametrize(
    ("lang", "typed", "indicator"),
    [
        ("zh", "地區生產總值", "gdp"),
        ("zh", "dqsczz", "gdp"),
        ("zh", "失業率", "registered-urban-unemployment-rate"),
        ("zh", "shiyelv", "registered-urban-unemployment-rate"),
        ("zh", "shi ye lv", "registered-urban-unemployment-rate"),
        ("zh", "unemployment rate", "registered-urban-unemployment-rate"),
        ("zh", "社零", "retail-sales"),
        ("en", "社零", "retail-sales"),
        ("en", "失业率 2020", "registered-urban-unemployment-rate"),
    ],
)
def test_rows_are_found_by_what_else_their_indicator_is_called(
    page: Page, lang: str, typed: str, indicator: str
) -> None:
    count = opened(page, f"{LANGUAGES[lang]}explore/")
    everything = count.inner_text()
    page.locator("[data-explore] [name=q]").fill(typed)
    expect(page.locator(NAMES).locator(f"[href*='/{indicator}/']").first).to_be_visible()
    expect(count).not_to_have_text(everything)
    expect(page.locator(NAMES).locator("[href*='/pocket-parks-built/']")).to_have_count(0)


def test_all_words_must_fit_be_they_names_or_not(page: Page) -> None:
    opened(page, "en/explore/?q=社零 growth 2020")
    rows = downloaded(page)
    assert {row["indicator"] for row in rows} == {"retail-sales"}
    assert {row["measure"] for row in rows} == {"growth"}
    assert all("2020" in row["id"] for row in rows)


def test_other_names_are_fetched_only_when_something_is_typed(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, "explore/?kind=target")
    assert not [url for url in asked if "catalogue" in url or "/find/" in url]
    with page.expect_request("**/catalogue.json"):
        page.locator("[data-explore] [name=q]").fill("社零")


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
    head = page.locator(".tabulator-col[tabulator-field=text]")
    head.get_by_role("button").focus()
    for state, query in (("ascending", "&sort=text"), ("descending", "&sort=-text"), ("none", "")):
        page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", state)
        page.wait_for_url(re.compile(f"q=[^&]*{query}$"))
    assert page.locator(FIGURES).all_inner_texts() == written


def test_a_column_is_hidden_and_stays_hidden_at_the_same_address(page: Page) -> None:
    opened(page, "explore/")
    page.locator(".filters__columns summary").click()
    page.locator("[name=column][value=theme]").uncheck()
    page.wait_for_url("**/explore/?hide=theme")
    opened(page, page.url)
    expect(page.locator(".tabulator-col[tabulator-field=theme]")).to_be_hidden()
    expect(page.locator(".tabulator-col[tabulator-field=source]")).to_be_visible()


def test_clearing_brings_all_rows_and_columns_back(page: Page) -> None:
    count = opened(page, "explore/")
    everything = count.inner_text()
    opened(page, "explore/?q=失业率&kind=target&sort=-text&hide=theme")
    page.locator("[data-explore] [type=reset]").click()
    expect(count).to_have_text(everything)
    expect(page.locator(".tabulator-col[tabulator-field=theme]")).to_be_visible()
    page.wait_for_url("**/explore/")


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
    page.route("**/explore-taken.json", lambda route: route.fulfill(body="not json"))
    page.locator("[data-download]").click()
    expect(page.locator("output[data-count]")).to_contain_text("The download failed")


def test_a_row_of_the_explorer_opens_its_figure_and_its_sentence(page: Page) -> None:
    opened(page, "en/explore/?q=kunshan/gdp/2020/level")
    row = page.locator(ROWS).first
    source = row.locator("[tabulator-field=source] a").evaluate("link => link.href")
    assert source.endswith("/en/sources/kunshan/gwr-2021/#kunshan/gdp/2020/level")
    row.locator("[tabulator-field=name] a").click()
    page.wait_for_url("**/en/areas/kunshan/gdp/#kunshan/gdp/2020/level")


def test_a_verdict_has_its_mark(page: Page) -> None:
    opened(page, "explore/?verdict=met")
    expect(page.locator(f"{ROWS} .verdict--met").first).to_have_text("达成")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [DESKTOP, TABLET], ids=["desktop", "tablet"])
def test_cells_stand_below_their_heads(new_page: NewPage, size: ViewportSize, lang: str) -> None:
    page = new_page(viewport=size)
    opened(page, f"{LANGUAGES[lang]}explore/")
    heads = page.locator(".tabulator-col").evaluate_all(LEFT)
    assert page.locator(f"{ROWS}:nth-child(5) .tabulator-cell").evaluate_all(LEFT) == heads


def test_the_first_column_stays_where_the_table_is_scrolled_sideways(new_page: NewPage) -> None:
    page = new_page(viewport=TABLET)
    opened(page, "explore/")
    before = page.locator(".is-name:visible, .is-theme:visible").evaluate_all(LEFT)
    page.locator(".tabulator-tableholder").evaluate("one => { one.scrollLeft = 100; }")
    expect(page.locator(".tabulator-header-contents")).to_have_js_property("scrollLeft", 100)
    after = page.locator(".is-name:visible, .is-theme:visible").evaluate_all(LEFT)
    assert {was - now for was, now in zip(before, after, strict=True)} == {0, 100}


@pytest.mark.parametrize("height", [800, 1000])
def test_the_table_ends_where_the_screen_does(new_page: NewPage, height: int) -> None:
    page = new_page(viewport={"width": 1280, "height": height})
    opened(page, "explore/")
    bottom = page.locator(".explorer").evaluate("one => one.getBoundingClientRect().bottom")
    assert height - 30 < bottom <= height


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_rows_are_there_at_once_and_do_not_move(
    new_page: NewPage, size: ViewportSize, lang: str
) -> None:
    page = new_page(viewport=size)
    with rows_held_back(page):
        page.goto(f"{LANGUAGES[lang]}explore/")
        first = page.locator(".first tbody tr").evaluate_all(PLACES)
    for came, drawn in zip(first, page.locator(ROWS).evaluate_all(PLACES), strict=True):
        assert came == pytest.approx(drawn, abs=1)
    expect(page.locator(".first")).to_be_hidden()


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
    expect(page.locator(".tabulator-header")).to_be_hidden()


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
    theme.select_option("Housing")
    expect(page.get_by_role("button", name="Filter (2)")).to_be_focused()


def test_a_row_becomes_a_card_where_the_screen_gets_narrow(page: Page) -> None:
    opened(page, "explore/")
    page.set_viewport_size(PHONE)
    expect(page.locator(".tabulator-header")).to_be_hidden()
    heights = page.locator(ROWS).evaluate_all("all => all.map(one => one.offsetHeight)")
    assert 60 < min(heights) <= max(heights) < 140


def test_the_explorer_falls_back_to_its_plain_table(page: Page) -> None:
    page.route("**/explore-zh.json", lambda route: route.fulfill(body="not json"))
    page.goto("explore/?q=失业率")
    expect(page.get_by_text("这里列出前 50 行")).to_be_visible()
    expect(page.locator("[data-plain] tbody tr").last).to_be_visible()
    expect(page.locator("[data-explore]")).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "printed", "heads"),
    [("q=失业率&hide=theme,review", None, 7), ("", 200, 9)],
    ids=["few", "many"],
)
def test_what_is_shown_is_printed(page: Page, query: str, printed: int | None, heads: int) -> None:
    opened(page, f"explore/?{query}")
    shown = page.locator(NAMES).all_inner_texts()
    page.pdf()
    page.emulate_media(media="print")
    rows = page.locator(".first tbody tr")
    expect(rows).to_have_count(printed or len(shown))
    names = rows.locator(".is-name").all_inner_texts()
    assert names[: len(shown)] == shown[: len(names)]
    expect(page.locator(".first thead th:visible")).to_have_count(heads)
    expect(page.get_by_text(f"前 {len(names)} 行")).to_be_visible()
    width = "one => one.scrollWidth - one.clientWidth"
    assert page.locator(".first .scroll").evaluate(width) <= 0
    expect(page.locator("#explore-table")).to_be_hidden()

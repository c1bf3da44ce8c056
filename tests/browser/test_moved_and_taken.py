"""A former address leads on with its figure; a page fills in what only a browser knows."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.weighing import answers
from tests.conftest import HOSTILE_REPOSITORY
from tests.support.hostile import FORMER_ID

FIGURE = "kunshan/gdp/2020/level"
MILESTONE = "kunshan/milestone/football-stadium-topped-out/2021/target"
PROMISED = "areas/kunshan/targets/2021/6/"  # the page that it is on
FORMER_FIGURE = f"kunshan/{FORMER_ID}/2020/level"


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("", ""),
        (f"#{FORMER_FIGURE}", f"#{FIGURE}"),
        (f"#{FORMER_FIGURE.replace('/', '%2F')}", f"#{FIGURE}"),
        (f"?from=x#{FORMER_FIGURE}/target", f"?from=x#{FIGURE}/target"),
        ("#definition", "#definition"),
        (f"#{FORMER_ID}", f"#{FORMER_ID}"),
    ],
)
def test_a_former_address_leads_to_the_same_place_of_the_indicator_now(
    hostile_page: Page, lang: str, asked: str, led: str
) -> None:
    hostile_page.goto(f"{lang}indicators/{FORMER_ID}/{asked}")
    page = "indicators/gdp" if led in ("", "#definition") else "areas/kunshan/gdp"
    hostile_page.wait_for_url(f"**/tally/{lang}{page}/{led}")


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize(
    ("asked", "led"),
    [
        (f"indicators/gdp/#{FIGURE}", f"areas/kunshan/gdp/#{FIGURE}"),
        (f"areas/kunshan/targets/#{MILESTONE}", f"{PROMISED}#{MILESTONE}"),
        (f"targets/#{MILESTONE}", f"{PROMISED}#{MILESTONE}"),
        (f"targets/?area=kunshan#{MILESTONE}", f"{PROMISED}#{MILESTONE}"),
        ("targets/?verdict=met#met", "areas/kunshan/targets/?verdict=met#met"),
        ("indicators/gdp/#definition", "indicators/gdp/#definition"),
    ],
)
def test_an_address_of_before_there_were_pages_of_areas_leads_on(
    page: Page, lang: str, asked: str, led: str
) -> None:
    page.goto(f"{lang}{asked}")
    page.wait_for_url(f"**/tally/{lang}{led.partition('?')[0].partition('#')[0]}**")
    assert page.url.endswith(f"/tally/{lang}{led}")
    if "/" in urlsplit(page.url).fragment:
        expect(page.locator(":target")).to_be_in_viewport()


def test_without_scripts_such_an_address_says_where_to_go(hostile_plain_page: Page) -> None:
    for asked in (f"indicators/gdp/#{FIGURE}", f"targets/#{MILESTONE}"):
        hostile_plain_page.goto(f"en/{asked}")
        expect(
            hostile_plain_page.get_by_text("now stand on the page of their area")
        ).to_be_visible()
        expect(hostile_plain_page.locator("a[data-area=kunshan]")).to_be_visible()


def test_a_former_address_leaves_nothing_to_go_back_to(hostile_page: Page) -> None:
    hostile_page.goto("about/")
    hostile_page.goto(f"indicators/{FORMER_ID}/")
    hostile_page.wait_for_url("**/tally/indicators/gdp/")
    hostile_page.go_back()
    hostile_page.wait_for_url("**/tally/about/")


def test_a_former_address_leads_on_without_scripts(hostile_plain_page: Page) -> None:
    hostile_plain_page.goto(f"en/indicators/{FORMER_ID}/")
    hostile_plain_page.wait_for_url("**/tally/en/indicators/gdp/")


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize(
    ("source", "asked", "led"),
    [
        ("gwr-2021", FORMER_FIGURE, FIGURE),
        ("gwr-2021", f"kunshan/{FORMER_ID}/2021/growth/target", "kunshan/gdp/2021/growth/target"),
        ("bulletin-2024", f"{FORMER_ID}/2024/level", "gdp/2024/level"),
        (
            "bulletin-2024",
            f"kunshan%2F{FORMER_ID}/2024/level/bulletin-2024",
            "kunshan/gdp/2024/level/bulletin-2024",
        ),
    ],
)
def test_a_former_id_leads_to_its_place_in_a_source(
    hostile_page: Page, lang: str, source: str, asked: str, led: str
) -> None:
    hostile_page.goto(f"{lang}sources/kunshan/{source}/#{asked}")
    hostile_page.wait_for_url(re.compile(f"/{source}/(2/)?#{led}$"))
    expect(hostile_page.locator(":target")).to_be_in_viewport()


def test_an_anchor_of_a_source_asks_for_nothing(page: Page) -> None:
    with answers(page) as heard:
        for anchor in ("p1", "nothing", f"{FIGURE}"):
            page.goto(f"sources/kunshan/gwr-2021/#{anchor}", wait_until="networkidle")
    assert not [one.url for one in heard if "/indicators/" in one.url]


def filled_form(page: Page, figure: str) -> dict[str, list[str]]:
    """What the form that stands beside a figure is opened with."""
    link = page.locator(f"tr:has([id='{figure}']) [data-form-of]")
    expect(link).to_have_count(1)
    return parse_qs(urlsplit(link.get_attribute("href") or "").query)


def test_a_pressed_figure_offers_the_form_with_its_id_filled_in(hostile_page: Page) -> None:
    hostile_page.goto("areas/kunshan/gdp/")
    expect(hostile_page.locator("[data-form-of]")).to_have_count(0)
    links = hostile_page.locator("table.figures td a[id]")
    for number in (0, links.count() - 1):
        figure = links.nth(number).get_attribute("id") or ""
        links.nth(number).click()
        filled = filled_form(hostile_page, figure)
        assert filled["figure"] == filled["title"] == [figure]
        assert unquote(filled["page"][0]).endswith(f"/areas/kunshan/gdp/#{figure}")
        assert filled["template"] == ["wrong-value.yml"]
    expect(hostile_page.locator("[data-form-of]")).to_have_count(1)


@pytest.mark.parametrize(("lang", "words"), [("", "数据行"), ("en/", "data line")])
def test_behind_every_statement_its_line_of_data_is_linked(
    hostile_page: Page, hostile_plain_page: Page, lang: str, words: str
) -> None:
    for page in (hostile_page, hostile_plain_page):
        page.goto(f"{lang}areas/kunshan/gdp/")
    places = hostile_plain_page.locator(".figures td:last-child code").all_inner_texts()
    lines = hostile_page.locator(".figures td:last-child a").get_by_text(words, exact=True)
    addresses = lines.evaluate_all("all => all.map(one => one.href)")
    expected = [place.replace(":", "#L") for place in places]
    assert len(expected) > 20
    assert [address.rpartition("/")[2] for address in addresses] == expected
    folder = f"{HOSTILE_REPOSITORY}/blob/HEAD/datasets/kunshan/observations/"
    assert all(address.startswith(folder) for address in addresses)


def test_an_address_with_a_figure_offers_its_form_at_once(hostile_page: Page) -> None:
    hostile_page.goto(f"en/areas/kunshan/gdp/#{FIGURE}")
    assert filled_form(hostile_page, FIGURE)["figure"] == [FIGURE]
    expect(hostile_page.locator("[data-form-of]")).to_have_text("form")


def test_without_scripts_a_form_asks_for_the_figure(hostile_plain_page: Page) -> None:
    hostile_plain_page.goto("areas/kunshan/gdp/")
    link = hostile_plain_page.locator("[data-form]")
    query = parse_qs(urlsplit(link.get_attribute("href") or "").query)
    assert set(query) == {"template", "page"}
    expect(link.locator("xpath=..")).to_contain_text("# 后面")


@pytest.mark.parametrize("lang", ["", "en/"])
def test_citations_end_in_the_address_of_the_page_where_the_build_did_not_know_it(
    page: Page, served_site: str, lang: str
) -> None:
    page.goto(f"{lang}areas/kunshan/gdp/#definition")
    address = f"{served_site}{lang}areas/kunshan/gdp/"
    cited = page.locator("dd", has=page.locator("[data-here='']"))
    expect(cited).to_contain_text(f"CC-BY-4.0. {address} BibTeX")
    expect(cited.locator("small")).to_contain_text(re.compile(f"CC-BY-4.0. {address}#kunshan/gdp/"))
    assert f"\n  url = {{{address}}},\n}}\n" in (cited.locator("code").text_content() or "")


def test_the_data_page_is_cited_with_its_address(page: Page, served_site: str) -> None:
    page.goto("data/")
    expect(page.locator("p", has=page.locator("[data-here]")).first).to_contain_text(
        f"CC-BY-4.0. {served_site}data/"
    )


def test_lines_for_embedding_name_the_site_that_they_were_copied_from(
    page: Page, served_site: str
) -> None:
    page.goto("en/areas/kunshan/gdp/")
    code = page.locator("[data-embed]")
    expect(code).to_be_visible()
    expect(code).to_contain_text(f'<img src="{served_site}charts/kunshan/gdp.en.svg"')


def test_without_scripts_no_line_for_embedding_is_offered_that_lacks_the_site(
    new_page: Callable[..., Page],
) -> None:
    plain_page = new_page(java_script_enabled=False)
    plain_page.goto("areas/kunshan/gdp/")
    expect(plain_page.locator("[data-embed]")).to_be_hidden()
    expect(plain_page.locator("main")).not_to_contain_text("{site}", use_inner_text=True)


def test_a_site_that_knows_its_address_says_it_without_scripts(hostile_plain_page: Page) -> None:
    hostile_plain_page.goto("areas/kunshan/gdp/")
    expect(hostile_plain_page.locator("[data-embed]")).to_contain_text(
        "https://tally.example/tally/charts/"
    )
    expect(hostile_plain_page.locator("dd").filter(has_text="BibTeX")).to_contain_text(
        "CC-BY-4.0. https://tally.example/tally/areas/kunshan/gdp/"
    )


def test_all_promises_are_taken_away_where_they_are_listed(page: Page) -> None:
    page.goto("en/areas/kunshan/targets/")
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Download all promises (CSV)").click()
    rows = list(csv.DictReader(downloading.value.path().read_text("utf-8-sig").splitlines()))
    assert str(len(rows)) == page.locator("[data-targets]").get_attribute("data-total")


def test_an_indicator_is_taken_away_in_every_form_there_is(page: Page) -> None:
    for indicator in ("gdp", "new-urban-employment"):  # with a photograph of its chart, and without
        page.goto(f"en/areas/kunshan/{indicator}/")
        taken = page.locator("section:has(#take) dd").first
        expect(taken).to_have_text(re.compile(r"CSV · Excel · JSON · SVG · PNG · Vega-Lite$"))
        with page.expect_download() as downloading:
            taken.get_by_role("link", name="PNG").click()
        assert downloading.value.suggested_filename.endswith(".png")

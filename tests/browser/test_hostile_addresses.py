"""State from the address is never trusted: whatever stands there, the page does what it does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import visitors
from tests.browser.kinds import KINDS, LANGUAGES, settled
from tests.browser.serving import served

FIGURE = "kunshan/gdp/2020/level"
_ALPHABET = "%ff%00%2F%u0041&=?#/\\<>\"'`{}[]()~!@$^*;:,.|+- \u200b\u202e中a0"


def made_up(seed: int) -> str:
    """Text that no link of ours has, the same in every run."""
    chance = random.Random(seed)
    return "".join(chance.choices(_ALPHABET, k=chance.randint(1, 60)))


FRAGMENTS = (
    *("%ff", "%", "%E4%BD", "%00", "%2F%2F", "%uD800", "%ff/2020/level", f"{FIGURE}%ff"),
    *("a/b/c", "../../..", "..%2F..%2F../x/y", "//evil.example/", "中/文/字", "top"),
    *("constructor/x/level", "__proto__/a/b", "javascript:alert(1)"),
    *("'\"><img src=x onerror=alert(1)>", "/" * 500, "a" * 20_000),
    *map(made_up, range(12)),
)
QUERIES = (
    *("?", "?%ff", "?q=%ff", "?q=%00", "?q=[(*\\", "?q=%ED%A0%80"),
    *("?q=" + "a" * 20_000, "?q=" + "a+" * 5_000, "?q=<img src=x onerror=alert(1)>"),
    *("?sort=__proto__", "?sort=-constructor", "?sort=%ff", "?sort=value&sort=-value"),
    *("?hide=%ff,,,name", "?hide=" + ",".join(f"x{i}" for i in range(3_000)), "?hide=name&hide=x"),
    *("?verdict=__proto__", "?verdict=met&verdict=missed", "?theme=%22%5D", "?__proto__[x]=1"),
    *("?" + made_up(seed) for seed in range(100, 112)),
    *("?q=" + made_up(seed) for seed in range(200, 208)),
    *("?sort=" + made_up(seed) for seed in range(300, 304)),
)
READ_STATE = (
    *("home", "area", "indicator", "series", "targets", "promises"),
    *("source", "cited source", "explore", "index"),
)


@pytest.fixture(scope="module")
def lasting_address(built_site: Path) -> Iterator[str]:
    """The site from a host that lets the browser keep what it has: hundreds of pages are opened."""
    with served(built_site, lasting=True) as address:
        yield address


@pytest.fixture
def one_page(browser: Browser, lasting_address: str) -> Iterator[Page]:
    """A page whose visitor goes from address to address."""
    with visitors(browser, lasting_address) as open_page:
        yield open_page()


@pytest.mark.parametrize("kind", READ_STATE)
def test_no_fragment_harms_a_page(one_page: Page, kind: str) -> None:
    page = one_page
    for fragment in FRAGMENTS:
        page.goto("about:blank")
        settled(page, f"{KINDS[kind]}#{fragment}")
        expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize("kind", READ_STATE)
def test_no_query_harms_a_page(one_page: Page, kind: str) -> None:
    page = one_page
    for query in QUERIES:
        page.goto(KINDS[kind] + query)
        expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize("address", ["#%ff", "?q=%ff#%", "?sort=__proto__#%E4%BD"])
def test_promises_are_filtered_whatever_the_address_holds(page: Page, address: str) -> None:
    page.goto(KINDS["promises"] + address)
    form = page.locator("[data-targets]")
    expect(form).to_be_visible()
    form.get_by_role("searchbox").fill("生产总值")
    shown = page.locator("#promises tbody tr:visible")
    every = page.locator("#promises tbody tr")
    expect(shown.first).to_be_visible()
    assert shown.count() < every.count()


@pytest.mark.parametrize("query", QUERIES)
def test_the_explorer_says_in_few_words_what_it_leaves_out(page: Page, query: str) -> None:
    page.goto(KINDS["explore"] + query)
    count = page.locator("output[data-count]")
    expect(count).not_to_be_empty()
    assert len(count.text_content() or "") < 1_000


@pytest.mark.parametrize("lang", LANGUAGES.values())
@pytest.mark.parametrize("former", ["%2e%2e", "..", ".", "%ff", "<b>", "a%2Fb", "a" * 5_000])
def test_what_can_be_no_former_name_is_not_asked_for(page: Page, lang: str, former: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    settled(page, f"{lang}{KINDS['source']}#{former}/2020/level")
    page.wait_for_load_state("networkidle")
    others = [url for url in asked[1:] if KINDS["source"] not in url]  # but its own further pages
    assert not [url for url in others if url.endswith("/")]

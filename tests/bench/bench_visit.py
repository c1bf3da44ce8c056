"""What a visit costs: the bytes of a first page and of the first answer of the search."""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Response

from tests.browser.find_browser import find_browser, running
from tests.browser.serving import served
from tests.conftest import ROOT, build_site

PAGES = {"home page": "", "indicator page": "indicators/gdp/", "targets page": "targets/"}


@contextmanager
def answers(page: Page) -> Iterator[list[Response]]:
    """What the browser gets from the host meanwhile."""
    heard: list[Response] = []

    def hear(response: Response) -> None:
        heard.append(response)

    page.on("response", hear)
    yield heard
    page.remove_listener("response", hear)


def gzipped(heard: list[Response]) -> int:
    """The bytes of all answers, as a host sends them that packs what it sends."""
    return sum(len(gzip.compress(one.body(), mtime=0)) for one in heard if one.ok)


def visited(page: Page, address: str) -> int:
    """The bytes of a first visit, until the page is still."""
    with answers(page) as heard:
        page.goto(address, wait_until="networkidle")
    return gzipped(heard)


def searched(page: Page) -> int:
    """The bytes that the search asks for before its first answer."""
    with answers(page) as heard:
        page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.focus()
        page.keyboard.type("GDP", delay=50)
        page.get_by_role("option").first.wait_for()
    return gzipped(heard)


def main() -> None:
    """Print the rows."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(build_site(ROOT, Path(folder, "site"))) as site,
        running(find_browser()) as browser,
    ):
        for name, path in PAGES.items():
            page = browser.new_context().new_page()
            print(f"first visit, {name} | {visited(page, site + path) / 1000:.0f} kB | < 150 kB")
            if not path:
                print(f"search, first answer | {searched(page) / 1000:.0f} kB | < 50 kB")


main()

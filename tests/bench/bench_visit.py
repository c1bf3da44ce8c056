"""What a visit costs: the bytes of a first page, the bytes and the time of the search's answer."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.find_browser import find_browser, running
from tests.browser.serving import served
from tests.browser.weighing import searched, visited
from tests.conftest import ROOT, build_site

PAGES = {
    "home page": "",
    "series page": "areas/kunshan/gdp/",
    "targets page": "targets/",
    "explore page": "explore/",
}


def answered(page: Page) -> float:
    """The milliseconds until another query is answered, names being there."""
    box = page.get_by_role("combobox")
    box.fill("")
    start = time.perf_counter()
    box.fill("河北 GDP 2026 目标")
    page.locator("[role=option][href*='/hebei/gdp/']").first.wait_for()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print the rows."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(build_site(ROOT, Path(folder, "site"))) as site,
        running(find_browser()) as browser,
    ):
        for name, path in PAGES.items():
            page = browser.new_context().new_page()
            print(f"first visit, {name} | {visited(page, site + path) / 1000:.0f} kB | < 110 kB")
            if not path:
                print(f"search, first answer | {searched(page) / 1000:.0f} kB | < 50 kB")
                print(f"search, an area and an indicator | {answered(page):.0f} ms | < 200 ms")


main()

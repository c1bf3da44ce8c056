"""What a visit costs: the bytes of a first page and of the first answer of the search."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.browser.find_browser import find_browser, running
from tests.browser.serving import served
from tests.browser.weighing import searched, visited
from tests.conftest import ROOT, build_site

PAGES = {"home page": "", "series page": "areas/kunshan/gdp/", "targets page": "targets/"}


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


main()

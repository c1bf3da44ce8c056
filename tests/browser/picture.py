"""The pictures of both READMEs: areas side by side on the built site, as a visitor sees it.

They show the fonts of the machine that draws it, so draw them where Chinese fonts are installed.
"""

from __future__ import annotations

from pathlib import Path

from tests.browser.find_browser import find_browser, running
from tests.browser.serving import served

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "assets" / "images"
PICTURES = {"indicators/gdp/": "site.png", "en/indicators/gdp/": "site.en.png"}


def main() -> None:
    """Draw the first screen of each page of ``site/``."""
    with served(ROOT / "site") as site, running(find_browser()) as browser:
        page = browser.new_page(viewport={"width": 960, "height": 930})
        for address, picture in PICTURES.items():
            page.goto(site + address, wait_until="networkidle")
            page.screenshot(path=IMAGES / picture)


if __name__ == "__main__":
    main()

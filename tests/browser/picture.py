"""The README's picture: an indicator's page of the built site, as a visitor sees it.

It shows the fonts of the machine that draws it, so draw it where Chinese fonts are installed.
"""

from __future__ import annotations

from pathlib import Path

from tests.browser.find_browser import find_browser, running
from tests.browser.serving import served

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "assets" / "images" / "site.png"
PAGE = "indicators/gdp/"


def main() -> None:
    """Draw the page of ``site/`` into PICTURE."""
    with served(ROOT / "site") as site, running(find_browser()) as browser:
        page = browser.new_page(viewport={"width": 1200, "height": 860})
        page.goto(site + PAGE, wait_until="networkidle")
        page.screenshot(path=PICTURE)


if __name__ == "__main__":
    main()

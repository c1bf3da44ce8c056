"""One page of every kind that the site has, by its address in Chinese."""

from __future__ import annotations

from playwright.sync_api import Page, ViewportSize

KINDS = {
    "home": "",
    "indicators": "indicators/",
    "areas": "areas/",
    "area": "areas/kunshan/",
    "indicator": "indicators/gdp/",
    "series": "areas/kunshan/gdp/",
    "series with a lone figure": "areas/kunshan/technology-brokers-trained/",
    "targets": "targets/",
    "promises": "areas/kunshan/targets/",
    "themes": "themes/",
    "theme": "themes/economy/",
    "sources": "sources/",
    "source": "sources/kunshan/gwr-2021/",
    "raw text": "sources/kunshan/gwr-2021/raw/",
    "cited source": "sources/kunshan/bulletin-2024/",
    "explore": "explore/",
    "data": "data/",
    "methodology": "methodology/",
    "reading quality": "reading-quality/",
    "checks": "checks/",
    "corrections": "corrections/",
    "columns": "columns/",
    "errors": "errors/",
    "about": "about/",
    "contribute": "contribute/",
    "scale": "scale/",
    "adopt": "adopt/",
    "develop": "develop/",
    "index": "all/",
}
LANGUAGES = {"zh": "", "en": "en/"}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}


def settled(page: Page, address: str) -> None:
    """Open a page and wait until its scripts have drawn all they draw."""
    page.goto(address)
    if page.locator("[data-explore]").count():
        page.locator(".explorer--ready").wait_for()

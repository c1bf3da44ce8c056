"""The built site in a real browser.

A test takes ``page`` (or ``new_page`` for other settings) and goes to addresses below the site:
``page.goto("areas/kunshan/gdp/")``. It fails at its end when a page logged an error, raised one,
asked another host, opened a dialog or asked this host for anything outside the site's folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from tests.browser.find_browser import find_browser, running
from tests.browser.serving import served
from tests.conftest import MANY_AREAS, ROOT

# Nothing but this machine resolves, so that a foreign request fails at once and goes nowhere.
ONLY_THIS_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one for the browser: ``-m 'not browser'`` leaves it out."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[str]:
    """The address of the built site under a sub-path, such as http://127.0.0.1:1234/tally/."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the run."""
    with running(find_browser(), ONLY_THIS_HOST) as browser:
        yield browser


@contextmanager
def visitors(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Open pages of a site, each as a new visitor; at the end none of them may have a fault."""
    faults: list[str] = []
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(base_url=site, locale="zh-CN", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        _record_faults(page, site, faults)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def new_page(browser: Browser, served_site: str) -> Iterator[Callable[..., Page]]:
    """Open pages with the settings of a visitor.

    ``new_page(java_script_enabled=False)``, ``new_page(color_scheme="dark")``,
    ``new_page(viewport={"width": 390, "height": 844})``: the options of Playwright's
    ``Browser.new_context``. Each page is a new visitor, without cache or storage.
    """
    with visitors(browser, served_site) as open_page:
        yield open_page


@pytest.fixture
def hostile_page(browser: Browser, hostile_site: Path) -> Iterator[Page]:
    """A page on the site whose data is hostile."""
    with served(hostile_site) as address, visitors(browser, address) as open_page:
        yield open_page()


@pytest.fixture
def hostile_plain_page(browser: Browser, hostile_site: Path) -> Iterator[Page]:
    """A page on the site whose data is hostile, in a browser that runs no scripts."""
    with served(hostile_site) as address, visitors(browser, address) as open_page:
        yield open_page(java_script_enabled=False)


@pytest.fixture(scope="session")
def whole_address(whole_site: Path) -> Iterator[str]:
    """The address of the site of all areas; where those that the tests ask about are not here, they
    are left out."""
    if not (ROOT / "datasets" / MANY_AREAS).is_dir():
        pytest.skip(f"these tests ask about the areas of {MANY_AREAS}, which are not here")
    with served(whole_site) as address:
        yield address


@pytest.fixture
def whole_page(browser: Browser, whole_address: str) -> Iterator[Page]:
    """A page on the site of all areas."""
    with visitors(browser, whole_address) as open_page:
        yield open_page()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page on a desktop screen, light, with JavaScript on."""
    return new_page()


def _record_faults(page: Page, site: str, faults: list[str]) -> None:
    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"console at {page.url}: {message.text} ({message.location['url']})")

    def on_request(request: Request) -> None:
        if request.url.startswith("http") and not request.url.startswith(site):
            faults.append(f"request outside the site at {page.url}: {request.url}")

    def on_dialog(dialog: Dialog) -> None:
        faults.append(f"dialog at {page.url}: {dialog.message}")
        dialog.dismiss()

    page.on("console", on_console)
    page.on("dialog", on_dialog)
    page.on("request", on_request)
    page.on("pageerror", lambda error: faults.append(f"script at {page.url}: {error}"))

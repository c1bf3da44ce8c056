"""What a visit costs in bytes, as a host sends them that packs what it sends."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Response


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
    """The bytes of all answers."""
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

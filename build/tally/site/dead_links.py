"""Links of a built site that lead nowhere: `python -m tally.site.dead_links site`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

LINKING = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}
"""The attribute that holds an address, by the element."""
UNNAMED = "http://localhost/"


class Linked(Protocol):
    """A built page: its ids, and the addresses that it leads to."""

    @property
    def ids(self) -> Iterable[str]: ...
    @property
    def links(self) -> Iterable[str]: ...


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.ids.add(attributes.get("id") or "")
        address = attributes.get(LINKING.get(tag, ""))
        if address is not None and leads_on(address):
            self.links.add(address)


def leads_on(address: str) -> bool:
    """Whether an address is one of a page or a file, not data: and such."""
    return urlsplit(address).scheme in ("", "http", "https")


def dead_links(pages: Mapping[str, Linked], site: Path, base: str) -> list[str]:
    """Links to files that are not there, or to anchors that their page does not have.

    `pages` by their path in the site; `base` is its address, which its own whole links begin with.
    """
    ids = {name: set(page.ids) for name, page in pages.items()}
    dead = set()
    for name, page in pages.items():
        for address in page.links:
            target = target_of(address, name, base)
            if target is None:
                continue
            file, anchor = target
            if not (site / file).is_file() or (anchor and anchor not in ids.get(file, set())):
                dead.add(f"{name}: {address}")
    return sorted(dead)


def target_of(address: str, page: str, base: str) -> tuple[str, str] | None:
    """The file of the site that an address on `page` leads to, and the anchor; None: elsewhere.

    `base` is the address of the site, such as https://tally.example/tally/.
    """
    home = urlsplit(base)
    parts = urlsplit(address)
    if parts.netloc and parts.netloc != home.netloc:
        return None
    if not parts.path and not parts.netloc:
        return page, unquote(parts.fragment)
    path = unquote(parts.path)
    whole = path if path.startswith("/") else _joined(home.path + page, path)
    if not whole.startswith(home.path):
        return f"outside of the site: {whole}", ""
    file = whole.removeprefix(home.path)
    return (file if file and not file.endswith("/") else f"{file}index.html"), unquote(
        parts.fragment
    )


def _joined(page: str, relative: str) -> str:
    folders = page.split("/")[:-1]
    for part in relative.split("/"):
        if part == "..":
            folders.pop()
        elif part not in (".", ""):
            folders.append(part)
    return "/".join(folders) + ("/" if relative.endswith(("/", ".")) else "")


def main(site: Path) -> int:
    """Say which links of a site are dead; 1 where there are any, or no pages."""
    files = sorted(site.rglob("*.html"))
    pages = {one.relative_to(site).as_posix(): _Page(one.read_text("utf-8")) for one in files}
    dead = dead_links(pages, site, os.environ.get("TALLY_SITE_URL") or UNNAMED)
    print("\n".join((*dead, f"{len(pages)} pages, {len(dead)} dead links")))
    return 1 if dead or not pages else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

"""Built pages as a checker reads them: their elements, their ids, what they link to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from tally.site.dead_links import LINKING, leads_on

VOID = ("br", "hr", "img", "input", "link", "meta", "wbr")


@dataclass
class BuiltPage:
    """The elements of a page, each with its attributes, in order."""

    path: Path
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def links(self) -> Iterator[str]:
        """The addresses as written, without data: and such."""
        for tag, attributes in self.elements:
            address = attributes.get(LINKING.get(tag, ""))
            if address is not None and leads_on(address):
                yield address

    def attributes_of(self, tag: str) -> Iterator[dict[str, str]]:
        return (attributes for name, attributes in self.elements if name == tag)


def read_page(path: Path) -> BuiltPage:
    """Read one HTML file."""
    page = BuiltPage(path)
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: page.elements.append(  # type: ignore[method-assign]
        (tag, {name: value or "" for name, value in attrs})
    )
    parser.feed(path.read_text("utf-8"))
    return page


def read_site(site: Path) -> dict[str, BuiltPage]:
    """All pages by their path in the site, such as en/index.html."""
    paths = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): read_page(path) for path in paths}


class _Speaker(HTMLParser):
    """Collects the text of a page with the language and the element it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [("", "")]
        self.said: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang") or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.said.append((*reversed(self.open[-1]), data.strip()))


def spoken(path: Path) -> list[tuple[str, str, str]]:
    """What a page says, piece by piece: the language it is said to be in, its element, the text."""
    speaker = _Speaker()
    speaker.feed(path.read_text("utf-8"))
    return [(lang, tag, text) for lang, tag, text in speaker.said if text]

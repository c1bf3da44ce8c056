"""What stands around every page: head, header and footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tally.site import routes
from tally.site.render import render
from tally.site.routes import LANGS, Lang
from tally.site.words import say

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
FEED = {"zh": "feed.xml", "en": "en/feed.xml"}
_HEADER = ("indicators", "targets", "sources", "explore", "data")
MENU = (
    "indicators",
    "themes",
    "targets",
    "sources",
    "explore",
    "data",
    "methodology",
    "reading-quality",
    "checks",
    "corrections",
    "errors",
    "contribute",
    "about",
    "all",
)
_SCRIPTS = ("assets/js/search.js", "assets/js/tips.js")


@dataclass(frozen=True, slots=True)
class NavItem:
    text: str
    route: str
    current: bool


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    lang: Lang
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The values that head, header and footer show."""

    title: str
    full_title: str
    description: str
    canonical: str | None
    alternates: tuple[Alternate, ...]
    nav: tuple[NavItem, ...]
    menu: tuple[NavItem, ...]
    home: bool
    feed: str
    picture: str | None
    linked_data: Markup | None
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    repository: str | None


@dataclass(frozen=True, slots=True)
class Around:
    """The rendered frame, as the theme's main.html takes it."""

    head: Markup
    styles: Markup
    header: Markup
    body: Markup
    footer: Markup
    wide: bool


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the frame needs to know of a page."""

    url: str
    title: str
    description: str
    site_url: str | None
    repository: str | None
    picture: str | None = None
    linked_data: Markup | None = None
    scripts: Sequence[str] = ()
    styles: Sequence[str] = ()
    wide: bool = False
    root: str | None = None


def surround(page: PageFacts, body: Markup) -> Around:
    """Render all that stands around a page's body."""
    lang = routes.split_language(page.url)[1]
    frame = frame_of(page)
    head, styles, header, footer = (
        render(f"{part}.html", page.url, lang, page.root, frame=frame, policy=POLICY)
        for part in ("head", "styles", "header", "footer")
    )
    return Around(head, styles, header, body, footer, page.wide)


def frame_of(page: PageFacts) -> Frame:
    route, lang = routes.split_language(page.url)
    site = say("site.name", lang)
    return Frame(
        title=page.title,
        full_title=f"{page.title} · {site}" if route else page.title,
        description=page.description,
        canonical=f"{page.site_url}{page.url}" if page.site_url else None,
        alternates=alternates(page.url, page.site_url or page.root),
        nav=navigation(_HEADER, route, lang),
        menu=navigation(MENU, route, lang),
        home=route == routes.HOME,
        feed=FEED[lang],
        picture=f"{page.site_url}{page.picture}" if page.picture and page.site_url else None,
        linked_data=page.linked_data,
        scripts=(*_SCRIPTS, *page.scripts),
        styles=tuple(page.styles),
        repository=page.repository,
    )


def alternates(url: str, start: str | None) -> tuple[Alternate, ...]:
    """The page in each language; full addresses where the site knows its own."""
    route, _ = routes.split_language(url)
    start = start or routes.root_of(url)
    return tuple(
        Alternate(lang, say("site.language", lang), start + routes.in_language(route, lang))
        for lang in LANGS
    )


def navigation(keys: Sequence[str], route: str, lang: Lang) -> tuple[NavItem, ...]:
    """Links to the main pages; that of the page itself, or of its folder, is current."""
    return tuple(
        NavItem(say(f"page.{key}.short", lang), f"{key}/", route.startswith(f"{key}/"))
        for key in keys
    )

"""What stands around every page: head, header and footer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from tally.package import addresses
from tally.site import routes, stylesheet
from tally.site.render import render
from tally.site.routes import LANGS, Lang
from tally.words import say

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
_STYLES = (stylesheet.FILE, "assets/css/tally.css", "assets/css/charts.css")
_CHROME = ("header", "footer")
_CHROME_MADE: dict[tuple[object, ...], Markup] = {}
_INDENT = re.compile(r"\n\s+")
_ELSEWHERE = "address-in-the-other-language"
_SCRIPTS = ("assets/js/search.js", "assets/js/charts.js", "assets/js/take.js")


@dataclass(frozen=True, slots=True)
class NavItem:
    text: str
    route: str
    current: bool


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language: the way to it, and its full address where known."""

    lang: Lang
    text: str
    href: str
    address: str | None


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


def surround(page: PageFacts, body: Markup) -> Markup:
    """The whole page: all that stands around its body, and the body."""
    lang = routes.split_language(page.url)[1]
    frame = frame_of(page)
    header, footer = (_chrome(part, page.url, lang, page.root, frame) for part in _CHROME)
    return render(
        "page.html",
        page.url,
        lang,
        page.root,
        frame=frame,
        page=page,
        policy=POLICY,
        header=header,
        footer=footer,
        body=body,
    )


def _chrome(part: str, url: str, lang: Lang, root: str | None, frame: Frame) -> Markup:
    """Header or footer, without indents: every page has them. They differ between pages only in
    what is current and where they are."""
    other = next(one for one in frame.alternates if one.lang != lang)
    depth = root if root is not None else routes.root_of(url)
    current = tuple(item.current for item in frame.menu)
    known = _CHROME_MADE.get((part, lang, depth, current, frame.home, frame.repository))
    if known is None:
        made = render(f"{part}.html", url, lang, root, frame=frame, elsewhere=_ELSEWHERE)
        known = Markup(_INDENT.sub("\n", made))
        _CHROME_MADE[part, lang, depth, current, frame.home, frame.repository] = known
    return Markup(known.replace(_ELSEWHERE, escape(other.href)))


def frame_of(page: PageFacts) -> Frame:
    route, lang = routes.split_language(page.url)
    site = say("site.name", lang)
    lasting = page.root is None  # the page for wrong addresses has none of its own
    site_url = page.site_url if lasting else None
    return Frame(
        title=page.title,
        full_title=f"{page.title} · {site}" if route else page.title,
        description=page.description,
        canonical=f"{site_url}{page.url}" if site_url else None,
        alternates=alternates(page.url, page.root, site_url),
        nav=navigation(_HEADER, route, lang),
        menu=navigation(MENU, route, lang),
        home=lasting and route == routes.HOME,
        feed=routes.in_language(addresses.FEED, lang),
        picture=f"{site_url}{page.picture}" if page.picture and site_url else None,
        linked_data=page.linked_data,
        scripts=(*_SCRIPTS, *page.scripts),
        styles=(*_STYLES, *page.styles),
        repository=page.repository,
    )


def alternates(url: str, root: str | None, site_url: str | None) -> tuple[Alternate, ...]:
    """The page in each language."""
    route, _ = routes.split_language(url)
    start = root or routes.root_of(url)
    paths = {lang: routes.in_language(route, lang) for lang in LANGS}
    return tuple(
        Alternate(
            lang,
            say("site.language", lang),
            start + path,
            f"{site_url}{path}" if site_url else None,
        )
        for lang, path in paths.items()
    )


def navigation(keys: Sequence[str], route: str, lang: Lang) -> tuple[NavItem, ...]:
    """Links to the main pages; that of the page itself, or of its folder, is current."""
    return tuple(
        NavItem(say(f"page.{key}.short", lang), f"{key}/", route.startswith(f"{key}/"))
        for key in keys
    )

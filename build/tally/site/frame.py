"""What Material's templates are given of ours for one page: its head, words, addresses, files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tally.package.addresses import FEED, LANGUAGE_TAGS
from tally.site import routes
from tally.site.render import addresser, render
from tally.site.routes import LANGS, Lang
from tally.words import Say, say, speaker

_STYLES = ("assets/css/tally.css", "assets/css/charts.css")
_SCRIPTS = ("assets/js/search.js", "assets/js/drawer.js")
_SCRIPTS_FOR = {
    "assets/js/charts.js": ("data-png", "data-kind"),
    "assets/js/take.js": ("data-embed", "data-here", "data-bibtex", "data-lines", "data-form"),
}
"""What a page is given where one of these stands in it."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language, as Material's menu of languages and the head name it: its path
    in the site, and its full address where that is known."""

    lang: str
    name: Markup
    link: str
    address: str | None


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the frame needs to know of a page; `root` where it may be asked for at any depth."""

    url: str
    title: str
    description: str
    linked_data: Markup | None = None
    picture: str | None = None
    scripts: Sequence[str] = ()
    styles: Sequence[str] = ()
    root: str | None = None
    content: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What the site says of itself in one language."""

    name: str
    description: str
    favicon: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """The variable `tally` of Material's templates. Paths are below the root of the site."""

    lang: Lang
    tag: str
    head: Markup
    say: Say
    link: Callable[[str], str]
    asset: Callable[[str], str]
    feed: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    alternates: tuple[Alternate, ...]
    body: str


def frame_of(page: PageFacts, site: Site, body: str = "") -> Frame:
    """The frame of a page; the page for wrong addresses has no address of its own."""
    lang = routes.split_language(page.url)[1]
    link, asset = addresser(page.url, lang, page.root)
    others = alternates(page.url, page.root or "", site.url if page.root is None else None)
    return Frame(
        lang=lang,
        tag=LANGUAGE_TAGS[lang],
        head=_head(page, site, lang, others),
        say=speaker(lang),
        link=link,
        asset=asset,
        feed=routes.in_language(FEED, lang),
        scripts=(*_SCRIPTS, *_needed(page.content), *page.scripts),
        styles=(*_STYLES, *page.styles),
        alternates=others,
        body=body,
    )


def _needed(content: str) -> Iterator[str]:
    return (one for one, marks in _SCRIPTS_FOR.items() if any(mark in content for mark in marks))


def _head(page: PageFacts, site: Site, lang: Lang, others: Sequence[Alternate]) -> Markup:
    known = site.url if page.root is None else None
    return render(
        "head.html",
        page.url,
        lang,
        page.root,
        page=page,
        site=site.name,
        favicon=addresser(page.url, lang, page.root)[1](site.favicon),
        canonical=f"{known}{page.url}" if known else None,
        alternates=others,
        feed=routes.in_language(FEED, lang),
        picture=f"{known}{page.picture}" if page.picture and known else None,
    )


def alternates(url: str, root: str, site_url: str | None) -> tuple[Alternate, ...]:
    """The page in each language."""
    route, _ = routes.split_language(url)
    paths = {lang: routes.in_language(route, lang) for lang in LANGS}
    return tuple(_alternate(path, lang, root, site_url) for lang, path in paths.items())


def _alternate(path: str, lang: Lang, root: str, site_url: str | None) -> Alternate:
    tag = LANGUAGE_TAGS[lang]
    name = Markup('<span lang="{}">{}</span>').format(tag, say("site.language", lang))
    return Alternate(tag, name, f"{root}{path}" or ".", f"{site_url}{path}" if site_url else None)

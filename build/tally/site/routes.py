"""The addresses of the site, which last: relative to its root, where the language of mkdocs.yml is
(`theme.language`), others under their code (en/)."""

from __future__ import annotations

from pathlib import Path

from tally.words import LANGS as LANGS

Lang = str

HOME = ""
AREAS = "areas/"
INDICATORS = "indicators/"
TARGETS = "targets/"
THEMES = "themes/"
SOURCES = "sources/"
DATA = "data/"
CORRECTIONS = "corrections/"
ERRORS = "errors/"
ALL = "all/"

MAIN = ("areas", "indicators", "themes", "targets", "sources", "explore", "data")
ABOUT = (
    "about",
    "methodology",
    "reading-quality",
    "checks",
    "corrections",
    "contribute",
    "adopt",
    "scale",
    "develop",
    "columns",
    "errors",
    "all",
)
PAGES = (*MAIN, *ABOUT)
"""The pages that lead to all others, in the order of the navigation."""
WRITTEN = ("data", *(key for key in ABOUT if key not in ("columns", "errors", "all")))
"""Those that people write, so that a site need not have them."""


def pages_there(docs: Path) -> tuple[str, ...]:
    """Those of `PAGES` that a site has whose written pages are in the folder `docs`."""
    return tuple(key for key in PAGES if key not in WRITTEN or (docs / f"{key}.md").is_file())


def in_language(route: str, lang: Lang) -> str:
    """The address of a page in one language."""
    return route if lang == LANGS[0] else f"{lang}/{route}"


def source_file(route: str, lang: Lang) -> str:
    """The Markdown file that MkDocs takes a page to be made of."""
    return f"{in_language(route, lang)}index.md"


def split_language(url: str) -> tuple[str, Lang]:
    """The page and the language that an address belongs to."""
    first, _, rest = url.partition("/")
    return (rest, first) if first in LANGS[1:] else (url, LANGS[0])


def root_of(url: str) -> str:
    """The way from a page back to the root of the site, so that any sub-path will do."""
    return "../" * url.count("/") or "./"


def indicator(indicator_id: str) -> str:
    return f"{INDICATORS}{indicator_id}/"


def compared(indicator_id: str, face: str, year: str = "") -> str:
    """All areas side by side by one face of an indicator: in a year, or over all years."""
    return f"{indicator(indicator_id)}{face}/{year}{'/' if year else ''}"


def area(area_id: str) -> str:
    """A place: its reports, headline figures and promises."""
    return f"{AREAS}{area_id}/"


def series(area_id: str, indicator_id: str) -> str:
    """An indicator in one area: its figures, promises and sentences."""
    return f"{area(area_id)}{indicator_id}/"


def aside(area_id: str, indicator_id: str) -> str:
    """The other figures of a long series, which say again what its own page says better."""
    return f"{series(area_id, indicator_id)}others/"


def promises(area_id: str, span: str = "", part: str = "") -> str:
    """What an area promised: its milestones and newest promises, those of an earlier span, or a
    further page of either."""
    return f"{area(area_id)}{TARGETS}" + "".join(f"{one}/" for one in (span, part) if one)


def all_series(area_id: str) -> str:
    """All series of an area that has more than its page can name."""
    return f"{area(area_id)}indicators/"


def checks(area_id: str, section: str = "", part: str = "") -> str:
    """Where an area's figures are held against each other; one section of it, page by page, where
    all are too many."""
    return f"{area(area_id)}checks/" + "".join(f"{one}/" for one in (section, part) if one)


def theme(theme_id: str) -> str:
    return f"{THEMES}{theme_id}/"


def source(area: str, source_id: str, part: str = "") -> str:
    """A source, or a further page of a long one."""
    return f"{SOURCES}{area}/{source_id}/{f'{part}/' if part else ''}"


def raw_source(area: str, source_id: str) -> str:
    return f"{source(area, source_id)}raw/"

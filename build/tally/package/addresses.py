"""Where published things stand: paths below the root of the site, which last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urljoin

from tally.records.model import Observation, Target
from tally.words import LANGS, say

Lang = str


class _Tags(Mapping[Lang, str]):
    def __getitem__(self, lang: Lang) -> str:
        return say("site.tag", lang)

    def __iter__(self) -> Iterator[Lang]:
        return iter(LANGS)

    def __len__(self) -> int:
        return len(LANGS)


LANGUAGE_TAGS: Mapping[Lang, str] = _Tags()
"""What pages and files call their language (BCP 47), the same everywhere."""

FEED = "feed.xml"
CORRECTIONS = "corrections/"
DATA = "data/"
TARGETS = "targets/"
DESCRIPTOR = "datapackage.json"


def page(path: str, lang: Lang = "zh") -> str:
    """A page in one language; Chinese is at the root."""
    return path if lang == LANGS[0] else f"{lang}/{path}"


def indicator(indicator_id: str) -> str:
    return f"indicators/{quote(indicator_id)}/"


def series(area: str, indicator_id: str) -> str:
    return f"areas/{quote(area)}/{quote(indicator_id)}/"


def promises(area: str) -> str:
    return f"areas/{quote(area)}/{TARGETS}"


def source(area: str, source_id: str) -> str:
    return f"sources/{quote(area)}/{quote(source_id)}/"


def figure(record: Observation | Target) -> str:
    """A figure's own place: on the page of its series, a milestone's among its area's promises, of
    one under its own words where its source states it."""
    own = record.indicator
    home = series(record.area, own) if own else promises(record.area)
    if record.own:
        home = source(record.own.dataset, record.evidence.source)
    return f"{home}#{quote(record.id)}"


def package_file(package: str, path: str = "") -> str:
    return f"{DATA}{quote(package)}/{quote(path)}"


def descriptor(package: str) -> str:
    """The file that describes a data package."""
    return package_file(package, DESCRIPTOR)


def indicator_data(indicator_id: str) -> str:
    return f"api/v1/indicators/{quote(indicator_id)}.json"


def absolute(site_url: str | None, path: str) -> str | None:
    """The address with the site's own before it; None while that is not known."""
    return urljoin(site_url.rstrip("/") + "/", path) if site_url else None

"""The site with all its areas: what a site of one area cannot show."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest

from tally.site.dead_links import UNNAMED, target_of
from tests.site.test_built_pages import (
    FOREIGN,
    Pages,
    said_in_another_language,
    with_latin_punctuation,
)
from tests.support.pages import read_page

SAMPLED = 5
"""Of pages alike (all series of an area, all years of a list) so many are looked at."""
LIGHT, PACKED = 60_000, 14_000
"""What the HTML of a page may weigh, as it is and gzipped."""
WHOLE = "sources/.+|explore|404|data"
"""Pages that show all of one thing: a whole report, the grid of all figures."""


def like(path: Path) -> str:
    """What a page is one of: its address without what names an area, an indicator, a year."""
    lang, *parts = path.parts if path.parts[0] == "en" else ("zh", *path.parts)
    return f"{lang}/{parts[0]}/{len(parts)}/{parts[-2] if 'targets' in parts else ''}"


@pytest.fixture(scope="module")
def pages(whole_site: Path) -> Pages:
    """Some pages of every kind, spread over the areas."""
    kinds: dict[str, list[Path]] = {}
    for path in sorted(whole_site.rglob("*.html")):
        kinds.setdefault(like(path.relative_to(whole_site)), []).append(path)
    some = [path for alike in kinds.values() for path in alike[:: -(-len(alike) // SAMPLED)]]
    return {path.relative_to(whole_site).as_posix(): read_page(path) for path in some}


def test_no_link_is_dead_between_areas(pages: Pages, whole_site: Path) -> None:
    @cache
    def ids(file: str) -> frozenset[str]:
        return frozenset(read_page(whole_site / file).ids)

    dead = set()
    for name, page in pages.items():
        for address in page.links:
            file, anchor = target_of(address, name, UNNAMED) or ("index.html", "")
            if not (whole_site / file).is_file() or (anchor and anchor not in ids(file)):
                dead.add(f"{name}: {address}")
    assert sorted(dead) == []


def test_no_page_has_an_id_twice(pages: Pages) -> None:
    assert [name for name, page in pages.items() if len(page.ids) != len(set(page.ids))] == []


@pytest.mark.parametrize("lang", FOREIGN)
def test_words_in_another_language_than_their_page_say_which(pages: Pages, lang: str) -> None:
    assert said_in_another_language(pages, lang) == []


def test_chinese_has_its_own_punctuation(pages: Pages) -> None:
    assert with_latin_punctuation(pages) == []


def _name(path: Path, site: Path) -> str:
    return path.relative_to(site).as_posix().removesuffix("/index.html")


def weights(site: Path) -> dict[str, tuple[int, int]]:
    """What each page weighs, as it is and gzipped."""
    pages = {
        path.relative_to(site).parent.as_posix(): path.read_bytes() for path in site.rglob("*.html")
    }
    return {name: (len(page), len(gzip.compress(page, 6))) for name, page in pages.items()}


def test_no_page_is_heavy_but_those_that_show_all_of_one_thing(whole_site: Path) -> None:
    heavy = {
        name: weight
        for name, weight in weights(whole_site).items()
        if not re.fullmatch(f"(en/)?({WHOLE})", name)
        if weight[0] >= LIGHT or weight[1] >= PACKED
    }
    assert heavy == {}

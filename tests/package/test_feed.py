"""The Atom feed."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from tally.package.addresses import Lang
from tally.package.feed import atom_feed, changes
from tally.records.model import Correction, Dataset, Localized
from tests.package.samples import HOSTILE, sample_dataset
from tests.support import records as made

ATOM = "{http://www.w3.org/2005/Atom}"
TITLE = Localized("更正与发布", "Corrections and releases")
URL = "https://example.org/tally/"


def feed(
    dataset: Dataset | None = None, lang: Lang = "zh", site_url: str | None = None
) -> ET.Element:
    return ET.fromstring(atom_feed([dataset or sample_dataset()], TITLE, lang, site_url))


def texts(root: ET.Element, path: str) -> list[str | None]:
    return [element.text for element in root.findall("/".join(ATOM + p for p in path.split("/")))]


def links(root: ET.Element) -> list[str | None]:
    return [link.get("href") for link in root.iter(f"{ATOM}link")]


@pytest.mark.parametrize("site_url", [None, URL])
def test_the_feed_and_its_entries_have_what_atom_requires(site_url: str | None) -> None:
    root = feed(site_url=site_url)
    entries = root.findall(f"{ATOM}entry")
    assert root.tag == f"{ATOM}feed"
    assert len(entries) == 2
    for element in (root, *entries):
        assert all(len(texts(element, name)) == 1 for name in ("id", "title", "updated"))
    for entry in entries:
        assert texts(entry, "author/name")[0]
        assert texts(entry, "content")[0]


def test_the_latest_change_comes_first_and_dates_the_feed() -> None:
    assert [entry.day for entry in changes([sample_dataset()])] == ["2026-11-22", "2026-11-20"]
    assert texts(feed(), "updated") == ["2026-11-22T00:00:00Z"]


def test_a_correction_says_old_new_and_why() -> None:
    assert texts(feed(lang="en"), "entry/content")[1] == (
        "4205 亿元 → 4250 亿元. typing error (since version 1.0.0)"
    )


def test_a_revision_by_the_source_is_called_so() -> None:
    revision = Correction(
        "2026-11-21", "revision", "kunshan/gdp/2020/level", "4250", "4276.76",
        made.both("final"), "bureau", "1.1.0", made.PLACE,
    )  # fmt: skip
    dataset = replace(sample_dataset(), corrections=(revision,))
    assert texts(feed(dataset), "entry/title")[1] == "来源修订：kunshan/gdp/2020/level"


def test_ids_stay_when_the_site_moves_and_differ_from_each_other() -> None:
    ids = texts(feed(), "id") + texts(feed(), "entry/id")
    moved = feed(site_url=URL)
    assert texts(moved, "id") + texts(moved, "entry/id") == ids
    assert len(set(ids)) == len(ids)
    assert all(name and name.startswith("urn:uuid:") for name in ids)


def test_a_new_version_is_a_new_entry() -> None:
    newer = replace(sample_dataset(), version="1.1.0")
    assert texts(feed(), "entry/id")[0] != texts(feed(newer), "entry/id")[0]


def test_without_a_site_address_there_is_no_link() -> None:
    assert links(feed()) == []


@pytest.mark.parametrize(("lang", "prefix"), [("zh", URL), ("en", f"{URL}en/")])
def test_links_are_absolute_and_in_the_feeds_language(lang: Lang, prefix: str) -> None:
    root = feed(lang=lang, site_url=URL)
    assert links(root)[:2] == [f"{prefix}feed.xml", f"{prefix}corrections/"]
    assert links(root)[2:] == [f"{prefix}data/", f"{prefix}corrections/"]


@pytest.mark.parametrize("text", [*HOSTILE, "\0", "\ud800", "\uffff"])
def test_hostile_text_stays_text(text: str) -> None:
    root = feed(sample_dataset(text))
    assert {element.tag.removeprefix(ATOM) for element in root.iter()} <= {
        "feed", "id", "title", "updated", "entry", "author", "name", "content",
    }  # fmt: skip


def test_without_datasets_the_feed_is_empty_but_valid() -> None:
    root = ET.fromstring(atom_feed([], TITLE, "en"))
    assert texts(root, "updated") == ["1970-01-01T00:00:00Z"]

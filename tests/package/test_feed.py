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


def called(correction: Correction) -> Localized:
    return Localized(f"改{correction.new}", f"to {correction.new}")


def feed(
    dataset: Dataset | None = None, lang: Lang = "zh", site_url: str | None = None
) -> ET.Element:
    return ET.fromstring(atom_feed([dataset or sample_dataset()], TITLE, called, lang, site_url))


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


def revised(date: str, since: str, new: str = "4276.76") -> Correction:
    return Correction(
        date, "revision", "kunshan/gdp/2020/level", "4250", new,
        made.both("final"), "bureau", since, made.PLACE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("date", "since", "day"),
    [
        ("2021-12-09", "1.2.0", "2026-12-05"),
        ("2026-12-06", "1.2.0", "2026-12-05"),
        ("2021-12-09", "1.0.0", "2026-11-22"),
        ("2026-11-30", "1.1.0", "2026-11-30"),
    ],
)
def test_a_change_is_dated_by_its_publication_here_not_by_its_source(
    date: str, since: str, day: str
) -> None:
    dataset = replace(
        sample_dataset(),
        version="1.2.0",
        updated="2026-12-05",
        corrections=(revised(date, since),),
    )
    _, change = changes([dataset], called)
    assert change.day == day


def test_the_latest_change_comes_first_and_dates_the_feed() -> None:
    corrections = (revised("2021-02-26", "1.0.0", "a"), revised("2021-12-09", "1.0.0", "b"))
    dataset = replace(sample_dataset(), corrections=corrections)
    assert texts(feed(dataset), "entry/title") == ["昆山：1.0.0版", "改b", "改a"]
    assert texts(feed(dataset), "updated") == ["2026-11-22T00:00:00Z"]


@pytest.mark.parametrize(
    ("lang", "title", "content"),
    [
        ("zh", "改4276.76", "后来修订（2021-12-09）：final（自1.0.0版）"),
        ("en", "to 4276.76", "Revised later (2021-12-09): final (since version 1.0.0)"),
    ],
)
def test_a_change_is_called_by_its_words_and_says_kind_day_and_why(
    lang: Lang, title: str, content: str
) -> None:
    root = feed(replace(sample_dataset(), corrections=(revised("2021-12-09", "1.0.0"),)), lang)
    assert texts(root, "entry/title")[1] == title
    assert texts(root, "entry/content")[1] == content


def test_no_entry_of_one_language_has_the_id_of_one_of_the_other() -> None:
    chinese, english = (feed(lang=lang) for lang in ("zh", "en"))
    ids = [*texts(chinese, "entry/id"), *texts(english, "entry/id")]
    assert len(set(ids)) == len(ids) == 4


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
    landed = f"{prefix}areas/kunshan/gdp/#kunshan/gdp/2020/level"
    assert links(root)[2:] == [f"{prefix}data/", landed]


@pytest.mark.parametrize("text", [*HOSTILE, "\0", "\ud800", "\uffff"])
def test_hostile_text_stays_text(text: str) -> None:
    root = feed(sample_dataset(text))
    assert {element.tag.removeprefix(ATOM) for element in root.iter()} <= {
        "feed", "id", "title", "updated", "entry", "author", "name", "content",
    }  # fmt: skip


def test_without_datasets_the_feed_is_empty_but_valid() -> None:
    root = ET.fromstring(atom_feed([], TITLE, called, "en"))
    assert texts(root, "updated") == ["1970-01-01T00:00:00Z"]

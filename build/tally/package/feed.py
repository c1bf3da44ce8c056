"""The Atom feed (RFC 4287) of corrections and releases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tally.package import addresses
from tally.package.addresses import LANGUAGE_TAGS, Lang
from tally.package.edition import stable_id
from tally.records.model import (
    Correction,
    Dataset,
    Localized,
    Observation,
    Target,
)
from tally.words.tables import phrase

_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Wording = Callable[[Correction], Localized]
"""What a correction is called: what changed, from what to what."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that changed: when it was published here, what, and where it can be read.

    `names` tell it from all others; `day` is ours, not that of the source.
    """

    names: tuple[str, ...]
    day: str
    title: Localized
    text: Localized
    author: str
    path: str


def changes(datasets: Iterable[Dataset], called: Wording) -> list[Entry]:
    """Corrections and releases of all datasets, the latest first."""
    entries = [entry for dataset in datasets for entry in _entries(dataset, called)]
    return sorted(entries, key=lambda entry: entry.day, reverse=True)


def atom_feed(
    datasets: Iterable[Dataset],
    title: Localized,
    called: Wording,
    lang: Lang,
    site_url: str | None = None,
) -> bytes:
    """The feed in one language. Only with the site's address known does it hold any link.

    The ids are names that stay when the site moves, and differ from one language to the other.
    """
    entries = changes(datasets, called)
    ET.register_namespace("", _ATOM)
    feed = ET.Element(_name("feed"), {_XML_LANG: LANGUAGE_TAGS[lang]})
    _add(feed, "id", stable_id("feed", lang))
    _add(feed, "title", title[lang])
    _add(feed, "updated", _moment(entries[0].day if entries else "1970-01-01"))
    _link(feed, "self", addresses.page(addresses.FEED, lang), site_url)
    _link(feed, "alternate", addresses.page(addresses.CORRECTIONS, lang), site_url)
    for entry in entries:
        _append(feed, entry, lang, site_url)
    ET.indent(feed, " ")
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entries(dataset: Dataset, called: Wording) -> Iterator[Entry]:
    version = dataset.version
    yield Entry(
        names=(dataset.id, "release", version),
        day=dataset.updated,
        title=phrase("change.release", title=dataset.title, version=version),
        text=dataset.description,
        author=dataset.publisher.en,
        path=addresses.DATA,
    )
    for correction in sorted(dataset.corrections, key=lambda one: one.date, reverse=True):
        yield _correction(correction, dataset, called(correction))


def _correction(correction: Correction, dataset: Dataset, title: Localized) -> Entry:
    date, since = correction.date, correction.since
    changed = (correction.figure, correction.old, correction.new)
    records: tuple[Observation | Target, ...] = (*dataset.observations, *dataset.targets)
    own = next((record for record in records if record.id == correction.figure), None)
    return Entry(
        names=(dataset.id, "change", date, *changed),
        day=_published(correction, dataset),
        title=title,
        text=phrase(f"change.{correction.kind}", date=date, reason=correction.reason, since=since),
        author=correction.by,
        path=addresses.figure(own) if own else addresses.CORRECTIONS,
    )


def _published(correction: Correction, dataset: Dataset) -> str:
    """When readers could first see a change: with its version, whose day is known while it is the
    current one; a revision is dated by its source, which may be older than the dataset."""
    if correction.since == dataset.version:
        return dataset.updated
    return max(correction.date, dataset.created)


def _append(feed: ET.Element, entry: Entry, lang: Lang, site_url: str | None) -> None:
    element = ET.SubElement(feed, _name("entry"))
    _add(element, "id", stable_id(*entry.names, lang))
    _add(element, "title", entry.title[lang])
    _add(element, "updated", _moment(entry.day))
    _add(ET.SubElement(element, _name("author")), "name", entry.author)
    _add(element, "content", entry.text[lang]).set("type", "text")
    _link(element, "alternate", addresses.page(entry.path, lang), site_url)


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, _name(name))
    child.text = _NOT_XML.sub("\ufffd", text)
    return child


def _link(parent: ET.Element, relation: str, path: str, site_url: str | None) -> None:
    if address := addresses.absolute(site_url, path):
        ET.SubElement(parent, _name("link"), {"rel": relation, "href": address})


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"

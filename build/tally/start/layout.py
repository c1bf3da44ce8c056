"""The files of a new source, and of a new area where it is the first there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tally.extract import Claim, Extraction, drafts_yaml, extracted_yaml
from tally.records.model import Localized, Place, Source, Vocabulary
from tally.records.scan import read
from tally.records.urls import is_url
from tally.start.home import Home, StartError
from tally.start.left_out import plainly_left_out
from tally.start.profile import Named, Profile, place_of, profile_of, year_of
from tally.start.promises import promises, promises_yaml
from tally.terms import SourceReview
from tally.text import ReadingText, read_text
from tally.text.documents import Document
from tally.write import scalar_text

_UNKNOWN_CODE = "000000"
_DIVISIONS = "省市区县旗盟"
_NOBODY = Localized("Tally 贡献者", "Tally contributors")
_DRAFTS = """\
# What the machine read, as entries to review. Nothing reads this file: compare each entry with
# the report, move it to observations/<theme>.yml or targets/<theme>.yml, and name its indicator.
# Quotes are words of reading.txt, which is the report made readable; nothing reads it either.
"""


_PROMISES = """\
# Promises without a number, by their wording: targets, or for a person to remove.
promises:
"""


@dataclass(frozen=True, slots=True)
class Start:
    """A source laid out: its files and, for a new dataset, those of the dataset; for a new area
    its entry in vocabulary/areas.yml. Paths are relative to the source's and the dataset's folder.
    `elsewhere` is the place that the text is about, where it never names the area."""

    home: Home
    source: str
    source_files: Mapping[str, bytes]
    dataset_files: Mapping[str, bytes]
    area_entry: str | None
    claims: int
    elsewhere: str | None


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who brings a report says of it, instead of its text: the year it speaks
    from, where it was published, the names of a new area."""

    year: int | None = None
    url: str | None = None
    named: Named | None = None


def lay_out(
    home: Home,
    document: Document,
    vocabulary: Vocabulary,
    today: date,
    given: Given = Given(),
) -> Start:
    """Lay out a report, byte for byte, with what the machine reads in it.

    Raises StartError when neither the text nor what is given says of which year it is.
    """
    reading = read_text(document.text)
    year = given.year or year_of(reading.text)
    if year is None:
        raise StartError("the text does not say from which year it speaks: give --year")
    known = vocabulary.areas.get(home.area)
    place = Named(known.name, known.code) if known else given.named or _named(home.area, reading)
    profile = profile_of(reading.text, year, place.name, document.title, document.published)
    profile = replace(profile, id=home.source_id(profile.id))
    source = _source(home, profile, reading)
    found = read(source, vocabulary)
    return Start(
        home,
        profile.id,
        _source_files(home, profile, document, source, found, vocabulary, given.url),
        {"dataset.yml": _dataset_yml(home, place.name, today).encode()},
        None if known else _area_entry(home.area, place),
        len(found.claims),
        _elsewhere(reading.text, place.name),
    )


def _elsewhere(text: str, name: Localized) -> str | None:
    plain = name.zh.rstrip(_DIVISIONS)
    return None if plain in text else place_of(text)


def _source_files(
    home: Home,
    profile: Profile,
    document: Document,
    source: Source,
    found: Extraction,
    vocabulary: Vocabulary,
    url: str | None,
) -> Mapping[str, bytes]:
    text = source.reading.text if source.reading else ""
    left_out = _left_out_yml(plainly_left_out(text, found, vocabulary.unit_names))
    kept = {f"report.{document.kind}": document.data} if document.kind else {}
    return kept | {
        "source.yml": _source_yml(home, profile, document, left_out, url).encode(),
        "report.txt": _text_of(document),
        "reading.txt": text.encode(),
        "extracted.yml": extracted_yaml(text, found.claims).encode(),
        "drafts.yml": _drafts(text, found.claims, profile, vocabulary.aliases).encode(),
    }


def _drafts(
    text: str, claims: Sequence[Claim], profile: Profile, aliases: Mapping[str, str]
) -> str:
    """Figures, then promises without a number."""
    found = promises(text, profile.year, (claim.number_span for claim in claims))
    figures = drafts_yaml(claims, profile.id, aliases)
    more = promises_yaml(found, profile.id)
    return _DRAFTS + figures + (_PROMISES + more if more else "")


def _named(area: str, reading: ReadingText) -> Named:
    english = " ".join(word.capitalize() for word in area.split("-"))
    return Named(Localized(place_of(reading.text) or english, english), _UNKNOWN_CODE)


def _source(home: Home, profile: Profile, reading: ReadingText) -> Source:
    return Source(
        id=profile.id,
        dataset=home.dataset,
        area=home.area,
        kind=profile.kind,
        title=profile.title,
        publisher=profile.publisher,
        published=profile.published,
        year=profile.year,
        url=None,
        note=None,
        place=Place("source.yml"),
        text_path="report.txt",
        reading=reading,
    )


def _text_of(document: Document) -> bytes:
    return document.text.encode() if document.kind else document.data


def _source_yml(
    home: Home, profile: Profile, document: Document, left_out: str, url: str | None
) -> str:
    area = f"area: {home.area}\n" if home.panel else ""
    address = url or (document.url if is_url(document.url) else None)
    return f"""\
# yaml-language-server: $schema=../../../../schemas/source.schema.json
# Guessed from the text: compare title, publisher and date with the document, add its url.
# When every number is entered or left out, write `review: complete`.
{area}kind: {profile.kind}
title: {_both(profile.title)}
publisher: {_both(profile.publisher)}
published: {profile.published}
year: {profile.year}
language: zh
{f"url: {_text(address)}" + chr(10) if address else ""}{_received(document)}text: report.txt
sha256: {_digest(_text_of(document))}
review: {SourceReview.IN_PROGRESS}
{left_out}"""


def _received(document: Document) -> str:
    """How the text came here; of a document that is no text itself, the file and its hash too."""
    if not document.kind:
        return """\
received:
  zh: 按收到的原样保存，逐字节未改。
  en: Kept byte for byte as it was received.
"""
    file = f"report.{document.kind}"
    return f"""\
received:
  zh: 收到的是 {file}，逐字节未改；report.txt 是从中取出的文字。
  en: It came as {file}, kept byte for byte; report.txt is the text taken from it.
original: {{file: {file}, sha256: {_digest(document.data)}}}
"""


def _digest(data: bytes) -> str:
    # In quotes where its digits would make it a number: 0b10…, 12e3….
    return scalar_text(hashlib.sha256(data).hexdigest())


def _left_out_yml(found: Mapping[str, str]) -> str:
    entries = (f"  - {{text: {_text(words)}, reason: {why}}}\n" for words, why in found.items())
    return "left_out:\n" + "".join(entries) if found else "left_out: []\n"


def _dataset_yml(home: Home, name: Localized, today: date) -> str:
    areas = f"areas: [{home.area}]\n" if home.panel else ""
    title = Localized(
        f"{name.zh}：政府报告的数字与承诺",
        f"{name.en}: what the government reported and promised",
    )
    description = Localized(
        f"{name.zh}政府报告里的数字与可核查的承诺，各附出处。",
        f"Numbers and checkable promises of the government reports of {name.en}, each with its "
        "source.",
    )
    keywords = ", ".join(_text(word) for word in dict.fromkeys((name.zh, name.en, "政府工作报告")))
    return f"""\
# yaml-language-server: $schema=../../schemas/dataset.schema.json
title: {_both(title)}
description: {_both(description)}
{areas}publisher: {_both(_NOBODY)}
licence: CC-BY-4.0
version: 0.1.0
created: {today.isoformat()}
updated: {today.isoformat()}
keywords: [{keywords}]
contributors:
  - {{title: {_text(_NOBODY.en)}, role: author}}
"""


def _area_entry(area: str, place: Named) -> str:
    remark = "  # its GB/T 2260 code is to be written" if place.code == _UNKNOWN_CODE else ""
    return f'- {{id: {area}, name: {_both(place.name)}, code: "{place.code}"}}{remark}\n'


def _both(text: Localized) -> str:
    return f"{{zh: {_text(text.zh)}, en: {_text(text.en)}}}"


def _text(text: str) -> str:
    """A YAML scalar that is text, whatever it holds: JSON strings are YAML strings."""
    return json.dumps(text, ensure_ascii=False)

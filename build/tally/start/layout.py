"""The files of a new source, and of a new area where it is the first there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tally.extract import Claim, drafts_yaml, extracted_yaml
from tally.records.machine import claims_of
from tally.records.model import Localized, Place, Source, Vocabulary
from tally.start.left_out import plainly_left_out
from tally.start.profile import Named, Profile, place_of, profile_of, year_of
from tally.text import ReadingText

_UNKNOWN_CODE = "000000"
_DIVISIONS = "省市区县旗盟"
_NOBODY = Localized("Tally 贡献者", "Tally contributors")
_DRAFTS = """\
# What the machine read, as entries to review. Nothing reads this file: compare each entry with
# the report, move it to observations/<theme>.yml or targets/<theme>.yml, and name its indicator.
# Quotes are words of reading.txt, which is the report made readable; nothing reads it either.
"""


class StartError(ValueError):
    """Why a report cannot be laid out; the message is for the person who named it."""


@dataclass(frozen=True, slots=True)
class Start:
    """A source laid out: its files and, for a new area, those of the area and its entry in
    vocabulary/areas.yml. Paths are relative to the source's and the area's folder. `elsewhere` is
    the place that the text is about, where it never names the area."""

    area: str
    source: str
    source_files: Mapping[str, bytes]
    area_files: Mapping[str, bytes]
    area_entry: str | None
    claims: int
    elsewhere: str | None


def lay_out(
    area: str,
    data: bytes,
    reading: ReadingText,
    vocabulary: Vocabulary,
    today: date,
    year: int | None = None,
    named: Named | None = None,
) -> Start:
    """Lay out a report, byte for byte, with what the machine reads in it.

    `named` overrides the names of a new area that the text gives. Raises StartError when the
    text does not say of which year it is and `year` does not either.
    """
    year = year or year_of(reading.text)
    if year is None:
        raise StartError("the text does not say from which year it speaks: give --year")
    known = vocabulary.areas.get(area)
    place = Named(known.name, known.code) if known else named or _named(area, reading.text)
    profile = profile_of(reading.text, year, place.name)
    source = _source(area, profile, reading)
    claims = claims_of(source, vocabulary)
    return Start(
        area,
        profile.id,
        _source_files(profile, data, reading, claims),
        {"dataset.yml": _dataset_yml(place.name, today).encode()},
        None if known else _area_entry(area, place),
        len(claims),
        _elsewhere(reading.text, place.name),
    )


def _elsewhere(text: str, name: Localized) -> str | None:
    plain = name.zh.rstrip(_DIVISIONS)
    return None if plain in text else place_of(text)


def _source_files(
    profile: Profile, data: bytes, reading: ReadingText, claims: Sequence[Claim]
) -> Mapping[str, bytes]:
    return {
        "source.yml": _source_yml(profile, data, reading.text).encode(),
        "report.txt": data,
        "reading.txt": reading.text.encode(),
        "extracted.yml": extracted_yaml(reading.text, claims).encode(),
        "drafts.yml": (_DRAFTS + drafts_yaml(claims, profile.id)).encode(),
    }


def _named(area: str, text: str) -> Named:
    english = " ".join(word.capitalize() for word in area.split("-"))
    return Named(Localized(place_of(text) or english, english), _UNKNOWN_CODE)


def _source(area: str, profile: Profile, reading: ReadingText) -> Source:
    return Source(
        id=profile.id,
        dataset=area,
        area=area,
        kind=profile.kind,
        title=profile.title,
        publisher=profile.publisher,
        published=str(profile.year),
        year=profile.year,
        url=None,
        note=None,
        place=Place("source.yml"),
        text_path="report.txt",
        reading=reading,
    )


def _source_yml(profile: Profile, data: bytes, text: str) -> str:
    return f"""\
# yaml-language-server: $schema=../../../../schemas/source.schema.json
# Guessed from the text: compare title, publisher and date with the document, add its url.
kind: {profile.kind}
title: {_both(profile.title)}
publisher: {_both(profile.publisher)}
published: {profile.year}
year: {profile.year}
language: zh
received:
  zh: 按收到的原样保存，逐字节未改。
  en: Kept byte for byte as it was received.
text: report.txt
sha256: {hashlib.sha256(data).hexdigest()}
{_left_out_yml(text)}"""


def _left_out_yml(text: str) -> str:
    found = plainly_left_out(text).items()
    entries = (f"  - {{text: {_text(words)}, reason: {reason}}}\n" for words, reason in found)
    return "left_out:\n" + "".join(entries) if found else "left_out: []\n"


def _dataset_yml(name: Localized, today: date) -> str:
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
publisher: {_both(_NOBODY)}
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

"""What a report says of itself: its kind, its year, its title, and the place it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from tally.extract.compact import compact
from tally.extract.setting import Genre, setting
from tally.records.model import Localized
from tally.terms import DocumentType

_HEAD = 2_000
_LONGEST_TITLE = 60
_LONGEST_GIVEN = 200
_TITLE = re.compile(r"工作报告|公报|规划|计划|完成情况")
_PLACE = re.compile(
    r"(?:\d年|[年在《—\-]|^)([一-鿿]{1,9}?(?:自治[区州县旗]|[省市区县旗盟]))"
    r"(?=第[一二三四五六七八九十]+届|人民政府|政府|国民经济)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How sources of a kind are named; `{name}` is the place, `{year}` the year."""

    kind: DocumentType
    id: str
    title: Localized
    publisher: Localized


_GOVERNMENT = Localized("{name}人民政府", "People’s Government of {name}")
_KINDS: Mapping[Genre, _Kind] = {
    "report": _Kind(
        DocumentType.WORK_REPORT,
        "gwr-{year}",
        Localized("{year}年{name}政府工作报告", "{name} Government Work Report {year}"),
        _GOVERNMENT,
    ),
    "bulletin": _Kind(
        DocumentType.BULLETIN,
        "bulletin-{year}",
        Localized("{name}{year}年国民经济和社会发展统计公报", "{name} Statistical Bulletin {year}"),
        Localized("{name}统计局", "Bureau of Statistics of {name}"),
    ),
    "progress": _Kind(
        DocumentType.OTHER,
        "progress-{year}",
        Localized("{year}年{name}目标任务完成情况", "{name}: progress on the tasks of {year}"),
        _GOVERNMENT,
    ),
    "plan": _Kind(
        DocumentType.PLAN,
        "plan-{year}",
        Localized("{name}国民经济和社会发展规划（{year}年）", "{name} Development Plan ({year})"),
        _GOVERNMENT,
    ),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A place by its names and its division code."""

    name: Localized
    code: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A source as its entry will describe it, and its id."""

    id: str
    kind: DocumentType
    year: int
    title: Localized
    publisher: Localized
    published: str


def year_of(text: str) -> int | None:
    """The year a reading text speaks from, where it says so."""
    return setting(compact(text).text).year


def place_of(text: str) -> str | None:
    """The Chinese name of the place a reading text is about, where its opening says so."""
    match = _PLACE.search(text[:_HEAD])
    return match[1] if match else None


def profile_of(
    text: str, year: int, place: Localized, title: str = "", published: str = ""
) -> Profile:
    """How a reading text is to be entered; `title` and `published` are what its file says of
    them, else they are sought in its opening."""
    kind = _KINDS[setting(compact(text).text, year).genre]
    generic = _filled(kind.title, place, year)
    own = _sound(title) or _title_in(text)
    return Profile(
        kind.id.format(year=year),
        kind.kind,
        year,
        Localized(own or generic.zh, generic.en),
        _filled(kind.publisher, place, year),
        published or _day_in(text, year) or str(year),
    )


def _day_in(text: str, year: int) -> str | None:
    """The first day of the year that the opening names, on which the report was given."""
    for month, day in re.findall(rf"{year}年([0-9]{{1,2}})月([0-9]{{1,2}})日", text[:_HEAD]):
        with suppress(ValueError):
            return date(year, int(month), int(day)).isoformat()
    return None


def _sound(title: str) -> str | None:
    title = title.strip()
    return title if title.isprintable() and 0 < len(title) <= _LONGEST_GIVEN else None


def _filled(template: Localized, place: Localized, year: int) -> Localized:
    return Localized(
        template.zh.format(name=place.zh, year=year), template.en.format(name=place.en, year=year)
    )


def _title_in(text: str) -> str | None:
    """The first line of the opening that names a kind of document and a year."""
    for line in text[:_HEAD].splitlines():
        title = "".join(c for c in line if c.isprintable() and not c.isspace())
        named = _TITLE.search(title) and re.search(r"(?:19|20)\d\d", title)
        if named and len(title) <= _LONGEST_TITLE:
            return title
    return None

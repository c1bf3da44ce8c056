"""The year a document speaks from, and the one that it calls 今年.

Rows of words/years.yml, days of speeches and every dated sentence of the text speak for years;
the year that all of them together speak for most is taken, with how far it is ahead.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tally.extract.cues import leaning
from tally.extract.genre import HEAD, YEAR, Genre, plan_years
from tally.extract.lexicon import alternation, table

_TABLE = table("years")
_YEAR = rf"({YEAR})"
_DAY = rf"{_YEAR}年([0-9]{{1,2}})月[0-9]{{1,2}}日"
_SENTENCE = 200
# A congress that meets this late mostly speaks of the year that ends, and promises for the next.
_LATE, _LATEST = 7, 11
_NEXT, _THIS = 1.2, 0.4


class _Row(NamedTuple):
    pattern: re.Pattern[str]
    weight: float
    own: int = 0
    head: bool = True


def _row(row: dict[str, str | float]) -> _Row:
    pattern = str(row["pattern"]).replace("YEAR", _YEAR).replace("DAY", _DAY)
    place = row.get("in", "head") == "head"
    return _Row(re.compile(pattern), float(row["weight"]), int(row.get("own", 0)), place)


_ROWS = tuple(map(_row, _TABLE["reports"]))
_DAYS = tuple(map(_row, _TABLE["days"]))
_CONGRESSES = _TABLE["congresses"]
_AFTER_CONGRESS = re.compile(
    rf"今年是[^。，]{{0,14}}党的({alternation(_CONGRESSES)})(?:大会?)?(?:精神)?[^。，]{{0,6}}开局之年"
)
_PLACES = {word: row["year"] for row in _TABLE["places_in_a_plan"] for word in row["words"]}
_IN_PLAN = re.compile(
    r"今年(?:是|作为)[^。\n]{0,40}?[“]?(?:十([一二三四五六七八九])五|(?<=“)十五(?=”))[”]?"
    rf"[^。，\n]{{0,20}}?({alternation(_PLACES)})"
)
_PLAN = "[“]?(?:十([一二三四五六七八九])五|(?<=“)十五(?=”))[”]?"
_PLAN_GONE = re.compile(
    rf"(?:前|过去|这)的?五年[^。]{{0,20}}\n{_PLAN}(?:时期|期间)|{_PLAN}(?:时期|期间)?[^。，\n]{{0,12}}(?:回顾|成就)"
)
_PLAN_AHEAD = re.compile(
    rf"{_PLAN}(?:时期是[^。\n]{{0,40}}(?:五年|时期|阶段|期)|[^，。；\n]{{0,6}}(?:奋斗|发展|主要)目标)"
    rf"|{_YEAR}年[-—–～~至到]{YEAR}年[^。\n]{{0,12}}(?:将|每年|计划|力争|达)"
)
# 2020年11月1日零时: when a census counted.
_COUNTED_AT = re.compile(rf"{_DAY}零时")
# Held against 2010, since 2010, from 2010: not the year spoken of.
_MENTION = re.compile(
    rf"(?<![0-9比较自从由与—–～~-]){_YEAR}年"
    r"(?!以来|同期|[-—–～~至]|末?的[0-9]|之?前(?!三季度|半年)|之?后|翻|相比"
    r"|[0-9]{1,2}月[0-9]{1,2}日 ?[0-9])"
)
_BASE = re.compile(rf"[比较]{_YEAR}年(?:末|底|同期)")
_ANY_YEAR = re.compile(rf"(?<![0-9]){_YEAR}年")
# The day a page was put up: the last resort.
_POSTED = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})(?:[-/.]([0-9]{1,2})[-/.][0-9]{1,2}(?![0-9])"
    r"|年([0-9]{1,2})月[0-9]{1,2}日 ?[0-9]{1,2}[:：])"
)
_TO_COME = re.compile("[到至]$")
_SUMMARY = re.compile("工作(?:情况)?(?:总结|汇报)|述职|年终总结")
_SO_FAR = re.compile(
    r"今年以来|预计到(?:12|十二)月|(?<![0-9])(?:1|一)[-—至~～](?:1[01]|[89]|十一?)月|截至(?:今年)?(?:1[0-2]|[89])月"
)
# What a dated sentence says for the year a document speaks from, by how many years its own year
# is after that one: mostly results are of the year before, promises of this one.
_SAYS = {
    "back": {1: 1.0, 0: -0.8},
    "ahead": {0: 1.0, 1: -0.6},
    "plain": {1: 0.4, 0: 0.3},
    "to come": {1: -0.8, 0: 0.3},
}
_LATER = {"back": -1.2, "ahead": 0.1, "plain": -0.1, "to come": 0.5}
_EARLIER = {"back": 0.05, "ahead": -0.8, "plain": 0.0, "to come": -1.0}
_MOST_SAID = 6.0
_LEANS, _PAST = 0.7, 3.0
_POSTING, _AFTER_BASE, _FROM_PLAN, _ONLY_YEAR = 1.5, 1.2, 4.0, 0.5
# A lead over the next likely year that is a certain one.
CERTAIN = 3.0


Votes = defaultdict[int, float]


class Spoken(NamedTuple):
    """`year` is the one a document promises for or looks back from, `now` its 今年; `lead` is
    how far it is ahead of the next likely."""

    year: int | None
    now: int | None
    lead: float = 0.0


def spoken(text: str, genre: Genre, part: str = "") -> Spoken:
    """When a compact text speaks, of a `part` of the year; all None where it does not say."""
    votes = _reported(text, part) if genre != "report" else _report(text)
    if not votes:
        return Spoken(None, None)
    year, *others = sorted(votes, key=votes.__getitem__, reverse=True)
    lead = votes[year] - (votes[others[0]] if others else 0.0)
    if genre != "report":
        return Spoken(year, year, lead)
    return Spoken(year, _now(text, year), lead)


def _report(text: str) -> Votes:
    """What is said for each year that a report may speak from."""
    votes: Votes = defaultdict(float)
    head = text[:HEAD]
    for row in _ROWS:
        match = row.pattern.search(head) or (None if row.head else row.pattern.search(text))
        if match:
            votes[int(match[1]) + row.own] += row.weight
    _vote_days(head, votes)
    _vote_plans(text, votes)
    _vote_sentences(text, votes)
    _vote_postings(text, _LATE - 1, 1, votes)
    return votes


def _vote_days(head: str, votes: Votes) -> None:
    day = _day(head)
    if day:
        year, month, weight = day
        votes[year + (month >= _LATE)] += weight * (_NEXT if month >= _LATE else 1)
        votes[year] += weight * _THIS * (_LATE <= month < _LATEST)


def _day(head: str) -> tuple[int, int, float] | None:
    """The year and the month of a speech, and how surely it is one."""
    for row in _DAYS:
        match = row.pattern.search(head)
        if match:
            return int(match[1]), int(match[2]), row.weight
    return None


def _vote_plans(text: str, votes: Votes) -> None:
    """今年是“十三五”收官之年 is 2020; a plan looked back on is over, one begun is not."""
    match = _IN_PLAN.search(text)
    later = _only_next(text)
    if match:
        votes[plan_years(match[1])[0] + _PLACES[match[2]] - 1 + later] += _FROM_PLAN
    congress = _AFTER_CONGRESS.search(text)
    if congress:
        votes[_CONGRESSES[congress[1]] + 1 + later] += _FROM_PLAN
    gone = _PLAN_GONE.search(text[:HEAD])
    if gone:
        votes[plan_years(gone[1] or gone[2])[1] + 1] += _FROM_PLAN / 2
    ahead = _PLAN_AHEAD.search(text[:HEAD])
    if ahead and not gone:
        votes[int(ahead[2] or plan_years(ahead[1])[0])] += _FROM_PLAN / 2


def _vote_sentences(text: str, votes: Votes) -> None:
    """Each dated sentence speaks for the years it would fit."""
    said = Counter(_said(text))
    candidates = {year + shift for year, _ in said for shift in (0, 1)} | set(votes)
    total = sum(said.values())
    if not total:
        return
    scale = min(_MOST_SAID, 1.5 * math.log2(1 + total)) / total
    for own in candidates:
        votes[own] += scale * sum(
            count * _says(own - year, way) for (year, way), count in said.items()
        )


def _says(after: int, way: str) -> float:
    if after > 1:
        return _EARLIER[way]
    return _LATER[way] if after < 0 else _SAYS[way][after]


def _said(text: str) -> Iterator[tuple[int, str]]:
    """Each year that is spoken of, and whether it is looked back on or ahead to."""
    for match in _MENTION.finditer(text):
        around = _around(text, match.start())
        ahead = leaning(around).ahead
        to_come = _TO_COME.search(text[max(0, match.start() - 1) : match.start()])
        way = "back" if ahead < -_LEANS else "ahead" if ahead > _LEANS else "plain"
        yield int(match[1]), "to come" if to_come and ahead > -_PAST else way


def _around(text: str, at: int) -> str:
    """The sentence that stands at a place."""
    start = max(text.rfind(stop, max(0, at - _SENTENCE), at) for stop in "。\n")
    end = text.find("。", at, at + _SENTENCE)
    return text[start + 1 : end if end > 0 else at + _SENTENCE]


def _vote_postings(text: str, months: int, own: int, votes: Votes) -> None:
    """What only hints at a year counts where nothing else is said, or decides between two."""
    posted = _posted(text, months)
    if posted:
        votes[posted + own] += _POSTING
    base = _after_base(text)
    if base:
        votes[base + own] += _AFTER_BASE
    if not votes and (match := _ANY_YEAR.search(text)):
        votes[int(match[1]) + own] += _ONLY_YEAR


def _reported(text: str, part: str) -> Votes:
    """What is said for each year that a bulletin or a brief may report on."""
    votes: Votes = defaultdict(float)
    counted = _COUNTED_AT.search(text)
    if counted:
        votes[int(counted[1])] += 9
    first = _MENTION.search(text)
    if first:
        votes[int(first[1])] += 3 + 3 * (first.start() < 100)
    said = Counter(year for year, way in _said(text) if way != "ahead")
    total = sum(said.values())
    for year, count in said.items():
        votes[year] += 4 * count / total
    _vote_plans(text, votes)
    _vote_postings(text, 0 if part else _LATE - 1, 0, votes)
    return votes


def _after_base(text: str) -> int | None:
    """较2023年末净增 is said in 2024; 比2019年同期, 两年平均 in 2021."""
    match = _BASE.search(text)
    return int(match[1]) + (2 if "两年平均" in text else 1) if match else None


def _now(text: str, year: int) -> int:
    """The year that is called 今年: that of the speech; a summary's is the year it sums up."""
    day = _day(text[:HEAD])
    if day and day[0] in (year, year - 1):
        return day[0]
    title = text[:60]
    ending = (_SUMMARY.search(title) and "政府工作报告" not in title) or _SO_FAR.search(text)
    return year - 1 if ending or _only_next(text) else year


def _only_next(text: str) -> bool:
    """Whether the coming year is called 明年 throughout."""
    return "明年" in text and "去年" not in text


def _posted(text: str, months: int) -> int | None:
    """The year of a posting; a day within the first `months` posts what the last year did."""
    match = _POSTED.search(text)
    return int(match[1]) - (int(match[2] or match[3]) <= months) if match else None

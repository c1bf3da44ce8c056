"""The year a document speaks from, and the one that it calls 今年."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tally.extract.genre import HEAD, YEAR, Genre, plan_years

Shifts = tuple[tuple[re.Pattern[str], int], ...]
Source = Callable[[str, "Day | None"], "int | None"]

_YEAR = rf"({YEAR})"
_SENTENCE = 200
_DAY = rf"{_YEAR}年([0-9]{{1,2}})月[0-9]{{1,2}}日"
# A congress that meets this late speaks of the year that ends, and promises for the next.
_LATE = 7
# What tells the year a report speaks from, surest first, and how many years later that is.
_ACCOUNTS: Shifts = (
    (re.compile(rf"[与和及]{_YEAR}年[^。\n]{{0,24}}(?:计划|预算)"), 0),
    (re.compile(rf"{_YEAR}年[^。\n]{{0,24}}(?:计划|预算)[^。\n]{{0,6}}执行(?:情况|和其他)"), 1),
    (re.compile(rf"{_YEAR}年[^。，\n]{{0,16}}决算"), 1),
)
_TITLES: Shifts = (
    (re.compile(rf"在{_YEAR}年[^。，\n0-9]{{0,16}}(?:会议|大会)上"), 0),
    (re.compile(rf"{_YEAR}年[^。\n0-9]{{0,30}}政府工作报告"), 0),
    (
        re.compile(
            rf"{_YEAR}年?(?:度|政府)?(?:[及和]“十.五”(?:时期)?)?[^，。；：\n0-9]{{0,8}}?工作(?:情况)?(?:回顾|总结|汇报)"
        ),
        1,
    ),
)
_WORDED: Shifts = (
    (re.compile(rf"政府工作报告[^。，0-9]{{0,12}}{_YEAR}年"), 0),
    (re.compile(rf"(?:总结|回顾)[^。，；\n0-9]{{0,4}}{_YEAR}年"), 1),
    (re.compile(rf"(?:刚刚|即将)?过去的{_YEAR}年"), 1),
)
# The day of a speech; below a title it stands in brackets or on a line of its own.
_DAYS = {
    "meeting": re.compile(rf"{_DAY}，?在[^。\n]{{2,40}}(?:大会|会议|全会)"),
    "spoken": re.compile(rf"{_DAY}在"),
    "signed": re.compile(rf"(?:^|\n)[^。，：:\n0-9]{{0,24}}?[（(]?{_DAY}[）)]?(?:\n|$)"),
}
_COMING = re.compile(
    rf"{_YEAR}年[^，。；\n0-9]{{0,10}}目标(?:定?为|是|：)|{_YEAR}年(?:的)?(?:政府)?(?:主要|重点)?(?:工作(?!总结|回顾|情况)|目标|发展(?!情况|成))"
)
# 2019年是新中国成立70周年，做好今年工作: the year that is only beginning.
_BEGUN = re.compile(
    rf"(?:^|[。！\n]){_YEAR}年(?:是[^。\n]{{0,80}}?(?:做好|抓好)(?:今|全)年|，?我们(?:将|要))"
)
# 2020年11月1日零时: when a census counted.
_COUNTED_AT = re.compile(rf"{_DAY}零时")
# Held against 2010, since 2010, from 2010: not the year spoken of.
_MENTION = re.compile(
    rf"(?<![0-9比较自从由与到至—–～~-]){_YEAR}年"
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
# What a sentence says of a year that is still to come.
_AHEAD = re.compile("目标|力争|计划|规划|预期|安排|打算|确保|我们[将要]")
_PLAN = "[“]?(?:十([一二三四五六七八九])五|(?<=“)十五(?=”))[”]?"
_YEAR_OF_PLAN = re.compile(
    rf"今年(?:是|作为)[^。\n]{{0,12}}?{_PLAN}[^。，\n]{{0,20}}?"
    "(?:(?P<first>开局|起步|第一年|首年)|(?P<middle>承上启下|中期|第三年)|(?P<last>收官|收尾|最后一年))"
)
_PLAN_GONE = re.compile(
    rf"(?:前|过去|这)的?五年[^。]{{0,20}}\n{_PLAN}(?:时期|期间)|{_PLAN}(?:时期|期间)?[^。，\n]{{0,12}}(?:回顾|成就)"
)
_SUMMARY = re.compile("工作(?:情况)?(?:总结|汇报)|述职|年终总结")
_SO_FAR = re.compile(
    r"今年以来|预计到(?:12|十二)月|(?<![0-9])(?:1|一)[-—至~～](?:1[01]|[89]|十一?)月|截至(?:今年)?(?:1[0-2]|[89])月"
)


class Spoken(NamedTuple):
    """`year` is the one a document promises for or looks back from, `now` its 今年."""

    year: int | None
    now: int | None


def spoken(text: str, genre: Genre, part: str = "") -> Spoken:
    """When a compact text speaks, of a `part` of the year; both None where it does not say."""
    if genre != "report":
        year = _settled(text, part)
        return Spoken(year, year)
    day = _day(text)
    year = next((found for source in _SOURCES if (found := source(text, day))), None)
    if year is None:
        return Spoken(None, None)
    return Spoken(year, day.now if day else _now(text, year))


def _settled(text: str, part: str) -> int | None:
    """The year that a bulletin or a brief reports on."""
    counted = _COUNTED_AT.search(text)
    if counted:
        return int(counted[1])
    posted = _posted(text, 0 if part else _LATE - 1)
    return _mentioned(text) or _in_plan(text, None) or posted or _after_base(text) or _any(text)


def _now(text: str, year: int) -> int:
    """A summary is written in the year that it sums up."""
    title = text[:60]
    ending = (_SUMMARY.search(title) and "政府工作报告" not in title) or _SO_FAR.search(text)
    return year - 1 if ending or _only_next(text) else year


def _only_next(text: str) -> bool:
    """Whether the coming year is called 明年 throughout."""
    return "明年" in text and "去年" not in text


class Day(NamedTuple):
    """The day of a speech: the year it speaks from, the one it calls 今年, and who said so."""

    year: int
    now: int
    sign: str


def _day(text: str) -> Day | None:
    head = text[:HEAD]
    for sign, pattern in _DAYS.items():
        match = pattern.search(head)
        if match:
            year, month = int(match[1]), int(match[2])
            return Day(year + (month >= _LATE), year, sign)
    return None


def _on(sign: str) -> Source:
    return lambda _, day: day.year if day and day.sign == sign else None


def _worded(patterns: Shifts) -> Source:
    return lambda text, _: _first(text, patterns)


def _coming(text: str, _: Day | None) -> int | None:
    match = _COMING.search(text) or _BEGUN.search(text)
    return int(match[match.lastindex or 1]) if match else None


def _reviewed(text: str, _: Day | None) -> int | None:
    posted = _posted(text, _LATE - 1)
    year = _mentioned(text) or posted or _after_base(text) or _any(text)
    return year + 1 if year else None


def _after_base(text: str) -> int | None:
    """较2023年末净增 is said in 2024; 比2019年同期, 两年平均 in 2021."""
    match = _BASE.search(text)
    return int(match[1]) + (2 if "两年平均" in text else 1) if match else None


def _any(text: str) -> int | None:
    match = _ANY_YEAR.search(text)
    return int(match[1]) if match else None


def _in_plan(text: str, _: Day | None) -> int | None:
    """今年是“十三五”收官之年 is 2020."""
    match = _YEAR_OF_PLAN.search(text)
    if match is None:
        return None
    first, last = plan_years(match[1])
    now = first if match["first"] else last if match["last"] else first + 2
    return now + bool(_only_next(text))


def _after_plan(text: str, _: Day | None) -> int | None:
    """The plan that a report without any year of its own looks back on."""
    match = _PLAN_GONE.search(text[:HEAD])
    return plan_years(match[1] or match[2])[1] + 1 if match else None


# Surest first.
_SOURCES: tuple[Source, ...] = (
    _worded(_ACCOUNTS), _on("meeting"), _worded(_TITLES), _on("spoken"), _worded(_WORDED),
    _on("signed"), _coming, _in_plan, _after_plan, _reviewed,
)  # fmt: skip


def _first(text: str, patterns: Shifts) -> int | None:
    head = text[:HEAD]
    for pattern, shift in patterns:
        match = pattern.search(head) or pattern.search(text)
        if match:
            return int(match[1]) + shift
    return None


def _mentioned(text: str) -> int | None:
    """The first year spoken of, or one well after it that is spoken of as gone by."""
    found = [(int(match[1]), match.start()) for match in _MENTION.finditer(text)]
    if not found:
        return None
    first = found[0][0]
    gone = [year for year, at in found if year > first + 1 and not _AHEAD.search(_around(text, at))]
    return max(gone, default=first)


def _around(text: str, at: int) -> str:
    """The sentence that stands at a place."""
    start = max(text.rfind(stop, max(0, at - _SENTENCE), at) for stop in "。\n")
    end = text.find("。", at, at + _SENTENCE)
    return text[start + 1 : end if end > 0 else at + _SENTENCE]


def _posted(text: str, months: int) -> int | None:
    """The year of a posting; a day within the first `months` posts what the last year did."""
    match = _POSTED.search(text)
    return int(match[1]) - (int(match[2] or match[3]) <= months) if match else None

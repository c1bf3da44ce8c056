"""What kind of document a text is, and the year it speaks from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Genre = Literal["report", "bulletin", "progress", "plan"]

_YEAR = r"((?:19|20)[0-9]{2})"
_HEAD = 800
_GENRES: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    ("bulletin", re.compile(r"统计公报|经济运行情况|主要数据公报|普查公报|统计快报|运行简况")),
    (
        "plan",
        re.compile(
            r"第(十[一二三四五六七八九]?)个五年规划(?:和|纲要|（)|[“]?(十[一二三四五六七八九])五[”]?(?:规划|发展规划)"
        ),
    ),
    (
        "progress",
        re.compile(
            r"半年(?:完成|工作|进展|落实|执行)|上半年.{0,20}(?:情况|总结|进展)|季度.{0,12}(?:情况|进展)|(?:目标任务|重点工作).{0,10}(?:完成|进展|落实)情况"
        ),
    ),
)
# What tells the year a report speaks from, surest first, and how many years later that is.
# A congress that meets at the end of a year speaks from the next one.
_YEARS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(rf"[与和及]{_YEAR}年[^。\n]{{0,24}}(?:计划|预算)"), 0),
    (re.compile(rf"{_YEAR}年[^。\n]{{0,24}}(?:计划|预算)[^。\n]{{0,6}}执行情况"), 1),
    (re.compile(rf"{_YEAR}年1[12]月[0-9]{{1,2}}日在[^。\n]{{2,40}}(?:大会|会议)"), 1),
    (re.compile(rf"{_YEAR}年[^。\n0-9]{{0,30}}政府工作报告"), 0),
    (
        re.compile(
            rf"{_YEAR}年(?:度|政府)?(?:[及和]“十.五”(?:时期)?)?(?:主要)?工作(?:回顾|总结|汇报)"
        ),
        1,
    ),
    (re.compile(rf"{_YEAR}年[0-9]{{1,2}}月[0-9]{{1,2}}日在"), 0),
    (re.compile(rf"政府工作报告[^。，0-9]{{0,12}}{_YEAR}年"), 0),
    (re.compile(rf"(?:总结|回顾)[^。，；\n0-9]{{0,4}}{_YEAR}年"), 1),
)
# 临江市2023年国民经济和社会发展计划, 2024年重点工作安排: one year's plan.
_YEAR_PLAN = re.compile(
    rf"(?:^|\n)[^。\n]{{0,24}}?{_YEAR}年度?[^。，\n0-9]{{0,24}}(?:计划|要点|安排|实事(?:项目|清单)?)(?:（草案）)?[\s]*(?:\n|$)"
)
_LOOKS_BACK = re.compile("总结|回顾|完成情况")
_COMING = re.compile(
    rf"{_YEAR}年(?:的)?(?:政府)?(?:主要|重点)?(?:工作(?!总结|回顾|情况)|目标|发展(?!情况|成))"
)
_ANY_YEAR = re.compile(rf"(?<![0-9]){_YEAR}年")
_PLAN_NUMBERS = {c: i for i, c in enumerate("十一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class Setting:
    """`year` is the one the document speaks from; `reviewed` the last year it reports on.

    `part` is the part of that year it covers, such as H1; `span` the plan it sets out.
    """

    genre: Genre
    year: int | None
    reviewed: int | None
    part: str = ""
    span: tuple[int, int] | None = None


def plan_years(tens: str | None) -> tuple[int, int]:
    """The years of a five-year plan by the character after 十: 十三五 is 2016 to 2020.

    Without one it is the tenth, 十五: 2001 to 2005.
    """
    if tens is None:
        return 2001, 2005
    start = 2001 + 5 * _PLAN_NUMBERS[tens]
    return start, start + 4


def setting(text: str, year: int | None = None) -> Setting:
    """Read the genre and the year from a compact text; a given year comes first."""
    head = text[:_HEAD]
    genre, span = _genre(head)
    year_plan = _YEAR_PLAN.match(head) if genre == "report" else None
    if year_plan and _LOOKS_BACK.search(year_plan.group()):
        year_plan = None
    if year_plan:
        return _one_year_plan(year or int(year_plan[1]))
    if genre == "plan" and span:
        return Setting(genre, year or span[0], (year or span[0]) - 1, span=span)
    found = year or _stated_year(text, head, genre)
    if genre in ("bulletin", "progress"):
        return Setting(genre, found, found, _part(head))
    return Setting("report", found, found - 1 if found else None)


def _one_year_plan(year: int) -> Setting:
    return Setting("plan", year, year - 1, span=(year, year))


def _genre(head: str) -> tuple[Genre, tuple[int, int] | None]:
    title = head[:200]
    if "工作报告" in title and "完成情况" not in title:
        return "report", None
    for genre, pattern in _GENRES:
        match = pattern.search(title)
        if match and genre == "plan":
            words = match[1] or match[2]
            return genre, plan_years(words[1:] or "十")
        if match:
            return genre, None
    return "report", None


def _part(head: str) -> str:
    if re.search(r"前三季度|1[-—至]9月", head):
        return "Q1-Q3"
    if re.search(r"半年|1[-—至]6月", head):
        return "H1"
    return "Q1" if re.search(r"一季度|1[-—至]3月", head) else ""


def _stated_year(text: str, head: str, genre: Genre) -> int | None:
    if genre == "report":
        for pattern, shift in _YEARS:
            match = pattern.search(head) or pattern.search(text)
            if match:
                return int(match[1]) + shift
        coming = _COMING.search(text)
        if coming:
            return int(coming[1])
    match = _ANY_YEAR.search(text)
    if match is None:
        return None
    return int(match[1]) + (1 if genre == "report" else 0)

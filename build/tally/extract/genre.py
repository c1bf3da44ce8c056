"""What kind of document a text is, by its title, and the years or the part of a year it covers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Genre = Literal["report", "bulletin", "progress", "plan"]

_TITLE = 200
HEAD = 800
YEAR = r"(?:19|20)[0-9]{2}"
_TENS = "[一二三四五六七八九]"
_PART = (
    r"(?<!下)半年|前?[一二三四]季度|前三季度|[1-4][-—至][1-4]季度|(?<![0-9])1[-—至~～][0-9]{1,2}月"
)
_BULLETIN = re.compile("统计公报|经济运行情况|主要数据公报|普查公报|统计快[报讯]|运行简况")
_ECONOMY = re.compile("经济运行|经济形势|经济指标|经济(?:平稳|稳)")
_PROGRESS = re.compile(
    r"半年(?:完成|工作|进展|落实|执行)|(?:目标任务|重点工作).{0,10}(?:完成|进展|落实)情况"
)
_CARRIED_OUT = re.compile("(?:工作|任务|实事|项目|目标|指标).{0,8}(?:完成|进展|落实|推进)情况")
_OPENING = 80
_WHOLE = re.compile("全年|回顾|报告|明年")
_PARTLY = re.compile(rf"[^。\n]{{0,40}}?(?:{_PART})")
# 第十二个五年规划纲要, “十四五”推进农业农村现代化规划; not 第十四个五年规划的执行情况.
_FIVE_YEARS = re.compile(
    rf"第(?P<count>十{_TENS}?)个五年(?:规划|计划)(?:和|纲要|（|的建议[\s]*(?:\n|$))"
    rf"|[“]?(?P<tens>十{_TENS})五[”]?(?:[^。，；：\n]{{0,24}}?)规划(?:纲要)?[^。，\n执完实回评总]{{0,12}}(?:\n|$)"
    rf"|[“]?(?P<early>十{_TENS})五[”]?发展规划"
)
_MADE_FROM = re.compile(
    rf"本(?:规划|计划)?(?:纲要|规划)[^。\n]{{0,40}}第(十{_TENS}?)个五年(?:规划|计划)"
)
# 养老服务发展规划（2021—2025年）, 2023—2025年行动方案
_SPANNED = re.compile(
    rf"(?:规划|计划|方案|纲要)(?:纲要)?[（(]({YEAR})年?[-—–~～至]{{1,2}}({YEAR})年?[）)]"
    rf"|({YEAR})年?[-—–~～至]{{1,2}}({YEAR})年[^。，\n]{{0,20}}(?:规划|计划|方案)(?:\n|$|（)"
)
# 临江市2023年国民经济和社会发展计划, 2024年重点工作安排: one year's plan.
_ONE_YEAR = re.compile(
    rf"(?:^|\n)[^。\n]{{0,24}}?({YEAR})年度?[^。，\n0-9]{{0,24}}(?:计划|要点|安排|思路|实事(?:项目|清单)?|任务分[工解](?:方案|表)?|预算(?:调整)?(?:方案)?)"
    r"(?:（草案）)?(?:的通知|的报告)?[\s]*(?:\n|$)"
)
_LOOKS_BACK = re.compile("总结|回顾|完成情况|执行情况")
_PLAN_NUMBERS = {c: i for i, c in enumerate("十一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class Kind:
    """The genre of a document; `span` is the years of a plan, `part` the part of a year."""

    genre: Genre
    span: tuple[int, int] | None = None
    part: str = ""


def plan_years(tens: str | None) -> tuple[int, int]:
    """The years of a five-year plan by the character after 十: 十三五 is 2016 to 2020.

    Without one it is the tenth, 十五: 2001 to 2005.
    """
    if tens is None:
        return 2001, 2005
    start = 2001 + 5 * _PLAN_NUMBERS[tens]
    return start, start + 4


def kind_of(text: str) -> Kind:
    """The kind of document that a compact text is."""
    head = text[:HEAD]
    title = head[:_TITLE]
    year = _plan_of_a_year(head)
    if year:
        return Kind("plan", (year, year))
    if "工作报告" in title and "完成情况" not in title:
        return Kind("report")
    lines = _title_lines(title)
    if _BULLETIN.search(title) or _ECONOMY.search(lines):
        return Kind("bulletin", part="" if "公报" in title else _part(head))
    span = _plan(title)
    if span:
        return Kind("plan", span)
    partly = _PARTLY.search(lines) or _is_brief(title)
    if _PROGRESS.search(title) or partly or _CARRIED_OUT.search(lines):
        return Kind("progress", part=_part(head))
    return Kind("report")


def _is_brief(title: str) -> bool:
    """今年以来，…1至9月: a text without a title that begins with a part of the year."""
    opening = title[:_OPENING]
    titled = "\n" in opening.partition("。")[0]
    begins = opening.startswith(("今年", "上半年", "前三季度", "一季度")) and not titled
    return begins and bool(re.search(_PART, opening)) and not _WHOLE.search(opening)


def _title_lines(title: str) -> str:
    """The lines above the first that holds a sentence; without any, how the text begins."""
    sentence = title.find("。")
    above = title.rfind("\n", 0, sentence if sentence >= 0 else len(title))
    return title[:above] if above > 0 else title[: max(0, title.find("，"))]


def _plan_of_a_year(head: str) -> int | None:
    match = _ONE_YEAR.match(head)
    return int(match[1]) if match and not _LOOKS_BACK.search(match.group()) else None


def _plan(title: str) -> tuple[int, int] | None:
    match = _FIVE_YEARS.search(title)
    made = _MADE_FROM.search(title) if match is None else None
    words = made[1] if made else match and (match["count"] or match["tens"] or match["early"])
    if words:
        return plan_years(words[1:] or None)
    spanned = _SPANNED.search(title)
    years = [int(year) for year in spanned.groups() if year] if spanned else []
    return (years[0], years[1]) if years else None


def _part(head: str) -> str:
    """H1, Q1 or Q1-Q3; other stretches of a year are not told apart from the year."""
    if re.search(r"前三季度|[13一][-—至]三?3?季度|1[-—至~～]9月", head):
        return "Q1-Q3"
    if re.search(r"(?<!下)半年|1[-—至~～]6月", head):
        return "H1"
    return "Q1" if re.search(r"一季度|1[-—至~～]3月", head) else ""

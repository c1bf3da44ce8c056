"""The stage of a document that a sentence stands on: looking back or forward, on which years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tally.extract.genre import plan_years
from tally.extract.lexicon import table
from tally.extract.numerals import years_counted
from tally.extract.sentences import Sentence
from tally.extract.setting import Setting

_HEAD = 60
# 报告指出：2010年，… begins with the year.
_SAID = re.compile(
    "(?:报告|会议|通报|他|她|[^，。：]{0,8}[县市区乡镇州省]长)?(?:指出|提出|认为|显示|表示|强调|说)[，：]"
)
# 报告分四个部分：一是…回顾；二是…目标 only lists what is to come.
_CONTENTS = re.compile("分[^，。]{0,4}部分")
_PLAN = re.compile(r"十([一二三四五六七八九])五|“十五”")
_THIS_YEAR = re.compile(r"今年|[0-9]{4}年")
# A bulletin or a progress list looks ahead only where it says so.
_AHEAD = re.compile("下半年|下一步|下步|明年|预期目标|(?:任务|目标)(?:是|为)[：，]?计?划?")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})年")
_YEARS_ON = re.compile("([两二三四五六七八九十2-9])年来")


@dataclass(frozen=True, slots=True)
class Stage:
    """`kind` of what is said here, and the years it is said of (one year: both the same)."""

    kind: Literal["actual", "target"]
    first: int | None
    last: int | None
    part: str = ""

    @property
    def spans(self) -> bool:
        return self.first != self.last


def _rules(group: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("stages")[group]
    return tuple((re.compile(_filled(row["pattern"])), row["stage"]) for row in rows)


def _filled(pattern: str) -> str:
    plan = "(?:十[一二三四五六七八九]五|十五(?=”))"
    return pattern.replace("YEAR", "(?:19|20)[0-9]{2}").replace("PLAN", plan)


_HEADINGS, _STRONG = _rules("headings"), _rules("strong")


def stages(
    text: str, found: Iterable[Sentence], setting: Setting
) -> Iterator[tuple[Sentence, Stage]]:
    """Each sentence with its stage."""
    stage = first_stage(setting)
    for sentence in found:
        head = text[sentence.start : min(sentence.end, sentence.start + _HEAD)]
        stage = next_stage(head, sentence, stage, setting)
        yield sentence, stage


def first_stage(setting: Setting) -> Stage:
    """Before any heading: reports look back, plans ahead."""
    if setting.genre == "plan" and setting.span:
        return Stage("target", *setting.span)
    if setting.ahead:
        return Stage("target", setting.year, setting.year)
    return Stage("actual", setting.reviewed, setting.reviewed, setting.part)


def next_stage(head: str, sentence: Sentence, stage: Stage, setting: Setting) -> Stage:
    """The stage after reading the head of a sentence."""
    said = _SAID.match(head)
    head = head[said.end() :] if said else head
    if "部分" in head and _CONTENTS.search(head):
        return stage
    for pattern, name in _HEADINGS if sentence.heading else _STRONG:
        match = pattern.search(head)
        if match:
            if name == "target" and (_plan_goes_on(stage, head) or _ending(match, setting)):
                return stage
            if name == "year" and stage.spans and not sentence.opens:
                return stage
            return _named(name, head, setting) or stage
    return stage


def _ending(match: re.Match[str], setting: Setting) -> bool:
    """Whether 今年 is the year reported on: said in December, it promises nothing."""
    return "今年" in match.group() and setting.now is not None and setting.now == setting.reviewed


def _plan_goes_on(stage: Stage, head: str) -> bool:
    """主要目标 within the pages on a plan are that plan's, unless a year is named."""
    ahead = stage.kind == "target" and stage.spans
    return ahead and not re.search("今年|预期|[0-9]{4}年", head)


def _named(name: str, head: str, setting: Setting) -> Stage | None:
    review = Stage("actual", setting.reviewed, setting.reviewed, setting.part)
    plan = _PLAN.search(head)
    if name == "review":
        whole_plan = plan and not _YEAR.search(head)
        return _by_plan(plan_years(plan[1]), setting) if plan and whole_plan else review
    if setting.year is None:
        return Stage("target", None, None) if name.startswith("target") else review
    settled = setting.genre in ("bulletin", "progress")
    if settled and name.startswith("target") and not _AHEAD.search(head):
        return None
    if name == "year":
        return _by_year(head, setting)
    if name == "target" and _heads_review(head, setting):
        return review
    if name == "plan" or (name.startswith("target") and plan and not _THIS_YEAR.search(head)):
        return _by_plan(plan_years(plan[1]), setting) if plan else None
    if name == "review-span":
        return _looking_back(head, setting)
    if name == "target-span":
        return _plan_ahead(plan, setting.year)
    if setting.genre == "plan" and setting.span:
        return Stage("target", *setting.span)
    return Stage("target", setting.year, setting.year)


def _heads_review(head: str, setting: Setting) -> bool:
    """一、2018年工作 heads what was done where 2018 is the year reported on."""
    years = {int(year) for year in _YEAR.findall(head)}
    return years == {setting.reviewed} and "工作" in head


def _by_year(head: str, setting: Setting) -> Stage | None:
    match = _YEAR.search(head)
    if match is None or setting.reviewed is None:
        return None
    year = int(match[1])
    if year == setting.reviewed:
        return Stage("actual", year, year, setting.part)
    return Stage("target", year, year) if year == setting.year else None


def _by_plan(years: tuple[int, int], setting: Setting) -> Stage | None:
    last = setting.reviewed or 0
    if years[1] <= last:
        return Stage("actual", *years)
    if years[0] > last or setting.genre == "plan":
        return Stage("target", *years)
    return first_stage(setting)


def _plan_ahead(plan: re.Match[str] | None, year: int) -> Stage:
    """The plan that is named, where it is not over, or the next five years."""
    first, last = plan_years(plan[1]) if plan else (year, year + 4)
    return Stage("target", first, last) if last >= year else Stage("target", year, year + 4)


def _looking_back(head: str, setting: Setting) -> Stage:
    """五年来, or as many years as the words say: 四年来."""
    match = _YEARS_ON.search(head)
    last = setting.reviewed or 0
    return Stage("actual", last + 1 - (years_counted(match[1]) if match else 5), last)

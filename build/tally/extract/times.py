"""Words of time in a statement, and the part that each plays there.

A topic dates what follows; a base of comparison (比2020年, 由上年的) only the number that hangs
on it; what stands in brackets, or up to 的基础上 and 相比, ends there; an average over years
(两年平均) is of the next number alone; a plan's name, or a year that is only said to be something,
dates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Role = Literal["topic", "base", "average", "named"]

_YEAR = r"(?:19|20)[0-9]{2}"
_SOME = "[两二三四五六七八九十2-9]"
_TIME = re.compile(
    rf"(?P<since>{_YEAR})年以来|(?P<first>{_YEAR})年?[-—–~～至到]{{1,2}}(?P<last>{_YEAR})年"
    rf"|(?P<year>{_YEAR})年(?P<part>上半年|[1一][-—至]6月|前三季度|1[-—至]9月|一季度|1[-—至]3月)?(?![0-9]{{1,2}}月[0-9]{{1,2}}日)"
    r"|(?P<half>上半年|1[-—~～至]6月)|(?P<three>前三季度|1[-—至]9月份?)|(?P<quarter>一季度|1[-—至]3月份?)|(?P<second>二季度(?!末))|(?P<fourth>四季度(?!末))"
    r"|(?P<five_year>十(?P<plan>[一二三四五六七八九])五|“十五(?=”))[”]?(?P<end>末|期末)?"
    r"|(?P<coming>今后|未来)的?(?:五|5)年"
    rf"|(?P<lately>过去|近|这)的?(?P<years>{_SOME})年(?=，)"
    rf"|(?P<gone>过去|近|这)?的?(?<![连第0-9十])(?P<count>{_SOME})年(?P<run>年均|平均|年平均|复合|来|累计|共|间|增长|新增)"
    r"|(?P<hoped>(?:确保|力争|争取)(?:实现|完成)?(?:到?(?:19|20)[0-9]{2}年|今年)?(?:全年|年底|年末))"
    r"|(?P<whole>全年|年末|年底|年终)"
    r"|(?P<now>今年)|(?P<before>去年|上年(?!末|底|同|度?结))|(?P<next>明年)"
)
# A mark that all words of time share; most words before a number have none.
_HINT = re.compile("[年季月五]")
# 低于2020年, 与2020年…相比, 由上年的: what stands so is a base.
_BASE_BEFORE = re.compile(
    r"(?:[比较自超以从由按]|[低高快好优晚早多少]于|不[低高]于|超过|相当于|恢复[到至]|继)[“]?$"
)
_WITH_BEFORE = re.compile("[与同和跟][“]?$")
_COMPARED = re.compile("[^，。；]{0,24}?(?:相比|相较|持平|比较|同期|基础上)")
_BASE_BEHIND = re.compile(
    r"(?:末|底)?(?:基础上|相比|相较|同期(?!增)|水平|翻|的?[0-9.]+倍|的?[一二两三四五六七八九十]倍)"
)
_GROUND = re.compile("[^，。；]{0,24}?(?:的?基础上|相比)")
_NAMED_BEHIND = re.compile(
    "(?:规划|计划|目标任务|重[大点]项目|收官|开局|圆满|顺利|胜利|完美|实现|起步|蓝图|建议|纲要)"
)
_SAID_OF = re.compile(
    "(?:[是为]|作为|进入|迈入|迈向|开启|描绘|谋划|编制|确保|实现|完成|实施|落实|推动)[“]?$"
)
_STAGED = re.compile("[，。]|时期|期间|末|以来|的?这?五年|累计|年均|前[一二三四]年|，|$")
_AVERAGES = frozenset(("年均", "平均", "年平均", "复合"))
_BRACKETS = re.compile(r"[（(][^（()）\n]{0,60}[）)]")
_NEAR = 3


class Time(NamedTuple):
    """A word of time at `start:end`; `until` ends the stretch that it dates (0: open)."""

    start: int
    end: int
    role: Role
    until: int
    match: re.Match[str]

    def hangs_on(self, text: str, number: int) -> bool:
        """Whether a number hangs on this time: 上年的35.1%."""
        between = text[self.end : number]
        return len(between) <= _NEAR and bool(_LINK.fullmatch(between))


_LINK = re.compile("[末底]?的?[约近超]?")


def times(text: str, start: int, stop: int) -> list[Time]:
    """The words of time of a statement, in order."""
    if not _HINT.search(text, start, stop):
        return []
    brackets = (
        [m.span() for m in _BRACKETS.finditer(text, start, stop)]
        if "（" in text[start:stop]
        else []
    )
    return list(_read(text, start, stop, brackets))


def _read(text: str, start: int, stop: int, brackets: list[tuple[int, int]]) -> Iterator[Time]:
    for match in _TIME.finditer(text, start, stop):
        before = text[max(start, match.start() - 5) : match.start()]
        after = text[match.end() : min(stop, match.end() + 28)]
        role = _role(match, before, after)
        until = next((end for at, end in brackets if at < match.start() < end), 0)
        if not until and role in ("topic", "base") and not (match["whole"] or match["hoped"]):
            ground = _GROUND.match(after)
            until = match.end() + ground.end() if ground else 0
        yield Time(match.start(), match.end(), role, until, match)


def _role(match: re.Match[str], before: str, after: str) -> Role:
    if match["run"] in _AVERAGES and not match["gone"]:
        return "average"
    if match["five_year"]:
        named = _NAMED_BEHIND.match(after) or (_SAID_OF.search(before) and not _STAGED.match(after))
        if named or not (_STAGED.match(after) or match["end"]):
            return "named"
    if match["whole"] or match["hoped"] or match["run"] or match["since"]:
        return "base" if before.endswith(("比", "较")) else "topic"
    if _BASE_BEFORE.search(before) and not before.endswith(("达到", "提高到")):
        return "base"
    if _WITH_BEFORE.search(before) and _COMPARED.match(after):
        return "base"
    return "base" if _BASE_BEHIND.match(after) else "topic"

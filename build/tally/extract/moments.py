"""The period a number is for: from the words around it, else from the stage it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tally.extract.genre import plan_years
from tally.extract.numerals import years_counted
from tally.extract.setting import Setting
from tally.extract.stages import Stage

_YEAR = r"(?:19|20)[0-9]{2}"
_MOMENT = re.compile(
    rf"(?P<since>{_YEAR})年以来|(?P<first>{_YEAR})年?[-—–~～至到]{{1,2}}(?P<last>{_YEAR})年"
    rf"|(?<![比较自超以与同按])(?P<until>到|至)?(?P<year>{_YEAR})年(?P<part>上半年|1[-—至]6月|前三季度|1[-—至]9月|一季度|1[-—至]3月)?(?!基础上|相比|相较|同期|的?[0-9.]+倍|[0-9]{{1,2}}月[0-9]{{1,2}}日|翻|以来)"
    r"|(?<![比较])(?P<half>上半年|1[-—~～至]6月)|(?<![比较])(?:(?P<three>前三季度|1[-—至]9月份?)|(?P<quarter>一季度|1[-—至]3月份?)|(?P<second>二季度(?!末))|(?P<fourth>四季度(?!末)))"
    r"|(?<![比较自])(?<![比较自]“)(?P<five_year>十(?P<plan>[一二三四五六七八九])五|“十五(?=”))[”]?+(?!规划|计划|目标任务|重[大点]项目)(?P<end>末|期末|收官)?"
    r"|(?P<coming>今后|未来)的?(?:五|5)年"
    r"|(?P<lately>过去|近|这)的?(?P<years>[两二三四五六七八九十2-9])年(?=，)"
    r"|(?<![连第0-9十])(?P<gone>过去|近|这)?的?(?P<count>[两二三四五六七八九十2-9])年(?P<run>来|累计|共|间|增长|年均|新增|累计完成)"
    r"|(?P<hoped>(?:确保|力争|争取)(?:实现|完成)?(?:到?(?:19|20)[0-9]{2}年|今年)?(?:全年|年底|年末))"
    r"|(?P<now>今年)|(?<![比较与同和])(?P<before>去年|上年(?!末|底|同|度?结))(?![^，。；]{0,20}基础上)|(?P<next>明年)"
)
# A mark that all words of time share; most words before a number have none.
_HINT = re.compile("[年季月五]")
_ENDS = {"half": "H1", "three": "Q1-Q3", "quarter": "Q1", "second": "Q2", "fourth": "Q4"}
_PARTS = {"上半年": "H1", "前三季度": "Q1-Q3", "一季度": "Q1", "1": "H1"}


@dataclass(frozen=True, slots=True)
class Moment:
    """Years (one year: both the same), the part of the year, and whether it was stated."""

    first: int | None
    last: int | None
    part: str = ""
    kind: str = "actual"

    @property
    def spans(self) -> bool:
        return self.first != self.last

    def at_end(self) -> str | None:
        return None if self.last is None else f"{self.last}{self.part}"

    def whole(self) -> str | None:
        return f"{self.first}-{self.last}" if self.spans else self.at_end()

    def before(self) -> str | None:
        """The starting point of a change over this moment."""
        if self.first is None:
            return None
        return str(self.first - 1)


def moment_of(stage: Stage) -> Moment:
    """The moment that a stage implies."""
    return Moment(stage.first, stage.last, stage.part, stage.kind)


def stated_moment(words: str, moment: Moment, setting: Setting) -> Moment:
    """The moment after reading words; the last time they state wins."""
    if not _HINT.search(words):
        return moment
    for match in _MOMENT.finditer(words):
        moment = _moment(match, moment, setting) or moment
    return moment


def states_time(words: str) -> bool:
    """Whether words name a time of their own."""
    return bool(_MOMENT.search(words))


def _moment(match: re.Match[str], moment: Moment, setting: Setting) -> Moment | None:
    if match["first"]:
        return _dated(int(match["first"]), int(match["last"]), "", setting)
    if match["year"]:
        year = int(match["year"])
        if _promised(moment, year, setting) and not match["part"]:
            return moment
        return _dated(year, year, _part(match["part"] or ""), setting)
    if match["hoped"]:
        return _hoped(setting)
    for group, part in _ENDS.items():
        if match[group] and not moment.spans:
            return Moment(moment.last, moment.last, part, moment.kind)
    if setting.year is None or setting.reviewed is None:
        return None
    if setting.span and _runs_through(setting.span, match, moment):
        return Moment(*setting.span, kind="target")
    if match["run"] and not match["gone"] and match["run"] != "来" and _is_ahead(moment, setting):
        first = (moment.last or 0) + 1 - years_counted(match["count"])
        return moment if moment.spans else replace(moment, first=first, part="")
    return _relative(match, setting, setting.year, setting.reviewed)


def _runs_through(span: tuple[int, int], match: re.Match[str], moment: Moment) -> bool:
    """三年累计 in a plan of three years."""
    if not match["run"] or match["run"] == "来" or match["gone"] or moment.kind != "target":
        return False
    return years_counted(match["count"]) == span[1] - span[0] + 1


def _promised(moment: Moment, year: int, setting: Setting) -> bool:
    """2010年的主要任务是 in an account of its half names the year again that is promised for."""
    same = moment.first == moment.last == year == setting.reviewed
    return moment.kind == "target" and same


def _hoped(setting: Setting) -> Moment | None:
    """确保全年增长12%: said in July, it is promised of the whole year."""
    settled = setting.genre in ("bulletin", "progress") or setting.now == setting.reviewed
    return Moment(setting.now, setting.now, "", "target") if settled and setting.now else None


def _is_ahead(moment: Moment, setting: Setting) -> bool:
    """Whether 五年累计 sums up the years of a plan, not those gone by."""
    later = moment.last is not None and setting.year is not None and moment.last > setting.year
    return moment.kind == "target" and (moment.spans or later)


def _part(words: str) -> str:
    if not words:
        return ""
    return {"1-3月": "Q1", "1-9月": "Q1-Q3"}.get(words, _PARTS.get(words, "H1"))


def _relative(match: re.Match[str], setting: Setting, year: int, reviewed: int) -> Moment | None:
    if match["five_year"]:
        first, last = plan_years(match["plan"])
        return _dated(last if match["end"] else first, last, "", setting)
    if match["coming"]:
        return _dated(year, year + 4, "", setting)
    if match["since"]:
        first = int(match["since"])
        return Moment(first, reviewed) if first <= reviewed else None
    if match["years"]:
        return Moment(reviewed + 1 - years_counted(match["years"]), reviewed)
    if match["run"]:
        return Moment(reviewed + 1 - years_counted(match["count"]), reviewed)
    now = setting.now or year
    if match["now"]:
        return _dated(now, now, setting.part, setting)
    if match["before"]:
        return _dated(now - 1, now - 1, "", setting)
    return _dated(now + 1, now + 1, "", setting) if match["next"] else None


def _dated(first: int, last: int, part: str, setting: Setting) -> Moment:
    kind = "target" if setting.reviewed is not None and last > setting.reviewed else "actual"
    if first == last == setting.reviewed:
        part = part or setting.part
    return Moment(first, last, part, kind)

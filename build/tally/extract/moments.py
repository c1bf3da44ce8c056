"""What a word of time means in a document: years, a part of a year, looking back or ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tally.extract.genre import plan_years
from tally.extract.numerals import years_counted
from tally.extract.setting import Setting
from tally.extract.stages import Stage

_ENDS = {"half": "H1", "three": "Q1-Q3", "quarter": "Q1", "second": "Q2", "fourth": "Q4"}
_PARTS = {"上半年": "H1", "前三季度": "Q1-Q3", "一季度": "Q1", "1-3月": "Q1", "1-9月": "Q1-Q3"}


@dataclass(frozen=True, slots=True)
class Moment:
    """Years (one year: both the same), the part of the year, and whether it was stated."""

    first: int | None
    last: int | None
    part: str = ""
    kind: str = "actual"
    stated: bool = False

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


def meaning(match: re.Match[str], moment: Moment, setting: Setting) -> Moment | None:
    """The moment that a word of time means, said while another one holds; None for none."""
    if match["first"]:
        return _dated(int(match["first"]), int(match["last"]), "", setting)
    if match["year"]:
        year = int(match["year"])
        if _promised(moment, year, setting) and not match["part"]:
            return moment
        return _dated(year, year, _PARTS.get(match["part"], "H1") if match["part"] else "", setting)
    if match["hoped"]:
        return _hoped(setting)
    if match["whole"]:
        return _whole(match, moment, setting)
    for group, part in _ENDS.items():
        if match[group]:
            return None if moment.spans else replace(moment, part=part)
    if setting.year is None or setting.reviewed is None:
        return None
    if match["run"] and _goes_ahead(match, moment, setting):
        return _run_ahead(match, moment, setting)
    return _relative(match, setting, setting.year, setting.reviewed)


def _whole(match: re.Match[str], moment: Moment, setting: Setting) -> Moment | None:
    """全年 ends a part of the year, and is the last of several years looked back on."""
    if match.group() == "全年" and moment.spans and moment.kind == "actual" and not setting.part:
        return replace(moment, first=moment.last, part="")
    return replace(moment, part="") if moment.part and not setting.part else None


def _goes_ahead(match: re.Match[str], moment: Moment, setting: Setting) -> bool:
    """Whether 五年累计 sums up the years of a plan, not those gone by."""
    if match["gone"] or match["run"] == "来" or moment.kind != "target":
        return False
    later = moment.last is not None and setting.year is not None and moment.last > setting.year
    return moment.spans or later or bool(setting.span)


def _run_ahead(match: re.Match[str], moment: Moment, setting: Setting) -> Moment:
    count = years_counted(match["count"])
    if setting.span and count == setting.span[1] - setting.span[0] + 1:
        return Moment(*setting.span, kind="target")
    return (
        moment if moment.spans else replace(moment, first=(moment.last or 0) + 1 - count, part="")
    )


def _promised(moment: Moment, year: int, setting: Setting) -> bool:
    """2010年的主要任务是 in an account of its half names the year again that is promised for."""
    same = moment.first == moment.last == year == setting.reviewed
    return moment.kind == "target" and same


def _hoped(setting: Setting) -> Moment | None:
    """确保全年增长12%: said in July, it is promised of the whole year."""
    settled = setting.genre in ("bulletin", "progress") or setting.now == setting.reviewed
    return Moment(setting.now, setting.now, "", "target", True) if settled and setting.now else None


def _relative(match: re.Match[str], setting: Setting, year: int, reviewed: int) -> Moment | None:
    if match["five_year"]:
        first, last = plan_years(match["plan"])
        return _dated(last if match["end"] else first, last, "", setting)
    if match["coming"]:
        return _dated(year, year + 4, "", setting)
    if match["since"]:
        first = int(match["since"])
        return Moment(first, reviewed, stated=True) if first <= reviewed else None
    if match["years"] or match["run"]:
        count = years_counted(match["years"] or match["count"])
        return Moment(reviewed + 1 - count, reviewed, stated=True)
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
    return Moment(first, last, part, kind, stated=True)

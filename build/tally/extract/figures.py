"""What is said of each subject: the figure with its name, measure, period and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from tally.extract import names
from tally.extract.estimates import reach_of
from tally.extract.groups import Member
from tally.extract.lead import SCOPES, ends_with_verb, starts_with_verb
from tally.extract.measures import comparator_of, measure_of
from tally.extract.moments import Moment
from tally.extract.names import Names
from tally.extract.place import Place
from tally.extract.qualifiers import basis_said, strength_said
from tally.extract.quantities import COUNTERS, PERCENT, Quantity
from tally.extract.things import is_capacity, is_project_money
from tally.terms import Basis, Comparator, Kind, Measure, Strength

_SECTORS = ("第一产业", "第二产业", "第三产业")
_STATED_SHARE = re.compile(r"占比|比重|比例|份额")
_SUMMED = re.compile("新增|累计|净增|(?<![过去近这])五年(?![来以年规])[^，。；]*$")
_SPENT = re.compile("(?:完成|计划)[^，。；、]{0,6}投资[超达约]?$")
_STANDING = re.compile(
    r"(?:增至|提高[到至]|提升[到至]|增加[到至]|升至|降[到至]|下降到|稳定在|保持在|扩大到|达到|拥有"
    r"|总量|总数|缩小[到至]|余额|率)$|在建"
)
_STOCK = re.compile("(?:规模|总额|总量|总值|余额)$")
# 每年新增 is a yearly rate, 跨上 a height that was reached.
_NEVER_SUMMED = re.compile("每年|年均[^，；]*$|覆盖[^，。；：]*$")
_DONE_AHEAD = re.compile("(?:完成(?!了?[约近超]?$)|(?:^|[，。；])荣?获得?(?!$))[^，。；：]+$")
_DONE_BEHIND = re.compile("建成运[营行]|投产达[效产]|建成投[用产]|建成通车|竣工|完工$|脱贫$")
# 年均浓度 is an average within a year, not over years.
_AVERAGED = re.compile(r"年均(?!浓度|值|气温|降水|降雨|水温)")
_TOTAL = re.compile(r"累计[^，；：]*$")
_RATE = re.compile(r"(?:率|强度|占比|比重|比例|率为)$")
_YEARLY = re.compile(rf"{_AVERAGED.pattern}|每年|保持(?!在)[^，；]*$")
_OVER_YEARS = re.compile(rf"{_YEARLY.pattern}|累计|年平均|五年|(?<![0-9])5年")
_FROM = re.compile(r"[从由](?![负降跌]转)([^，。；：]{0,14})$")
_PLANNED = re.compile(
    r"(?:年度?计划(?:完成)?投资|年度?投资计划|(?<!完成)(?<!实现)(?:收入|支出|目标|年度)任务数?"
    r"|(?<![比较超于])年初预算数?(?:安排|的)?)为?$"
)
_ADJUSTED = ("调整", "调增", "调减")
_ADJUSTED_TO = tuple(word + to for word in _ADJUSTED for to in "为至到")
_BUDGET_BEFORE = re.compile("预算[^，。；]{0,30}$")
_BUDGET_WINDOW = 32
# 市下达增速目标12%, 目标任务19家
_SET = re.compile(
    "(?:下达|确定)[^。；]{0,40}(?:目标|任务)[^，。；、]{0,6}$|(?<!完成)(?<!实现)目标任务$"
)
_HOLDING = re.compile("^(?:位居|位列|稳居)(?=.{4})")


class Figure(NamedTuple):
    """A quantity understood; offsets are of the compact text."""

    start: int
    end: int
    quantity: Quantity
    name: str
    measure: Measure
    comparator: Comparator
    kind: Kind
    period: str | None
    down: bool
    preliminary: bool
    rule: str
    basis: Basis | None = None
    strength: Strength | None = None
    signs: tuple[str, ...] = ()


def figures(place: Place, subjects: Names, rule: str) -> Iterator[Figure]:
    """The figures of a group, given whom it speaks of."""
    for index, member in enumerate(place.group.members):
        if member.quantity.form == "ratio" and len(member.quantity.parts) > 2:
            yield from _parts(place, member, "".join(subjects))
            continue
        for subject in _own(subjects, index, place.count):
            yield _figure(place, member, subject, rule)


def _own(subjects: Names, index: int, count: int) -> Names:
    """The subjects of one member: its own in a paired list, all of them for a shared number."""
    if count == 1:
        return subjects
    return subjects[index : index + 1] if len(subjects) == count else subjects[:1]


def _figure(place: Place, member: Member, subject: str, rule: str) -> Figure:
    quantity = member.quantity
    measure = _measure(place, member, subject, rule)
    kind = _kind(place)
    return Figure(
        quantity.start, quantity.end, quantity, _name(place, subject, measure, rule), measure,
        comparator_of(member, place.lead), kind,
        _of_each(place, member) or _period(place, measure),
        _down(place, quantity), _preliminary(place, rule), rule,
        basis_said(place.words) if measure in (Measure.GROWTH, Measure.CHANGE) else None,
        strength_said(place.words) if kind == Kind.TARGET else None,
    )  # fmt: skip


def _measure(place: Place, member: Member, subject: str, rule: str) -> Measure:
    if rule in ("fulfilled", "contributed") and member.quantity.unit in PERCENT:
        return Measure.SHARE
    if place.net_change:
        return Measure.CHANGE
    flow = rule == "counted-thing" or bool(starts_with_verb(subject) and not place.lead.change)
    behind = place.text[member.end : member.end + 6]
    measure = measure_of(member.quantity, subject, place.lead, flow, behind)
    if measure == "level" and _TOTAL.search(place.clause):
        return Measure.LEVEL if member.quantity.unit in PERCENT else Measure.CUMULATIVE
    if measure == "level" and _goes_on(place, member, subject, rule):
        return place.memory.measure or measure
    summed = measure == "level" and not member.quantity.unit.endswith("%")
    return Measure.CUMULATIVE if summed and _flows(place, subject, rule) else measure


def _goes_on(place: Place, member: Member, subject: str, rule: str) -> bool:
    """Whether a number that only goes on is of the measure before it.

    占全国份额从14%提升到15.5%: the same share; 增长5.5%以上、力争6%左右: growth too, but a
    rate has levels; 累计动迁430户、5万平方米: a total too.
    """
    before, percent = place.memory.measure, member.quantity.unit == "%"
    if rule != "carried":
        return False
    if before == "cumulative":
        return place.words == "、" and not percent
    return percent and (before == "share" or (before == "growth" and not _RATE.search(subject)))


def _flows(place: Place, subject: str, rule: str) -> bool:
    """Whether a level is summed over the years spoken of: 新增 and the like, no stock."""
    words = place.words
    if not place.moment.spans or _STOCK.search(subject):
        return False
    if _NEVER_SUMMED.search(words) or starts_from(words):
        return False
    done = _work_done(place, subject, rule) and not _STANDING.search(words)
    return done or bool(_SUMMED.search(words) or _SPENT.search(words))


def _work_done(place: Place, subject: str, rule: str) -> bool:
    """新建道路, 招商引资项目签约, 完成项目; not what things were chosen as (入选名单企业)."""
    told_apart = rule == "counted-thing" and not place.subject and place.words[-1:] in ("", "，")
    begun = starts_with_verb(subject) or starts_with_verb(subject.rpartition("”")[2])
    if begun and not told_apart:
        return True
    if place.first.unit.lstrip("万亿") in COUNTERS and _DONE_AHEAD.search(place.words):
        return True
    return bool(ends_with_verb(subject) or _DONE_BEHIND.search(subject))


def _name(place: Place, subject: str, measure: Measure, rule: str) -> str:
    name = names.tidy(subject)
    if rule == "fulfilled" and place.fulfilled:
        return f"{name}完成{place.fulfilled['whole']}比例"
    if measure == "rank":
        return _rank_name(place, name, rule)
    if _of_a_share(place, measure, rule):
        return place.memory.told[-1]
    if measure == "share" or (place.lead.subject == "占比" and rule == "share-of"):
        return _share_name(place, name)
    if place.lead.against and place.first.unit.endswith("点"):
        speed = "" if name.endswith("率") else "增速"
        return f"{name}{speed}与{place.lead.against.strip('、，')}之差"
    return name


def _of_a_share(place: Place, measure: Measure, rule: str) -> bool:
    """占投资的46.6%，提高5.1个百分点: a share that goes on, or how much it changed."""
    known = place.memory
    if rule != "carried" or not known.told:
        return False
    return measure == "share" or (known.measure == "share" and place.first.unit.endswith("点"))


def _rank_name(place: Place, name: str, rule: str) -> str:
    """外贸进出口总额西部排名; a rank right behind a growth is one of speed."""
    by_speed = rule == "carried" and place.memory.measure == "growth"
    name = _HOLDING.sub("", name)
    speed = ("增速" in place.words or by_speed) and "总量" not in place.words
    name = name.removesuffix("排名")
    return f"{name}{'增速' if speed else ''}{SCOPES.last(place.lead.subject) or ''}排名"


def _share_name(place: Place, name: str) -> str:
    """民生支出占财政支出比重; 贡献 is 贡献率."""
    if place.lead.subject == "占":
        return name + "占比"
    if place.lead.subject.startswith("占"):
        name += place.lead.subject
    if name.endswith("贡献"):
        return name + "率"
    if name.endswith("占"):
        return name[:-1] if _STATED_SHARE.search(name) else name + "比"
    if "占" in name and not _STATED_SHARE.search(name):
        return name.removesuffix("的") + "比重"
    return name.replace("的比重", "比重").replace("的贡献率", "贡献率")


def _parts(place: Place, member: Member, subject: str) -> Iterator[Figure]:
    """三次产业结构为3.6：48：48.4, one figure for each part."""
    quantity = member.quantity
    sectors = len(quantity.parts) == len(_SECTORS) and "产业" in subject
    for index, (start, end, value) in enumerate(quantity.parts):
        name = f"{_SECTORS[index]}占比" if sectors else names.tidy(subject)
        yield Figure(
            start, end, quantity._replace(value=value), name, Measure.SHARE,
            comparator_of(member, place.lead), _kind(place), _period(place, Measure.SHARE), False,
            _preliminary(place, "proportion"), "proportion",
        )  # fmt: skip


def _kind(place: Place) -> Kind:
    if is_capacity(place) or is_project_money(place):
        return Kind.BACKGROUND
    ahead = place.moment.kind == "target" and not starts_from(place.words)
    return Kind.TARGET if ahead or _planned(place) else Kind.ACTUAL


def _planned(place: Place) -> bool:
    """年度计划投资50亿元, 收入任务174万元: what was set, not what came of it."""
    if _SET.search(place.words) or place.is_whole or _is_of_two_budgets(place):
        return True
    return place.first.unit.endswith(("元", "万", "亿")) and bool(_PLANNED.search(place.words))


def _is_of_two_budgets(place: Place) -> bool:
    """由年初预算20亿元调整为18亿元: both were set, for the same year."""
    if place.behind.startswith(_ADJUSTED_TO):
        return "预算" in place.words
    start = place.first.start
    adjusted = place.words.endswith(_ADJUSTED_TO)
    return adjusted and bool(
        _BUDGET_BEFORE.search(place.text[max(0, start - _BUDGET_WINDOW) : start])
    )


def _each_year(place: Place) -> bool:
    """每年15%递增."""
    return place.words.endswith("每年") and place.behind.startswith(("递增", "增长", "的速度"))


def _of_each(place: Place, member: Member) -> str | None:
    """2023年、2024年增速分别为6.9%、6.3%."""
    each = place.clock.each
    if place.count == 1 or len(each) != place.count:
        return None
    return each[place.group.members.index(member)].at_end()


def _period(place: Place, measure: Measure) -> str | None:
    if place.moment.part and _planned(place):
        return str(place.moment.last)
    if starts_from(place.words) and not place.clock.own and not _is_of_two_budgets(place):
        return (place.stage if place.stage.spans else place.moment).before()
    moment = _moment(place, measure)
    if measure in ("growth", "change", "cumulative") or _YEARLY.search(place.words):
        return moment.whole()
    return moment.at_end()


def _moment(place: Place, measure: Measure) -> Moment:
    """到2030年…年均增长5%: a yearly average is one over the years of the stage, or since a base."""
    moment, last = place.moment, place.moment.last
    if place.clock.own or last is None:
        return moment
    averaged = _AVERAGED.search(place.words) or _each_year(place)
    base = place.clock.base if measure in ("growth", "change") else None
    base = base or (place.clock.held if averaged else None)
    if base and base < last - 1 and not moment.part:
        return replace(moment, first=base + 1, part="")
    if not moment.spans and averaged and last % 5 == 0:
        return replace(moment, first=last - 4, part="")
    same_end = place.stage.spans and place.stage.last == last
    return place.stage if same_end and _OVER_YEARS.search(place.words) else moment


def _down(place: Place, quantity: Quantity) -> bool:
    if quantity.minus or (place.lead.against and not place.lead.above):
        return True
    return place.lead.change == "change_down"


def _preliminary(place: Place, rule: str) -> bool:
    return place.moment.kind == "actual" and reach_of(place, rule) is not None


def starts_from(words: str) -> bool:
    """从2.1%提高到2.9%: whether the words lead to a starting point."""
    return bool(_FROM.search(words))

"""What stands behind a number: the thing counted, or what money and capacity went into."""

from __future__ import annotations

import re

from tally.extract.lead import ends_with_verb
from tally.extract.lexicon import alternation, table
from tally.extract.place import Place
from tally.extract.quantities import COUNTERS, UNIT

LONGEST, _LONGEST_THING = 18, 22
_SHORTEST = 2
_PLACES = frozenset("镇乡村")
_WORDS = table("things")
_STOP = re.compile(r"[，。；：、！？\n]")
_NOT_A_THING = re.compile(
    rf"(?!{alternation(_WORDS['kept_first'])})(?:{alternation(_WORDS['never_first'])})"
    r"|过(?![一二三四五六七八九十百千万亿0-9])"
)
_GENERAL = re.compile(rf"[^的]{{0,4}}(?:{alternation(_WORDS['general'])})")
_DISTINCTION = re.compile(
    rf"(?:{alternation(_WORDS['distinctions'])})(?:[^，。；：、！？0-9]|[0-9]+(?=强)){{2,16}}"
)
# 7个设区市水质进入全国前列, 2000名职工的待遇得到落实: what is said of them is in their name.
_STATED = re.compile(
    rf"(?P<of>{alternation(_WORDS['areas'])}|[^，。；：、的0-9]{{0,6}}(?:{alternation(_WORDS['people'])})(?=的))"
    rf"的?(?P<state>[^，。；：、的0-9]{{2,12}}(?:{alternation(_WORDS['stating'])})[^，。；：、0-9]{{1,10}})"
)
# 103个部门挂包117个村: 挂包部门 and 挂包村, so that either side has its name.
_HELPERS = re.compile(
    rf"(?P<who>[^，。；、]{{0,4}}(?:{alternation(_WORDS['helpers'])}))"
    "(?P<help>(?:结对|挂钩|定点|对口)?(?:帮扶|挂包|包联|包保|联系|驻村|结对)[^，。；、]{0,8})"
)
_NUMBER_BEHIND = re.compile("[0-9]|[一二三四五六七八九]")
_FINISHED = re.compile("建成投[^，。；：、！？]")
_CUT = re.compile(
    rf"(?<=....)在(?![建校职岗库营线编读园孵册外])|(?<=..)(?<![人年月日户亩地平](?=均))(?:{alternation(_WORDS['cut_before'])})"
)
_DONE = re.compile(rf"(?<=..)(?:{alternation(_WORDS['works_done'])})+$")
_ADJECTIVES = re.compile(r"[^，。；：0-9的]{1,8}、[^，。；：0-9的]{1,8}的([^，。；：、0-9]{2,14})")
# 100条（个）幸福河湖, 38个县（市、区）
_ASIDE = re.compile(r"（[^）]{1,8}）")
_AGED = re.compile(r"[0-9]{2,3}周?岁(?:及?以[上下])?的?")
# 培育5个超千亿元产业: the class is a part of the name.
_CLASS = re.compile(
    "(?:年?产值|(?:总|年度)?投资|年?营业?收入)?(?:超过?|过)?[0-9.]+[十百千万亿]*元(?:级|及?以上)?的?"
    "(?=[^，。；：、0-9]{2})"
)
# 3800户、58万平方米棚户区改造: both count what stands behind the second.
_COUNTED_TOO = re.compile(rf"[、和及与]?[0-9.]{{1,12}}[万亿]?{UNIT}(?=[^，。；、0-9])")
# 20所高中对薄弱学校的帮扶: what was done with them is not what is counted.
_TOWARD = re.compile(r"(?<=..)对[^，。；：、]{1,12}的.*")
# 从8个县扩大到20个县
_BECOMES = re.compile("(?:扩大|增加|提高|提升|增长|发展|减少|降低|缩小|[增扩升减降])[到至].*")
_NEXT_NUMBER = re.compile(r"(?:和|及|与|以及)?[0-9]+(?![0-9A-Za-z])")
_INTO = re.compile(
    r"[多余]?(?:的|，?(?:启动|重点|加快)?(?:实施|建设|推进|完成|用于|对)了?"
    rf"|，?(?:集中|全面|新|启动)?(?={alternation(_WORDS['paid_work'])}))"
    r"(?:[^，。；、的]{0,4}[0-9][^，。；、的]{1,4}的)?"
    rf"([^，。；、的了]{{2,16}}(?:[的、](?![0-9.]+[万亿]*元)[0-9.]{{1,12}}[万亿]?{UNIT}[^，。；、的]{{2,14}})?)"
)
_SIGNED = re.compile("(?<=...)(?:签约|落户|落地|开工|即|正式|全面)")
_INVESTED = re.compile(r"[多余]?的[^，。；、]{2,16}")
_QUANTITY = re.compile(rf"[0-9.]{{1,12}}[万亿]?{UNIT}")
_CAPACITIES = frozenset(_WORDS["capacities"])
_AREAS = frozenset(_WORDS["area_units"])
_SITE = re.compile(rf"(?:{alternation(_WORDS['sites'])})(?:建设|改造)?$")
_CARRIED_OUT = re.compile("(?:完成|实现)[^，。；：、]*$")
_WORK_LISTED = re.compile(rf"(?:完成|新增|{alternation(_WORDS['paid_work'])})[^，。；：]*、$")
_LIST_WINDOW = 80
# 为21个省份保供煤炭: whom something was done for.
_FOR = re.compile("[为向给对][0-9.]{1,9}[万余多]*[个家户人名位]$")
_FOR_WINDOW = 14
_OUTCOME = re.compile("完成|实现|累计|投资")


def thing_behind(place: Place) -> str | None:
    """36条生态河湖: what is counted, when it stands behind the number."""
    quantity = place.group.members[-1].quantity
    if quantity.form != "amount" or quantity.unit in ("%", "‰", "个百分点", "倍"):
        return None
    behind = _AGED.sub("", _ASIDE.sub("", place.behind), count=1)
    sized = _CLASS.match(behind)
    thing = _thing(behind[sized.end() :] if sized else behind, not place.subject)
    return sized.group() + thing if sized and thing else thing


def thing_shared(place: Place) -> str | None:
    """3800户、58万平方米棚户区改造: the first number counts the same thing as the second."""
    if place.first.unit.lstrip("万亿") not in COUNTERS | _AREAS:
        return None
    match = _COUNTED_TOO.match(place.behind)
    return _thing(place.behind[match.end() :], not place.subject) if match else None


def _thing(behind: str, alone: bool) -> str | None:
    """`alone`: nothing before the number says more of the thing."""
    stated = _STATED.match(behind) if alone else None
    if stated:
        return stated["state"] + stated["of"]
    listed = _ADJECTIVES.match(behind)
    thing = listed[1] if listed else _to_stop(behind)
    if (len(thing) < _SHORTEST and thing not in _PLACES) or _NOT_A_THING.match(thing):
        return None
    helpers = _HELPERS.fullmatch(thing)
    if helpers:
        return helpers["help"] + helpers["who"]
    cut = _CUT.search(thing)
    noun = thing[: min(cut.start() if cut else _LONGEST_THING, _LONGEST_THING)]
    unsaid = cut and (alone or _GENERAL.fullmatch(noun))
    return _told_apart(noun, behind[len(noun) :]) if unsaid else noun


def _told_apart(noun: str, behind: str) -> str:
    """12家企业入选全国百强: what a general thing was chosen as, or became, is in its name."""
    chosen, finished = _DISTINCTION.match(behind), _FINISHED.match(behind)
    made = (
        chosen and chosen.group().startswith("实现") and _NUMBER_BEHIND.match(behind, chosen.end())
    )
    if chosen and not made:
        return chosen.group().removesuffix(noun) + noun
    return noun + finished.group() if finished else noun


def _to_stop(rest: str) -> str:
    stop = _STOP.search(rest)
    rest = (rest[: stop.start()] if stop else rest).removeprefix("的")
    if "到" in rest or "至" in rest:
        rest = _BECOMES.sub("", rest)
    thing, _, of = (_TOWARD.sub("", rest) if "对" in rest else rest).partition("的")
    if _GENERAL.fullmatch(thing) or len(thing) + len(of) < LONGEST:
        thing += of
    number = _NEXT_NUMBER.search(thing)
    return thing[: number.start()] if number else thing


def within_a_thing(place: Place) -> bool:
    """7个设区市水质进入全国前十: the second number only describes what the first counts."""
    known = place.memory
    if not (known.counting and known.recent and place.runs_on):
        return False
    if place.ranked:
        return bool(place.subject) and "排名" not in place.words
    if _FOR.search(place.text[max(0, place.group.lead[0] - _FOR_WINDOW) : place.group.lead[0]]):
        return False
    return place.lead.comparator == "gt" and not _OUTCOME.search(place.words)


def site_behind(place: Place) -> str | None:
    """350亩茶叶基地: a piece of land or a building with its size before it."""
    thing = thing_behind(place) if place.first.unit.lstrip("万亿") in _AREAS else None
    return thing if thing and _SITE.search(thing) else None


def is_capacity(place: Place) -> bool:
    """大唐5万千瓦风电项目: a size that stands inside a name."""
    subject = place.lead.subject
    if not _sized(place) or not subject or place.lead.words or work_done(place):
        return False
    return not ends_with_verb(subject) and thing_behind(place) is not None


def work_done(place: Place) -> bool:
    """完成二期170万平方米供热改造, 新建道路5条、12公里管网: a size of the work itself."""
    return _sized(place) and bool(_CARRIED_OUT.search(place.words) or _work_goes_on(place))


def _work_goes_on(place: Place) -> bool:
    start = place.first.start
    return place.words.endswith("、") and bool(
        _WORK_LISTED.search(place.text[max(0, start - _LIST_WINDOW) : start])
    )


def _sized(place: Place) -> bool:
    return place.first.unit.lstrip("万亿") in _CAPACITIES


def is_project_money(place: Place) -> bool:
    """投资5亿元的农贸市场: the size of a project."""
    return "投资" in place.words[-6:] and bool(_INVESTED.match(place.behind))


def money_went_into(place: Place) -> str:
    """投资4.8亿元实施拆炉并网工程: the work that an investment paid for, or nothing."""
    match = _INTO.match(place.behind)
    if match is None:
        return ""
    work = _QUANTITY.sub("", match[1]).replace("的", "")
    cut = _SIGNED.search(work)
    return _DONE.sub("", work[: cut.start()] if cut else work)

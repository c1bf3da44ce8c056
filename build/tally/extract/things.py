"""What stands behind a number: the thing counted, or what money and capacity went into."""

from __future__ import annotations

import re

from tally.extract.lead import ends_with_verb
from tally.extract.lexicon import alternation, table
from tally.extract.place import Place

LONGEST = 18
_SHORTEST = 2
_WORDS = table("things")
_STOP = re.compile(r"[，。；：、！？\n]")
_NOT_A_THING = re.compile(alternation(_WORDS["never_first"]))
_CUT = re.compile(rf"(?<=..)(?:{alternation(_WORDS['cut_before'])})")
_DONE = re.compile(rf"(?<=..)(?:{alternation(_WORDS['works_done'])})+$")
_ADJECTIVES = re.compile(r"[^，。；：0-9的]{1,8}、[^，。；：0-9的]{1,8}的([^，。；：、0-9]{2,14})")
# 100条（个）幸福河湖
_OTHER_UNIT = re.compile(r"^（[^）]{1,6}）")
_NEXT_NUMBER = re.compile(r"(?:和|及|与|以及)?[0-9]+(?![0-9A-Za-z])")
_INTO = re.compile(
    r"[多余]?(?:的|，?(?:启动|重点|加快)?(?:实施|建设|推进|完成|用于|对)了?)([^，。；、的了]{2,16})"
)
_INVESTED = re.compile(r"[多余]?的[^，。；、]{2,16}")
_CAPACITIES = frozenset(_WORDS["capacities"])
_OUTCOME = re.compile("完成|实现|累计|投资")


def thing_behind(place: Place) -> str | None:
    """36条生态河湖: what is counted, when it stands behind the number."""
    quantity = place.group.members[-1].quantity
    if quantity.form != "amount" or quantity.unit in ("%", "‰", "个百分点", "倍"):
        return None
    behind = _OTHER_UNIT.sub("", place.behind)
    listed = _ADJECTIVES.match(behind)
    thing = listed[1] if listed else _to_stop(behind)
    if len(thing) < _SHORTEST or _NOT_A_THING.match(thing):
        return None
    cut = _CUT.search(thing)
    return thing[: min(cut.start() if cut else LONGEST, LONGEST)]


def _to_stop(rest: str) -> str:
    stop = _STOP.search(rest)
    rest = rest[: stop.start()] if stop else rest
    thing = rest[1:] if rest.startswith("的") else rest.partition("的")[0]
    number = _NEXT_NUMBER.search(thing)
    return thing[: number.start()] if number else thing


def within_a_thing(place: Place) -> bool:
    """7个设区市水质进入全国前十: the second number only describes what the first counts."""
    known = place.memory
    if not (known.counting and known.recent and place.runs_on):
        return False
    if place.ranked:
        return bool(place.subject)
    return place.lead.comparator == "gt" and not _OUTCOME.search(place.words)


def is_capacity(place: Place) -> bool:
    """大唐5万千瓦风电项目: a size that stands inside a name."""
    subject = place.lead.subject
    if place.first.unit.lstrip("万亿") not in _CAPACITIES or not subject or place.lead.words:
        return False
    return not ends_with_verb(subject) and thing_behind(place) is not None


def is_project_money(place: Place) -> bool:
    """投资5亿元的农贸市场: the size of a project."""
    return "投资" in place.words[-6:] and bool(_INVESTED.match(place.behind))


def money_went_into(place: Place) -> str:
    """投资4.8亿元实施拆炉并网工程: the work that an investment paid for, or nothing."""
    match = _INTO.match(place.behind)
    return _DONE.sub("", match[1]) if match else ""

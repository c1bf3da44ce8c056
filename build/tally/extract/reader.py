"""Statements to figures: group by group, remembering who was spoken of."""

from __future__ import annotations

import re

from tally.extract.estimates import next_statement, reach_of
from tally.extract.figures import Figure, figures, starts_from
from tally.extract.groups import Group, groups, members
from tally.extract.lead import read_lead
from tally.extract.moments import Moment, stated_moment
from tally.extract.place import Memory, Place, subject_of
from tally.extract.quantities import Quantity
from tally.extract.setting import Setting
from tally.extract.subjects import subjects
from tally.extract.things import within_a_thing

_MOST_RECENT = 12
# 是2015年的1.6倍, 是“十一五”末的2.6倍 name a base, not the time of the number.
_BASE_YEAR = re.compile(
    r"(?:(?:19|20)[0-9]{2}年(?:末|同期)?|“?(?:十[一二三四五六七八九]|[七八九])五”?(?:时期|期间|期?末)?)的?$"
)
_PART_OF_BASE = re.compile(r"(?:恢复[至到]|相当于|[是为])(?:19|20)[0-9]{2}年(?:末|同期)?的$")


def read_statement(
    text: str, span: tuple[int, int], found: list[Quantity], stage: Moment, moment: Moment,
    setting: Setting, memory: Memory,
) -> tuple[list[Figure], Memory, Moment]:  # fmt: skip
    """The figures of one statement, what to remember of it, and the time it ended on."""
    made: list[Figure] = []
    done = span[0]
    if memory.recent or memory.reach:
        memory = memory._replace(recent=(), reach=next_statement(memory.reach))
    for group in groups(text, span[0], members(text, found)):
        words = text[slice(*group.lead)]
        # 在去年增长8%的基础上，增长6%: the year held against is over.
        spoken = stage if words.startswith("的基础上") else moment
        settled, moment = spoken, stated_moment(_timing(words, group), spoken, setting)
        ranked = group.members[0].quantity.form in ("rank", "top")
        lead = read_lead(words, ranked)
        place = Place(
            text, group, lead, subject_of(lead, ranked), words, moment, stage, memory, span[1]
        )
        if within_a_thing(place):
            continue
        read, memory = _read(place)
        made += read
        done = group.end
        moment = settled if starts_from(words) else moment
    return made, memory, stated_moment(text[done : span[1]], moment, setting)


def _timing(words: str, group: Group) -> str:
    unit = group.members[0].quantity.unit
    relative = unit in ("倍", "番") or (unit == "%" and _PART_OF_BASE.search(words))
    return _BASE_YEAR.sub("", words) if relative else words


def _read(place: Place) -> tuple[list[Figure], Memory]:
    known, rule = subjects(place)
    made = list(figures(place, known, rule))
    recent = place.memory.recent
    if rule != "carried":
        recent = (*recent, *known)[-_MOST_RECENT:]
    measure = made[-1].measure if made else place.memory.measure
    told = tuple(dict.fromkeys(figure.name for figure in made))
    counting = rule == "counted-thing"
    reach = reach_of(place, rule)
    return made, Memory(known or place.memory.names, recent, measure, counting, True, told, reach)

"""Subjects that build on what was named before: another state of it, its stock, its parts."""

from __future__ import annotations

import re

from tally.extract.lead import ends_with_verb, starts_with_verb, strip_front
from tally.extract.lexicon import Affixes, alternation, table
from tally.extract.names import CANONICAL, FACES, Names, stem
from tally.extract.place import Place
from tally.extract.quantities import COUNTERS
from tally.extract.things import thing_behind

_ACTIONS = table("actions")
_STATES = Affixes.of(dict.fromkeys(_ACTIONS["states"], ""))
_REDOING = frozenset(_ACTIONS["flow"]).difference(
    *(_ACTIONS[name] for name in ("states", "reaching", "whole", "adding"))
)
_UNIT_WINDOW = 6
_BEGUN = Affixes.of({word: "" for word in _ACTIONS["states"] if word in _ACTIONS["flow"]})
_ADDING = re.compile(alternation(_ACTIONS["adding"]))
_ONWARD = re.compile(
    rf"(?:已经?|全部|均|基本)*(?P<state>(?:{alternation(_ACTIONS['becoming'])})[^，。；、：0-9的]{{0,8}})(?!的)"
)
# What a state does not keep: 项目开工率, 项目完成投资.
_RESULT = re.compile("(?:开复工|开工|竣工|完工|投产|签约)率$|(?:完成|累计)?(?:投资|投入)(?:资金)?$")
# States that only a name of their own kind takes on.
_TRADE = frozenset(("进口", "出口", "内资", "外资"))
_TRADED = re.compile("进出口|进口|出口|内资|外资")
_PEOPLE = Affixes.of(dict.fromkeys(table("names")["people"], ""))
_PART_OF = "[^，。；、：0-9（）“”的]{2,7}?(?:自治[州县旗]|[市县区旗州镇乡]|街道|开发区|新区)"
_AREA = re.compile(_PART_OF)
_OF_AREA = re.compile(rf"{_PART_OF}(?=[^市县区旗州镇乡级内属域]{{2}})")
_CLASS = re.compile(
    "[^，。；：、超过]{0,6}?(?:[0-9.]*[百千万亿]+元及?以[上下内]|(?:超过?|过)[0-9.]*[百千万亿]+元)的?"
)
_OF_CLASS = re.compile("^.*以[上下内]的?|^(?:超过?|过)[0-9.]*[百千万亿]+元的?")
_HEADS = frozenset(("人", "名", "位", "人次"))
_COME_TO = re.compile(
    "(?:率先|首个|第[一二三四五六七八九十]+[个家]|成功|一举|首次)(?:进入|迈入|跨入|步入|跻身)$"
)
_CIRCLE = re.compile("(?:城市)?(?:行列|方阵|俱乐部|台阶|大关)")
_CONTRIBUTED = re.compile("([^、0-9]{2,24}?)贡献了(?:全[国省市]?的?)?(?:约|近|超过?)?(?:[0-9.]|$)")
_OF_WHOLE = re.compile("的([^，。；：、和及与0-9]{2,10})(?=[，。；、和及与]|$)")
_LISTED = re.compile("其中[：，]?([^；。：0-9]{4,80})$")
_PARTS = re.compile("其中[^。；]*$")
_PARTS_WINDOW = 100
_MARKS = ("，", "、")
_WHOLE_FACE = 2
_SHORT_PART = 6
_NEW_CLAUSE = re.compile("[，、；：]")


def restated(place: Place) -> Names | None:
    """生猪存栏10万头、出栏15万头: only the state differs."""
    state = place.subject.removeprefix("基本")
    if state not in _STATES.words or not place.memory.names or thing_behind(place):
        return None
    if state in _TRADE and not _TRADED.search(place.memory.names[-1]):
        return None
    return tuple(_in_state(name, state) for name in place.memory.names)


def redone(place: Place) -> Names | None:
    """制定规章31件，修订21件: the verb alone says what was done with as many of the same."""
    known, verb = place.memory, place.subject
    if not (verb in _REDOING and known.near and len(known.names) == 1) or place.count > 1:
        return None
    start = place.group.lead[0]
    same = place.first.unit in place.text[max(0, start - _UNIT_WINDOW) : start]
    if not same or thing_behind(place) or place.first.unit.lstrip("万亿") not in COUNTERS:
        return None
    done = known.names[0].removeprefix(starts_with_verb(known.names[0]) or "")
    return (verb + done,) if done else None


def class_of(place: Place) -> Names | None:
    """引进企业137家，其中亿元以上5家: the same things, of one class."""
    known = place.memory
    if not (known.names and _CLASS.fullmatch(place.subject)) or thing_behind(place):
        return None
    if not known.near and "其中" not in place.words:
        return None
    verb = starts_with_verb(known.names[-1]) or ""
    return (verb + place.subject + _OF_CLASS.sub("", known.names[-1].removeprefix(verb)),)


def place_of(place: Place) -> Names | None:
    """固定资产投资增长20%，其中临江市完成112亿元: the same of a part of the area."""
    known = place.memory
    counted = place.first.unit.lstrip("万亿") in COUNTERS
    recalled = known.near or "其中" in place.words
    if counted or place.count > 1 or not (recalled and len(known.names) == 1):
        return None
    if not _AREA.fullmatch(place.subject) or _AREA.fullmatch(known.names[0]):
        return None
    return (place.subject + _OF_AREA.sub("", known.names[0]),)


def added_to(place: Place) -> Names | None:
    """高新技术企业达到186家、净增53家."""
    known = place.memory.names
    if not known or not _ADDING.fullmatch(place.subject) or thing_behind(place):
        return None
    if place.net_change:
        return known
    return tuple(place.subject + stock(name) for name in known)


def became(place: Place) -> Names | None:
    """次干道路开工9条，其中4条实现通车: what stands behind is what became of them."""
    known = place.memory
    counted = place.count == 1 and place.first.unit in COUNTERS
    if not (counted and known.near and "其中" in place.words):
        return None
    match = _ONWARD.match(place.behind)
    return tuple(_in_state(name, match["state"]) for name in known.names) if match else None


def same_thing(place: Place) -> Names | None:
    """从15个县扩大到57个县: the thing between the numbers is the one counted before."""
    known = place.memory
    if not (known.near and known.names) or "level" not in place.lead.roles:
        return None
    again = place.behind.startswith(place.subject) or known.names[-1].endswith(place.subject)
    return known.names if again and not _NEW_CLAUSE.search(place.words) else None


def passed(place: Place) -> Names | None:
    """实现生产总值3258亿元，继沈阳之后第三个进入3000亿元行列: how far the one before came."""
    if place.count > 1 or not (place.memory.near and place.memory.names):
        return None
    come = _COME_TO.search(place.subject) and _CIRCLE.match(place.behind)
    return place.memory.names if come else None


def contributed(place: Place) -> Names | None:
    """民营经济贡献了60%以上的税收、70%以上的创新成果: a share of each whole behind its 的."""
    who = _CONTRIBUTED.match(place.clause) if place.first.unit == "%" else None
    whole = _OF_WHOLE.match(place.behind) if who else None
    if who is None or whole is None or place.count > 1:
        return None
    return (f"{strip_front(who[1])}占{CANONICAL.get(whole[1], whole[1])}比重",)


def people_in(place: Place) -> Names | None:
    """专任教师8229人，其中小学3057人、幼儿园2000人: who works there, not what it is."""
    known = place.memory
    if place.count > 1 or not (known.near and known.names) or place.lead.roles:
        return None
    whole = _PEOPLE.last(known.names[-1])
    if not whole or place.first.unit.lstrip("万亿") not in _HEADS or _is_people(place.subject):
        return None
    start = place.first.start
    listed = _PARTS.search(place.text[max(0, start - _PARTS_WINDOW) : start])
    return (place.subject + whole,) if listed else None


def parts_in(place: Place) -> Names | None:
    """其中工业用电量16亿千瓦时，农业3亿千瓦时: the parts are parts of one face."""
    known, start = place.memory, place.first.start
    if place.count > 1 or not (known.near and known.names) or place.lead.roles:
        return None
    face = FACES.last(known.names[-1]) or ""
    if len(face) < _WHOLE_FACE or len(place.subject) > _SHORT_PART or _has_own(place.subject):
        return None
    listed = _PARTS.search(place.text[max(0, start - _PARTS_WINDOW) : start])
    same = listed and place.first.unit in listed.group()
    return (place.subject + face,) if same and place.words.startswith(_MARKS) else None


def _has_own(subject: str) -> bool:
    return bool(FACES.last(subject) or starts_with_verb(subject) or ends_with_verb(subject))


def _is_people(subject: str) -> bool:
    return bool(_PEOPLE.last(subject) or FACES.last(subject))


def _in_state(name: str, state: str) -> str:
    """生猪存栏 with 出栏 is 生猪出栏; 货物进出口总额 with 出口 is 货物出口总额."""
    if state in _TRADE and _TRADED.search(name):
        return _TRADED.sub(state, name)
    name = _RESULT.sub("", name)
    last, first = _STATES.last(name) or "", _BEGUN.first(name)
    done = name[len(first or "") :]
    if first and not last and state in _BEGUN.words and not done.startswith("、"):
        return state + done if len(done) > 1 else name  # 新开工住房5万套、建成3万套
    return name.removesuffix(last) + state


def stateless(name: str) -> str:
    """项目开工 has a 竣工率 as 项目."""
    return name.removesuffix(_STATES.last(name) or "")


def stock(name: str) -> str:
    """净增高新技术企业 speaks of a flow, its 总量 of the stock."""
    name = name.removesuffix("新增")
    verb = _ADDING.match(name)
    return name[verb.end() :] if verb and verb.end() < len(name) else name


def effect(place: Place) -> Names | None:
    """产值增长31.5%，对工业贡献率为45.2%: of the one that was named before."""
    known = place.memory.names
    if place.count > 1 or len(known) != 1 or not place.subject.startswith(("对", "拉动")):
        return None
    if not place.subject.endswith(("贡献率", "拉动率")):
        return None
    return (stem(known[0]) + place.subject,)


def branch(place: Place) -> Names | None:
    """第三产业投资增长5%，房地产业增长1.4%: a branch alone grew in what the whole is told of."""
    known = place.memory.names
    alone = place.subject.endswith("业") and not FACES.last(place.subject)
    if place.count > 1 or len(known) != 1 or not alone or place.first.unit != "%":
        return None
    face = FACES.last(known[0]) or ""
    whole = known[0].removesuffix(face)
    if len(face) < 2 or not whole.endswith("业") or not place.lead.change:
        return None
    return (place.subject + face.removeprefix("完成"),)


def each_of_list(place: Place) -> Names | None:
    """其中水利投资，能源投资，民间投资均增长11%: a list whose members commas set apart."""
    listed = _LISTED.search(place.lead.context + place.subject) if place.each else None
    face = FACES.last(place.subject) or ""
    if listed is None or len(face) < 2 or place.count > 1:
        return None
    found = re.split("[，、]", listed[1])
    return tuple(found) if all(one.endswith(face) for one in found) else None


def carried_list(place: Place) -> Names | None:
    """收入3万元，支出2万元，分别增长8%、9%: paired with what the statement named before."""
    known = place.memory
    if place.count == 1 or len(known.names) == place.count:
        return None
    return known.recent[-place.count :] if len(known.recent) >= place.count else None


def carried_shared(place: Place) -> Names | None:
    """人数370万人次，收入38亿元，均增长20%: one number for all that were named."""
    if place.count > 1 or not place.each:
        return None
    return tuple(dict.fromkeys(place.memory.recent)) or None


def share_of_each(place: Place) -> Names | None:
    """户厕4300户、小区26个，分别占任务的86%和65%."""
    if not place.subject.startswith("占") or place.count == 1:
        return None
    known = place.memory
    return known.recent[-place.count :] if len(known.recent) >= place.count else None


def effect_of_each(place: Place) -> Names | None:
    """三次产业比为9：42：49，对增长的贡献率分别为1%、2%、3%: of the same three."""
    told = place.memory.told
    if not place.subject.startswith(("对", "拉动")) or not 1 < place.count == len(told):
        return None
    return tuple(name.removesuffix("占比") + place.subject for name in told)

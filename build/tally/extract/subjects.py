"""Who a group of quantities speaks of. Each rule is one function; the first that answers wins."""

from __future__ import annotations

import re
from collections.abc import Callable

from tally.extract import names
from tally.extract.counted import capacity, counted_thing, of_kind, share_thing, sited
from tally.extract.lead import (
    COMPARATORS,
    ends_with_verb,
    read_lead,
    starts_with_verb,
    strip_front,
)
from tally.extract.lexicon import alternation, table
from tally.extract.names import Names
from tally.extract.place import Place
from tally.extract.quantities import COUNTERS
from tally.extract.recalled import (
    added_to,
    became,
    branch,
    carried_list,
    carried_shared,
    class_of,
    contributed,
    each_of_list,
    effect,
    effect_of_each,
    parts_in,
    passed,
    people_in,
    place_of,
    redone,
    restated,
    same_thing,
    share_of_each,
    stateless,
    stock,
)
from tally.extract.things import (
    LONGEST,
    is_project_money,
    money_went_into,
    thing_behind,
    thing_shared,
)

_ACTIONS = table("actions")
_REACHING = frozenset(_ACTIONS["reaching"])
_WHOLE = frozenset(_ACTIONS["whole"])
_REACHED = tuple(_ACTIONS["reaching_people"])
_JOINED = re.compile(r"[^，。；：、]*(?:、|和|及|与|以及)")
_OF_KIND = re.compile(r"等([^，。；等]{2,14})，?$")
_NAMED = re.compile(rf".{{1,24}}(?:{alternation(table('names')['faces'])})")
_CLAUSE_END = re.compile(r"[，：；]")
# 获批国家级中心3处、省级35处: what is narrowed otherwise now.
_WIDE = re.compile(rf"^各级|(?:城乡|{alternation(names.NARROWING)})(?:及?以上)?")
_ENTERED = re.compile(
    r"(?P<who>[^，。；：]{0,24}?)(?:成功|首次|再次)?(?:跻身|入围|挺进)"
    r"(?P<circle>[^，。；：前]{2,16}?)(?:行列|之列)?，$"
)
_CARRIED_OUT = re.compile(
    r"(?:政策|工作)?(?:全面|启动|深入|扎实)?(?:实施|落实|开展|推进|完成|启动)?$"
)
_CARRIED_OUT_CLAUSE = re.compile("(?:全面|深入|扎实|正式)(?:实施|落实|开展|推进|启动|推开)，$")
_ADDRESSING = frozenset(("向", "给", "对"))
_HANDED_OUT = re.compile(r"(?:发放|减免|提供|办理|兑现|落实|支付)[^，。；：、0-9]{2,14}$")
# 年度计划投资50亿元，已完成18亿元
_PLANNED = re.compile("(?:本?年度?)?(?:计划投资|投资计划)$")
_WHOLE_OF = re.compile("(?:完成|为|达到?|占|实现)[^，。；：、0-9]{0,14}$")
_PROGRESS = re.compile("(?:开复?工|竣工|完工|投产)率")
_MOST_SHARED = 6
# Money that is named by what it went into, where that stands behind it.
_SPENDING = frozenset(("投入", "投入资金", "累计投入", "累计投入资金", "筹资", "筹集资金"))
_BECOMING = ("成为", "跻身", "迈入")
_BENEFITING = "受益"
# 实施供水工程，解决5万人饮水问题: what was solved says all.
_SOLVED = "解决"

Rule = Callable[[Place], Names | None]


def subjects(place: Place) -> tuple[Names, str]:
    """The subjects of a group, one for each member or one for all, and the rule that found them."""
    for name, rule in WITH_SUBJECT if place.subject else WITHOUT_SUBJECT:
        found = rule(place)
        if found:
            return found, name
    return (), "none"


def _joined_thing(place: Place) -> Names | None:
    """3000多个和美乡村及820个田园乡村: the words between belong to the number before."""
    if place.count > 1 or not place.memory.recent or not _JOINED.fullmatch(place.words):
        return None
    thing = thing_behind(place)
    return (_with_head(place, thing),) if thing else None


def _thing_alone(place: Place) -> Names | None:
    """7个设区市: no subject before the number, the thing behind it."""
    thing = thing_behind(place) or thing_shared(place)
    if thing and thing.endswith(_BENEFITING):
        cause = _cause(place) or next(iter(place.memory.names[-1:]), "")
        return (cause + _BENEFITING + thing.removesuffix(_BENEFITING),)
    return (thing,) if thing else None


def _thing_addressed(place: Place) -> Names | None:
    """向210户企业减免税费, 减税让210户企业受益: nor is a preposition a subject."""
    lets = place.subject.endswith(("让", "使"))
    return _thing_alone(place) if lets or place.subject in _ADDRESSING else None


def _from_context(place: Place) -> Names | None:
    """工资标准再次提高，年人均增加2400元: the subject stands a clause before."""
    if place.memory.names and "，" not in place.lead.context:
        return None
    if place.count > 1:
        clause = place.lead.context.strip("，：；")
        listed = names.items(read_lead(clause).subject, place.count)
        if listed:
            return listed
    named = named_in(place.lead.context)
    return (names.items(named, place.count) or (named,)) if named else None


def _entered(place: Place) -> Names | None:
    """综合实力跻身全国百强县行列，排名升至第35位: the circle stands a clause before."""
    match = _ENTERED.search(place.lead.context[-48:]) if place.ranked else None
    return (strip_front(match["who"]) + match["circle"],) if match else None


def _carried(place: Place) -> Names | None:
    """收入428亿元、增长5.1%: the subject of the number before."""
    if not (place.words or place.memory.near):
        return None
    if "完成" in place.words:
        return tuple(_PLANNED.sub("完成投资", stock(name)) for name in place.memory.names)
    if place.count == 1 and "level" in place.lead.roles:
        return tuple(stock(name) for name in place.memory.names)
    return place.memory.names


def _share_of(place: Place) -> Names | None:
    """占全国的比重: the part was named before."""
    if not place.subject.startswith("占") or place.subject.startswith("占地面积"):
        return None
    kind = _OF_KIND.search(place.lead.context)
    named = kind[1] if kind else named_in(place.lead.context)
    if named:
        return (named,)
    known = place.memory.names
    return known if len(known) == place.count else known[:1]


def _invested(place: Place) -> Names | None:
    """投资5亿元的农贸市场项目: what the money went into stands behind."""
    money = place.subject
    if money in _SPENDING:
        work = money_went_into(place)
        return (work + money,) if work else None
    if not money.endswith("投资") or (money != "投资" and not is_project_money(place)):
        return None
    work = money_went_into(place) or (_topic(place) if money == "投资" else "")
    return (work + money,)


def _face(place: Place) -> Names | None:
    """工业企业7.6万家、增加值增长3%: a face alone takes the subject before it."""
    face = place.subject
    if face not in names.LONE_FACES and face not in names.BARE_FACES:
        return None
    carried_out = _CARRIED_OUT_CLAUSE.search(place.lead.context)
    known = place.memory.names[:1] if place.memory.near and not carried_out else ()
    base = known or (named_in(place.lead.context) or (_topic(place) if carried_out else ""),)
    if not base[0]:
        return None
    if face in names.BARE_FACES:
        return tuple(stock(name) for name in base)
    base = tuple(map(stateless, base)) if _PROGRESS.fullmatch(face) else base
    return tuple(names.with_face(name, face) for name in base)


def _narrowed(place: Place) -> Names | None:
    """城乡低保标准逐年提高，城镇年人均提高600元."""
    if place.subject not in names.NARROWING or (place.count == 1 and thing_behind(place)):
        return None
    base = named_in(place.lead.context) or next(iter(place.memory.names), "")
    verb = starts_with_verb(base) or ""
    return (verb + place.subject + _WIDE.sub("", base[len(verb) :]),)


def _handed_out(place: Place) -> Names | None:
    """为210户低保户发放补贴63万元: the money is what was handed out, not who got it."""
    match = _HANDED_OUT.search(place.subject) if place.count == 1 else None
    return (match.group(),) if match and place.memory.counting and place.runs_on else None


def _fulfilled(place: Place) -> Names | None:
    """支出31亿元、为预算的101.5%: what the plan or the budget was for stands before."""
    match = place.fulfilled or (_WHOLE_OF.search(place.words) if place.is_whole else None)
    if match is None:
        return None
    of_words = match.string is place.words
    subject = read_lead(place.words[: match.start()]).subject if of_words else ""
    if subject:
        return names.items(subject, place.count)
    known = place.memory
    return known.recent[-place.count :] if place.count > 1 else known.names or None


def _reaching(place: Place) -> Names | None:
    """落实育儿补贴政策，惠及154万户家庭: what reached them was named before."""
    verb, subject = ends_with_verb(place.subject), place.subject
    thing = thing_behind(place) if place.count == 1 else None
    if subject.startswith(_REACHED) and place.memory.names and not thing:
        return (stock(place.memory.names[-1]) + subject,)
    if subject != verb or (thing and verb not in _REACHING):
        return None
    if verb in _WHOLE:
        return (subject,)
    if verb == _SOLVED and thing:
        return (subject + thing,)
    return (_cause(place) + subject + (thing or ""),)


def _list(place: Place) -> Names | None:
    """甲、乙、丙产量分别增长1%、2%、3%."""
    return names.items(place.subject, place.count) if place.count > 1 else None


def _shared(place: Place) -> Names | None:
    """甲、乙投资均增长10%: one number for several indicators."""
    if place.count > 1 or "等" in place.subject or not place.each:
        return None
    sizes = range(2, _MOST_SHARED + 1)
    return next((found for n in sizes if (found := names.items(place.subject, n))), None)


def _named(place: Place) -> Names | None:
    """地区生产总值增长5%."""
    more = any(role not in COMPARATORS for role in place.lead.roles)
    listed = place.words[:1] in ("、", "和") and not more
    return (_with_head(place, place.subject) if listed else of_kind(place),)


# Where no subject is left of the words before the number, and where one is.
WITHOUT_SUBJECT: tuple[tuple[str, Rule], ...] = (
    ("contributed", contributed),
    ("counted-thing", _joined_thing),
    ("fulfilled", _fulfilled),
    ("state", became),
    ("counted-thing", _thing_alone),
    ("counted-thing", share_thing),
    ("context", _entered),
    ("context", _from_context),
    ("carried-list", carried_list),
    ("carried-shared", carried_shared),
    ("carried", _carried),
)
WITH_SUBJECT: tuple[tuple[str, Rule], ...] = (
    ("contributed", contributed),
    ("carried", same_thing),
    ("carried", passed),
    ("counted-thing", _joined_thing),
    ("fulfilled", _fulfilled),
    ("counted-thing", _thing_addressed),
    ("shared", each_of_list),
    ("share-of", effect),
    ("face", branch),
    ("share-of", share_of_each),
    ("share-of", effect_of_each),
    ("share-of", _share_of),
    ("invested", _invested),
    ("handed-out", _handed_out),
    ("face", _face),
    ("narrowed", _narrowed),
    ("state", restated),
    ("state", redone),
    ("capacity", capacity),
    ("state", added_to),
    ("state", people_in),
    ("state", parts_in),
    ("state", place_of),
    ("state", class_of),
    ("reaching", _reaching),
    ("counted-thing", sited),
    ("counted-thing", counted_thing),
    ("list", _list),
    ("shared", _shared),
    ("named", _named),
)


def _with_head(place: Place, subject: str) -> str:
    """培育领军人才7名、院士工作站2个: the verb of the list goes with each member."""
    counted = place.first.unit.lstrip("万亿") in COUNTERS or not names.FACES.last(subject)
    if not (place.memory.names and counted) or len(subject) > LONGEST:
        return subject
    if starts_with_verb(subject):
        return subject
    return (starts_with_verb(place.memory.names[-1]) or "") + subject


def _topic(place: Place) -> str:
    """What the clause before was about."""
    clauses = [clause for clause in _CLAUSE_END.split(place.lead.context) if clause]
    topic = strip_front(clauses[-1]) if clauses else ""
    verb = starts_with_verb(topic) or ""
    return _CARRIED_OUT.sub("", topic[len(verb) :])[:LONGEST]


def _cause(place: Place) -> str:
    """What reached people: the clause before, or where that is a long list, what it was for."""
    topic = _topic(place)
    known = place.memory
    if len(topic) < LONGEST:
        return topic
    return stock(known.names[-1]) if known.near and known.names else ""


def _told_of(clause: str) -> bool:
    """成为…, 创造了“…效率”: what a subject became or made, not what is spoken of."""
    return clause.startswith(_BECOMING) or clause.endswith("”")


def named_in(context: str) -> str:
    """The indicator that an earlier clause of the same lead speaks of."""
    clauses = (one for one in _CLAUSE_END.split(context) if not _told_of(one))
    matches = map(_NAMED.match, reversed(list(clauses)))
    return next((names.tidy(match.group()) for match in matches if match), "")

"""Subjects of what is counted: the deed before a number, and the thing behind it."""

from __future__ import annotations

import re

from tally.extract.lead import ends_with_verb, starts_with_verb, strip_front
from tally.extract.lexicon import table
from tally.extract.names import Names
from tally.extract.place import Place
from tally.extract.quantities import COUNTERS
from tally.extract.things import is_capacity, site_behind, thing_behind, work_done

_ACTIONS = table("actions")
_REACHING = frozenset(_ACTIONS["reaching"])
_LEADING = frozenset(_ACTIONS["leading"])
_OF_ALL = re.compile(
    r"的([^，。；、：0-9]{2,10}?[^，。；、：]{0,2}"
    r"(?:完成|实现|达到|通|化解|覆盖|建成|得到|年收入|超过?|突破|享受|参加|使用)[^，。；、：0-9]{0,8})"
)
_EXAMPLES = re.compile(r"[^，。；：等]*、[^，。；：等]*等(?P<kind>[^，。；：、等]{3,14})$")
# 新建、改扩建 are verbs of one work; longer words before a mark have their own.
_VERB_ALONE = 4
_AND = ("和", "及", "与")
# 升级改造 is one deed; what is longer before a verb is who did it.
_AGENT = 2
_GROUNDS = frozenset(table("things")["grounds"])


def share_thing(place: Place) -> Names | None:
    """98%的乡镇通了油路: of whom, with what is said of them."""
    if place.count > 1 or place.first.unit != "%":
        return None
    match = _OF_ALL.match(place.behind)
    return (match[1],) if match else None


def sited(place: Place) -> Names | None:
    """新建南山、北坡350亩茶叶基地: where it is stands before its size."""
    verb = starts_with_verb(place.subject)
    if place.count > 1 or not verb or verb == place.subject:
        return None
    site = site_behind(place)
    return (verb + site,) if site else None


def capacity(place: Place) -> Names | None:
    """大唐5万千瓦风电项目."""
    thing = thing_behind(place) if place.count == 1 and is_capacity(place) else None
    return (re.split("[、和]", place.subject)[-1] + thing,) if thing else None


def counted_thing(place: Place) -> Names | None:
    """建成36条生态河湖; a list of examples before the number is not part of the name."""
    thing = thing_behind(place) if place.count == 1 else None
    verb = ends_with_verb(place.subject) or _LEADING & {place.subject}
    if not thing or not (verb or place.first.unit.lstrip("万亿") in COUNTERS or work_done(place)):
        return None
    uncounted = place.subject.endswith(("等", *_AND))  # 建成示范区和2个景区
    examples = uncounted or ("、" in place.subject and not verb)
    done = starts_with_verb(place.subject) if examples else place.subject
    if done in _GROUNDS:
        done = ""
    return (_deed(done or "") + thing,)


def _deed(done: str) -> str:
    """各县区加快培育: the verbs without who did it or for whom; what reached people has a cause."""
    rest = strip_front(done)
    while verb := ends_with_verb(rest):
        if verb in _REACHING:
            return done
        rest = rest[: -len(verb)]
    verbs = done[len(done) - len(strip_front(done)) + len(rest) :]
    joined = rest.rstrip("、和及与")
    told = len(rest) > _AGENT and not (joined != rest and ends_with_verb(joined))
    return verbs if verbs and told else done


def of_kind(place: Place) -> str:
    """建立茶叶、黄牛等合作社16家: examples before their kind are not part of what is counted."""
    if place.first.unit.lstrip("万亿") not in COUNTERS:
        return place.subject
    match = _EXAMPLES.match(place.subject)
    verb = starts_with_verb(place.subject)
    return verb + match["kind"] if match and verb else _last_work(place.subject)


def _last_work(subject: str) -> str:
    """免费筛查疾病、培训师资3519人: the work before has no number of its own."""
    before, _, last = subject.rpartition("、")
    verb = starts_with_verb(last)
    whole = len(before.rpartition("、")[2]) > _VERB_ALONE
    return last if verb and whole and len(last) > len(verb) + 1 else subject

"""Statements to figures: who is spoken of, what is said, how much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tally.extract import names
from tally.extract.claim import Comparator, Kind, Measure
from tally.extract.groups import Group, Member, groups, members
from tally.extract.lead import COMPARATORS, SCOPES, Lead, ends_with_verb, read_lead, starts_with_verb, strip_front
from tally.extract.lexicon import alternation, table
from tally.extract.measures import comparator_of, measure_of
from tally.extract.moments import Moment, stated_moment
from tally.extract.names import Names
from tally.extract.quantities import COUNTERS, Quantity
from tally.extract.setting import Setting


@dataclass(frozen=True, slots=True)
class Figure:
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


@dataclass(frozen=True, slots=True)
class Memory:
    """What the next clause may refer back to: the names of the last group and how it spoke."""

    names: Names = ()
    recent: Names = ()
    measure: Measure | None = None
    counting: bool = False


_ACTIONS = table("actions")
_FLOW = re.compile(alternation(_ACTIONS["flow"]))
_STATES = frozenset(_ACTIONS["states"])
_STOP = re.compile(r"[，。；：、！？\n]")
_NOT_A_THING = re.compile(
    r"(?:同比|增长|下降|居|列|排|占|位|比|较|高于|低于|左右|以上|以内|其中|实现|保持|均|分别|创|为|和|与|及|以及|并|的|时|后|来|内|上|中|，|且|入选|获|达|等|提高|提升|降|增|到|至|由|从|）|（|”|—|台阶|大关|以)"
)
_CUT_THING = re.compile(
    r"(?<=..)(?:新?入选|新?获评|获|纳入|列入|被|位居|位列|加快|均|全部|全面|如期|实现|完成|通过|达到|落户|成为|进入|得到|建成投)"
)
_THING = 18
_ADJECTIVES = re.compile(r"[^，。；：0-9的]{1,8}、[^，。；：0-9的]{1,8}的([^，。；：、0-9]{2,14})")
_REACHING = frozenset(("惠及", "覆盖", "带动", "安排", "拉动", "吸引", "吸纳", "解决", "受益"))
_DONE_WORK = re.compile(r"(?:主体|整体|正式|投入|全部|顺利|建成|如期|基本)(?:完工|营业|使用|通车|投产|投用|运营|竣工)?$|(?:完工|竣工|通车|开工|投用)$")
_DONE = re.compile(r"(?:政策)?(?:全面|启动|深入|扎实)?(?:实施|落实|开展|推进|完成|启动)?$")
_FROM = re.compile(r"[从由][^，。；]{0,14}$")
_ADDING = re.compile("新增|净增|新登记|新设")
_OF_KIND = re.compile(r"等([^，。；等]{2,14})，?$")
_DIGIT = re.compile(r"(?:和|及|与|以及)?[0-9]+(?![0-9A-Za-z])")
_PROJECT = re.compile(
    r"(?!以上|以下|左右|[，。；、])[^，。；、的]{0,10}(?:项目|工程|机组|生产线|基地|电站|航道|煤矿)"
)
_INVESTED = re.compile(r"[多余]?的[^，。；、]{2,16}")
_INTO = re.compile(r"[多余]?(?:的|实施了?|建设了?|对)([^，。；、的了]{2,16})")
_CAPACITIES = frozenset(
    ("吨", "千瓦", "兆瓦", "辆", "台", "立方米", "平方米", "吉瓦", "公里", "头", "千伏")
)
_JOINED = re.compile(r"[^，。；：、]*(?:、|和|及|与|以及)")
_OUTCOME = re.compile("完成|实现|累计|投资")
_FIVE_YEARS_FLOW = re.compile(
    r"新增|累计|净增|建成|改造|完成|新建|引进|发放|拆除|投入|培育|惠及|减税|减负|出台|办理|审议|实施|落地|开工|共"
)
_STOCK = re.compile(
    r"(?:增至|提高到|提高至|提升至|提升到|增加到|增加至|升至|降至|降到|下降到|稳定在|保持在|扩大到|达到|拥有|总量|总数|缩小至|余额|覆盖率|率)$"
)


def read_statement(
    text: str, span: tuple[int, int], found: list[Quantity], moment: Moment, setting: Setting,
    memory: Memory,
) -> tuple[list[Figure], Memory, Moment]:  # fmt: skip
    """The figures of one statement, what to remember of it, and the time it ended on."""
    figures: list[Figure] = []
    done = span[0]
    memory = replace(memory, recent=())
    for group in groups(text, span[0], members(text, found)):
        words = text[slice(*group.lead)]
        settled, moment = moment, stated_moment(words, moment, setting)
        reading = _Reading(
            text, group, read_lead(words, _ranked(group)), words, moment, memory, span[1]
        )
        if reading.within_a_thing():
            continue
        made, memory = reading.figures()
        figures.extend(made)
        done = group.end
        if _FROM.search(words):
            moment = settled
    return figures, memory, stated_moment(text[done : span[1]], moment, setting)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One group of quantities with all that is known where it stands."""

    text: str
    group: Group
    lead: Lead
    words: str
    moment: Moment
    memory: Memory
    stop: int

    def figures(self) -> tuple[list[Figure], Memory]:
        subjects, rule = self._subjects()
        made = [
            figure
            for place, member in enumerate(self.group.members)
            for figure in self._read(member, subjects, place, rule)
        ]
        measure = made[-1].measure if made else self.memory.measure
        recent = (*self.memory.recent, *subjects)[-6:] if rule != "carried" else self.memory.recent
        return made, Memory(subjects, recent, measure, rule == "counted-thing")

    # Who is spoken of

    def _subjects(self) -> tuple[Names, str]:
        """The subjects of the group, one for each member or one for all, and the rule."""
        subject, count = self.lead.subject, len(self.group.members)
        subject = self._without_scope(subject)
        if count == 1 and self._after_thing():
            thing = self._thing_behind(subject)
            if thing:
                return (self._with_head(thing, listed=True),), "counted-thing"
        if not subject:
            thing = self._thing_behind("")
            if thing:
                return (thing,), "counted-thing"
            return self._carried(count)
        share = self._shared_whole(subject)
        if share:
            return share
        if subject == "投资" or (subject.endswith("投资") and _INVESTED.match(self._behind())):
            return (self._invested(subject),), "invested"
        if subject in names.LONE_FACES or subject in names.BARE_FACES:
            return self._faced(subject, count)
        if subject in names.NARROWING:
            return (self._narrowed(subject),), "narrowed"
        if subject in _STATES and self.memory.names and not self._thing_behind(subject):
            return tuple(_restated(name, subject) for name in self.memory.names), "state"
        return self._own(subject, count)

    def _without_scope(self, subject: str) -> str:
        if self.group.members[0].quantity.form not in ("rank", "top"):
            return subject
        scope = SCOPES.last(subject)
        subject = subject[: len(subject) - len(scope)] if scope else subject
        return read_lead(subject, ranked=True).subject if scope else subject

    def _carried(self, count: int) -> tuple[Names, str]:
        if not self.memory.names or (self.lead.context and "，" in self.lead.context):
            named = _named_in(self.lead.context)
            if named:
                return (names.items(named, count) or (named,)), "context"
        spread = "均" in self.lead.words or "分别" in self.lead.words or "都" in self.lead.words
        if count > 1 and len(self.memory.names) != count and len(self.memory.recent) >= count:
            return self.memory.recent[-count:], "carried-list"
        if spread and count == 1 and len(self.memory.names) == 1:
            return tuple(dict.fromkeys(self.memory.recent)) or self.memory.names, "carried-shared"
        if count == 1 and "level" in self.lead.roles:
            return tuple(_stock(name) for name in self.memory.names), "carried"
        return self.memory.names, "carried"

    def _shared_whole(self, subject: str) -> tuple[Names, str] | None:
        """占全国的比重: the part was named before."""
        if not subject.startswith("占") or subject.startswith("占地面积"):
            return None
        context = self.lead.context
        kind = _OF_KIND.search(context)
        named = kind[1] if kind else _named_in(context)
        return ((named,) if named else self.memory.names[:1] or ("",)), "share-of"

    def _faced(self, face: str, count: int) -> tuple[Names, str]:
        base = self.memory.names[:1] or (_named_in(self.lead.context) or "",)
        if face in names.BARE_FACES:
            return tuple(_stock(name) for name in base), "face"
        return tuple(names.with_face(name, face) for name in base), "face"

    def _own(self, subject: str, count: int) -> tuple[Names, str]:
        verb = ends_with_verb(subject)
        thing = self._thing_behind(subject) if count == 1 else None
        if thing and self._capacity():
            return (re.split("[、和]", subject)[-1] + thing,), "counted-thing"
        if subject == verb and verb in _REACHING:
            return (self._topic() + subject + (thing or ""),), "reaching"
        if thing and (verb or self.group.members[0].quantity.unit in COUNTERS):
            listing = subject.endswith("等") or ("、" in subject and not verb)
            return (thing if listing else subject + thing,), "counted-thing"
        listed = names.items(subject, count) if count > 1 else None
        if listed:
            return listed, "list"
        if count == 1 and "等" not in subject and ({"均", "都", "分别", "皆"} & set(self.lead.words)):
            for number in (2, 3, 4, 5, 6):
                shared = names.items(subject, number)
                if shared:
                    return shared, "shared"
        return (self._with_head(subject),), "named"

    def _says_more(self) -> bool:
        return any(role not in COMPARATORS for role in self.lead.roles)

    def _after_thing(self) -> bool:
        """3000多个和美乡村及820个田园乡村: the words between belong to the number before."""
        return bool(self.memory.recent) and bool(_JOINED.fullmatch(self.words))

    def _with_head(self, subject: str, listed: bool = False) -> str:
        """培育领军人才7名、院士工作站2个: the verb of the list goes with each member."""
        first = (listed or self.words[:1] in ("、", "和")) and self.memory.names
        if not first or (self._says_more() and not listed) or starts_with_verb(subject) or self.lead.change:
            return subject
        verb = starts_with_verb(self.memory.names[-1])
        return verb + subject if verb and len(subject) <= _THING else subject

    def _thing_behind(self, subject: str) -> str | None:
        """36条生态河湖: what is counted may stand behind the number."""
        member = self.group.members[-1]
        if member.quantity.form != "amount" or member.quantity.unit in ("%", "个百分点", "倍"):
            return None
        rest = self.text[member.end : min(self.stop, member.end + 40)]
        stop = _STOP.search(rest)
        thing = rest[: stop.start()] if stop else rest
        listed = _ADJECTIVES.match(rest)
        thing = listed[1] if listed else thing.partition("的")[0]
        digit = _DIGIT.search(thing)
        thing = thing[: digit.start()] if digit else thing
        if len(thing) < 2 or _NOT_A_THING.match(thing):
            return None
        cut = _CUT_THING.search(thing)
        return thing[: min(cut.start() if cut else _THING, _THING)]

    def within_a_thing(self) -> bool:
        """7个设区市水质进入全国前十: the rank belongs to what is counted."""
        if not self.memory.counting or _STOP.search(self.words):
            return False
        if _ranked(self.group):
            return bool(self._without_scope(self.lead.subject))
        return self.lead.comparator == "gt" and not _OUTCOME.search(self.words)

    def _topic(self) -> str:
        """落实育儿补贴政策，惠及154万户: what reached them was named in the clause before."""
        clauses = [c for c in re.split(r"[，：；]", self.lead.context) if c]
        topic = strip_front(clauses[-1]) if clauses else ""
        verb = starts_with_verb(topic)
        return _DONE.sub("", topic[len(verb or "") :])[:_THING]

    def _behind(self) -> str:
        end = self.group.end
        return self.text[end : min(self.stop, end + 30)]

    def _invested(self, subject: str) -> str:
        """投资5亿元的农贸市场项目: what the money went into stands behind."""
        match = _INTO.match(self._behind())
        return (_DONE_WORK.sub("", match[1]) if match else "") + subject

    def _narrowed(self, subject: str) -> str:
        base = _named_in(self.lead.context) or next(iter(self.memory.names), "")
        for word in ("城乡", *sorted(names.NARROWING)):
            base = base.removeprefix(word)
        return subject + base

    # What is said of each

    def _read(self, member: Member, subjects: Names, place: int, rule: str) -> Iterator[Figure]:
        quantity = member.quantity
        if quantity.form == "ratio" and len(quantity.parts) > 2:
            yield from self._parts(member)
            return
        count = len(self.group.members)
        own = subjects if count == 1 else (subjects[place],) if len(subjects) == count else subjects
        for subject in own[: 6 if count == 1 else 1] or ("",):
            if subject:
                yield self._figure(member, subject, rule)

    def _figure(self, member: Member, subject: str, rule: str) -> Figure:
        quantity = member.quantity
        flow = bool(_FLOW.match(subject)) and not self.lead.change
        measure = measure_of(quantity, subject, self.lead, flow, self.text[member.end : member.end + 6])
        if measure == "level" and not quantity.unit.endswith("%") and self._flows(subject):
            measure = "cumulative"
        name = self._name(subject, measure, rule)
        return Figure(
            quantity.start, quantity.end, quantity, name, measure,
            comparator_of(member, self.lead), self._kind(quantity), self._period(measure, subject),
            self._down(), self._preliminary(), rule,
        )  # fmt: skip

    def _name(self, subject: str, measure: Measure, rule: str) -> str:
        name = names.tidy(subject)
        if measure == "rank":
            return self._rank_name(name, rule)
        if (
            self.lead.against
            and measure == "change"
            and self.group.members[0].quantity.unit.endswith("点")
        ):
            return (
                f"{name}增速与{self._bases()}之差"
                if not name.endswith("率")
                else f"{name}与{self._bases()}之差"
            )
        if measure == "share":
            return self._share_name(name)
        return name

    def _bases(self) -> str:
        return self.lead.against.strip("、，")

    def _share_name(self, name: str) -> str:
        whole = self.lead.subject
        if whole.startswith("占"):
            name = name + whole
        if name.endswith("贡献"):
            return name + "率"
        if "占" in name and not re.search(r"占比|比重|比例|份额", name):
            return name.removesuffix("的") + "比重"
        return name.replace("的比重", "比重")

    def _rank_name(self, name: str, rule: str) -> str:
        scope = SCOPES.last(self.lead.subject) or ""
        speed = "增速" in self.words or (rule == "carried" and self.memory.measure == "growth")
        face = "增速" if speed and "总量" not in self.words else ""
        return f"{name}{face}{scope}排名"

    def _parts(self, member: Member) -> Iterator[Figure]:
        quantity = member.quantity
        labels = ("第一产业", "第二产业", "第三产业") if len(quantity.parts) == 3 else ()
        subject = names.tidy(self.lead.subject)
        for place, (start, end, value) in enumerate(quantity.parts):
            name = f"{labels[place]}占比" if labels and "产业" in self.words else subject
            yield Figure(
                start, end, replace(quantity, value=value), name, "share",
                comparator_of(member, self.lead), self._kind(quantity),
                self._period("share", subject), False, self._preliminary(), "proportion",
            )  # fmt: skip

    # When, and how sure

    def _kind(self, quantity: Quantity) -> Kind:
        behind = self.text[quantity.end : quantity.end + 24]
        if self._capacity():
            return "background"
        if _INVESTED.match(behind) and "投资" in self.words[-6:]:
            return "background"
        return "target" if self.moment.kind == "target" else "actual"

    def _capacity(self) -> bool:
        """大唐5万千瓦风电项目: a size that stands inside a name."""
        unit = self.group.members[0].quantity.unit.lstrip("万亿")
        subject = self.lead.subject
        if unit not in _CAPACITIES or not subject or self.lead.words or ends_with_verb(subject):
            return False
        return self._thing_behind(subject) is not None

    def _flows(self, subject: str) -> bool:
        """Whether a level is summed over the years spoken of: 新增 and the like, no stock."""
        if not self.moment.spans:
            return False
        if re.search("新增|累计|净增", self.words):
            return True
        done = starts_with_verb(subject) or ends_with_verb(subject)
        return bool(done) and not _STOCK.search(self.words)

    def _period(self, measure: Measure, subject: str) -> str | None:
        if self.lead.words[-1:] in (("从",), ("由",)) or re.search(
            r"[从由][^，]{0,12}$", self.words
        ):
            if not re.search(r"[0-9]{4}年[^，]{0,4}$|半年[的]?$", self.words):
                return self.moment.before()
        if not self.moment.spans:
            return self.moment.at_end()
        if measure in ("growth", "change", "cumulative") or "年均" in self.words:
            return self.moment.whole()
        return self.moment.at_end()

    def _down(self) -> bool:
        if self.lead.against and not self.lead.above:
            return True
        return self.lead.change == "change_down"

    def _preliminary(self) -> bool:
        return self.moment.kind == "actual" and ("预计" in self.words or "初步核算" in self.words)


def _ranked(group: Group) -> bool:
    return group.members[0].quantity.form in ("rank", "top")


def _named_in(context: str) -> str:
    """The indicator that an earlier clause of the same lead speaks of."""
    for clause in reversed(re.split(r"[，：；]", context)):
        match = _NAMED.match(clause)
        if match:
            return names.tidy(match.group())
    return ""


_NAMED = re.compile(rf".{{1,24}}(?:{alternation(table('names')['faces'])})")


def _restated(name: str, state: str) -> str:
    last = next((word for word in _STATES if name.endswith(word)), "")
    return name.removesuffix(last) + state


def _stock(name: str) -> str:
    """净增高新技术企业 speaks of a flow, its 总量 of the stock."""
    name = name.removesuffix("新增")
    verb = _ADDING.match(name)
    return name[verb.end() :] if verb and verb.end() < len(name) else name

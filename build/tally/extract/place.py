"""Where a group of quantities stands: what is before it, behind it, and remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tally.extract.clock import Clock
from tally.extract.groups import Group
from tally.extract.lead import SCOPES, Lead, read_lead
from tally.extract.lexicon import alternation, table
from tally.extract.moments import Moment
from tally.extract.names import BARE_FACES, Names
from tally.extract.quantities import COUNTERS, Quantity
from tally.terms import Measure

_FULFILLED = re.compile(
    r"(?:完成|为|达到?|相当于|是)了?"
    r"(?P<whole>[^，。；：、0-9]{0,12}?(?:预算数?|目标(?:任务)?|任务|计划))的?[约近]?$"
)
_WHOLE = re.compile(
    "(?:完成|为|达到?|占|实现)[^，。；：、0-9]{0,8}(?:预算数?|目标(?:任务)?|任务|计划)$"
)
_SHARE_OF_IT = re.compile("的[0-9.]{1,8}%")
_OF_AMOUNT = re.compile(
    "(?:完成|为|达到?|实现)(?P<whole>[^，。；：、0-9]{0,8}(?:预算数?|目标(?:任务)?|任务|计划))[0-9][^，。；：、]{0,12}的$"
)
_EACH = frozenset(("均", "都", "分别", "皆"))
# 粮食产量、单产均居全省第二位; 人均 and 年均 are of no list.
_EACH_RANKED = re.compile(r"(?:(?<![人年户日月亩])均|都|皆|分别)[^，。；：、均]{1,10}$")
# 增速在粤东4市列第1位
_WITHIN = re.compile(
    "在[^，。；在]{0,6}?[0-9]{1,3}个?(?:(?:省|设区市|市州|市|县区|县|区)中?|[^，。；、0-9]{1,10}中)$"
)
# 收入增长9%，跃居全国省级财政第一: only the circle is named.
_IN_CIRCLE = re.compile(
    "(?:跃居|跃升至|上升[到至]|升[到至]|位居|稳居|居|位列|列)[^，。；、]{0,8}"
    "(?:城市|财政|省份|省区|县|市|区|国家|行业|省)"
)
# 103个部门挂包117个村: who helps was counted before.
_HELPER = re.compile(
    rf"^(?:{alternation(table('things')['helpers'])})"
    "(?=(?:结对|挂钩|定点|对口)?(?:帮扶|挂包|包联|包保|联系)$)"
)
_CLAUSE = 60
_TO_STOP = re.compile(r".*[，；。：！？\n]", re.DOTALL)
_STOP = re.compile(r"[，。；：、！？\n]")
# Over what a 预计 reaches from where it stands: the sentence that it opens and, behind a
# semicolon, what is listed there; the clauses up to the semicolon; or its own subject only.
Reach = Literal["sentence", "listed", "statement", "subject"]


class Memory(NamedTuple):
    """What the next clause may refer back to: the names of the last group and how it spoke.

    `recent` are the names of the statement so far; `counting` tells that the last name
    stood behind its number, `near` that it was in this sentence; `told` are the names that
    the last figures were given, such as 出口规模占全国份额; `reach` is how far a 预计 still goes.
    """

    names: Names = ()
    recent: Names = ()
    measure: Measure | None = None
    counting: bool = False
    near: bool = False
    told: Names = ()
    reach: Reach | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One group of quantities with all that is known where it stands.

    `words` are those before it, `lead` the same taken apart, `subject` that of the lead
    without the circle that a rank is held in; `clock` is what the words so
    far say of time, `stage` what the stage of the document says; `start` begins the
    statement, `stop` ends it.
    """

    text: str
    group: Group
    lead: Lead
    subject: str
    words: str
    clock: Clock
    stage: Moment
    memory: Memory
    start: int
    stop: int

    @property
    def moment(self) -> Moment:
        return self.clock.moment

    @property
    def first(self) -> Quantity:
        return self.group.members[0].quantity

    @property
    def count(self) -> int:
        return len(self.group.members)

    @property
    def ranked(self) -> bool:
        return self.first.form in ("rank", "top")

    @property
    def clause(self) -> str:
        """The clause up to the group, with the numbers that stand in it."""
        start = max(self.start, self.first.start - _CLAUSE)
        return _TO_STOP.sub("", self.text[start : self.first.start])

    @property
    def behind(self) -> str:
        """The words behind the group."""
        return self.text[self.group.end : min(self.stop, self.group.end + 40)]

    @property
    def fulfilled(self) -> re.Match[str] | None:
        """完成年度预算的53.2%: how much of a plan or budget was carried out."""
        if self.first.unit != "%":
            return None
        start = max(self.start, self.first.start - _CLAUSE)
        return _FULFILLED.search(self.words) or (
            _OF_AMOUNT.search(self.text[start : self.first.start]) if self.words == "的" else None
        )

    @property
    def is_whole(self) -> bool:
        """完成年度目标4000人的105%: the amount is the plan that was carried out to a share."""
        return bool(_WHOLE.search(self.words) and _SHARE_OF_IT.match(self.behind))

    @property
    def net_change(self) -> bool:
        """收入664亿元，净增146亿元: what is measured, not counted, changed by so much."""
        counted = self.first.unit.lstrip("万亿") in COUNTERS
        return self.subject == "净增" and not counted and bool(self.memory.names)

    @property
    def each(self) -> bool:
        """Whether the number is said of each of several: 均增长20%, 均居全省第二位."""
        if self.ranked:
            return bool(_EACH_RANKED.search(self.words))
        return bool(_EACH & set(self.lead.words))

    @property
    def runs_on(self) -> bool:
        """Whether nothing separates the words before from the number before them."""
        return not _STOP.search(self.words)


def subject_of(lead: Lead, ranked: bool) -> str:
    """The subject of a lead; before a rank without its circle (全国, 中部)."""
    scope = SCOPES.last(lead.subject) if ranked else None
    subject = _HELPER.sub("", lead.subject)
    within = _WITHIN.search(subject) if ranked else None
    if within:
        subject = subject[: within.start()]
    elif ranked and _IN_CIRCLE.fullmatch(subject):
        subject = ""
    elif scope:
        subject = read_lead(subject[: -len(scope)], ranked=True).subject
    last = subject.rpartition("、")[2].rstrip("和及与")  # 总量和增速均居全省第四位
    return last if last in BARE_FACES else subject

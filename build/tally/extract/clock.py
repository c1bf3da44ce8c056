"""The time that holds where a number stands, as the words before it set it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tally.extract.cues import amount_leaning, clause_leaning
from tally.extract.moments import Moment, meaning
from tally.extract.setting import Setting
from tally.extract.times import Time

_ALSO = re.compile("[、和与及，]")
# How much a section can say for its kind against what a clause says of its own.
_MOST_OF_A_SECTION = 3.2


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known of time in a statement.

    `topic` dates all that follows; `own` only the next group of numbers; `base` is the year that
    this group is held against, `held` the last such year of the statement; `each` are the times
    of the members of a group (一季度、上半年分别); `lean` is what the clauses said of kind so far.
    """

    topic: Moment
    own: Moment | None = None
    base: int | None = None
    held: int | None = None
    each: tuple[Moment, ...] = ()
    lean: float = 0.0

    @property
    def moment(self) -> Moment:
        return self.own or self.topic


def at_number(
    clock: Clock, text: str, found: Sequence[Time], number: int, words: str, setting: Setting
) -> Clock:
    """The clock at a number, after the times and the words before it."""
    lean = clause_leaning(words) or amount_leaning(text, number) or clock.lean
    clock = replace(clock, own=None, base=None, each=(), lean=lean)
    if "同比" in words and clock.topic.spans and not clock.topic.stated:
        clock = replace(clock, topic=replace(clock.topic, first=clock.topic.last))
    for time in found:
        over = 0 < time.until <= number
        if time.role == "base" or not (over or time.role == "named"):
            clock = _told(clock, text, time, number, over, setting)
    return replace(clock, each=_each(clock, text, found, setting))


def after_numbers(clock: Clock, found: Sequence[Time], setting: Setting) -> Clock:
    """The clock at the end of a statement, for the next one."""
    for time in found:
        if time.role == "topic" and not time.until:
            clock = replace(clock, topic=meaning(time.match, clock.topic, setting) or clock.topic)
    return replace(clock, own=None, base=None, held=None, each=(), lean=0.0)


def _told(clock: Clock, text: str, time: Time, number: int, over: bool, setting: Setting) -> Clock:
    meant = meaning(time.match, clock.topic, setting)
    if meant is None:
        return clock
    if time.role == "average":
        return clock if clock.topic.part else replace(clock, own=meant)
    if time.until and not over:
        return replace(clock, own=meant)
    if time.role == "topic":
        return replace(clock, topic=meant, own=None)
    if time.match.group() == "上年" and clock.topic.last:
        meant = Moment(clock.topic.last - 1, clock.topic.last - 1, stated=True)
    if time.hangs_on(text, number) and not _relative(text, time, number):
        return replace(clock, own=meant, held=meant.last)
    if meant.part or meant.last is None:
        return clock
    topic = clock.topic
    if time.match["before"] and topic.spans and not topic.stated:  # 五年工作回顾: …比上年增长12%
        clock = replace(clock, topic=replace(topic, first=topic.last))
    return replace(clock, base=meant.last, held=meant.last)


_RELATIVE_TO = re.compile("(?:[是为]|达到?|相当于|恢复[到至])$")
_TIMES_IT = re.compile("[0-9.]+(?:倍|%)")


def _relative(text: str, time: Time, number: int) -> bool:
    """是2015年的1.6倍, 恢复至2019年的112%: the number is of the time spoken of."""
    before = text[max(0, time.start - 4) : time.start].rstrip("“")
    times = _TIMES_IT.match(text, number)
    return bool(times and (times.group().endswith("倍") or _RELATIVE_TO.search(before)))


def _each(clock: Clock, text: str, found: Sequence[Time], setting: Setting) -> tuple[Moment, ...]:
    """The times that are listed right before a group: 2023年、2024年, 一季度、上半年、全年."""
    run: list[Time] = []
    for time in found:
        joined = run and _ALSO.fullmatch(text[run[-1].end : time.start])
        run = [*run, time] if joined else [time]
    if len(run) < 2:
        return ()
    meant = [
        replace(clock.topic, part="")
        if time.match["whole"]
        else meaning(time.match, clock.topic, setting)
        for time in run
    ]
    return tuple(moment for moment in meant if moment)


def settled(clock: Clock, margin: float, setting: Setting) -> Clock:
    """The clock with the kind that its section and its clause together make likeliest.

    A time that was stated is beyond both; `margin` is how sure the section is of its kind.
    """
    topic = clock.topic
    if topic.stated or clock.own or setting.year is None:
        return clock
    section = min(margin, _MOST_OF_A_SECTION) * (1 if topic.kind == "target" else -1)
    kind = "target" if section + clock.lean > 0 else "actual"
    if kind == topic.kind:
        return clock
    span = setting.span or (setting.year, setting.year)
    years = span if kind == "target" else (setting.reviewed, setting.reviewed)
    return replace(clock, topic=Moment(*years, "" if kind == "target" else setting.part, kind))

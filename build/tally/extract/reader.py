"""Statements to figures: group by group, remembering who was spoken of."""

from __future__ import annotations

from collections import deque

from tally.extract.claim import Span
from tally.extract.clock import Clock, after_numbers, at_number, settled
from tally.extract.confidence import signs_of
from tally.extract.estimates import next_statement, reach_of
from tally.extract.figures import Figure, figures
from tally.extract.groups import groups, members
from tally.extract.lead import read_lead
from tally.extract.moments import moment_of
from tally.extract.place import Memory, Place, subject_of
from tally.extract.quantities import Quantity
from tally.extract.setting import Setting
from tally.extract.stages import Staged
from tally.extract.subjects import subjects
from tally.extract.things import within_a_thing
from tally.extract.times import Time, times

_MOST_RECENT = 12


def read_statement(
    text: str, span: Span, found: list[Quantity], staged: Staged, clock: Clock, setting: Setting,
    memory: Memory,
) -> tuple[list[Figure], Memory, Clock]:  # fmt: skip
    """The figures of one statement, what to remember of it, and the time it ended on."""
    made: list[Figure] = []
    done, stop = span
    if memory.recent or memory.reach:
        memory = memory._replace(recent=(), reach=next_statement(memory.reach))
    stage = moment_of(staged.stage)
    ahead = deque(times(text, done, stop))
    for group in groups(text, done, members(text, found)):
        first = group.members[0].quantity.start
        words = text[slice(*group.lead)]
        told = _before(ahead, first)
        clock = at_number(clock, text, told, first, words, setting)
        ranked = group.members[0].quantity.form in ("rank", "top")
        lead = read_lead(words, ranked)
        place = Place(
            text, group, lead, subject_of(lead, ranked), words,
            settled(clock, staged.margin, setting), stage, memory, span[0], stop,
        )  # fmt: skip
        if within_a_thing(place):
            continue
        read, memory = _read(place)
        made += [_signed(one, place, staged.margin, setting.certain) for one in read]
    return made, memory, after_numbers(clock, ahead, setting)


def _before(ahead: deque[Time], place: int) -> list[Time]:
    """The times that stand before a place, taken off the front."""
    taken = []
    while ahead and ahead[0].start < place:
        taken.append(ahead.popleft())
    return taken


def _signed(figure: Figure, place: Place, margin: float, certain: bool) -> Figure:
    return figure._replace(signs=signs_of(figure, place.clock, margin, certain))


def _read(place: Place) -> tuple[list[Figure], Memory]:
    known, rule = subjects(place)
    made = [] if place.first.form == "unread" else list(figures(place, known, rule))
    recent = place.memory.recent
    if rule != "carried":
        recent = (*recent, *known)[-_MOST_RECENT:]
    measure = made[-1].measure if made else place.memory.measure
    told = tuple(dict.fromkeys(figure.name for figure in made))
    counting = rule == "counted-thing"
    reach = reach_of(place, rule)
    return made, Memory(known or place.memory.names, recent, measure, counting, True, told, reach)

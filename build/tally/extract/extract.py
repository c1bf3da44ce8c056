"""A reading text to the claims it makes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tally.extract.claim import Claim, Span
from tally.extract.clock import Clock
from tally.extract.compact import Compact, compact
from tally.extract.confidence import confidence
from tally.extract.figures import Figure
from tally.extract.lines import Lines
from tally.extract.moments import moment_of
from tally.extract.noise import noise
from tally.extract.place import Memory
from tally.extract.quantities import Quantity, quantities, unread
from tally.extract.reader import read_statement
from tally.extract.sentences import sentences, statements
from tally.extract.setting import Setting, setting
from tally.extract.slips import slips
from tally.extract.stages import stages
from tally.extract.tables import read_tables
from tally.extract.vocabulary import identify
from tally.terms import LeftOutReason, StatedDirection, Status

# The year is nearly always in the opening; the rest is read for it only when it is not.
_OPENING = 20_000


class Reading(Protocol):
    """What extraction asks of a reading text: its text, and the way back to the raw text."""

    @property
    def text(self) -> str: ...

    @property
    def raw(self) -> str: ...

    def raw_span(self, start: int, end: int) -> tuple[int, int]: ...


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a text says: its claims, in text order; the year it speaks from and whether that is
    beyond doubt; the places of the raw text that look like numbers and can't be read; the numbers
    of the reading text that it judges to be no figures (`aside`), each with its reason."""

    claims: tuple[Claim, ...]
    year: int | None
    certain: bool
    spoiled: tuple[Span, ...]
    aside: tuple[tuple[Span, LeftOutReason], ...] = ()


def extract_claims(
    reading: Reading,
    *,
    year: int | None = None,
    aliases: Mapping[str, str] | None = None,
    units: frozenset[str] = frozenset(),
) -> tuple[Claim, ...]:
    """The claims of a reading text, in text order; `extraction` says what the arguments are."""
    return extraction(reading, year=year, aliases=aliases, units=units).claims


def extraction(
    reading: Reading,
    *,
    year: int | None = None,
    aliases: Mapping[str, str] | None = None,
    units: frozenset[str] = frozenset(),
) -> Extraction:
    """What a reading text says.

    `year` is the one the document speaks from, found in the text when None; `aliases` maps
    the ways reports word an indicator to its id; `units` are the names of a vocabulary's.
    """
    lines = Lines.of(reading.text)
    where = setting(compact(lines.text[:_OPENING]).text, year)
    if where.year is None:
        where = setting(compact(lines.text).text)
    rows, in_tables = read_tables(lines.text, where)
    dense = compact(_without(lines.text, in_tables))
    numbers, aside = _numbers(dense.text, unread(units))
    figures = _figures(dense.text, where, numbers)
    read = [(*_places(dense, span, figure), figure) for span, figure in figures]
    read += [(row.number, row.row, row.figure) for row in rows]
    back = lines.span_before
    found = [
        _claim(reading, back(*number), back(*quote), figure, aliases or {})
        for number, quote, figure in read
    ]
    spoiled = (back(*dense.span_before(one.start, one.end)) for one in slips(dense.text))
    return Extraction(
        tuple(sorted(found, key=lambda claim: (claim.number_span, claim.name))),
        where.year,
        where.certain and where.year is not None,
        tuple(reading.raw_span(*span) for span in spoiled),
        tuple((back(*dense.span_before(*span)), reason) for span, reason in aside),
    )


def _without(text: str, lines: Sequence[Span]) -> str:
    """The text with tables blanked out, places kept."""
    pieces: list[str] = []
    done = 0
    for start, end in lines:
        pieces += (text[done:start], "\n" * (end - start))
        done = end
    return "".join((*pieces, text[done:]))


def _figures(
    text: str, where: Setting, numbers: Iterable[Quantity]
) -> Iterator[tuple[Span, Figure]]:
    """Each figure with the span of the statement it stands in, in the compact text."""
    ahead = deque(numbers)
    memory = Memory()
    for staged in stages(text, sentences(text), where):
        sentence = staged.sentence
        if not sentence.heading:
            clock = Clock(moment_of(staged.stage))
            memory = memory._replace(near=False, reach=None) if memory.near else memory
            for span in statements(text, sentence):
                found = _until(ahead, span[1])
                figures, memory, clock = read_statement(
                    text, span, found, staged, clock, where, memory
                )
                yield from ((span, figure) for figure in figures)
        _until(ahead, sentence.end)


def _numbers(
    text: str, units: frozenset[str]
) -> tuple[list[Quantity], list[tuple[Span, LeftOutReason]]]:
    """The quantities that state something, with the spoiled ones in their places; and those
    that state nothing, with the reason."""
    spoiled = deque(slips(text))
    stating: list[Quantity] = []
    aside: list[tuple[Span, LeftOutReason]] = []
    for quantity in quantities(text, units):
        while spoiled and spoiled[0].end <= quantity.start:
            stating.append(spoiled.popleft())
        if spoiled and spoiled[0].start < quantity.end:
            continue
        reason = noise(text, quantity)
        if reason:
            aside.append(((quantity.start, quantity.end), reason))
        else:
            stating.append(quantity)
    return [*stating, *spoiled], aside


def _until(ahead: deque[Quantity], end: int) -> list[Quantity]:
    """The quantities that begin before `end`, taken off the front."""
    taken = []
    while ahead and ahead[0].start < end:
        taken.append(ahead.popleft())
    return taken


def _places(dense: Compact, span: Span, figure: Figure) -> tuple[Span, Span]:
    """The number and its quote in the reading text."""
    number = dense.span_before(figure.start, figure.end)
    return number, dense.span_before(*_trimmed(dense.text, span))


def _claim(
    reading: Reading, number: Span, quote: Span, figure: Figure, aliases: Mapping[str, str]
) -> Claim:
    start, end = reading.raw_span(*number)
    quantity = figure.quantity
    return Claim(
        start, end, reading.raw[start:end], reading.text[slice(*quote)], figure.name,
        identify(figure.name, aliases) if aliases else None, quantity.value, quantity.high,
        quantity.unit, figure.measure, figure.comparator, figure.kind, figure.period,
        StatedDirection.DOWN if figure.down else None,
        Status.PRELIMINARY if figure.preliminary else None,
        confidence(figure.signs), figure.rule, number, quote, figure.basis, figure.strength,
        figure.signs,
    )  # fmt: skip


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in " \n　，、：—-":
        start += 1
    while end > start and text[end - 1] in " \n。；，":
        end -= 1
    return start, end

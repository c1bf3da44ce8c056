"""Every number of a source: published, read by the machine only, or left out for a reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tally.check.quotes import nearest_passage
from tally.extract import scan_numbers, unread
from tally.extract.numerals import NumberToken
from tally.records.archive import Archived, place_in_text
from tally.records.model import Evidence, LeftOut, Observation, Source, Target
from tally.records.problem import MOST_IN_A_FILE, Problem, at_most
from tally.records.spans import Spans, occurrences

Span = tuple[int, int]
Units = frozenset[str]
_AROUND = 12
_NUMERAL = re.compile("[0-9零〇一二两三四五六七八九十百千万亿]")


def coverage_problems(
    archived: Archived,
    records: Sequence[Observation | Target],
    unsound: Sequence[Evidence] = (),
) -> Iterator[Problem]:
    """The numbers of a source that nothing accounts for; of many the first. What stands in the
    quotes of `unsound` entries is told with these."""
    found = _uncovered_numbers(archived, records, unsound)
    return at_most(MOST_IN_A_FILE + 1, found)


def _uncovered_numbers(
    archived: Archived,
    records: Sequence[Observation | Target],
    unsound: Sequence[Evidence],
) -> Iterator[Problem]:
    reviewed = Spans.of(_number_spans(records, "reviewed"))
    extracted = Spans.of(_number_spans(records, "extracted"))
    left_out = (
        span for e in archived.source.left_out for span in occurrences(e.text, archived.text)
    )
    lost = [one.quote for one in unsound if one.quote and one.source == archived.source.id]
    excused = Spans.of((*left_out, *_untraced(archived, records), *_quoted(lost, archived.text)))
    for number in archived.scan.tokens:
        span = number.start, number.end
        if not (reviewed.touch(*span) or excused.hold(*span)):
            yield _uncovered(archived, number, machine=extracted.touch(*span))


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a source's numbers a curator has entered, of all that are not left out."""

    reviewed: int
    total: int


def progress(source: Source, records: Iterable[Observation | Target], units: Units) -> Progress:
    """How far the review of an archived source is; `records` are those that rest on it, `units`
    the names that numbers may carry."""
    text = source.reading.text if source.reading else ""
    reviewed = Spans.of(_number_spans(records, "reviewed"))
    left_out = Spans.of(span for e in source.left_out for span in occurrences(e.text, text))
    numbers = [(number.start, number.end) for number in scan_numbers(text, unread(units))]
    entered = sum(reviewed.touch(*span) for span in numbers)
    open_ = sum(not (reviewed.touch(*span) or left_out.hold(*span)) for span in numbers)
    return Progress(entered, entered + open_)


def idle_problems(archived: Archived, records: Sequence[Observation | Target]) -> Iterator[Problem]:
    """The entries of left_out that leave nothing out."""
    numbers = archived.scan.tokens
    starts = [number.start for number in numbers]
    reviewed = Spans.of(_number_spans(records, "reviewed"))
    for entry in archived.source.left_out:
        spans = occurrences(entry.text, archived.text)
        yield from _idle(entry, spans, starts, numbers, reviewed)


def _number_spans(records: Iterable[Observation | Target], review: str) -> Iterator[Span]:
    for record in records:
        if record.figure and record.evidence.span and record.review == review:
            yield record.evidence.span.number_start, record.evidence.span.number_end


def _untraced(archived: Archived, records: Sequence[Observation | Target]) -> Iterator[Span]:
    """Quotes that are not found, or not their number; that is said at the record, and once."""
    for record in records:
        quote = record.evidence.quote
        if record.figure and quote and record.evidence.span is None:
            yield from _quoted([quote], archived.text)


def _quoted(quotes: Iterable[str], text: str) -> Iterator[Span]:
    """Where quotes stand, or what is most like them."""
    for quote in quotes:
        yield from occurrences(quote, text) or [nearest_passage(quote, text)]


def _uncovered(archived: Archived, number: NumberToken, *, machine: bool) -> Problem:
    text = archived.text
    around = text[max(0, number.start - _AROUND) : number.end + _AROUND].replace("\n", " ")
    place = place_in_text(archived.source, number.start)
    end = place_in_text(archived.source, number.end)
    help_ = "enter it in observations/ or targets/, or list it in left_out with the reason"
    if machine:
        message = f"only the machine has read {number.text} in …{around}…"
        return Problem(place, "coverage", message, help_, severity="warning", end=end)
    message = f"{number.text} is neither published nor left out: …{around}…"
    return Problem(place, "coverage", message, help_, end=end)


def _idle(
    entry: LeftOut,
    spans: Sequence[Span],
    starts: Sequence[int],
    numbers: Sequence[NumberToken],
    reviewed: Spans,
) -> Iterator[Problem]:
    """What an entry of left_out does not do: stand in the text, hold a number, excuse one."""
    if not spans:
        message = f"the reading text does not hold {entry.text}"
        help_ = "copy the words from the reading text, or remove the entry"
        yield Problem(entry.place, "coverage", message, help_)
        return
    held = [number for span in spans for number in _touched(span, starts, numbers)]
    if not _NUMERAL.search(entry.text):
        message = f"there is no number in {entry.text}"
        yield Problem(entry.place, "coverage", message, "remove the entry")
    elif held and all(reviewed.touch(number.start, number.end) for number in held):
        message = f"every number of {entry.text} is published"
        yield Problem(entry.place, "coverage", message, "remove the entry", severity="warning")


def _touched(
    span: Span, starts: Sequence[int], numbers: Sequence[NumberToken]
) -> Iterator[NumberToken]:
    position = max(0, bisect_right(starts, span[0]) - 1)
    while position < len(numbers) and numbers[position].start < span[1]:
        if numbers[position].end > span[0]:
            yield numbers[position]
        position += 1
